import {LitElement, css, html, nothing} from '../lib/lit/index.js';
import '../ui/badge.js';
import '../ui/button.js';
import {base} from '../ui/shared.js';
import './composer.js';
import {standing} from './desk-model.js';
import {Following, concerns} from './following.js';
import './history.js';
import {back, hide, turning} from './icons.js';
import {t} from './texts.js';

const tones = {queued: 'warn', mine: 'ok', taken: 'neutral', closed: 'neutral', gone: 'neutral'};

/** One open conversation. Fires `accept`, `end`, `hide` and `back`, each with {conversation}. */
class ConsolePane extends LitElement {
  static properties = {
    client: {attribute: false},
    reading: {attribute: false},
    typing: {attribute: false},
    conversation: {},
    narrow: {type: Boolean, reflect: true},
    accepting: {type: Boolean},
  };

  static styles = [
    base,
    turning,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
        min-block-size: 0;
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-l);
        background: var(--parley-surface);
        overflow: hidden;
        transition: border-color var(--parley-quick);
      }
      :host(:focus-within) {
        border-color: var(--parley-accent);
      }
      :host([narrow]) {
        border-width: 1px 0 0;
        border-radius: 0;
      }
      .header {
        display: flex;
        align-items: center;
        gap: var(--parley-space-2);
        min-block-size: 3.25rem;
        padding-inline: var(--parley-space-4) var(--parley-space-2);
        border-block-end: 1px solid var(--parley-line);
      }
      :host([narrow]) .header {
        padding-inline-start: var(--parley-space-1);
      }
      .who {
        flex: 1;
        min-inline-size: 0;
      }
      h2,
      .where {
        margin: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      h2 {
        font-size: var(--parley-text-m);
        font-weight: var(--parley-bold);
      }
      .where {
        color: var(--parley-text-muted);
        font-size: var(--parley-text-xs);
      }
      .who + parley-badge {
        flex: none;
      }
      .header parley-button:not([variant='plain']) {
        --parley-button-padding: 0.125rem 0.625rem;
        flex: none;
      }
      console-history {
        flex: 1;
      }
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--parley-space-2) var(--parley-space-3);
        padding: var(--parley-space-3) var(--parley-space-4);
        border-block-start: 1px solid var(--parley-line);
        background: var(--parley-sunken);
        color: var(--parley-text-muted);
      }
      .notice p {
        flex: 1 1 10rem;
        margin: 0;
      }
      .fill {
        flex: 1;
      }
      .behind {
        margin: 0;
        padding: var(--parley-space-1) var(--parley-space-4);
        background: var(--parley-warn-soft);
        color: var(--parley-warn-text);
        font-size: var(--parley-text-s);
      }
    `,
  ];

  #wantsComposer = false;

  constructor() {
    super();
    new Following(this, () => this.client, ['change', 'state'], concerns(this));
  }

  render() {
    const model = this.client.store.conversations.get(this.conversation);
    const kind = standing(model, this.client.store.self);
    const name = model?.summary?.visitor.name || t('visitor.anonymous');
    return html`<div class="header">
        ${this.narrow
          ? html`<parley-button variant="plain" label=${t('pane.back')} @click=${() => this.#fire('back')}>${back}</parley-button>`
          : nothing}
        <div class="who">
          <h2 id="name"><bdi>${name}</bdi></h2>
          <p class="where"><bdi>${model?.summary?.department?.name}</bdi></p>
        </div>
        ${kind === 'gone' ? nothing : html`<parley-badge tone=${tones[kind]}>${t(`pane.state.${kind}`)}</parley-badge>`}
        ${kind === 'mine' ? html`<parley-button @click=${() => this.#fire('end')}>${t('pane.end')}</parley-button>` : nothing}
        ${this.narrow
          ? nothing
          : html`<parley-button variant="plain" label=${t('pane.hide')} @click=${() => this.#fire('hide')}>${hide}</parley-button>`}
      </div>
      ${this.#behind(model, kind)} ${this.#content(kind, name, model)}`;
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
        return html`${this.#history(true)}<console-composer .client=${this.client} .conversation=${this.conversation}
          .name=${name}></console-composer>`;
      case 'queued':
        return html`${this.#history()}
          <div class="notice"><p>${t('pane.queued')}</p>
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

  #history(editable = false) {
    return html`<console-history .client=${this.client} .reading=${this.reading} .typing=${this.typing}
      .conversation=${this.conversation} ?editable=${editable}
      @edit=${({detail}) => this.renderRoot.querySelector('console-composer').take(detail.text)}></console-history>`;
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

  updated() {
    if (this.#wantsComposer && this.renderRoot.querySelector('console-composer')) {
      this.takeFocus({writing: true});
    }
  }

  #fire(type) {
    this.dispatchEvent(new CustomEvent(type, {detail: {conversation: this.conversation}}));
  }
}

customElements.define('console-pane', ConsolePane);
