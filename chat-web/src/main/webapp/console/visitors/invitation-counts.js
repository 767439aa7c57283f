import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {formatNumber} from '../../i18n/i18n.js';
import {base} from '../../ui/shared.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {ChatError} from '../../client/chat-error.js'
 * @import {Api} from '../base/api.js'
 * @import {InvitationDay} from '../base/resources.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {Api} api
 * @property {ChatClient} client
 * @property {string} [site]
 * @property {[name: string, sum: number][] | undefined} _sums
 * @property {ChatError | undefined} _error
 */

/** @type {Exclude<keyof InvitationDay, 'day'>[]} */
const counted = ['attempts', 'delivered', 'shown', 'answered', 'dismissed', 'failed'];
/** One look for all that moves in so many ms. */
const pause = 1000;

/** What became of a site's invitations in the last days. */
export class ConsoleInvitationCounts extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {api: {attribute: false}, client: {attribute: false}, site: {}, _sums: {state: true}, _error: {state: true}};

  static styles = [
    base,
    css`
      :host {
        display: block;
        margin-block-start: var(--parley-space-4);
      }
      h3 {
        margin: 0 0 var(--parley-space-1);
        font-size: var(--parley-text-m);
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--parley-space-2) var(--parley-space-5);
        margin: 0;
      }
      dt,
      p {
        margin: 0;
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
      }
      dd {
        margin: 0;
        font-size: var(--parley-text-l);
        font-variant-numeric: tabular-nums;
        font-weight: var(--parley-medium);
      }
    `,
  ];

  #timer;
  #moved = () => this.refresh();

  connectedCallback() {
    super.connectedCallback();
    this.client.addEventListener('invitation', this.#moved);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.client.removeEventListener('invitation', this.#moved);
    clearTimeout(this.#timer);
  }

  willUpdate(changed) {
    if (changed.has('site')) {
      this._sums = undefined;
      this.#load();
    }
  }

  /** Something has moved. */
  refresh() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), pause);
  }

  async #load() {
    const {site} = this;
    if (!site) {
      return;
    }
    try {
      /** @type {InvitationDay[]} */
      const days = await this.api.get(`/invitations?site=${encodeURIComponent(site)}`);
      if (site === this.site) {
        this._sums = counted.map((name) => /** @type {[string, number]} */ ([name, days.reduce((sum, day) => sum + day[name], 0)]));
        this._error = undefined;
      }
    } catch (error) {
      this._error = error;
    }
  }

  render() {
    return html`<h3>${t('counts.heading')}</h3>
      ${this._error ? html`<p role="alert">${problemText(this._error)}</p>` : nothing}
      ${this.site
        ? html`<dl>${(this._sums ?? []).map(([name, sum]) => html`<div><dt>${t(`counts.${name}`)}</dt><dd>${formatNumber(sum)}</dd></div>`)}</dl>`
        : html`<p>${t('counts.choose')}</p>`}`;
  }
}

customElements.define('console-invitation-counts', ConsoleInvitationCounts);
