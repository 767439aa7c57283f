import {LitElement, css, html} from '../../lib/lit-element/lit-element.js';
import {live} from '../../lib/lit/directives/live.js';
import {base, visuallyHidden} from '../../ui/shared.js';
import {Following} from '../base/following.js';
import {t} from '../base/texts.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {OperatorStatus} from '../../client/frames.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {OperatorStatus | null} _wanted until the server has said yes
 */

/** @type {OperatorStatus[]} */
const statuses = ['accepting', 'away', 'offline'];

/** Whether this operator takes conversations. Fires `problem` {error} when the server refuses. */
export class ConsoleStatus extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {client: {attribute: false}, _wanted: {state: true}};

  static styles = [
    base,
    visuallyHidden,
    css`
      fieldset {
        display: flex;
        gap: 2px;
        margin: 0;
        padding: 2px;
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-m);
        background: var(--parley-sunken);
      }
      label {
        position: relative;
        display: flex;
        align-items: center;
        gap: 0.4375rem;
        min-block-size: calc(var(--parley-target) - 6px);
        padding-inline: var(--parley-space-2);
        border-radius: calc(var(--parley-radius-m) - 3px);
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
        font-weight: var(--parley-medium);
        white-space: nowrap;
        cursor: pointer;
      }
      label:hover {
        color: var(--parley-text);
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      label:has(:checked) {
        background: var(--parley-raised);
        color: var(--parley-text);
        box-shadow: var(--parley-shadow-s);
      }
      label:has(:focus-visible) {
        outline: var(--parley-focus-ring);
        outline-offset: 1px;
      }
      .dot {
        inline-size: 0.5rem;
        block-size: 0.5rem;
        border: 2px solid var(--parley-line-strong);
        border-radius: 50%;
      }
      :checked + .accepting {
        border-color: var(--parley-ok);
        background: var(--parley-ok);
      }
      :checked + .away {
        border-color: var(--parley-warn);
        background: var(--parley-warn);
      }
      :checked + .offline {
        background: var(--parley-line-strong);
      }
      fieldset:disabled {
        opacity: 0.6;
      }
      @media (forced-colors: active) {
        label:has(:checked) {
          outline: 1px solid;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Following(this, () => this.client, ['state', 'presence', 'change']);
    this._wanted = null;
  }

  render() {
    const {state, store} = this.client;
    const current = this._wanted ?? store.self?.status ?? 'offline';
    return html`<fieldset ?disabled=${state !== 'live'}>
      <legend class="visually-hidden">${t('status.legend')}</legend>
      ${statuses.map(
        (status) => html`<label>
          <input type="radio" name="status" value=${status} .checked=${live(status === current)}
            @change=${() => this.#choose(status)} />
          <span class="dot ${status}"></span>${t(`status.${status}`)}
        </label>`,
      )}
    </fieldset>`;
  }

  /** @param {OperatorStatus} status */
  async #choose(status) {
    const {store} = this.client;
    const before = store.self.status;
    this._wanted = status;
    try {
      await this.client.command({type: 'status', status});
      // Presence is told to the others; what we chose ourselves we know
      store.self.status = status;
    } catch (error) {
      store.self.status = before;
      this.dispatchEvent(new CustomEvent('problem', {detail: {error}}));
    } finally {
      if (this._wanted === status) {
        this._wanted = null;
      }
    }
  }
}

customElements.define('console-status', ConsoleStatus);
