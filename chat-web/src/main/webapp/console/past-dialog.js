import {LitElement, css, html, nothing} from '../lib/lit-element/lit-element.js';
import '../ui/dialog.js';
import {base, visuallyHidden} from '../ui/shared.js';
import {bubbles, dayLine, messageLine, systemLine} from './history-view.js';
import {historyLines} from './history-lines.js';
import {problemText} from './problem-text.js';
import {t} from './texts.js';

/** How many entries one request brings at most. */
const page = 200;

/** A conversation of the same visitor, to read only. */
class ConsolePastDialog extends LitElement {
  static properties = {
    client: {attribute: false},
    _conversation: {state: true},
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
    this._conversation = null;
  }

  get open() {
    return this._conversation !== null;
  }

  async show(conversation, title) {
    Object.assign(this, {_conversation: conversation, _title: title, _model: null, _error: null});
    try {
      const [entries, internal] = await Promise.all(['public', 'internal'].map((log) => this.#read(conversation, log)));
      if (this._conversation === conversation) {
        this._model = {entries, internal, pending: [], receipts: new Map()};
      }
    } catch (error) {
      this._error = error;
    }
  }

  async #read(conversation, log) {
    const entries = [];
    let head = 1;
    while (entries.length < head) {
      const after = entries.length;
      const answer = await this.client.command({type: 'sync', conversation, log, after, limit: page});
      entries.push(...answer.entries);
      head = answer.entries.length ? answer.head : 0;
    }
    return entries;
  }

  render() {
    return html`<parley-dialog heading=${this._title ?? ''} closelabel=${t('close')} ?open=${this.open}
      @close=${() => Object.assign(this, {_conversation: null, _model: null})}>
      <p>${t('past.only')}</p>
      ${this._error ? html`<p role="alert">${problemText(this._error)}</p>` : nothing}
      <div role="log" tabindex="0" aria-label=${t('history.label')} aria-busy=${this._model ? 'false' : 'true'}>
        ${this._model ? this.#lines() : this._error ? nothing : t('desk.loading')}
      </div>
    </parley-dialog>`;
  }

  #lines() {
    const {self} = this.client.store;
    return historyLines(this._model, self).map((line) => {
      if (line.type === 'day') {
        return dayLine(line);
      }
      return line.type === 'system' ? systemLine(line, self) : messageLine({...line, tells: false}, {});
    });
  }
}

customElements.define('console-past', ConsolePastDialog);
