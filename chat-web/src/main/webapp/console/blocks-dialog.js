import {LitElement, css, html, nothing} from '../lib/lit-element/lit-element.js';
import '../ui/button.js';
import '../ui/dialog.js';
import {base} from '../ui/shared.js';
import {moment} from './moment.js';
import {problemText} from './problem-text.js';
import {t} from './texts.js';

/** Who is blocked, for supervisors. */
class ConsoleBlocksDialog extends LitElement {
  static properties = {api: {attribute: false}, _blocks: {state: true}, _error: {state: true}, _open: {state: true}};

  static styles = [
    base,
    css`
      ul {
        display: grid;
        gap: var(--parley-space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--parley-space-3);
      }
      p {
        margin: 0;
      }
      .muted {
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
      }
    `,
  ];

  get open() {
    return this._open ?? false;
  }

  async show() {
    this._open = true;
    this._blocks = undefined;
    await this.#load();
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
    return html`<parley-dialog heading=${t('blocks.heading')} closelabel=${t('close')} ?open=${this.open}
      @close=${() => (this._open = false)}>
      ${this._error ? html`<p role="alert">${problemText(this._error)}</p>` : nothing}
      ${this._blocks?.length
        ? html`<ul>${this._blocks.map((block) => this.#item(block))}</ul>`
        : html`<p role="status">${this._blocks ? t('blocks.none') : t('desk.loading')}</p>`}
    </parley-dialog>`;
  }

  #item(block) {
    const {visitor, site, by, until, reason} = block;
    const name = visitor.name || t('visitor.anonymous', {tag: visitor.id.slice(-4)});
    return html`<li><div>
        <p><bdi>${name}</bdi> <span class="muted">· <bdi>${site}</bdi></span></p>
        <p class="muted">${until ? t('block.until', {time: moment(until)}) : t('block.for-good')}
          <bdi>${t('block.by', {name: by.name ?? t('operator.unknown')})}</bdi></p>
        ${reason ? html`<p class="muted"><bdi>${reason}</bdi></p>` : nothing}
      </div>
      <parley-button @click=${() => this.#lift(visitor.id)}>${t('block.lift')}</parley-button></li>`;
  }

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

customElements.define('console-blocks', ConsoleBlocksDialog);
