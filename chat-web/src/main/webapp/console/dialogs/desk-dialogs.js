import {LitElement, html} from '../../lib/lit-element/lit-element.js';
import './block-dialog.js';
import './end-dialog.js';
import './help-dialog.js';
import './labels-dialog.js';
import './merge-dialog.js';
import './past-dialog.js';
import './signout-dialog.js';
import './transfer-dialog.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Api} from '../base/api.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {LitElement & {open: boolean, show: (...about: unknown[]) => void}} Dialog
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {Api} api
 */

const all = ['end', 'transfer', 'labels', 'merge', 'past', 'block', 'help', 'signout'];

/**
 * All dialogs of the desk. Fires `end` {conversation} when that was confirmed, `transferred` {conversation, name},
 * `merged` {from, into}, `reopen` {conversation, owner}, `signout` {how}, and `visitor` after something was done to one.
 */
export class ConsoleDialogs extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {client: {attribute: false}, api: {attribute: false}};

  render() {
    return html`
      <console-end @confirm=${({detail}) => this.#fire('end', detail)}></console-end>
      <console-transfer .client=${this.client} @done=${({detail}) => this.#fire('transferred', detail)}></console-transfer>
      <console-labels .client=${this.client}></console-labels>
      <console-merge .client=${this.client} .api=${this.api} @done=${({detail}) => this.#fire('merged', detail)}></console-merge>
      <console-past .client=${this.client} @reopen=${({detail}) => this.#fire('reopen', detail)}></console-past>
      <console-block .api=${this.api} @done=${() => this.#fire('visitor')}></console-block>
      <console-help></console-help>
      <console-signout @choose=${({detail}) => this.#fire('signout', detail)}></console-signout>
    `;
  }

  /** Whether one of them is in front of the desk. */
  get open() {
    return all.some((name) => this.#dialog(name).open);
  }

  /** @param {string} name of `all` @param {unknown[]} about */
  show(name, ...about) {
    this.#dialog(name).show(...about);
  }

  /** @param {string} name */
  #dialog(name) {
    return /** @type {Dialog} */ (this.renderRoot.querySelector(`console-${name}`));
  }

  /** @param {string} type @param {unknown} [detail] */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

customElements.define('console-dialogs', ConsoleDialogs);
