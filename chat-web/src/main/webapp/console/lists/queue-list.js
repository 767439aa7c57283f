import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {repeat} from '../../lib/lit/directives/repeat.js';
import '../../ui/badge.js';
import '../../ui/button.js';
import '../../ui/list.js';
import {base} from '../../ui/shared.js';
import {waiting, waitsSince} from '../model/desk-model.js';
import {Following, Ticking} from '../base/following.js';
import {guarded} from '../base/guard.js';
import {priorityBadge, tagBadges} from '../looks/labels-view.js';
import {sidebar} from '../looks/sidebar-styles.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';
import {formatWaiting} from '../looks/waiting-time.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Conversation} from '../../client/types.js'
 * @import {QueueWatch} from '../model/queue-watch.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {string | null} current
 * @property {Set<string>} accepting conversations that are being accepted
 * @property {QueueWatch} watch
 */

/** From here on, ms, a waiting time is marked. */
const longWait = 2 * 60_000;

/** Who waits, the first to serve first. Fires `open` and `accept` {conversation}. */
export class ConsoleQueue extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false},
    current: {},
    accepting: {attribute: false},
    watch: {attribute: false},
  };

  static styles = [
    base,
    sidebar,
    css`
      .wait {
        margin-inline-start: auto;
        font-variant-numeric: tabular-nums;
      }
      parley-button {
        --parley-button-padding: 0.125rem 0.625rem;
        margin-inline-end: var(--parley-space-2);
      }
    `,
  ];

  constructor() {
    super();
    new Following(this, () => this.client, ['change', 'state']);
    new Following(this, () => this.watch, ['change']);
    new Ticking(this, 1000);
    this.accepting = new Set();
  }

  render() {
    const queue = waiting(this.client.store);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${t('queue.heading')}
        ${queue.length ? html`<parley-badge tone="warn">${queue.length}</parley-badge>` : nothing}</h2>
      ${queue.length
        ? html`<parley-list label=${t('queue.heading')}>
            ${repeat(queue, ({id}) => id, (conversation, index) => guarded(() => this.#item(conversation, index === 0)))}
          </parley-list>`
        : html`<p class="empty">${t(`queue.${this.watch.state}`)}</p>`}
    </section>`;
  }

  /** @param {Conversation} conversation @param {boolean} first */
  #item(conversation, first) {
    const {id, summary} = conversation;
    const wait = Date.now() - Date.parse(waitsSince(conversation));
    const name = visitorName(conversation);
    return html`<parley-list-item data-conversation=${id} ?current=${id === this.current} @select=${() => this.#fire('open', id)}>
      <span class="first">
        <bdi class="name">${name}</bdi>${priorityBadge(summary)}
        <parley-badge class="wait" tone=${wait > longWait ? 'warn' : 'neutral'} title=${t('queue.waiting')}
          >${formatWaiting(wait)}</parley-badge>
      </span>
      <span class="second"><bdi class="fixed">${summary.department?.name}</bdi>${summary.subject
        ? html`<span class="fixed" aria-hidden="true">·</span><bdi class="wide">${summary.subject}</bdi>`
        : nothing}</span>
      ${summary.offer
        ? html`<span class="second"><bdi class="wide">${t('offer.elsewhere', {name: summary.offer.operator.name ?? ''})}</bdi></span>`
        : nothing}
      ${summary.leftMessage
        ? html`<span class="second"><parley-badge tone="accent">${t('queue.left')}</parley-badge></span>`
        : nothing}
      ${summary.tags?.length ? html`<span class="tags">${tagBadges(summary)}</span>` : nothing}
      <parley-button slot="actions" variant=${first ? 'primary' : 'quiet'} label=${t('queue.accept.label', {name})}
        ?busy=${this.accepting.has(id)} @click=${() => this.#fire('accept', id)}>${t('queue.accept')}</parley-button>
    </parley-list-item>`;
  }

  /** @param {string} type @param {string} conversation */
  #fire(type, conversation) {
    this.dispatchEvent(new CustomEvent(type, {detail: {conversation}}));
  }
}

customElements.define('console-queue', ConsoleQueue);
