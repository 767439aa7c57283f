import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {formatTime} from '../../i18n/i18n.js';
import '../../ui/button.js';
import {base} from '../../ui/shared.js';
import {base as contextRoot} from '../base/http.js';
import {t} from '../base/texts.js';

/**
 * @import {Api} from '../base/api.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {{origin: string, at: string}} Sight where the widget was loaded, and when last
 *
 * @typedef {object} Properties
 * @property {Api} api
 * @property {string} site
 * @property {string} [department] its key
 * @property {Sight[]} [_seen]
 * @property {boolean} _copied
 */

/** Milliseconds between two questions whether the widget was seen. */
const SOON = 3000;

/** What a web site's pages need to show the widget, and whether it was seen there. */
export class SiteSnippet extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {api: {attribute: false}, site: {}, department: {}, _seen: {state: true}, _copied: {state: true}};

  static styles = [
    base,
    css`
      :host {
        display: block;
        max-inline-size: 44rem;
        margin-block: var(--parley-space-4);
      }
      h3 {
        margin: 0;
        font-size: var(--parley-text-m);
      }
      pre {
        padding: var(--parley-space-3);
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-m);
        background: var(--parley-surface);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#look(), SOON);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  willUpdate(changed) {
    if (changed.has('site') || changed.has('department')) {
      this._copied = false;
      this.#look();
    }
  }

  async #look() {
    try {
      const {seen} = /** @type {{seen: Sight[]}} */ (await this.api.get(`/sites/${encodeURIComponent(this.site)}/embedding`));
      this._seen = seen;
    } catch {
      // What was seen stays; the next answer says more
    }
  }

  get #code() {
    const department = this.department ? ` data-department="${this.department}"` : '';
    return `<script src="${location.origin}${contextRoot}/loader/parley.js" data-site="${this.site}"${department} async></script>`;
  }

  render() {
    return html`<h3>${t('admin.snippet')}</h3>
      <p>${t(this.department ? 'admin.snippet.department' : 'admin.snippet.hint')}</p>
      <pre dir="ltr" tabindex="0" aria-label=${t('admin.snippet')}>${this.#code}</pre>
      <parley-button @click=${this.#copy}>${t('admin.snippet.copy')}</parley-button>
      <span role="status">${this._copied ? t('admin.snippet.copied') : nothing}</span>
      <div role="status">${this._seen ? this.#news() : nothing}</div>`;
  }

  #news() {
    return this._seen.length
      ? this._seen.map(({origin, at}) => html`<p>✓ <bdi>${t('admin.snippet.seen', {origin, time: formatTime(at)})}</bdi></p>`)
      : html`<p>${t('admin.snippet.unseen')}</p>`;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#code);
      this._copied = true;
    } catch {
      // Not a secure page: one selects it and copies by key
      getSelection().selectAllChildren(this.renderRoot.querySelector('pre'));
    }
  }
}

customElements.define('site-snippet', SiteSnippet);
