import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {formatMoment} from '../../i18n/i18n.js';
import '../../ui/button.js';
import {base} from '../../ui/shared.js';
import {pageStyles} from '../looks/page-styles.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';

/**
 * @import {ChatError} from '../../client/chat-error.js'
 * @import {Api} from '../base/api.js'
 * @import {Block} from '../base/resources.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {Api} api
 * @property {Block[]} [_blocks]
 * @property {ChatError | undefined} _error
 */

/** Who is blocked, for supervisors. */
export class ConsoleBlocks extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {api: {attribute: false}, _blocks: {state: true}, _error: {state: true}};

  static styles = [
    base,
    pageStyles,
    css`
      .muted {
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this._blocks = await this.api.get('/blocks');
      this._error = undefined;
    } catch (error) {
      this._error = error;
    }
  }

  render() {
    return html`<h2>${t('blocks.heading')}</h2>
      ${this._error ? html`<p role="alert">${problemText(this._error)}</p>` : nothing}
      ${this._blocks?.length
        ? html`<ul>${this._blocks.map((block) => this.#item(block))}</ul>`
        : html`<p role="status">${this._blocks ? t('blocks.none') : this._error ? nothing : t('desk.loading')}</p>`}`;
  }

  /** @param {Block} block */
  #item(block) {
    const {visitor, site, by, until, reason} = block;
    const name = visitor.name || t('visitor.anonymous', {tag: visitor.id.slice(-4)});
    return html`<li><div>
        <p><bdi>${name}</bdi> <span class="muted">· <bdi>${site}</bdi></span></p>
        <p class="muted">${until ? t('block.until', {time: formatMoment(until)}) : t('block.for-good')}
          <bdi>${t('block.by', {name: by.name ?? t('operator.unknown')})}</bdi></p>
        ${reason ? html`<p class="muted"><bdi>${reason}</bdi></p>` : nothing}
      </div>
      <parley-button @click=${() => this.#lift(visitor.id)}>${t('block.lift')}</parley-button></li>`;
  }

  /** @param {string} visitor */
  async #lift(visitor) {
    try {
      await this.api.remove(`/visitors/${visitor}/block`);
    } catch (error) {
      this._error = error;
      return;
    }
    await this.#load();
  }
}

customElements.define('console-blocks', ConsoleBlocks);
