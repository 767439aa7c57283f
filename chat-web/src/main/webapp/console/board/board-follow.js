import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import '../../ui/field.js';
import {base} from '../../ui/shared.js';
import {Following, concerns} from '../base/following.js';
import '../pane/history.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {Reading} from '../model/reading.js'
 * @import {TypingWatch} from '../model/typing-watch.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {Reading} reading
 * @property {TypingWatch} typing
 * @property {string} conversation
 * @property {string} _text
 * @property {string | undefined} _error
 * @property {boolean} _busy
 */

/** A conversation that a supervisor follows: live, to read only; whisper and take over. Fires `close` and `taken` {conversation}. */
export class BoardFollow extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false}, reading: {attribute: false}, typing: {attribute: false}, conversation: {},
    _text: {state: true}, _error: {state: true}, _busy: {state: true},
  };

  static styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--parley-space-3);
        block-size: min(36rem, 80dvh);
        padding: var(--parley-space-4);
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-l);
        background: var(--parley-surface);
      }
      .head,
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--parley-space-2);
      }
      .head > h3,
      parley-field {
        flex: 1 1 12rem;
      }
      h3,
      p {
        margin: 0;
      }
      console-history {
        flex: 1;
      }
    `,
  ];

  constructor() {
    super();
    this._text = '';
    new Following(this, () => this.client, ['change', 'state'], concerns(this));
    this.resume = () => this.client.state === 'live' && this.#follow();
  }

  connectedCallback() {
    super.connectedCallback();
    this.client.addEventListener('state', this.resume);
    this.#follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.client.removeEventListener('state', this.resume);
    this.client.command({type: 'unfollow', conversation: this.conversation}).catch(() => {});
  }

  /** Where reading begins. */
  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector('h3').focus();
  }

  #follow() {
    return this.#do({type: 'follow', conversation: this.conversation});
  }

  render() {
    const model = this.client.store.conversations.get(this.conversation);
    const {status, owner} = model?.summary ?? {};
    const name = visitorName(model);
    const over = this._text.length - this.client.limits.text;
    return html`<div class="head"><h3 tabindex="-1"><bdi>${t('board.following', {name})}</bdi></h3>
        ${status === 'active' || status === 'queued'
          ? html`<parley-button ?busy=${this._busy} @click=${this.#takeOver}>${t('board.take-over')}</parley-button>`
          : nothing}
        <parley-button @click=${() => this.dispatchEvent(new Event('close'))}>${t('board.unfollow')}</parley-button></div>
      ${model?.summary
        ? html`<console-history .client=${this.client} .reading=${this.reading} .typing=${this.typing} .conversation=${this.conversation}></console-history>`
        : html`<p role="status">${t('desk.loading')}</p>`}
      ${status === 'closed' ? html`<p>${t('pane.closed')}</p>` : nothing}
      ${owner && status === 'active'
        ? html`<form novalidate @submit=${this.#whisper}><parley-field label=${t('board.whisper', {name: owner.name ?? t('operator.unknown')})}
            hint=${t('board.whisper.hint')} .value=${this._text} .error=${over > 0 ? t('composer.over', {n: over}) : this._error}
            @input=${({currentTarget}) => (this._text = currentTarget.value)}></parley-field>
            <parley-button type="submit" ?disabled=${!this._text.trim() || over > 0}>${t('board.whisper.send')}</parley-button></form>`
        : this._error ? html`<p role="alert">${this._error}</p>` : nothing}`;
  }

  /** What becomes of it, the history shows. */
  #whisper = (event) => {
    event.preventDefault();
    const text = this._text.trim();
    if (text && text.length <= this.client.limits.text) {
      this.client.write('whisper', this.conversation, text).catch(() => {});
      this._text = '';
    }
  };

  #takeOver = async () => {
    if (await this.#do({type: 'takeover', conversation: this.conversation})) {
      this.dispatchEvent(new CustomEvent('taken', {detail: {conversation: this.conversation}}));
    }
  };

  /** @returns {Promise<boolean>} whether it was done */
  async #do(command) {
    this._busy = true;
    this._error = undefined;
    try {
      await this.client.command(command);
      return true;
    } catch (error) {
      this._error = problemText(error);
      return false;
    } finally {
      this._busy = false;
    }
  }
}

customElements.define('board-follow', BoardFollow);
