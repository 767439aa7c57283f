import {html, nothing, render} from '../lib/lit-html/lit-html.js';
import {formatDay, formatTime} from '../i18n/i18n.js';
import {composes} from '../ui/keys.js';
import {linked} from '../ui/linked.js';
import {eventText, logRows} from './conversation-view.js';

/** So near to the limit, the composer counts. */
const COUNT_FROM = 200;

/** So near to its end, in pixels, a log follows. */
const NEAR = 80;

/** A typing frame holds for so long. */
const HOLDS = 6000;

const icon = (path) => html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${path}></path></svg>`;

export const icons = {
  minimise: icon('m5 7.5 5 5 5-5'),
  end: icon('M8 3.5H5.5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2H8M12.5 6.5 16 10l-3.5 3.5M16 10H8'),
  send: icon('M10 16V4.5M5 9l5-5 5 5'),
  down: icon('M10 4v12M5 11l5 5 5-5'),
};

/** Its name is said aloud, and as a tooltip. */
export const iconButton = (shape, label, press) =>
  html`<button class="plain" aria-label=${label} title=${label} @click=${press}>${shape}</button>`;

/** Few texts have links: what finds them comes when one may. */
const MAY_LINK = /:\/\/|www\.|@/i;
let withLinks;

/** A text with its links, after a `redraw` maybe. */
export function textView(text, redraw) {
  if (!withLinks && MAY_LINK.test(text)) {
    const loaded = import(new URL('../client/links.js', import.meta.url));
    loaded.then(
      (module) => {
        withLinks = module.withLinks;
        redraw();
      },
      () => {}, // The next drawing asks again
    );
  }
  return linked(withLinks?.(text) ?? [text]);
}

/** Who writes, and how to answer. */
export const contactFields = (t, busy) =>
  ['name', 'email'].map((name) => html`<label for=${name}>${t(name)}</label>
    <input id=${name} name=${name} type=${name === 'email' ? name : 'text'} autocomplete=${name} dir="auto" maxlength="200"
      required ?readonly=${busy}>`);

/** An element that Lit's templates draw, without a shadow, once for all changes of a turn. */
export class Part extends HTMLElement {
  #drawn;

  connectedCallback() {
    this.update();
  }

  /** Takes new values of its properties; resolves once they are seen. */
  update(values) {
    Object.assign(this, values);
    return (this.#drawn ??= Promise.resolve().then(() => {
      this.#drawn = null;
      render(this.render(), this, {host: this});
      this.updated?.();
    }));
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

/**
 * Where the visitor writes. The draft outlives a reload of the tab. When nobody is there it asks who writes (`offline`).
 * Its events carry the text: `write`, `again` while busy, `typing`.
 */
class Composer extends Part {
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
    this.querySelector('input, textarea')?.focus();
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
    if (event.key === 'Enter' && !event.shiftKey && !composes(event)) {
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

/** The key of what there is to say of a refusal. */
export function failureKey(error, otherwise) {
  return ['too-large', 'invalid', 'closed', 'forbidden'].includes(error?.code) ? `failed.${error.code}` : otherwise;
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

/** The visible log. A row keeps its element, so that a screen reader announces what is new and nothing else. */
class MessageLog extends Part {
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
    const rows = logRows(this.conversations.at(-1), this.self, this.conversations.slice(0, -1));
    const scroller = this.#scroller;
    const missing = this.#before;
    const heightBefore = scroller.scrollHeight;
    this.#place(rows);
    if (missing < this.#missing && !this.#atEnd) {
      scroller.scrollTop += scroller.scrollHeight - heightBefore; // Stay where the reader is
    }
    this.#missing = missing;
    const newest = rows.findLast(({kind}) => kind === 'message');
    if (newest && newest.key !== this.#newest) {
      this.update({away: Boolean(this.#newest) && !this.#atEnd && !newest.own});
      this.#atEnd ||= newest.own;
      this.#newest = newest.key;
    }
    this.#follow();
  }

  /** Shows who of the others is writing: of several the last. */
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
      element.className = ['row', row.kind, row.closes && 'warning', row.own && 'own', row.first && 'first', row.last && 'last', row.state]
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
      return html`<span dir="auto">${eventText(this.t, row)}</span>`;
    }
    return html`
      ${row.first ? html`<span class="who ${row.own ? 'unseen' : ''}">${row.own ? this.t('you') : row.author?.name}</span>` : nothing}
      <p class="bubble" dir="auto">${textView(row.text, () => this.update())}</p>
      ${row.state === 'failed' ? this.#failure(row) : this.#foot(row)}`;
  }

  #foot({last, newest, at, state}) {
    return last || newest
      ? html`<span class="foot"><time>${formatTime(at)}</time>${newest ? html` · ${this.t(`state.${state}`)}` : nothing}</span>`
      : nothing;
  }

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

customElements.define('parley-composer', Composer);
customElements.define('parley-log', MessageLog);
