import {LitElement, html, nothing} from '../../lib/lit-element/lit-element.js';
import {repeat} from '../../lib/lit/directives/repeat.js';
import '../../ui/button.js';
import '../../ui/field.js';
import '../../ui/list.js';
import {base} from '../../ui/shared.js';
import {departmentsOf} from '../model/desk-model.js';
import {Following, Ticking} from '../base/following.js';
import {formStyles} from '../looks/form-styles.js';
import {guarded} from '../base/guard.js';
import './invitation-counts.js';
import './invite-form.js';
import {pageStyles} from '../looks/page-styles.js';
import {addressOf} from '../base/pages.js';
import {problemText} from '../base/problem-text.js';
import {sidebar} from '../looks/sidebar-styles.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';
import './visitor-panel.js';
import {visitorRow} from './visitor-row.js';
import {visitorsStyles} from './visitors-styles.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {LiveVisitor} from '../../client/frames.js'
 * @import {Api} from '../base/api.js'
 * @import {CannedReplies} from '../model/canned-replies.js'
 * @import {QueueWatch} from '../model/queue-watch.js'
 * @import {LiveVisitors} from './live-visitors.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {Api} api
 * @property {QueueWatch} queue
 * @property {LiveVisitors} visitors
 * @property {CannedReplies} canned
 * @property {string} [site]
 * @property {string} _text what is searched for
 * @property {string[]} _before of each page before this one, the last visitor
 * @property {LiveVisitor} [_chosen]
 */

/** How many stand on a page. */
const limit = 50;
/** Whoever types a word is not asked about its letters, ms. */
const patience = 300;

/**
 * Who is on the sites now; one of them is shown whole and can be invited. Fires `show` {conversation}, and `past`
 * {past, title}, `block` {visitor, name} and `lift` {visitor}.
 */
