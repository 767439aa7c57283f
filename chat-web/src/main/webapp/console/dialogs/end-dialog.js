import {LitElement, html} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import '../../ui/dialog.js';
import {t} from '../base/texts.js';

/**
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {string | null} _conversation
 * @property {string} _name
 */

/** Asks before a conversation is ended. Fires `confirm` {conversation}. */
export class ConsoleEndDialog extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {_conversation: {state: true}, _name: {state: true}};

  constructor() {
    super();
    this._conversation = null;
    this._name = '';
  }

  get open() {
    return this._conversation !== null;
  }

  /** @param {string} conversation @param {string} name the visitor's */
  show(conversation, name) {
    this._conversation = conversation;
    this._name = name;
  }

  render() {
    return html`<parley-dialog heading=${t('end.heading', {name: this._name ?? ''})} closelabel=${t('cancel')}
      ?open=${this.open} @close=${this.#decided}>
      ${t('end.text')}
      <div slot="actions">
        <parley-button autofocus @click=${() => this.#answer('')}>${t('cancel')}</parley-button>
        <parley-button variant="danger" @click=${() => this.#answer('end')}>${t('end.confirm')}</parley-button>
      </div>
    </parley-dialog>`;
  }

  #answer(value) {
    this.renderRoot.querySelector('parley-dialog').close(value);
  }

  #decided({target}) {
    const conversation = this._conversation;
    this._conversation = null;
    if (target.returnValue === 'end') {
      this.dispatchEvent(new CustomEvent('confirm', {detail: {conversation}}));
    }
  }
}

customElements.define('console-end', ConsoleEndDialog);
