import {html, nothing} from '../lib/lit-html/lit-html.js';
import {keepDraft, sends} from '../client/writing.js';
import {Part, contactFields, icons} from './parts.js';

/**
 * @import {PartWith} from './parts.js'
 *
 * @typedef {object} Properties
 * @property {import('../i18n/i18n.js').Translate} t
 * @property {number} limit UTF-16 units
 * @property {string} draft the key of what was begun
 * @property {boolean} busy
 * @property {boolean} [starting] whether it begins a conversation
 * @property {boolean} [offline]
 * @property {string} text
 */

/** So near to the limit, the composer counts. */
const COUNT_FROM = 200;

/**
 * Where the visitor writes. The draft outlives a reload of the tab. When nobody is there it asks who writes (`offline`).
 * Its events carry the text: `write`, `again` while busy, `typing`.
 */
export class Composer extends /** @type {PartWith<Properties>} */ (Part) {
  #drafted;

  get #area() {
    return this.querySelector('textarea');
  }

  render() {
    if (this.#drafted !== this.draft) {
      this.#drafted = this.draft;
      this.text = keepDraft(this.draft);
    }
    const left = this.limit - this.text.length;
    return html`<form @submit=${this.#submit}>
      ${this.offline ? contactFields(this.t, this.busy) : nothing}
      <label class=${this.starting ? '' : 'unseen'} for="text">${this.t(this.starting ? 'message' : 'placeholder')}</label>
      <textarea id="text" dir="auto" rows=${this.starting ? 3 : 1} enterkeyhint="send" .value=${this.text}
        placeholder=${this.t('placeholder')} ?readonly=${this.busy} aria-invalid=${left < 0}
        aria-describedby="count" @input=${this.#input} @keydown=${this.#key} @blur=${() => this.tell('typing', '')}></textarea>
      ${this.starting
        ? html`<button class="primary" aria-disabled=${this.busy} aria-busy=${this.busy}>${this.busy
            ? html`<i class="spinner"></i>`
            : nothing}${this.t(this.offline ? 'leave' : 'start')}</button>`
        : html`<button class="primary" aria-label=${this.t('send')} title=${this.t('send')} ?disabled=${!this.#sendable}>${icons.send}</button>`}
      <span id="count" class=${left < 0 ? 'over' : ''} role="status">${left >= COUNT_FROM
        ? nothing
        : this.t(left < 0 ? 'over' : 'left', {n: Math.abs(left)})}</span>
    </form>`;
  }

  /** Who writes. */
  get form() {
    return Object.fromEntries(new FormData(this.querySelector('form')));
  }

  updated() {
    const area = this.#area;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight + 2}px`;
  }

  focus() {
    /** @type {HTMLElement} */ (this.querySelector('input, textarea'))?.focus();
  }

  clear() {
    this.#change('');
  }

  get #sendable() {
    return this.text.trim() !== '' && this.text.length <= this.limit;
  }

  #input({target}) {
    this.#change(target.value);
    this.tell('typing', this.text);
  }

  #change(text) {
    this.update({text});
    keepDraft(this.draft, text);
  }

  #key(event) {
    if (sends(event)) {
      event.preventDefault();
      this.querySelector('form').requestSubmit();
    }
  }

  #submit(event) {
    event.preventDefault();
    if (this.busy) {
      this.tell('again');
    } else if (this.#sendable) {
      this.tell('write', this.text);
    } else {
      this.focus();
    }
  }
}

customElements.define('parley-composer', Composer);
