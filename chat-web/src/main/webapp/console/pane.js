import {LitElement, html, nothing} from '../lib/lit-element/lit-element.js';
import '../ui/badge.js';
import '../ui/button.js';
import './composer.js';
import {isOffered, standing} from './desk-model.js';
import {Following, concerns} from './following.js';
import './history.js';
import {back, hide, person} from './icons.js';
import {priorityBadge, tagBadges} from './labels-view.js';
import './pane-menu.js';
import {t} from './texts.js';
import {visitorName} from './visitor-name.js';
import './visitor-panel.js';
import {paneStyles} from './pane-styles.js';

const tones = {queued: 'warn', mine: 'ok', taken: 'neutral', closed: 'neutral', gone: 'neutral'};

/**
 * One open conversation. Fires `accept`, `decline`, `end`, `hide`, `back`, `label`, `transfer` and `panel`, each with {conversation}, and what its
 * panel about the visitor fires: `past`, `block` and `lift`.
 */
class ConsolePane extends LitElement {
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
    new Following(this, () => this.client, ['change', 'state'], concerns(this));
  }

  render() {
    const model = this.client.store.conversations.get(this.conversation);
    const kind = standing(model, this.client.store.self);
    const name = visitorName(model);
    return html`<div class="header">
        ${this.narrow
          ? html`<parley-button variant="plain" label=${t('pane.back')} @click=${() => this.#fire('back')}>${back}</parley-button>`
          : nothing}
        <div class="who">
          <h2 id="name"><bdi>${name}</bdi></h2>
          <p class="where"><bdi>${model?.summary?.department?.name}</bdi>${tagBadges(model?.summary)}</p>
        </div>
        ${priorityBadge(model?.summary)}
        ${kind === 'gone' ? nothing : html`<parley-badge class="state" tone=${tones[kind]}>${t(`pane.state.${kind}`)}</parley-badge>`}
        ${kind === 'mine' ? html`<parley-button @click=${() => this.#fire('end')}>${t('pane.end')}</parley-button>` : nothing}
        ${kind === 'gone' || kind === 'taken'
          ? nothing
          : html`<parley-button variant="plain" label=${t('visitor.panel')} expanded=${this.panel ? 'true' : 'false'}
              shortcut="Alt+Shift+V" @click=${() => this.#fire('panel')}>${person}</parley-button>`}
        ${this.#menu(kind)}
        ${this.narrow
          ? nothing
          : html`<parley-button variant="plain" label=${t('pane.hide')} @click=${() => this.#fire('hide')}>${hide}</parley-button>`}
      </div>
      <div class="body">
        <div class="talk">${this.#behind(model, kind)} ${this.#content(kind, name, model)}</div>
        ${this.panel && kind !== 'gone' && kind !== 'taken' ? this.#aboutVisitor(model) : nothing}
      </div>`;
  }

  #menu(kind) {
    const actions = {mine: [['transfer', t('transfer.menu')], ['label', t('labels.menu')]], closed: [['label', t('labels.menu')]]};
    return actions[kind]
      ? html`<console-pane-menu .actions=${actions[kind]} @transfer=${() => this.#fire('transfer')}
          @label=${() => this.#fire('label')}></console-pane-menu>`
      : nothing;
  }

  // Only while the line is good: when it is not, the banner says so
  #behind(model, kind) {
    return kind === 'mine' && model.upToDate === false && this.client.state === 'live'
      ? html`<p class="behind" role="status">${t('pane.behind')}</p>`
      : nothing;
  }

  #content(kind, name, model) {
    switch (kind) {
      case 'mine':
        return html`${this.#history(true)}<console-composer .client=${this.client} .canned=${this.canned}
          .conversation=${this.conversation} .name=${name}></console-composer>`;
      case 'queued':
        return html`${this.#history()}
          <div class="notice"><p>${this.#waits(model)}</p>
            ${isOffered(model, this.client.store.self)
              ? html`<parley-button @click=${() => this.#fire('decline')}>${t('offer.decline')}</parley-button>`
              : nothing}
            <parley-button variant="primary" ?busy=${this.accepting} @click=${() => this.#fire('accept')}
              >${t('queue.accept')}</parley-button></div>`;
      case 'closed':
        return html`${this.#history()}<div class="notice"><p>${t('pane.closed')}</p></div>`;
      case 'taken':
        // Somebody else's conversation is not ours to read on
        return html`<div class="fill"></div><div class="notice"><p>${t('pane.taken', {name: model.summary.owner?.name ?? ''})}</p></div>`;
      default:
        return html`<div class="fill"></div><div class="notice"><p>${t('pane.gone')}</p></div>`;
    }
  }

  #waits(model) {
    const {offer} = model.summary;
    return offer && !isOffered(model, this.client.store.self)
      ? t('offer.elsewhere', {name: offer.operator.name ?? t('operator.unknown')})
      : t(model.summary.leftMessage ? 'pane.left' : 'pane.queued');
  }

  #aboutVisitor(model) {
    return html`<console-visitor .api=${this.api} .model=${model} @hide=${() => this.#fire('panel')} @past=${this.#tell}
      @block=${this.#tell} @lift=${this.#tell}></console-visitor>`;
  }

  /** After something was done to the visitor. */
  refreshVisitor() {
    this.renderRoot.querySelector('console-visitor')?.refresh();
  }

  #tell({type, detail}) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }

  #history(editable = false) {
    return html`<console-history .client=${this.client} .reading=${this.reading} .typing=${this.typing}
      .conversation=${this.conversation} ?editable=${editable}
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
      .map((selector) => this.renderRoot.querySelector(selector))
      .find(Boolean);
    this.#wantsComposer = writing && !target;
    await target?.updateComplete;
    target?.focus();
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
