import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {formatMoment, formatTime} from '../../i18n/i18n.js';
import '../../ui/button.js';
import '../../ui/dialog.js';
import {base} from '../../ui/shared.js';
import {formStyles} from '../looks/form-styles.js';
import {mayMerge} from '../model/merges.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Api} from '../base/api.js'
 * @import {ListedConversation} from '../base/resources.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {Api} api
 * @property {string | null} _into
 * @property {ListedConversation[] | null} _others
 * @property {string | undefined} _from
 * @property {boolean} _busy
 * @property {string | undefined} _error
 */

/** Errors that mean something of their own here. */
const known = ['closed', 'conflict', 'invalid'];

/** Merges another conversation of the same visitor into this one. Fires `done` {from, into}. */
export class ConsoleMergeDialog extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false},
    api: {attribute: false},
    _into: {state: true},
    _others: {state: true},
    _from: {state: true},
    _busy: {state: true},
    _error: {state: true},
  };

  static styles = [
    base,
    formStyles,
    css`
      p,
      fieldset {
        margin: 0;
      }
      fieldset {
        display: grid;
        gap: var(--parley-space-2);
        padding: 0;
        border: 0;
      }
      legend {
        margin-block-end: var(--parley-space-1);
        padding: 0;
        font-weight: var(--parley-medium);
      }
      .choice {
        display: flex;
        align-items: start;
        gap: var(--parley-space-2);
        padding: var(--parley-space-2) var(--parley-space-3);
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-m);
        overflow-wrap: anywhere;
      }
      .choice:has(:checked) {
        border-color: var(--parley-accent);
        background: var(--parley-accent-soft);
      }
      input {
        flex: none;
        inline-size: 1.125rem;
        block-size: 1.125rem;
        margin: 0;
        accent-color: var(--parley-accent);
      }
      .muted {
        display: block;
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
        font-weight: normal;
      }
      .choice:has(:checked) .muted {
        color: inherit;
      }
      [role='alert'] {
        color: var(--parley-danger-text);
      }
    `,
  ];

  constructor() {
    super();
    this._into = null;
  }

  get open() {
    return this._into !== null;
  }

  /** @param {string} into the conversation that goes on @param {string} [from] the one that is chosen at first */
  async show(into, from) {
    Object.assign(this, {_into: into, _from: from, _others: null, _error: undefined});
    const {summary} = this.client.store.conversations.get(into);
    try {
      /** @type {ListedConversation[]} */
      const all = await this.api.get(`/visitors/${summary.visitor.id}/conversations`);
      if (this._into === into) {
        this._others = all.filter((other) => mayMerge(summary, other, this.client.store.self));
        this._from ??= this._others[0]?.id;
      }
    } catch (error) {
      this._error = problemText(error);
    }
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('input:checked'))?.focus();
  }

  render() {
    return html`<parley-dialog heading=${t('merge.heading')} closelabel=${t('cancel')} ?open=${this.open}
      @close=${() => (this._into = null)}>
      <form novalidate @submit=${this.#merge}>
        ${this._others?.length ? this.#choice() : html`<p role="status">${this.#instead()}</p>`}
        <p>${t('merge.text')}</p>
        ${this.open ? html`<p>${t('merge.until', {time: formatTime(Date.now() + this.client.limits.mergeUndo * 1000)})}</p>` : nothing}
        ${this._error ? html`<p role="alert">${this._error}</p>` : nothing}
        <div class="actions">
          <parley-button @click=${() => this.#close()}>${t('cancel')}</parley-button>
          <parley-button variant="primary" type="submit" ?busy=${this._busy} ?disabled=${!this._from || !this._others?.length}
            >${t('merge.confirm')}</parley-button>
        </div>
      </form>
    </parley-dialog>`;
  }

  #instead() {
    return this._others ? t('merge.none') : this._error ? nothing : t('desk.loading');
  }

  #choice() {
    return html`<fieldset><legend>${t('merge.which')}</legend>
      ${this._others.map(
        ({id, subject, department, owner, opened}) => html`<label class="choice">
          <input type="radio" name="from" value=${id} .checked=${id === this._from} @change=${() => (this._from = id)} />
          <span><bdi>${subject ?? t('visitor.earlier.silent')}</bdi>
            <span class="muted"><bdi>${department}</bdi> · ${formatMoment(opened)} · <bdi>${owner?.name ?? t('pane.state.queued')}</bdi></span></span>
        </label>`,
      )}
    </fieldset>`;
  }

  async #merge(event) {
    event.preventDefault();
    const [from, into] = [this._from, this._into];
    if (!from || this._busy) {
      return;
    }
    this._busy = true;
    this._error = undefined;
    try {
      await this.client.command({type: 'merge', conversation: from, into});
      this.#close();
      this.dispatchEvent(new CustomEvent('done', {detail: {from, into}}));
    } catch (error) {
      this._error = known.includes(error.code) ? t(`merge.${error.code}`) : problemText(error);
    } finally {
      this._busy = false;
    }
  }

  #close() {
    this.renderRoot.querySelector('parley-dialog').close();
  }
}

customElements.define('console-merge', ConsoleMergeDialog);
