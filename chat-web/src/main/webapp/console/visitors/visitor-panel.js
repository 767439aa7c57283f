import {LitElement, html, nothing} from '../../lib/lit-element/lit-element.js';
import {formatMoment} from '../../i18n/i18n.js';
import '../../ui/badge.js';
import '../../ui/button.js';
import {base, visuallyHidden} from '../../ui/shared.js';
import {Ticking} from '../base/following.js';
import {guarded} from '../base/guard.js';
import {hide} from '../looks/icons.js';
import {languageName} from '../base/language.js';
import {mayMerge} from '../model/merges.js';
import {webAddress} from '../base/page-address.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';
import {VisitorFile} from './visitor-file.js';
import {visitorName} from '../looks/visitor-name.js';
import {panelStyles} from './visitor-panel-styles.js';
import {formatWaiting} from '../looks/waiting-time.js';

/**
 * @import {LiveVisitor, Person, Self, Summary} from '../../client/frames.js'
 * @import {Api} from '../base/api.js'
 * @import {ListedConversation, VisitorKnown} from '../base/resources.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {{id?: string, summary?: {visitor: Person} & Partial<Summary>}} Model a conversation, or what of one the visitor
 *     decides
 *
 * @typedef {object} Properties
 * @property {Api} api
 * @property {Model} model
 * @property {LiveVisitor} [live]
 * @property {Self} [self]
 */

/**
 * Who the visitor of a conversation is, where they are and what was before; the slot's content stands above that. Who
 * hears of the visitor all the time sets `live`, as the server's frames have it. Fires `past` {past, title}, `merge` {from},
 * `block` and `lift` {visitor}, and `hide`. `self` is the operator.
 */
export class ConsoleVisitor extends /** @type {ElementWith<Properties>} */ (LitElement) {
  static shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  /** @type {DeclarationsOf<Properties>} */
  static properties = {api: {attribute: false}, model: {attribute: false}, live: {attribute: false}, self: {attribute: false}};

  static styles = [base, visuallyHidden, panelStyles];

  #file = new VisitorFile(this, () => this.api);

  constructor() {
    super();
    new Ticking(this, 5000);
  }

  willUpdate(changed) {
    this.#file.of(this.model?.summary?.visitor?.id, this.model?.id);
    const before = changed.get('live');
    if (before && before.page !== this.live?.page) {
      this.#file.refresh();
    }
  }

  /** After something was done to the visitor. */
  refresh() {
    this.#file.refresh();
  }

  render() {
    const {file, error} = this.#file;
    return html`<section aria-label=${t('visitor.panel')}>
      <div class="top">
        <h3><bdi>${visitorName(this.model)}</bdi></h3>
        ${file ? html`<parley-badge tone=${file.proven ? 'ok' : 'neutral'}>${t(file.proven ? 'visitor.proven' : 'visitor.unproven')}</parley-badge>` : nothing}
        <parley-button variant="plain" label=${t('visitor.hide')} @click=${() => this.#fire('hide')}>${hide}</parley-button>
      </div>
      <slot></slot>
      ${file ? this.#known(file) : html`<p class="muted" role="status">${error ? problemText(error) : t('desk.loading')}</p>`}
    </section>`;
  }

  /** @param {VisitorKnown} file */
  #known(file) {
    return html`${this.#blocked(file)} ${guarded(() => this.#now(file))} ${guarded(() => this.#said(this.#file.form, 'visitor.form'))}
      ${guarded(() => this.#said(file.attributes, 'visitor.attributes'))} ${guarded(() => this.#trail())} ${guarded(() => this.#before())}
      ${file.block || this.#file.conversations === null
        ? nothing
        : html`<parley-button class="block" @click=${() => this.#fire('block')}>${t('block.menu')}</parley-button>`}`;
  }