export class ConsoleVisitors extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false}, api: {attribute: false}, queue: {attribute: false}, visitors: {attribute: false}, canned: {attribute: false},
    site: {}, _text: {state: true}, _before: {state: true}, _chosen: {state: true},
  };

  static styles = [base, formStyles, pageStyles, sidebar, visitorsStyles];

  #timer;

  constructor() {
    super();
    this._text = '';
    this._before = [];
    new Following(this, () => this.client, ['state', 'presence']);
    new Following(this, () => this.queue, ['change']);
    new Following(this, () => this.visitors, ['change']);
    new Ticking(this, 1000);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.queue.alsoWatch();
  }

  willUpdate(changed) {
    if (changed.has('site') && this.hasUpdated) {
      this.#ask();
    }
    this._chosen = this.visitors.find(this._chosen?.visitor.id) ?? this._chosen;
  }

  firstUpdated() {
    this.renderRoot.querySelector('h2').focus();
  }

  // Each second at the latest
  updated() {
    if (!this.renderRoot.querySelector('.list').matches(':hover, :focus-within')) {
      this.visitors.held = false;
    }
  }

  /** After something was done to the visitor. */
  refreshVisitor() {
    this.renderRoot.querySelector('console-visitor')?.refresh();
  }

  #ask(before = []) {
    clearTimeout(this.#timer);
    this._before = before;
    const id = this.visitors.forget();
    const window = {site: this.site, text: this._text.trim() || undefined, after: before.at(-1), limit};
    this.queue.alsoWatch(['visitors'], {id, visitors: window});
  }

  /** Nothing moves where somebody reads: under a pointer that is moved, or round the focus. */
  #hold = ({pointerType}) => {
    if (pointerType !== 'touch') {
      this.visitors.held = true;
    }
  };

  render() {
    return html`<div class=${this._chosen ? 'chosen' : ''}><div class="head"><h2 tabindex="-1">${t('visitors.heading')}</h2>
        <search>${this.#siteChoice()}
          <parley-field type="search" label=${t('visitors.search')} maxlength="100" .value=${this._text} @input=${this.#search}></parley-field></search></div>
      <div class="board">
        <div class="whole">
          <p class="count" tabindex="-1">${this.visitors.told ? this.#count() : nothing}</p>
          <div role="status">${this.#standing()}</div>
          <div class="list" @pointermove=${this.#hold} @focusin=${this.#hold}>
            ${this.#news()}
            <parley-list label=${t('visitors.heading')}>${repeat(this.visitors.list, ({visitor}) => visitor.id, (one) => this.#row(one))}</parley-list>
          </div>
          ${this.#pager()}
          <console-invitation-counts .api=${this.api} .client=${this.client} .site=${this.#oneSite}></console-invitation-counts>
        </div>
        ${this._chosen ? this.#detail(this._chosen) : nothing}
      </div></div>`;
  }

  get #sites() {
    return [...new Set(departmentsOf(this.client.store).map(({site}) => site))].sort();
  }

  get #oneSite() {
    const sites = this.#sites;
    return this.site ?? (sites.length === 1 ? sites[0] : undefined);
  }

  #siteChoice() {
    const sites = this.#sites;
    return sites.length < 2 && !this.site
      ? nothing
      : html`<label>${t('admin.site')}<select name="site" @change=${({target}) => (location.hash = addressOf('visitors', target.value || undefined))}>
          <option value="" ?selected=${!this.site}>${t('visitors.sites.all')}</option>
          ${sites.map((one) => html`<option value=${one} ?selected=${one === this.site}>${one}</option>`)}</select></label>`;
  }

  #count() {
    const {total} = this.visitors;
    const page = this._before.length + 1;
    return [t('visitors.count', {n: total}), (page > 1 || total > limit) && t('visitors.page', {page})].filter(Boolean).join(' · ');
  }

  /** In words, whatever is not just a list of visitors that holds. */
  #standing() {
    const {list, told, total, elsewhere} = this.visitors;
    if (this.queue.state === 'failed') {
      return html`<p class="warning">${problemText(this.queue.error)} ${t('visitors.failed')}</p>`;
    }
    if (this.client.state !== 'live') {
      return html`<p class="warning">${t(list.length ? 'visitors.stale' : 'connection.connecting')}</p>`;
    }
    if (elsewhere) {
      return html`<p class="warning">${t('visitors.elsewhere')} <parley-button @click=${() => this.#ask(this._before)}>${t('visitors.here')}</parley-button></p>`;
    }
    if (!told) {
      return html`<p class="muted">${t('desk.loading')}</p>`;
    }
    if (total) {
      return nothing;
    }
    return this._text.trim()
      ? html`<p class="muted">${t('visitors.none.found')}</p>`
      : html`<p>${t('visitors.none')}</p><p class="muted">${t('visitors.none.hint')}</p>`;
  }

  /** @returns {HTMLElement} */
  get #counter() {
    return this.renderRoot.querySelector('.count');
  }

  #news() {
    const {news} = this.visitors;
    return news
      ? html`<parley-button class="news" @click=${this.#settle}>${t('visitors.news', {n: news})}</parley-button>`
      : nothing;
  }

  #settle = () => {
    this.visitors.settle();
    this.#counter.focus();
  };

  /** @param {LiveVisitor & {gone: boolean}} one */
  #row(one) {
    const {id} = one.visitor;
    return html`<parley-list-item data-visitor=${id} ?current=${id === this._chosen?.visitor.id}
      @select=${() => this.#choose(one)}>${guarded(() => visitorRow(one, {
        self: this.client.store.self, invitation: this.visitors.invitationOf(id), withSite: !this.#oneSite,
      }))}</parley-list-item>`;
  }

  #pager() {
    const {list, total} = this.visitors;
    return total > limit || this._before.length
      ? html`<div class="pager">
          <parley-button ?disabled=${!this._before.length} @click=${() => this.#leaf(this._before.slice(0, -1))}>${t('visitors.newer')}</parley-button>
          <parley-button ?disabled=${list.length < limit} @click=${() => this.#leaf([...this._before, list.at(-1).visitor.id])}>${t('visitors.older')}</parley-button>
        </div>`
      : nothing;
  }

  /** @param {string[]} before */
  #leaf(before) {
    this.#counter.focus();
    this.#ask(before);
  }

  /** @param {LiveVisitor} one */
  #detail(one) {
    const {id} = one.visitor;
    const now = this.visitors.find(id);
    const model = {id: one.conversation ?? undefined, summary: {visitor: one.visitor, language: one.language}};
    return html`<aside aria-label=${t('visitors.chosen')}>
      <console-visitor .api=${this.api} .model=${model} .live=${now} @hide=${this.#leave} @past=${this.#pass} @lift=${this.#pass}
        @block=${() => this.#fire('block', {visitor: id, name: visitorName(model)})}>
        <console-invite .client=${this.client} .canned=${this.canned} .visitor=${one} .invitation=${this.visitors.invitationOf(id)}
          ?gone=${!now} @show=${this.#pass} @tried=${() => this.renderRoot.querySelector('console-invitation-counts').refresh()}></console-invite>
      </console-visitor></aside>`;
  }

  /** @param {LiveVisitor} one */
  async #choose(one) {
    this._chosen = one;
    await this.updateComplete;
    // In a narrow window the list has made way
    if (!this.renderRoot.querySelector('.list').checkVisibility()) {
      const panel = this.renderRoot.querySelector('console-visitor');
      await panel.updateComplete;
      panel.focus();
    }
  }

  #leave = async () => {
    const {id} = this._chosen.visitor;
    this._chosen = undefined;
    await this.updateComplete;
    /** @type {HTMLElement | null} */
    const item = this.renderRoot.querySelector(`parley-list-item[data-visitor="${CSS.escape(id)}"]`);
    (item ?? this.#counter).focus();
  };

  #search = ({currentTarget}) => {
    this._text = currentTarget.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), patience);
  };

  #pass = ({type, detail}) => this.#fire(type, detail);

  /** @param {string} type @param {unknown} detail */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

customElements.define('console-visitors', ConsoleVisitors);
