import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {repeat} from '../../lib/lit/directives/repeat.js';
import {formatDay, formatTime, isToday} from '../../i18n/i18n.js';
import '../../ui/badge.js';
import '../../ui/list.js';
import {base, visuallyHidden} from '../../ui/shared.js';
import {lastMessage, orders, own, unansweredSince} from '../model/desk-model.js';
import {draftOf} from '../model/drafts.js';
import {Following, Ticking} from '../base/following.js';
import {guarded} from '../base/guard.js';
import {priorityBadge, tagBadges} from '../looks/labels-view.js';
import {chosenOrder, keepOrder} from './list-order.js';
import {sidebar} from '../looks/sidebar-styles.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';
import {visitorThere} from '../looks/visitor-there.js';
import {formatWaiting} from '../looks/waiting-time.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Conversation} from '../../client/types.js'
 * @import {Reading} from '../model/reading.js'
 * @import {TypingWatch} from '../model/typing-watch.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {Reading} reading
 * @property {TypingWatch} typing
 * @property {string[]} shown
 * @property {string | null} current
 * @property {boolean} ready
 * @property {string} _order of `orders`
 */

/** From here on, ms, the time that a visitor waits for an answer is shown, and from the second one it is marked. */
const shownWait = 30_000;
const longWait = 2 * 60_000;

/** The operator's own conversations. Fires `open` {conversation}. */
export class ConsoleConversations extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false},
    reading: {attribute: false},
    typing: {attribute: false},
    shown: {attribute: false},
    current: {},
    ready: {type: Boolean},
    _order: {state: true},
  };

  static styles = [
    base,
    sidebar,
    visuallyHidden,
    css`
      .unread .name,
      .unread .second {
        color: var(--parley-text);
        font-weight: var(--parley-bold);
      }
      .typing {
        color: var(--parley-accent-text);
      }
      h2 {
        white-space: nowrap;
      }
      h2 label {
        min-inline-size: 0;
        margin-inline-start: auto;
        font-weight: normal;
      }
      select {
        max-inline-size: min(9rem, 100%);
        min-block-size: 1.75rem;
        border: 1px solid transparent;
        border-radius: var(--parley-radius-s);
        background: none;
        color: var(--parley-text-muted);
        font: inherit;
        font-size: var(--parley-text-xs);
      }
      select:hover {
        border-color: var(--parley-line-strong);
      }
      option {
        background: var(--parley-raised);
        color: var(--parley-text);
      }
      .draft {
        color: var(--parley-danger-text);
      }
      parley-list-item {
        border-inline-start: 3px solid transparent;
      }
      [data-shown] {
        border-color: var(--parley-accent);
      }
    `,
  ];

  constructor() {
    super();
    new Following(this, () => this.client, ['change', 'state']);
    new Following(this, () => this.reading, ['change']);
    new Following(this, () => this.typing, ['change']);
    new Ticking(this, 5000);
    this.shown = [];
    this._order = chosenOrder();
  }

  render() {
    const mine = own(this.client.store, this._order);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${t('mine.heading')} ${mine.length ? html`<parley-badge>${mine.length}</parley-badge>` : nothing}
        ${mine.length > 1 ? this.#sorting() : nothing}</h2>
      ${mine.length
        ? html`<parley-list label=${t('mine.heading')}>
            ${repeat(mine, ({id}) => id, (conversation) => guarded(() => this.#item(conversation)))}
          </parley-list>`
        : html`<p class="empty">${this.ready ? t('mine.empty') : t('desk.loading')}</p>`}
    </section>`;
  }

  #sorting() {
    return html`<label><span class="visually-hidden">${t('mine.order')}</span>
      <select name="order" @change=${this.#sort}>
        ${Object.keys(orders).map(
          (order) => html`<option value=${order} ?selected=${order === this._order}>${t(`mine.order.${order}`)}</option>`,
        )}
      </select></label>`;
  }

  #sort({target}) {
    this._order = target.value;
    keepOrder(target.value);
  }

  /** @param {Conversation} conversation */
  #item(conversation) {
    const {id, entries, summary} = conversation;
    const count = this.reading.unread(conversation);
    return html`<parley-list-item class=${count ? 'unread' : nothing} data-conversation=${id}
      ?data-shown=${this.shown.includes(id)} ?current=${id === this.current} @select=${() => this.#open(id)}>
      <span class="first">
        <bdi class="name">${visitorName(conversation)}</bdi>${priorityBadge(summary)}
        <span class="time">${entries.length ? newest(entries.at(-1).at) : nothing}</span>
      </span>
      <span class="second">${this.#lastLine(conversation)}${this.#wait(conversation)}
        ${conversation.gone ? visitorThere(conversation) : nothing}
        ${count
          ? html`<parley-badge class="fixed" tone="strong"><span aria-hidden="true">${count}</span><span class="visually-hidden"
                >${t('mine.unread', {n: count})}</span></parley-badge>`
          : nothing}
      </span>
      ${summary.tags?.length ? html`<span class="tags">${tagBadges(summary)}</span>` : nothing}
    </parley-list-item>`;
  }

  /** @param {Conversation} conversation */
  #wait(conversation) {
    const since = unansweredSince(conversation, this.client.store.self);
    const wait = since ? Date.now() - Date.parse(since) : 0;
    return wait < shownWait
      ? nothing
      : html`<parley-badge class="fixed" tone=${wait > longWait ? 'warn' : 'neutral'} title=${t('mine.waiting')}
          ><span class="visually-hidden">${t('mine.waiting')}</span> ${formatWaiting(wait)}</parley-badge>`;
  }

  /** @param {Conversation} conversation */
  #lastLine(conversation) {
    const {store} = this.client;
    const draft = draftOf(conversation.id) || draftOf(conversation.id, true);
    const last = lastMessage(conversation, store.self);
    if (this.typing.of(conversation.id)?.active) {
      return html`<span class="typing wide">${t('mine.typing')}</span>`;
    }
    if (draft && !this.shown.includes(conversation.id)) {
      return html`<span class="draft fixed">${t('mine.draft')}</span><bdi class="wide">${draft}</bdi>`;
    }
    if (!last) {
      return html`<bdi class="wide">${conversation.summary.subject ?? ''}</bdi>`;
    }
    return html`${this.#writer(last)}<bdi class="wide">${last.text}</bdi>`;
  }

  /** Who of the staff wrote it. @param {ReturnType<typeof lastMessage>} last */
  #writer({own, author}) {
    const colleague = !own && author.kind === 'operator' && author.name;
    return own || colleague ? html`<bdi class="fixed">${own ? t('mine.you') : t('mine.colleague', {name: author.name})}</bdi>` : nothing;
  }

  /** @param {string} conversation */
  #open(conversation) {
    this.dispatchEvent(new CustomEvent('open', {detail: {conversation}}));
  }
}

function newest(time) {
  return isToday(time) ? formatTime(time) : formatDay(time);
}

customElements.define('console-conversations', ConsoleConversations);
