import {LitElement, html, nothing, render} from '../lib/lit-element/lit-element.js';
import {formatDay, formatTime} from '../i18n/i18n.js';
import {logRows, withAddresses} from './conversation-view.js';
import {icons} from './icons.js';

/** So near to its end, in pixels, a log follows. */
const NEAR = 80;

/** A typing frame holds for so long. */
const HOLDS = 6000;

/** The visible log. A row keeps its element, so that a screen reader announces what is new and nothing else. */
class MessageLog extends LitElement {
  static properties = {
    t: {attribute: false},
    self: {attribute: false},
    conversation: {attribute: false},
    away: {state: true},
    typist: {state: true},
  };

  #rows = new Map();
  #lines = document.createElement('div');
  #atEnd = true;
  #newest;
  #first;
  #timer;

  constructor() {
    super();
    new ResizeObserver(() => this.#follow()).observe(this);
  }

  createRenderRoot() {
    return this;
  }

  get #scroller() {
    return this.querySelector('.scroller');
  }

  render() {
    const more = this.conversation.entries[0]?.seq > 1;
    return html`<div class="scroller" tabindex="0" role="log" aria-live="polite" aria-label=${this.t('log')}
        @scroll=${this.#scrolled}>
        ${more ? html`<button class="older" @click=${() => this.#tell('older')}>${this.t('older')}</button>` : nothing}
        ${this.#lines}
        ${this.typist
          ? html`<div class="typing"><i></i><i></i><i></i><span class="unseen">${this.t('typing', this.typist)}</span></div>`
          : nothing}
      </div>
      ${this.away
        ? html`<button class="to-end primary" @click=${this.#toEnd}>${icons.down}${this.t('new')}</button>`
        : nothing}`;
  }

  updated() {
    const rows = logRows(this.conversation, this.self);
    const scroller = this.#scroller;
    const first = this.conversation.entries[0]?.seq;
    const heightBefore = scroller.scrollHeight;
    this.#place(rows);
    if (first < this.#first && !this.#atEnd) {
      scroller.scrollTop += scroller.scrollHeight - heightBefore; // Stay where the reader is
    }
    this.#first = first;
    const newest = rows.findLast(({kind}) => kind === 'message');
    if (newest && newest.key !== this.#newest) {
      this.away = Boolean(this.#newest) && !this.#atEnd && !newest.own;
      this.#atEnd ||= newest.own;
      this.#newest = newest.key;
    }
    this.#follow();
  }

  /** Shows who of the others is writing: of several the last. */
  typing({participant, text}) {
    if (text === '') {
      this.silence(participant.id);
    } else {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.silence(), HOLDS);
      this.typist = participant;
    }
  }

  /** Who was writing sent it or went away; without an `id` that is anybody. */
  silence(id = this.typist?.id) {
    if (id === this.typist?.id) {
      clearTimeout(this.#timer);
      this.typist = null;
    }
  }

  #toEnd() {
    this.#atEnd = true;
    this.away = false;
    this.#follow();
    this.#scroller.focus();
  }

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
      element.className = ['row', row.kind, row.own && 'own', row.first && 'first', row.last && 'last', row.state]
        .filter(Boolean).join(' ');
      render(this.#line(row), element);
      if (this.#lines.children[index] !== element) {
        this.#lines.insertBefore(element, this.#lines.children[index] ?? null);
      }
    });
  }

  #line(row) {
    if (row.kind === 'day') {
      return html`<span>${formatDay(row.at)}</span>`;
    }
    if (row.kind === 'event') {
      return html`<span dir="auto">${this.t(`event.${row.text}`, row.author)}</span>`;
    }
    return html`
      ${row.first ? html`<span class="who ${row.own ? 'unseen' : ''}">${row.own ? this.t('you') : row.author?.name}</span>` : nothing}
      <p class="bubble" dir="auto">${withAddresses(row.text).map(this.#piece)}</p>
      ${row.state === 'failed' ? this.#failure(row) : this.#foot(row)}`;
  }

  /** Lit puts each piece in as a text node: markup stays letters. */
  #piece(piece) {
    return piece.address
      ? html`<a href=${piece.address} target="_blank" rel="noopener noreferrer nofollow">${piece.address}</a>`
      : piece;
  }

  #foot({last, newest, at, state}) {
    return last || newest
      ? html`<span class="foot"><time>${formatTime(at)}</time>${newest ? html` · ${this.t(`state.${state}`)}` : nothing}</span>`
      : nothing;
  }

  #failure({id, error}) {
    const known = ['too-large', 'invalid', 'closed'].includes(error?.code);
    return html`<span class="foot">${this.t(known ? `failed.${error.code}` : 'failed')}
      <button class="link" @click=${() => this.#tell('retry', id)}>${this.t('retry')}</button>
      <button class="link" @click=${() => this.#tell('discard', id)}>${this.t('discard')}</button></span>`;
  }

  #scrolled() {
    const {scrollTop, scrollHeight, clientHeight} = this.#scroller;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atEnd) {
      this.away = false;
      this.#tell('reading');
    } else if (scrollTop < NEAR && this.#first > 1) {
      this.#tell('older');
    }
  }

  #follow() {
    if (this.#atEnd && this.#scroller) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
      this.#tell('reading');
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

customElements.define('parley-log', MessageLog);
