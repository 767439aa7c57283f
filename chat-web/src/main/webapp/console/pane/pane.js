import {LitElement, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/badge.js';
import '../../ui/button.js';
import './composer.js';
import {isOffered, oversees, standing} from '../model/desk-model.js';
import {Following, Ticking} from '../base/following.js';
import './history.js';
import {back, hide, person} from '../looks/icons.js';
import {priorityBadge, tagBadges} from '../looks/labels-view.js';
import {goesOnIn, hasMergeable, holdingMerges, mayReopen, undoUntil} from '../model/merges.js';
import './pane-menu.js';
import {passedOn} from '../looks/passed-on.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';
import '../visitors/visitor-panel.js';
import {visitorThere} from '../looks/visitor-there.js';
import {paneStyles} from './pane-styles.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Conversation} from '../../client/types.js'
 * @import {Api} from '../base/api.js'
 * @import {CannedReplies} from '../model/canned-replies.js'
 * @import {Standing} from '../model/desk-model.js'
 * @import {Reading} from '../model/reading.js'
 * @import {TypingWatch} from '../model/typing-watch.js'
 * @import {Action} from './pane-menu.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {Reading} reading
 * @property {TypingWatch} typing
 * @property {CannedReplies} canned
 * @property {Api} api
 * @property {boolean} panel
 * @property {string} conversation
 * @property {boolean} narrow
 * @property {boolean} accepting
 */

const tones = {queued: 'warn', mine: 'ok', taken: 'neutral', closed: 'neutral', merged: 'neutral', gone: 'neutral'};

/**
 * One open conversation. Fires `accept`, `decline`, `end`, `hide`, `back`, `label`, `transfer`, `reopen` and `panel`, each
 * with {conversation}; `merge` {from?}; `unmerge` with the {conversation} that was merged; `lead` {into} to where it goes on;
 * and what its panel about the visitor fires: `past`, `block` and `lift`.
 */
export class ConsolePane extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false},
    reading: {attribute: false},
    typing: {attribute: false},
    canned: {attribute: false},
    api: {attribute: false},
    panel: {type: Boolean, reflect: true},
    conversation: {},
    narrow: {type: Boolean, reflect: true},
    accepting: {type: Boolean},
  };

  static styles = paneStyles;

  #wantsComposer = false;
  #hadFocus = false;

  constructor() {
    super();
    // Any other conversation may be one to merge
    new Following(this, () => this.client, ['change', 'state']);
    new Ticking(this, 15_000);
  }

  render() {
    const model = this.client.store.conversations.get(this.conversation);
    const kind = standing(model, this.client.store.self);
    const name = visitorName(model);
    const past = kind === 'gone' || kind === 'taken';
    return html`<div class="header">
        ${this.narrow
          ? html`<parley-button variant="plain" label=${t('pane.back')} @click=${() => this.#fire('back')}>${back}</parley-button>`
          : nothing}
        <div class="who">
          <h2 id="name"><bdi>${name}</bdi></h2>
          <p class="where"><bdi>${model?.summary?.department?.name}</bdi>${kind === 'mine' ? visitorThere(model) : nothing}${tagBadges(model?.summary)}</p>
        </div>
        ${priorityBadge(model?.summary)}
        ${kind === 'gone' ? nothing : html`<parley-badge class="state" tone=${tones[kind]}>${t(`pane.state.${kind}`)}</parley-badge>`}
        ${kind === 'mine' ? html`<parley-button @click=${() => this.#fire('end')}>${t('pane.end')}</parley-button>` : nothing}
        ${past
          ? nothing
          : html`<parley-button variant="plain" label=${t('visitor.panel')} expanded=${this.panel ? 'true' : 'false'}
              shortcut="Alt+Shift+V" @click=${() => this.#fire('panel')}>${person}</parley-button>`}
        ${this.#menu(kind, model)}
        ${this.narrow && !past
          ? nothing
          : html`<parley-button variant="plain" label=${t('pane.hide')} @click=${() => this.#fire('hide')}>${hide}</parley-button>`}
      </div>
      <div class="body">
        <div class="talk">${this.#behind(model, kind)} ${this.#content(kind, name, model)}</div>
        ${this.panel && !past ? this.#aboutVisitor(model) : nothing}
      </div>`;
  }

  /** @param {Standing} kind @param {Conversation} model */
  #menu(kind, model) {
    const actions = this.#actions(kind, model);
    return actions.length
      ? html`<console-pane-menu .actions=${actions} @transfer=${() => this.#fire('transfer')} @label=${() => this.#fire('label')}
          @merge=${this.#tell} @unmerge=${this.#unmerge}></console-pane-menu>`
      : nothing;
  }

  /** @param {Standing} kind @param {Conversation} model @returns {Action[]} */
  #actions(kind, model) {
    /** @type {Action} */
    const labels = ['label', t('labels.menu')];
    switch (kind) {
      case 'mine':
        return [['transfer', t('transfer.menu')], labels, ...this.#merges(model)];
      case 'queued':
        return this.#merges(model);
      case 'closed':
        return [labels];
      default:
        return [];
    }
  }

  /** @param {Conversation} model */
  #merges(model) {
    const {store, limits} = this.client;
    const last = holdingMerges(model).findLast(({entry}) => undoUntil(entry, limits.mergeUndo) > Date.now());
    return /** @type {Action[]} */ ([
      ...(hasMergeable(store, model) ? [['merge', t('merge.menu'), {}]] : []),
      ...(last && this.#mayUndo(model) ? [['unmerge', t('unmerge.menu'), {conversation: last.source}]] : []),
    ]);
  }

  /** @param {Conversation} model */
  #mayUndo({summary}) {
    const {self} = this.client.store;
    return summary.owner?.id === self?.id || oversees(self);
  }

  /** Only while the line is good: when it is not, the banner says so. @param {Conversation} model @param {Standing} kind */
  #behind(model, kind) {
    return kind === 'mine' && model.upToDate === false && this.client.state === 'live'
      ? html`<p class="behind" role="status">${t('pane.behind')}</p>`
      : nothing;
  }

  /** @param {Standing} kind @param {string} name @param {Conversation} model */
  #content(kind, name, model) {
    switch (kind) {
      case 'mine':
        return html`${this.#history(model, true)}<console-composer .client=${this.client} .canned=${this.canned}
          .conversation=${this.conversation} .name=${name}></console-composer>`;
      case 'queued':
        return html`${this.#history(model)}
          <div class="notice"><p>${this.#waits(model)}</p>
            ${isOffered(model, this.client.store.self)
              ? html`<parley-button @click=${() => this.#fire('decline')}>${t('offer.decline')}</parley-button>`
              : nothing}
            <parley-button variant="primary" ?busy=${this.accepting} @click=${() => this.#fire('accept')}
              >${t('queue.accept')}</parley-button></div>`;
      case 'closed':
        return html`${this.#history(model)}<div class="notice"><p>${t('pane.closed')}</p>
          ${mayReopen(model.summary, this.client.store.self, this.client.limits.reopenHours)
            ? html`<parley-button @click=${() => this.#fire('reopen')}>${t('reopen')}</parley-button>`
            : nothing}</div>`;
      case 'merged':
        return html`${this.#history(model)}<div class="notice"><p>${t('pane.merged')}</p>
          <parley-button variant="primary" @click=${this.#lead}>${t('pane.merged.show')}</parley-button></div>`;
      case 'taken':
        return html`${this.#past(model)}<div class="notice"><p>${t('pane.taken', {name: model.summary.owner?.name ?? t('operator.unknown')})}</p></div>`;
      default:
        return html`${this.#past(model)}<div class="notice"><p>${t(model?.entries.length ? 'pane.past' : 'pane.gone')}</p></div>`;
    }
  }

  /**
   * Somebody else's conversation is not ours to read on; what we have had of it is.
   *
   * @param {Conversation | undefined} model
   */
  #past(model) {
    return model?.entries.length
      ? html`<console-history .client=${this.client} .reading=${this.reading} .typing=${this.typing} .conversation=${this.conversation} past></console-history>`
      : html`<div class="fill"></div>`;
  }

  #lead() {
    const into = goesOnIn(this.client.store, this.conversation);
    this.dispatchEvent(new CustomEvent('lead', {detail: {into}}));
  }

  /** @param {Conversation} model */
  #waits(model) {
    const {offer} = model.summary;
    if (offer && !isOffered(model, this.client.store.self)) {
      return t('offer.elsewhere', {name: offer.operator.name ?? t('operator.unknown')});
    }
    return passedOn(model.summary) || t(model.summary.leftMessage ? 'pane.left' : 'pane.queued');
  }

  /** @param {Conversation} model */
  #aboutVisitor(model) {
    return html`<console-visitor .api=${this.api} .model=${model} .self=${this.client.store.self} @hide=${() => this.#fire('panel')} @past=${this.#tell}
      @merge=${this.#tell} @block=${this.#tell} @lift=${this.#tell}></console-visitor>`;
  }

  /** After something was done to the visitor. */
  refreshVisitor() {
    this.renderRoot.querySelector('console-visitor')?.refresh();
  }

  // What was pressed goes with the merge
  #unmerge(event) {
    this.takeFocus();
    this.#tell(event);
  }

  #tell({type, detail}) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }

  /** @param {Conversation} model */
  #history(model, editable = false) {
    return html`<console-history .client=${this.client} .reading=${this.reading} .typing=${this.typing}
      .conversation=${this.conversation} ?editable=${editable} ?undoable=${this.#mayUndo(model)} @unmerge=${this.#unmerge}
      @edit=${({detail}) => this.renderRoot.querySelector('console-composer').take(detail)}></console-history>`;
  }

  /**
   * Where the operator goes on: the composer, or what stands in its place.
   *
   * @param {{writing?: boolean}} [wish] `writing` waits for the composer: an `ack` comes before the conversation is ours
   */
  async takeFocus({writing = false} = {}) {
    await this.updateComplete;
    const target = ['console-composer', '.notice parley-button', '.header parley-button']
      .slice(0, writing ? 1 : undefined)
      .map((selector) => /** @type {LitElement} */ (this.renderRoot.querySelector(selector)))
      .find((one) => one?.checkVisibility());
    this.#wantsComposer = writing && !target;
    await target?.updateComplete;
    target?.focus();
  }

  /** Whether the operator has the newest lines before their eyes. */
  get seen() {
    return Boolean(this.renderRoot.querySelector('console-history')?.seen);
  }

  /**
   * Puts what was written elsewhere into the composer.
   *
   * @param {{text: string, note?: boolean}} written
   * @returns {boolean} false when there is none
   */
  take(written) {
    const composer = this.renderRoot.querySelector('console-composer');
    composer?.take(written);
    return Boolean(composer);
  }

  /** Between writing to the visitor and writing a note. */
  switchNote() {
    this.renderRoot.querySelector('console-composer')?.switchNote();
  }

  willUpdate() {
    this.#hadFocus = this.matches(':focus-within');
  }

  updated() {
    // What had the focus may be gone, such as the composer of a conversation that has just ended
    if (this.#hadFocus && !this.matches(':focus-within')) {
      this.takeFocus();
    }
    if (this.#wantsComposer && this.renderRoot.querySelector('console-composer')) {
      this.takeFocus({writing: true});
    }
  }

  #fire(type) {
    this.dispatchEvent(new CustomEvent(type, {detail: {conversation: this.conversation}}));
  }
}

customElements.define('console-pane', ConsolePane);
