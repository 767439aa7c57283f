import {LitElement, css, html} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import '../../ui/dialog.js';
import {base} from '../../ui/shared.js';
import {t} from '../base/texts.js';

/**
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {number} _count
 */

const ways = ['hand-over', 'end', 'keep'];

/** Asks what becomes of open conversations when their operator signs out. Fires `choose` {how}, one of the ways. */
export class ConsoleSignoutDialog extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {_count: {state: true}};

  static styles = [
    base,
    css`
      div {
        display: grid;
        gap: var(--parley-space-2);
      }
      small {
        color: var(--parley-text-muted);
      }
    `,
  ];

  constructor() {
    super();
    this._count = 0;
  }

  get open() {
    return this._count > 0;
  }

  /** @param {number} count of open conversations */
  show(count) {
    this._count = count;
  }

  render() {
    return html`<parley-dialog heading=${t('signout.heading', {n: this._count})} closelabel=${t('cancel')} ?open=${this.open} @close=${this.#decided}>
      <div>${ways.map((way) => html`<parley-button @click=${() => this.#dialog.close(way)}>${t(`signout.${way}`)}</parley-button>
        <small>${t(`signout.${way}.hint`)}</small>`)}</div>
    </parley-dialog>`;
  }

  get #dialog() {
    return this.renderRoot.querySelector('parley-dialog');
  }

  #decided({target}) {
    this._count = 0;
    if (target.returnValue) {
      this.dispatchEvent(new CustomEvent('choose', {detail: {how: target.returnValue}}));
    }
  }
}

customElements.define('console-signout', ConsoleSignoutDialog);
