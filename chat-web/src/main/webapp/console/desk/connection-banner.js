import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import * as CloseCode from '../../client/line/close-code.js';
import '../../ui/button.js';
import {base} from '../../ui/shared.js';
import {Following} from '../base/following.js';
import {warning} from '../looks/icons.js';
import {t} from '../base/texts.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Bye} from '../../client/frames.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {boolean} _late
 * @property {Bye | null} _bye after which nobody comes back
 */

/** A hiccup shorter than this, ms, is none of the operator's business. */
const patience = 1000;

/** Says in words how it stands with the line to the server; silent while all is well. */
export class ConnectionBanner extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {client: {attribute: false}, _late: {state: true}, _bye: {state: true}};

  static styles = [
    base,
    css`
      .banner {
        display: flex;
        align-items: center;
        gap: var(--parley-space-3);
        padding: var(--parley-space-2) var(--parley-space-4);
        background: var(--parley-warn-soft);
        color: var(--parley-warn-text);
      }
      .banner.final {
        background: var(--parley-danger-soft);
        color: var(--parley-danger-text);
      }
      p {
        flex: 1;
        margin: 0;
      }
      svg {
        flex: none;
      }
    `,
  ];

  #timer;
  #wasLive = false;
  #watched = (event) => this.#watch(event);

  constructor() {
    super();
    new Following(this, () => this.client, ['state']);
    this._late = false;
    this._bye = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.client.addEventListener('state', this.#watched);
    this.client.addEventListener('bye', this.#watched);
    this.#wait();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.client.removeEventListener('state', this.#watched);
    this.client.removeEventListener('bye', this.#watched);
    clearTimeout(this.#timer);
  }

  render() {
    const text = this.#text();
    return html`<div role="status">
      ${text
        ? html`<div class="banner ${this._bye ? 'final' : ''}">${warning}
            <p>${text}</p>
            ${this._bye ? html`<parley-button @click=${this.#again}>${t('connection.again')}</parley-button>` : nothing}
          </div>`
        : nothing}
    </div>`;
  }

  #text() {
    const {state} = this.client;
    if (this._bye) {
      return t(this._bye.code === CloseCode.REPLACED ? 'connection.replaced' : 'connection.ended');
    }
    if (state === 'live' || !this._late) {
      return '';
    }
    if (state === 'syncing') {
      return t('connection.syncing');
    }
    return this.#wasLive ? t('connection.lost') : t('connection.connecting');
  }

  #watch({type, detail}) {
    if (type === 'bye') {
      this._bye = detail.reconnect ? null : detail;
    } else if (this.client.state === 'live') {
      this.#wasLive = true;
      this._late = false;
      this._bye = null;
      clearTimeout(this.#timer);
      this.#timer = null;
    } else {
      this.#wait();
    }
  }

  #wait() {
    if (this.client.state !== 'live') {
      this.#timer ??= setTimeout(() => (this._late = true), patience);
    }
  }

  #again() {
    this._bye = null;
    this.client.open();
  }
}

customElements.define('connection-banner', ConnectionBanner);