  /** @param {VisitorKnown} file */
  #blocked({block}) {
    return block
      ? html`<div class="blocked"><p><strong>${block.until
            ? t('block.until', {time: formatMoment(block.until)})
            : t('block.for-good')}</strong> <bdi>${t('block.by', {name: block.by.name ?? t('operator.unknown')})}</bdi>
            ${block.reason ? html`<br /><bdi>${block.reason}</bdi>` : nothing}</p>
          <parley-button @click=${() => this.#fire('lift')}>${t('block.lift')}</parley-button></div>`
      : nothing;
  }

  /** @param {VisitorKnown} file */
  #now({since, ...file}) {
    const live = this.live ?? file.live;
    const {language} = this.model.summary;
    const speaks = live?.language ?? language;
    return html`<dl>
      ${live
        ? html`<dt>${t('visitor.page')}</dt><dd>${live.page
              ? html`${link(live.page, live.title)}
                <span class="muted">${t('visitor.page.since', {time: formatWaiting(Date.now() - Date.parse(live.pageSince))})}</span>`
              : t('visitor.page.untold')}</dd>
            ${live.referrer ? html`<dt>${t('visitor.referrer')}</dt><dd>${link(live.referrer)}</dd>` : nothing}
            <dt>${t('visitor.visit')}</dt><dd>${live.pages ? html`${t('visitor.pages', {n: live.pages})},` : nothing}
              ${t(live.returning ? 'visitor.returning' : 'visitor.first')}</dd>
            <dt>${t('visitor.browser')}</dt><dd><bdi>${live.browser ?? t('visitor.browser.unknown')}</bdi></dd>
            ${live.address ? html`<dt>${t('visitor.address')}</dt><dd><bdi dir="ltr">${live.address}</bdi></dd>` : nothing}`
        : html`<dt>${t('visitor.page')}</dt><dd class="muted">${t('visitor.away')}</dd>`}
      ${speaks ? html`<dt>${t('visitor.language')}</dt><dd><bdi>${languageName(speaks)}</bdi></dd>` : nothing}
      <dt>${t('visitor.since')}</dt><dd>${formatMoment(since)}</dd>
    </dl>`;
  }

  /** @param {Record<string, string>} answers @param {string} heading */
  #said(answers, heading) {
    const said = Object.entries(answers);
    return said.length
      ? html`<h4>${t(heading)} <span class="muted">${t('visitor.attributes.unproven')}</span></h4>
          <dl>${said.map(([name, value]) => html`<dt><bdi>${name}</bdi></dt><dd><bdi>${value}</bdi></dd>`)}</dl>`
      : nothing;
  }

  #trail() {
    const {trail} = this.#file;
    return trail.length
      ? html`<h4>${t('visitor.trail')}</h4>
          <ol>${trail.map(({url, title, at}) => html`<li>${link(url, title)} <time class="muted">${formatMoment(at)}</time></li>`)}</ol>`
      : nothing;
  }

  #before() {
    const others = this.#file.conversations?.filter(({id}) => id !== this.model.id) ?? [];
    return others.length
      ? html`<h4>${t('visitor.earlier')}</h4>
          <ul>${others.map((one) => html`<li><button type="button" class="past" @click=${() => this.#past(one)}>
            <bdi>${one.subject ?? t('visitor.earlier.silent')}</bdi>
            <span class="muted">${formatMoment(one.opened)} · <bdi>${one.owner?.name ?? t('pane.state.queued')}</bdi></span>
          </button>${mayMerge(this.model.summary, one, this.self)
            ? html`<parley-button class="merge" @click=${() => this.#fire('merge', {from: one.id})}>${t('merge.menu')}</parley-button>`
            : nothing}</li>`)}</ul>`
      : nothing;
  }

  /** @param {ListedConversation} past */
  #past(past) {
    this.#fire('past', {past, title: past.subject ?? formatMoment(past.opened)});
  }

  /** @param {string} type @param {object} [detail] */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail: {visitor: this.model.summary.visitor.id, ...detail}}));
  }
}

/** Where a page is; its title where it has one. @param {string} url @param {string} [title] */
function link(url, title) {
  const address = webAddress(url);
  return address
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer" dir="auto">${title || `${address.host}${address.pathname}`}</a>`
    : html`<bdi>${url}</bdi>`;
}

customElements.define('console-visitor', ConsoleVisitor);
