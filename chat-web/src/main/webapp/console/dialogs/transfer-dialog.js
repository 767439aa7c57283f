import {LitElement, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import '../../ui/dialog.js';
import '../../ui/field.js';
import {base} from '../../ui/shared.js';
import {Following} from '../base/following.js';
import {formStyles} from '../looks/form-styles.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {string | null} _conversation
 * @property {string} _to 'operator' or 'department', a blank and an id; or ''
 * @property {string} _note
 * @property {boolean} _busy
 * @property {string | undefined} _error
 */

/** Hands a conversation to a colleague or to another department. Fires `done` {conversation, name}. */
export class ConsoleTransferDialog extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false},
    _conversation: {state: true},
    _to: {state: true},
    _note: {state: true},
    _busy: {state: true},
    _error: {state: true},
  };

  static styles = [base, formStyles];

  constructor() {
    super();
    new Following(this, () => this.client, ['presence']);
    this._conversation = null;
    this._note = '';
    this._to = '';
  }

  get open() {
    return this._conversation !== null;
  }

  /** @param {string} conversation */
  show(conversation) {
    Object.assign(this, {_conversation: conversation, _to: '', _note: '', _error: undefined});
  }

  render() {
    const colleagues = this.open ? this.#colleagues() : [];
    const departments = this.open ? this.#departments() : [];
    return html`<parley-dialog heading=${t('transfer.heading')} closelabel=${t('cancel')} ?open=${this.open}
      @close=${() => (this._conversation = null)}>
      <form novalidate @submit=${this.#transfer}>
        <label>${t('transfer.to')}
          <select name="to" autofocus @change=${({target}) => (this._to = target.value)}>
            <option value="" ?selected=${!this._to}>${t('transfer.choose')}</option>
            ${this.#group('transfer.operators', colleagues.map(({id, name, status}) =>
              this.#option(`operator ${id}`, status === 'accepting' ? name : `${name} (${t(`status.${status}`)})`, status !== 'accepting')))}
            ${this.#group('transfer.departments', departments.map(({id, name, accepting}) =>
              this.#option(`department ${id}`, accepting ? name : `${name} (${t('transfer.nobody')})`, false)))}
          </select>
        </label>
        <parley-field multiline rows="3" label=${t('transfer.note')} optional=${t('optional')} hint=${t('transfer.note.hint')}
          .value=${this._note} .error=${this._error} @input=${({currentTarget}) => (this._note = currentTarget.value)}></parley-field>
        <div class="actions">
          <parley-button @click=${() => this.#close()}>${t('cancel')}</parley-button>
          <parley-button variant="primary" type="submit" ?busy=${this._busy} ?disabled=${!this._to}>${t('transfer.confirm')}</parley-button>
        </div>
      </form>
    </parley-dialog>`;
  }

  #group(label, options) {
    return options.length ? html`<optgroup label=${t(label)}>${options}</optgroup>` : nothing;
  }

  #option(value, text, disabled) {
    return html`<option value=${value} ?disabled=${disabled} ?selected=${value === this._to}>${text}</option>`;
  }

  /** Those who accept come first. */
  #colleagues() {
    const {presence, self} = this.client.store;
    const order = ['accepting', 'away', 'offline'];
    return [...presence.operators.values()]
      .filter(({id}) => id !== self?.id)
      .sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status) || one.name.localeCompare(other.name));
  }

  #departments() {
    const {summary} = this.client.store.conversations.get(this._conversation) ?? {};
    return [...this.client.store.presence.departments.values()].filter(
      ({id, site}) => site === summary?.site && id !== summary?.department?.id,
    );
  }

  async #transfer(event) {
    event.preventDefault();
    const [kind, id] = this._to.split(' ');
    if (!id) {
      return;
    }
    const known = kind === 'operator' ? this.client.store.presence.operators : this.client.store.presence.departments;
    const conversation = this._conversation;
    this._busy = true;
    try {
      const note = this._note.trim() || undefined;
      await this.client.command({type: 'transfer', conversation, to: {[kind]: id}, note});
      this.#close();
      this.dispatchEvent(new CustomEvent('done', {detail: {conversation, name: known.get(id)?.name ?? ''}}));
    } catch (error) {
      this._error = error.code === 'unreachable' || error.code === 'conflict' ? t(`transfer.${error.code}`) : problemText(error);
    } finally {
      this._busy = false;
    }
  }

  #close() {
    this.renderRoot.querySelector('parley-dialog').close();
  }
}

customElements.define('console-transfer', ConsoleTransferDialog);
