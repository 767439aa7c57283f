import {LitElement, html, nothing} from '../lib/lit-element/lit-element.js';
import {icons} from './icons.js';

/** So near to the limit, the composer counts. */
const COUNT_FROM = 200;

/**
 * Where the visitor writes. The draft outlives a reload of the tab.
 * Its events carry the text: `write`, `again` while busy, `typing`.
 */
class Composer extends LitElement {
  static properties = {
    t: {attribute: false},
    limit: {type: Number},
    busy: {type: Boolean},
    starting: {type: Boolean},
    draft: {},
    text: {state: true},
  };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.text = keepDraft(this.draft);
  }

  get #area() {
    return this.querySelector('textarea');
  }

  render() {
    const left = this.limit - this.text.length;
    return html`<form @submit=${this.#submit}>
      <label class=${this.starting ? '' : 'unseen'} for="text">${this.t(this.starting ? 'message' : 'placeholder')}</label>
      <textarea id="text" dir="auto" rows=${this.starting ? 3 : 1} enterkeyhint="send" .value=${this.text}
        placeholder=${this.t('placeholder')} ?readonly=${this.busy} aria-invalid=${left < 0}
        aria-describedby="count" @input=${this.#input} @keydown=${this.#key}></textarea>
      ${this.starting
        ? html`<button class="primary" aria-disabled=${this.busy} aria-busy=${this.busy}>${this.busy
            ? html`<i class="spinner"></i>`
            : nothing}${this.t('start')}</button>`
        : html`<button class="primary" aria-label=${this.t('send')} title=${this.t('send')} ?disabled=${!this.#sendable}>${icons.send}</button>`}
      <span id="count" class=${left < 0 ? 'over' : ''} role="status">${left >= COUNT_FROM
        ? nothing
        : this.t(left < 0 ? 'over' : 'left', {n: Math.abs(left)})}</span>
    </form>`;
  }

  updated() {
    const area = this.#area;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight + 2}px`;
  }

  focus() {
    this.#area?.focus();
  }

  clear() {
    this.#change('');
  }

  get #sendable() {
    return this.text.trim() !== '' && this.text.length <= this.limit;
  }

  #input({target}) {
    this.#change(target.value);
    this.#tell('typing');
  }

  #change(text) {
    this.text = text;
    keepDraft(this.draft, text);
  }

  /** Enter belongs to the input method while it composes a word; 229 in older browsers. */
  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      this.#submit(event);
    }
  }

  #submit(event) {
    event.preventDefault();
    if (this.busy) {
      this.#tell('again');
    } else if (this.#sendable) {
      this.#tell('write');
    } else {
      this.focus();
    }
  }

  #tell(type) {
    this.dispatchEvent(new CustomEvent(type, {detail: this.text}));
  }
}

/** Keeps a text when one is given, and returns what is kept. */
export function keepDraft(key, text) {
  try {
    if (text !== undefined) {
      sessionStorage.setItem(key, text);
    }
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

customElements.define('parley-composer', Composer);
