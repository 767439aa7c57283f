import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {randomId} from '../../client/environment.js';
import '../../ui/button.js';
import '../../ui/field.js';
import {base} from '../../ui/shared.js';
import {filled} from '../model/canned-replies.js';
import {departmentsOf} from '../model/desk-model.js';
import {Following} from '../base/following.js';
import {formStyles} from '../looks/form-styles.js';
import {invitationBadge} from '../looks/invitation-badge.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Invitation, LiveVisitor} from '../../client/frames.js'
 * @import {CannedReply} from '../base/resources.js'
 * @import {CannedReplies} from '../model/canned-replies.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {CannedReplies} canned
 * @property {LiveVisitor} visitor
 * @property {Invitation} [invitation]
 * @property {boolean} gone whether the visitor is not on the site any more
 * @property {string} _mode
 * @property {string | undefined} _department its key
 * @property {boolean} _busy
 * @property {string | undefined} _error
 */

const modes = ['invite', 'open'];
/** What the server says in a way that says more here than elsewhere. */
const ownWords = ['unreachable', 'conflict', 'not-found', 'taken'];
/** Whether it has happened is not known: the same again, with the same id, happens once. */
const unknown = ['disconnected', 'unavailable'];

/**
 * Asks a visitor to talk, and says what has become of that. Fires `tried` after each attempt, and `show` {conversation}
 * for a conversation that is there.
 */
