import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {repeat} from '../../lib/lit/directives/repeat.js';
import '../../ui/button.js';
import {base, visuallyHidden} from '../../ui/shared.js';
import {Following, Ticking, concerns} from '../base/following.js';
import {guarded} from '../base/guard.js';
import {bubbles, lineView} from './history-view.js';
import {historyLines} from './history-lines.js';
import {down} from '../looks/icons.js';
import {JointLog} from './joint-log.js';
import {undoUntil} from '../model/merges.js';
import {Sight} from './sight.js';
import {t} from '../base/texts.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Self} from '../../client/frames.js'
 * @import {Reading} from '../model/reading.js'
 * @import {TypingNow, TypingWatch} from '../model/typing-watch.js'
 * @import {HistoryLine} from './history-lines.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {Reading} reading
 * @property {TypingWatch} typing
 * @property {string} conversation
 * @property {boolean} editable
 * @property {boolean} undoable
 * @property {boolean} past
 * @property {boolean} _loading
 * @property {boolean} _failed
 * @property {boolean} _atEnd
 */

/** Nearer to an end than this, px, counts as being there. */
const near = 48;

/**
 * The log of one conversation, with those that were merged into it. Stays at its end while the reader is there, loads older entries when the reader comes
 * near the beginning, and marks what has been seen as read. Fires `edit` {text, note} for a failed message that the operator
 * takes back; `editable` says that there is a composer to take it; of what is `past` nothing more is loaded. Fires `unmerge` {conversation} where merges are
 * `undoable`.
 */
