import {LitElement, html} from '../../lib/lit-element/lit-element.js';
import {live} from '../../lib/lit/directives/live.js';
import '../../ui/button.js';
import '../../ui/dialog.js';
import '../../ui/field.js';
import {base} from '../../ui/shared.js';
import {formStyles} from '../looks/form-styles.js';
import {priorities} from '../looks/labels-view.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {string | null} _conversation
 * @property {string} _tags separated by blanks
 * @property {string} _priority
 * @property {boolean} _busy
 * @property {string | undefined} _error
 */

/** Tags and priority of one conversation. */
export class ConsoleLabelsDialog extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false},
    _conversation: {state: true},
    _tags: {state: true},
    _priority: {state: true},
    _busy: {state: true},
    _error: {state: true},
  };

  static styles = [base, formStyles];

  constructor() {
    super();
    this._conversation = null;
    this._tags = '';
    this._priority = 'normal';
  }

  get open() {
    return this._conversation !== null;
  }

  /** @param {string} conversation */
  show(conversation) {
    const {summary} = this.client.store.conversations.get(conversation);
    this._conversation = conversation;
    this._tags = (summary.tags ?? []).join(' ');
    this._priority = summary.priority ?? 'normal';
    this._error = undefined;
  }

  render() {
    return html`<parley-dialog heading=${t('labels.heading')} closelabel=${t('cancel')} ?open=${this.open}
      @close=${() => (this._conversation = null)}>
      <form novalidate @submit=${this.#save}>
        <parley-field autofocus label=${t('labels.tags')} .value=${this._tags} .error=${this._error}
          hint=${t('labels.tags.hint')} @input=${({currentTarget}) => (this._tags = currentTarget.value)}></parley-field>
        <label>${t('labels.priority')}
          <select .value=${live(this._priority)} @change=${({target}) => (this._priority = target.value)}>
            ${priorities.map(
              (priority) => html`<option value=${priority} ?selected=${priority === this._priority}
                >${t(`priority.${priority}`)}</option>`,
            )}
          </select>
        </label>
        <div class="actions">
          <parley-button @click=${() => this.renderRoot.querySelector('parley-dialog').close()}>${t('cancel')}</parley-button>
          <parley-button variant="primary" type="submit" ?busy=${this._busy}>${t('save')}</parley-button>
        </div>
      </form>
    </parley-dialog>`;
  }

  async #save(event) {
    event.preventDefault();
    const tags = this._tags.split(/[\s,،、，]+/).filter(Boolean);
    this._busy = true;
    try {
      await this.client.command({type: 'update', conversation: this._conversation, tags, priority: this._priority});
      this.renderRoot.querySelector('parley-dialog').close();
    } catch (error) {
      this._error = error.field === 'tags' ? t('labels.tags.wrong') : problemText(error);
    } finally {
      this._busy = false;
    }
  }
}

customElements.define('console-labels', ConsoleLabelsDialog);
