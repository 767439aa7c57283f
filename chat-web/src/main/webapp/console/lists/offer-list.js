import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {repeat} from '../../lib/lit/directives/repeat.js';
import '../../ui/badge.js';
import '../../ui/button.js';
import '../../ui/list.js';
import {base} from '../../ui/shared.js';
import {offered} from '../model/desk-model.js';
import {Following, Ticking} from '../base/following.js';
import {guarded} from '../base/guard.js';
import {priorityBadge} from '../looks/labels-view.js';
import {passedOn} from '../looks/passed-on.js';
import {sidebar} from '../looks/sidebar-styles.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';
import {formatWaiting} from '../looks/waiting-time.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Conversation} from '../../client/types.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {string | null} current
 * @property {Set<string>} accepting conversations that are being accepted
 */

/** What this operator is asked to take, the most pressing first. Fires `open`, `accept` and `decline` {conversation}. */
export class ConsoleOffers extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {client: {attribute: false}, current: {}, accepting: {attribute: false}};

  static styles = [
    base,
    sidebar,
    css`
      section {
        margin: var(--parley-space-2) 0;
        padding-block-end: var(--parley-space-2);
        border-radius: var(--parley-radius-m);
        background: var(--parley-warn-soft);
      }
      h2 {
        margin-block-start: 0;
        padding-block-start: var(--parley-space-2);
        color: var(--parley-warn-text);
      }
      .left {
        margin-inline-start: auto;
        font-variant-numeric: tabular-nums;
      }
      .second {
        color: inherit;
      }
      .passed {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        overflow: hidden;
        overflow-wrap: anywhere;
        white-space: normal;
      }
      /* There is no room for two actions beside a name */
      parley-list-item {
        flex-wrap: wrap;
      }
      parley-list-item::part(button) {
        flex-basis: 100%;
      }
      [slot='actions'] {
        flex: 1;
      }
      [slot='actions']:first-of-type {
        margin-inline-start: var(--parley-space-3);
      }
      [slot='actions']:last-of-type {
        margin-inline-end: var(--parley-space-3);
      }
      parley-button {
        --parley-button-padding: 0.125rem 0.625rem;
      }
    `,
  ];

  constructor() {
    super();
    new Following(this, () => this.client, ['change', 'state']);
    new Ticking(this, 1000);
    this.accepting = new Set();
  }

  render() {
    const offers = offered(this.client.store);
    return html`<div role="status">${offers.length
      ? html`<section aria-labelledby="heading">
          <h2 id="heading">${t('offer.heading')} <parley-badge tone="warn">${offers.length}</parley-badge></h2>
          <parley-list label=${t('offer.heading')}>
            ${repeat(offers, ({id}) => id, (conversation) => guarded(() => this.#item(conversation)))}
          </parley-list>
        </section>`
      : nothing}</div>`;
  }

  /** @param {Conversation} conversation */
  #item(conversation) {
    const {id, summary} = conversation;
    const name = visitorName(conversation);
    const left = Date.parse(summary.offer.until) - Date.now();
    return html`<parley-list-item data-conversation=${id} ?current=${id === this.current} @select=${() => this.#fire('open', id)}>
      <span class="first"><bdi class="name">${name}</bdi>${priorityBadge(summary)}
        <parley-badge class="left" tone=${left < 10_000 ? 'danger' : 'neutral'} title=${t('offer.left')} aria-hidden="true"
          >${formatWaiting(left)}</parley-badge></span>
      <span class="second"><bdi class="fixed">${summary.department?.name}</bdi>${summary.subject
        ? html`<span class="fixed" aria-hidden="true">·</span><bdi class="wide">${summary.subject}</bdi>`
        : nothing}</span>
      ${summary.offer.from ? html`<span class="passed"><bdi>${passedOn(summary)}</bdi></span>` : nothing}
      <parley-button slot="actions" variant="primary" label=${t('queue.accept.label', {name})} ?busy=${this.accepting.has(id)}
        @click=${() => this.#fire('accept', id)}>${t('queue.accept')}</parley-button>
      <parley-button slot="actions" label=${t('offer.decline.label', {name})}
        @click=${() => this.#fire('decline', id)}>${t('offer.decline')}</parley-button>
    </parley-list-item>`;
  }

  /** @param {string} type @param {string} conversation */
  #fire(type, conversation) {
    this.dispatchEvent(new CustomEvent(type, {detail: {conversation}}));
  }
}

customElements.define('console-offers', ConsoleOffers);
