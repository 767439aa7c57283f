import {LitElement, css, html} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import '../../ui/dialog.js';
import '../../ui/field.js';
import {base} from '../../ui/shared.js';
import {formStyles} from '../looks/form-styles.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';

/**
 * @import {Api} from '../base/api.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {Api} api
 * @property {string | null} _visitor
 * @property {string} _name
 * @property {string} _reason
 * @property {boolean} _busy
 * @property {string | undefined} _error
 */

const hour = 60;

/** Minutes by the name of their text; the last one does not end by itself. */
const lengths = {hour, day: 24 * hour, week: 7 * 24 * hour, month: 30 * 24 * hour, 'for-good': undefined};
const longestReason = 200;

/** Asks for how long and why a visitor is blocked, and does it. Fires `done`. */
export class ConsoleBlockDialog extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    api: {attribute: false},
    _visitor: {state: true},
    _name: {state: true},
    _reason: {state: true},
    _busy: {state: true},
    _error: {state: true},
  };

  static styles = [
    base,
    formStyles,
    css`
      p {
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    this._visitor = null;
    this._reason = '';
  }

  get open() {
    return this._visitor !== null;
  }

  /** @param {string} visitor @param {string} name */
  show(visitor, name) {
    Object.assign(this, {_visitor: visitor, _name: name, _reason: '', _error: undefined});
  }

  render() {
    return html`<parley-dialog heading=${t('block.heading', {name: this._name ?? ''})} closelabel=${t('cancel')} ?open=${this.open}
      @close=${() => (this._visitor = null)}>
      <form novalidate @submit=${this.#block}>
        <p>${t('block.text')}</p>
        <label>${t('block.length')}
          <select name="length" autofocus>
            ${Object.keys(lengths).map((name) => html`<option value=${name} ?selected=${name === 'day'}>${t(`block.length.${name}`)}</option>`)}
          </select>
        </label>
        <parley-field label=${t('block.reason')} optional=${t('optional')} hint=${t('block.reason.hint')} maxlength=${longestReason}
          .value=${this._reason} .error=${this._error} @input=${({currentTarget}) => (this._reason = currentTarget.value)}></parley-field>
        <div class="actions">
          <parley-button @click=${() => this.renderRoot.querySelector('parley-dialog').close()}>${t('cancel')}</parley-button>
          <parley-button variant="danger" type="submit" ?busy=${this._busy}>${t('block.confirm')}</parley-button>
        </div>
      </form>
    </parley-dialog>`;
  }

  async #block(event) {
    event.preventDefault();
    const minutes = lengths[this.renderRoot.querySelector('select').value];
    this._busy = true;
    try {
      await this.api.put(`/visitors/${this._visitor}/block`, {minutes, reason: this._reason.trim() || undefined});
      this.renderRoot.querySelector('parley-dialog').close();
      this.dispatchEvent(new Event('done'));
    } catch (error) {
      this._error = problemText(error);
    } finally {
      this._busy = false;
    }
  }
}

customElements.define('console-block', ConsoleBlockDialog);
