import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import '../../ui/dialog.js';
import {base, visuallyHidden} from '../../ui/shared.js';
import {bubbles, lineView} from '../pane/history-view.js';
import {guarded} from '../base/guard.js';
import {historyLines} from '../pane/history-lines.js';
import {holdingMerges, mayReopen} from '../model/merges.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';
import {wholeLog} from '../model/whole-log.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {ChatError} from '../../client/chat-error.js'
 * @import {Conversation} from '../../client/types.js'
 * @import {ListedConversation} from '../base/resources.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {ListedConversation | null} _past
 * @property {string} _title
 * @property {Conversation | null} _model
 * @property {ChatError | null} _error
 */

/** A conversation of the same visitor, to read only. Fires `reopen` {conversation, owner} for one that may go on. */
export class ConsolePastDialog extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false},
    _past: {state: true},
    _title: {state: true},
    _model: {state: true},
    _error: {state: true},
  };

  static styles = [
    base,
    visuallyHidden,
    bubbles,
    css`
      parley-dialog {
        --parley-dialog-size: 46rem;
      }
      [role='log'] {
        max-block-size: 65dvh;
        overflow-y: auto;
      }
    `,
  ];

  constructor() {
    super();
    this._past = null;
  }

  get open() {
    return this._past !== null;
  }

  /** @param {ListedConversation} past @param {string} title */
  async show(past, title) {
    Object.assign(this, {_past: past, _title: title, _model: null, _error: null});
    try {
      const model = await wholeLog(this.client, past.id);
      if (this._past === past) {
        this._model = model;
      }
    } catch (error) {
      this._error = error;
    }
  }

  render() {
    return html`<parley-dialog heading=${this._title ?? ''} closelabel=${t('close')} ?open=${this.open}
      @close=${() => Object.assign(this, {_past: null, _model: null})}>
      <p>${t('past.only')}</p>
      ${this._error ? html`<p role="alert">${problemText(this._error)}</p>` : nothing}
      <div role="log" tabindex="0" aria-label=${t('history.label')} aria-busy=${this._model ? 'false' : 'true'}>
        ${this._model ? this.#lines() : this._error ? nothing : t('desk.loading')}
      </div>
      ${this._model && this.#mayGoOn
        ? html`<div slot="actions"><parley-button @click=${this.#reopen}>${t('reopen')}</parley-button></div>`
        : nothing}
    </parley-dialog>`;
  }

  /** The list does not tell what was merged; its log does. */
  get #mayGoOn() {
    const merged = holdingMerges(this._model).some(({entry}) => entry.data.into);
    return !merged && mayReopen(this._past, this.client.store.self, this.client.limits.reopenHours);
  }

  #reopen() {
    const {id: conversation, owner} = this._past;
    this.renderRoot.querySelector('parley-dialog').close();
    this.dispatchEvent(new CustomEvent('reopen', {detail: {conversation, owner}}));
  }

  #lines() {
    const {self} = this.client.store;
    return historyLines(this._model, self).map((line) => guarded(() => lineView({...line, tells: false}, self)));
  }
}

customElements.define('console-past', ConsolePastDialog);