export class ConsoleInvite extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false}, canned: {attribute: false}, visitor: {attribute: false}, invitation: {attribute: false}, gone: {type: Boolean},
    _mode: {state: true}, _department: {state: true}, _busy: {state: true}, _error: {state: true},
  };

  static styles = [
    base,
    formStyles,
    css`
      :host {
        display: block;
        margin-block-end: var(--parley-space-4);
      }
      p {
        margin: 0;
      }
      .said:not(:empty) {
        margin-block-end: var(--parley-space-3);
      }
      fieldset {
        display: grid;
        gap: var(--parley-space-1);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: var(--parley-medium);
      }
      .choice {
        display: flex;
        align-items: center;
        gap: var(--parley-space-2);
        min-block-size: 1.75rem;
        font-weight: normal;
      }
      input {
        flex: none;
        inline-size: 1.125rem;
        block-size: 1.125rem;
        margin: 0;
        accent-color: var(--parley-accent);
      }
    `,
  ];

  /** @type {Map<string, string>} what was begun, by visitor */
  #drafts = new Map();
  /** @type {{what?: string, id?: string}} */
  #wish = {};

  constructor() {
    super();
    this._mode = 'invite';
    new Following(this, () => this.canned, ['change']);
  }

  willUpdate(changed) {
    if (changed.has('visitor') && changed.get('visitor')?.visitor.id !== this.visitor.visitor.id) {
      Object.assign(this, {_mode: 'invite', _department: undefined, _error: undefined});
    }
  }

  render() {
    const {conversation, owner} = this.visitor;
    const other = owner && owner.id !== this.#self?.id;
    return html`<p class="said" role="status">${this.invitation ? invitationBadge(this.invitation, this.#self) : nothing}</p>
      ${conversation && other ? html`<p class="said">${t('visitors.talks', {name: owner.name ?? t('operator.unknown')})}</p>` : nothing}
      ${this.#conversation
        ? html`<parley-button variant="primary" @click=${() => this.#fire('show', {conversation: this.#conversation})}>${t('invite.show')}</parley-button>`
        : nothing}
      ${conversation ? nothing : this.#form()}`;
  }

  get #self() {
    return this.client.store.self;
  }

  /** One that this operator can go to: their own, or one that waits. */
  get #conversation() {
    const {conversation, owner} = this.visitor;
    if (conversation) {
      return owner && owner.id !== this.#self?.id ? null : conversation;
    }
    const {state, author, conversation: talk} = this.invitation ?? {};
    return state !== 'expired' && state !== 'dismissed' && author?.id === this.#self?.id ? talk : null;
  }

  #form() {
    const departments = this.#departments;
    return html`<form novalidate @submit=${this.#invite}>
      <fieldset><legend>${t('invite.mode')}</legend>
        ${modes.map((mode) => html`<label class="choice"><input type="radio" name="mode" value=${mode} .checked=${mode === this._mode}
          @change=${() => (this._mode = mode)} />${t(`invite.mode.${mode}`)}</label>`)}</fieldset>
      ${departments.length > 1
        ? html`<label>${t('board.department')}<select name="department" @change=${({target}) => (this._department = target.value)}>
            ${departments.map(({key, name}) => html`<option value=${key} ?selected=${key === this.#department?.key}>${name}</option>`)}</select></label>`
        : nothing}
      ${this.#replies()}
      <parley-field multiline rows="2" label=${t('invite.text')} maxlength=${this.client.limits.text} .value=${this.#text}
        .error=${this._error} @input=${({currentTarget}) => this.#drafts.set(this.#id, currentTarget.value)}></parley-field>
      ${this.gone ? html`<p>${t('invite.gone')}</p>` : nothing}
      <div class="actions"><parley-button variant="primary" type="submit" ?busy=${this._busy}>${t(`invite.send.${this._mode}`)}</parley-button></div>
    </form>`;
  }

  get #departments() {
    return departmentsOf(this.client.store).filter(({site}) => site === this.visitor.site);
  }

  get #department() {
    return this.#departments.find(({key}) => key === this._department) ?? this.#departments[0];
  }

  #replies() {
    const {site, language} = this.visitor;
    const replies = this.canned.matching({site, department: this.#department}, '', [language, document.documentElement.lang]);
    return replies.length
      ? html`<label>${t('canned.label')}<select name="reply" @change=${({target}) => this.#fill(replies[target.value])}>
          <option value="" selected>${t('transfer.choose')}</option>
          ${replies.map(({shortcut, text}, index) => html`<option value=${index}>/${shortcut} ${text.slice(0, 60)}</option>`)}</select></label>`
      : nothing;
  }

  /** @param {CannedReply | undefined} reply */
  #fill(reply) {
    const text = reply && filled(reply.text, {'visitor.name': this.visitor.visitor.name, 'operator.name': this.#self?.name, 'site': reply.site.name});
    this.#keep(text);
  }

  get #id() {
    return this.visitor.visitor.id;
  }

  get #text() {
    return this.#drafts.get(this.#id) ?? t('invite.greeting', {name: this.#self?.name ?? ''});
  }

  /** @param {string | undefined} text */
  #keep(text) {
    text === undefined ? this.#drafts.delete(this.#id) : this.#drafts.set(this.#id, text);
    this.requestUpdate();
  }

  #invite = async (event) => {
    event.preventDefault();
    const visitor = this.#id;
    const text = this.#text.trim();
    if (!text) {
      this._error = t('invite.empty');
      return;
    }
    this._busy = true;
    this._error = undefined;
    try {
      await this.client.command({...this.#command({visitor, text, mode: this._mode, department: this.#department?.key}), type: 'invite'});
      this.#wish = {};
      this.#drafts.delete(visitor);
    } catch (error) {
      unknown.includes(error.code) || (this.#wish = {});
      if (visitor === this.#id) {
        this._error = ownWords.includes(error.code)
          ? t(`invite.${error.code}`, {name: visitorName({summary: this.visitor}), owner: error.owner?.name ?? t('operator.unknown')})
          : problemText(error);
      }
    } finally {
      this._busy = false;
      this.#fire('tried');
    }
  };

  /** With the id of the last attempt when it is the same, and nobody knows what became of it. @param {object} wish */
  #command(wish) {
    const what = JSON.stringify(wish);
    if (this.#wish.what !== what) {
      this.#wish = {what, id: randomId()};
    }
    return {...wish, id: this.#wish.id};
  }

  /** @param {string} type @param {unknown} [detail] */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

customElements.define('console-invite', ConsoleInvite);