export class ConsoleHistory extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false},
    reading: {attribute: false},
    typing: {attribute: false},
    conversation: {},
    editable: {type: Boolean},
    undoable: {type: Boolean},
    past: {type: Boolean},
    _loading: {state: true},
    _failed: {state: true},
    _atEnd: {state: true},
  };

  static styles = [
    base,
    visuallyHidden,
    bubbles,
    css`
      :host {
        position: relative;
        display: block;
        min-block-size: 0;
      }
      .scroller {
        block-size: 100%;
        padding-block: var(--parley-space-3);
        padding-inline: max(var(--parley-space-4), (100% - 52rem) / 2);
        overflow-y: auto;
        overscroll-behavior: contain;
        /* We keep the place ourselves, in every browser the same way */
        overflow-anchor: none;
      }
      .scroller:focus-visible {
        outline-offset: -2px;
      }
      .older {
        margin: 0 0 var(--parley-space-2);
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
        text-align: center;
      }
      .newer {
        position: absolute;
        inset-block-end: var(--parley-space-3);
        inset-inline: 0;
        inline-size: fit-content;
        margin-inline: auto;
        border-radius: var(--parley-radius-full);
        box-shadow: var(--parley-shadow-m);
      }
    `,
  ];

  /** How far the view was from the end before the last rendering, to keep the place when older entries come in above. */
  #fromEnd = 0;
  #before = 0;
  #top = 0;
  #sight = new Sight(this, () => this.#sightChanged());
  #joint = new JointLog(() => this.client);

  constructor() {
    super();
    const mine = concerns(this);
    const joint = (event) => mine(event) || this.#model?.summary?.merged?.includes(event.detail.conversation);
    new Following(this, () => this.client, ['change', 'state'], joint);
    new Following(this, () => this.typing, ['change'], mine);
    new Ticking(this, 15_000);
    this._atEnd = true;
  }

  /** @returns {HTMLElement} */
  get #scroller() {
    return this.renderRoot.querySelector('.scroller');
  }

  get #model() {
    return this.client.store.conversations.get(this.conversation);
  }

  get #hasOlder() {
    return this.#joint.lacks(this.#model);
  }

  /** What lacks notes that belong between the messages that we have. */
  get #lacksNotes() {
    return [...this.#joint.merged(this.#model), this.#model].find(({entries, internal, summary}) => {
      const begin = internal[0];
      return begin ? begin.seq > 1 && begin.at > (entries[0]?.at ?? '') : summary?.head?.internal > 0;
    });
  }

  willUpdate() {
    const scroller = this.hasUpdated && this.#scroller;
    this.#fromEnd = scroller ? scroller.scrollHeight - scroller.scrollTop : 0;
  }

  render() {
    const model = this.#model;
    if (!model) {
      return nothing;
    }
    const {self} = this.client.store;
    const lines = historyLines(model, self, this.#joint.merged(model));
    const typing = this.typing.of(this.conversation);
    const unseen = !this._atEnd && this.reading.unread(model) > 0;
    return html`<div class="scroller" tabindex="0" role="log" aria-label=${t('history.label')}
        aria-busy=${this._loading ? 'true' : 'false'} @scroll=${this.#scrolled}>
        ${this.#older()}
        ${repeat(lines, ({key}) => key, (line) => guarded(() => this.#line(line, self)))}
        ${typing ? this.#preview(typing) : nothing}
      </div>
      ${this._atEnd
        ? nothing
        : html`<parley-button class="newer" variant=${unseen ? 'primary' : 'quiet'} @click=${this.#follow}
            >${down} ${unseen ? t('history.unseen') : t('history.latest')}</parley-button>`}`;
  }

  /** @param {HistoryLine} line @param {Self} self */
  #line(line, self) {
    const actions = {
      retry: () => this.client.retry(line.id).catch(() => {}),
      edit: this.editable ? () => this.#edit(line) : undefined,
      discard: () => this.client.discard(line.id),
    };
    return lineView(line, self, actions, this.#undo(line));
  }

  /** @param {HistoryLine} line */
  #undo({type, entry, holds, source}) {
    return type === 'merge' && this.undoable && holds && undoUntil(entry, this.client.limits.mergeUndo) > Date.now()
      ? () => this.dispatchEvent(new CustomEvent('unmerge', {detail: {conversation: source}}))
      : undefined;
  }

  /** @param {HistoryLine} line */
  #edit({id, text, note}) {
    this.client.discard(id);
    this.dispatchEvent(new CustomEvent('edit', {detail: {text, note}}));
  }

  #older() {
    if (this._failed) {
      return html`<p class="older">${t('history.older.failed')}
        <parley-button @click=${this.#load}>${t('retry')}</parley-button></p>`;
    }
    return this._loading ? html`<p class="older">${t('history.older.loading')}</p>` : nothing;
  }

  /** Hidden from the log's announcements: a reader would hear every letter. @param {TypingNow} typing */
  #preview({text, active}) {
    return html`<div class="message preview" aria-live="off">
      ${text ? html`<p class="bubble" dir="auto">${text}</p>` : nothing}
      <p class="meta">
        ${active ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>` : nothing}
        ${text ? t('typing.preview') : t('typing.active')}
      </p>
    </div>`;
  }

  updated() {
    const scroller = this.#scroller;
    if (!scroller) {
      return;
    }
    if (this._atEnd) {
      this.#toEnd();
    } else if (this.#joint.before(this.#model) < this.#before) {
      scroller.scrollTop = scroller.scrollHeight - this.#fromEnd;
    }
    this.#before = this.#joint.before(this.#model);
    this.#look();
    this.#fill();
  }

  // A short history has no scroll bar to ask for more with
  #fill() {
    const {scrollHeight, clientHeight} = this.#scroller;
    const short = scrollHeight <= clientHeight + near && this.#hasOlder;
    if ((short || this.#lacksNotes || this.#joint.hasGaps(this.#model)) && !this._failed) {
      this.#load();
    }
  }

  #scrolled() {
    const {scrollTop, scrollHeight, clientHeight} = this.#scroller;
    // A view that became smaller is not a reader who left
    const left = scrollTop < this.#top;
    this._atEnd = scrollHeight - clientHeight - scrollTop < near || (this._atEnd && !left);
    this.#top = scrollTop;
    if (scrollTop < near && this.#hasOlder && !this._failed) {
      this.#load();
    }
    this.#look();
  }

  async #load() {
    if (this.past || this._loading || this.client.state !== 'live') {
      return;
    }
    this._loading = true;
    this._failed = false;
    try {
      const {id} = this.#lacksNotes ?? {};
      await (id ? this.client.older(id, 'internal') : this.#joint.load(this.#model));
    } catch (error) {
      // After a reconnect scrolling asks again by itself
      this._failed = error.code !== 'disconnected';
    } finally {
      this._loading = false;
    }
  }

  #sightChanged() {
    if (this.#scroller) {
      this._atEnd && this.#toEnd();
      this.#look();
    }
  }

  #toEnd() {
    const scroller = this.#scroller;
    scroller.scrollTop = scroller.scrollHeight;
  }

  #follow() {
    this._atEnd = true;
    this.#scroller.focus();
  }

  /** Whether somebody has the newest lines before their eyes. */
  get seen() {
    return this._atEnd && this.#sight.clear;
  }

  #look() {
    const model = this.#model;
    if (model?.summary?.owner?.id === this.client.store.self?.id && this.seen) {
      this.reading.mark(model);
    }
  }
}

customElements.define('console-history', ConsoleHistory);
