import {LitElement, css, html, nothing} from '../lib/lit-element/lit-element.js';
import {repeat} from '../lib/lit/directives/repeat.js';
import {formatTime} from '../i18n/i18n.js';
import '../ui/badge.js';
import '../ui/list.js';
import {base, visuallyHidden} from '../ui/shared.js';
import {lastMessage, own} from './desk-model.js';
import {draftOf} from './drafts.js';
import {Following} from './following.js';
import {sidebar} from './sidebar-styles.js';
import {t} from './texts.js';
import {visitorName} from './visitor-name.js';

/** The operator's own conversations. Fires `open` {conversation}. */
class ConsoleConversations extends LitElement {
  static properties = {
    client: {attribute: false},
    reading: {attribute: false},
    typing: {attribute: false},
    shown: {attribute: false},
    current: {},
    ready: {type: Boolean},
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
    this.shown = [];
  }

  render() {
    const mine = own(this.client.store);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${t('mine.heading')} ${mine.length ? html`<parley-badge>${mine.length}</parley-badge>` : nothing}</h2>
      ${mine.length
        ? html`<parley-list label=${t('mine.heading')}>
            ${repeat(mine, ({id}) => id, (conversation) => this.#item(conversation))}
          </parley-list>`
        : html`<p class="empty">${this.ready ? t('mine.empty') : t('desk.loading')}</p>`}
    </section>`;
  }

  #item(conversation) {
    const {id, entries} = conversation;
    const count = this.reading.unread(conversation);
    return html`<parley-list-item class=${count ? 'unread' : nothing} data-conversation=${id}
      ?data-shown=${this.shown.includes(id)} ?current=${id === this.current} @select=${() => this.#open(id)}>
      <span class="first">
        <bdi class="name">${visitorName(conversation)}</bdi>
        <span class="time">${entries.length ? formatTime(entries.at(-1).at) : nothing}</span>
      </span>
      <span class="second">${this.#lastLine(conversation)}
        ${count
          ? html`<parley-badge class="fixed" tone="strong"><span aria-hidden="true">${count}</span><span class="visually-hidden"
                >${t('mine.unread', {n: count})}</span></parley-badge>`
          : nothing}
      </span>
    </parley-list-item>`;
  }

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
    return html`${last.own ? html`<span class="fixed">${t('mine.you')}</span>` : nothing}<bdi class="wide">${last.text}</bdi>`;
  }

  #open(conversation) {
    this.dispatchEvent(new CustomEvent('open', {detail: {conversation}}));
  }
}

customElements.define('console-conversations', ConsoleConversations);
