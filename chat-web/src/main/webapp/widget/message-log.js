import {html, nothing, render} from '../lib/lit-html/lit-html.js';
import {isSpoken} from '../client/log-lines.js';
import {formatDay, formatTime} from '../i18n/i18n.js';
import {eventText, logRows} from './conversation-view.js';
import {Part, failureKey, icons, textView} from './parts.js';

/**
 * @import {Person, Self, Typing} from '../client/frames.js'
 * @import {Conversation} from '../client/types.js'
 * @import {Row} from './conversation-view.js'
 * @import {PartWith} from './parts.js'
 *
 * @typedef {object} Properties
 * @property {import('../i18n/i18n.js').Translate} t
 * @property {Self} self
 * @property {Conversation[]} conversations the last is the one that goes on
 * @property {Person} [typist]
 * @property {boolean} away whether something new is below what is seen
 */

/** So near to its end, in pixels, a log follows. */
const NEAR = 80;

/** A typing frame holds for so long. */
const HOLDS = 6000;

/** The visible log. A row keeps its element, so that a screen reader announces what is new and nothing else. */
export class MessageLog extends /** @type {PartWith<Properties>} */ (Part) {
  /** @type {Map<string, HTMLElement>} */
  #rows = new Map();
  #lines = document.createElement('div');
  #atEnd = true;
  #newest;
  #missing;
  #timer;

  constructor() {
    super();
    new ResizeObserver(() => this.#follow()).observe(this);
  }

  /** @returns {HTMLElement} */
  get #scroller() {
    return this.querySelector('.scroller');
  }

  /** How many entries stand before those that we have. */
  get #before() {
    return this.conversations.reduce((sum, {entries}) => sum + (entries[0]?.seq ?? 1) - 1, 0);
  }

  /** Somebody who has no part any more does not write either. */
  get #writes() {
    const {owner, status} = this.conversations.at(-1).summary;
    return this.typist && status !== 'closed' && this.typist.id === owner?.id;
  }

  render() {
    return html`<div class="scroller" tabindex="0" role="log" aria-live="polite" aria-label=${this.t('log')}
        @scroll=${this.#scrolled}>
        ${this.#before ? html`<button class="older" @click=${() => this.tell('older')}>${this.t('older')}</button>` : nothing}
        ${this.#lines}
        ${this.#writes
          ? html`<div class="typing"><i></i><i></i><i></i><span class="unseen">${this.t('typing', this.typist)}</span></div>`
          : nothing}
      </div>
      ${this.away
        ? html`<button class="to-end primary" @click=${this.#toEnd}>${icons.down}${this.t('new')}</button>`
        : nothing}`;
  }

  updated() {
    const rows = logRows(this.conversations, this.self);
    const scroller = this.#scroller;
    const missing = this.#before;
    const heightBefore = scroller.scrollHeight;
    this.#place(rows);
    if (missing < this.#missing && !this.#atEnd) {
      scroller.scrollTop += scroller.scrollHeight - heightBefore; // Stay where the reader is
    }
    this.#missing = missing;
    const newest = rows.findLast(isSpoken);
    if (newest && newest.key !== this.#newest) {
      this.update({away: Boolean(this.#newest) && !this.#atEnd && !newest.own});
      this.#atEnd ||= newest.own;
      this.#newest = newest.key;
    }
    this.#follow();
  }

  /** Shows who of the others is writing: of several the last. @param {Typing} frame */
  typing({conversation, participant, text}) {
    if (!this.conversations.some(({id}) => id === conversation)) {
      return;
    }
    if (text === '') {
      this.silence(participant.id);
    } else {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.silence(), HOLDS);
      this.update({typist: participant});
    }
  }

  /** Who was writing sent it or went away; without an `id` that is anybody. */
  silence(id = this.typist?.id) {
    if (id === this.typist?.id) {
      clearTimeout(this.#timer);
      this.update({typist: null});
    }
  }

  #toEnd() {
    this.#atEnd = true;
    this.update({away: false});
    this.#follow();
    this.#scroller.focus();
  }

  /** @param {Row[]} rows */
  #place(rows) {
    const wanted = new Set(rows.map(({key}) => key));
    for (const [key, element] of this.#rows) {
      if (!wanted.has(key)) {
        element.remove();
        this.#rows.delete(key);
      }
    }
    rows.forEach((row, index) => {
      const element = this.#rows.get(row.key) ?? document.createElement('div');
      this.#rows.set(row.key, element);
      element.className = ['row', row.kind, row.closes && 'warning', row.own && 'own', row.starts && 'first', row.ends && 'last', row.state]
        .filter(Boolean).join(' ');
      render(this.#line(row), element);
      if (this.#lines.children[index] !== element) {
        this.#lines.insertBefore(element, this.#lines.children[index] ?? null);
      }
    });
  }

  /** @param {Row} row */
  #line(row) {
    if (row.kind === 'day') {
      return html`<span>${formatDay(row.at)}</span>`;
    }
    if (row.kind === 'event') {
      return html`<span dir="auto">${eventText(this.t, row)}</span>`;
    }
    return html`
      ${row.starts ? html`<span class="who ${row.own ? 'unseen' : ''}">${row.own ? this.t('you') : row.author?.name}</span>` : nothing}
      <p class="bubble" dir="auto">${textView(row.text, () => this.update())}</p>
      ${row.state === 'failed' ? this.#failure(row) : this.#foot(row)}`;
  }

  /** @param {Row} row */
  #foot({ends, newest, at, state}) {
    return ends || newest
      ? html`<span class="foot"><time>${formatTime(at)}</time>${newest ? html` · ${this.t(`state.${state}`)}` : nothing}</span>`
      : nothing;
  }

  /** @param {Row} row */
  #failure({id, error}) {
    return html`<span class="foot">${this.t(failureKey(error, 'failed'))}
      <button class="link" @click=${() => this.tell('retry', id)}>${this.t('retry')}</button>
      <button class="link" @click=${() => this.tell('discard', id)}>${this.t('discard')}</button></span>`;
  }

  #scrolled() {
    const {scrollTop, scrollHeight, clientHeight} = this.#scroller;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atEnd) {
      this.away && this.update({away: false});
      this.tell('reading');
    } else if (scrollTop < NEAR && this.#missing) {
      this.tell('older');
    }
  }

  #follow() {
    if (this.#atEnd && this.#scroller) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
      this.tell('reading');
    }
  }
}

customElements.define('parley-log', MessageLog);
