import {LitElement, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import '../../ui/dialog.js';
import {base} from '../../ui/shared.js';
import {formStyles} from '../looks/form-styles.js';
import {pageStyles} from '../looks/page-styles.js';
import {addressOf} from '../base/pages.js';
import {t} from '../base/texts.js';
import {refusal} from './record-form.js';
import {sections} from './sections.js';
import './site-snippet.js';

/**
 * @import {ChatError} from '../../client/chat-error.js'
 * @import {Api} from '../base/api.js'
 * @import {AdminRecord, Context, Department, Section, Site} from './sections.js'
 * @import {Toast} from '../../ui/toast.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {{name: string, params?: import('../../i18n/i18n.js').Params, run: () => void, stay?: () => void}} Question
 *
 * @typedef {object} Properties
 * @property {Api} api
 * @property {string[]} parts of the address: section, site and record
 * @property {string[]} _shown the parts that are shown, while it is asked whether to leave them
 * @property {AdminRecord[] | undefined} _records
 * @property {Context} [_context]
 * @property {ChatError | undefined} _error
 * @property {Question} [_asked] before something is lost
 */

const fresh = 'new';

/** The administration: a section, in it a list, in it a form. Fires `news` {text, tone, action?}. */
export class ConsoleAdmin extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    api: {attribute: false}, parts: {attribute: false},
    _shown: {state: true}, _records: {state: true}, _context: {state: true}, _error: {state: true}, _asked: {state: true},
  };

  static styles = [base, formStyles, pageStyles];

  #unload = (event) => this.#dirty && event.preventDefault();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeunload', this.#unload);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#unload);
  }

  /** Whether leaving would lose something. */
  get #dirty() {
    return this.renderRoot?.querySelector('admin-form')?.dirty ?? false;
  }

  willUpdate(changed) {
    if (changed.has('parts') && String(this.parts) !== String(this._shown)) {
      this.guard(() => this.#turn());
    }
  }

  /** Goes on at once, or when whoever edits agrees to lose what is not saved. @param {() => void} go */
  guard(go) {
    if (!this.#dirty) {
      return go();
    }
    const {_shown: parts} = this;
    this._asked = {name: 'discard', run: go, stay: () => history.replaceState(null, '', addressOf('admin', ...parts))};
    return undefined;
  }

  async #turn() {
    const parts = this.parts;
    this._shown = parts;
    this._records = this._error = undefined;
    try {
      const context = await this.#about(parts[1]);
      if (!context.sites.length && this.#name !== 'sites') {
        location.hash = addressOf('admin', 'sites', '-', fresh); // Everything else belongs to a site
        return;
      }
      const section = sections[this.#name];
      const records = section.single ? [await section.single(context)] : await section.list(context);
      if (this._shown === parts) {
        Object.assign(this, {_context: context, _records: records});
        await this.updateComplete;
        this.renderRoot.querySelector('h2')?.focus();
      }
    } catch (error) {
      this._error = error;
    }
  }

  /** @param {string} [wish] a site @returns {Promise<Context>} */
  async #about(wish) {
    /** @type {Site[]} */
    const sites = await this.api.get('/sites');
    const site = sites.some(({id}) => id === wish) ? wish : sites[0]?.id;
    const perSite = await Promise.all(sites.map(async ({id, name}) =>
      /** @type {Department[]} */ (await this.api.get(`/sites/${encodeURIComponent(id)}/departments`)).map((one) => ({...one, siteName: name}))));
    const everyDepartment = perSite.flat();
    return {api: this.api, sites, site, everyDepartment, departments: everyDepartment.filter((one) => one.site === site)};
  }

  get #name() {
    return this._shown?.[0] in sections ? this._shown[0] : Object.keys(sections)[0];
  }

  /** @param {string} [item] @param {{site?: string, name?: string}} [place] */
  #address(item, {site = this._context?.site, name = this.#name} = {}) {
    return addressOf('admin', name, site, item);
  }

  render() {
    const name = this.#name;
    return html`<div class="head"><nav aria-label=${t('admin.heading')}>${Object.keys(sections).map((one) => html`<a
          href=${this.#address(undefined, {name: one})} aria-current=${one === name ? 'page' : nothing}>${t(`admin.${one}`)}</a>`)}</nav>
        ${this.#siteChoice()}</div>
      ${this._error
        ? html`<p role="alert">${refusal(this._error)}</p>`
        : this._records ? this.#content(sections[name], this._shown[2]) : html`<p role="status">${t('desk.loading')}</p>`}
      ${this.#question()}`;
  }

  #siteChoice() {
    const {sites = [], site} = /** @type {Partial<Context>} */ (this._context ?? {});
    return sections[this.#name].everywhere || sites.length < 2
      ? nothing
      : html`<label>${t('admin.site')}<select name="site" @change=${({target}) => (location.hash = this.#address(undefined, {site: target.value}))}>
          ${sites.map(({id, name}) => html`<option value=${id} ?selected=${id === site}>${name}</option>`)}</select></label>`;
  }

  /** @param {Section} section @param {string} [item] */
  #content(section, item) {
    const name = this.#name;
    if (section.single) {
      return html`<h2 tabindex="-1">${t(`admin.${this.#name}`)}</h2>${this.#form(section, this._records[0])}`;
    }
    const record = item !== fresh && this._records.find((one) => section.id(one) === item);
    if (item === fresh || record) {
      return html`<h2 tabindex="-1"><bdi>${record ? section.title(record) : t(`admin.${this.#name}.new`)}</bdi></h2>
        ${name === 'sites' && !this._context.sites.length ? html`<p>${t('admin.sites.first')}</p>` : nothing}
        ${record && name === 'sites' ? this.#snippet(section, record) : nothing}
        ${this.#form(section, record || undefined)}
        ${record && section.endSessions ? html`<parley-button @click=${() => this.#askToEndSessions(section, record)}>${t('admin.sessions')}</parley-button>` : nothing}
        ${record && name !== 'sites' ? this.#snippet(section, record) : nothing}`;
    }
    return html`<div class="head"><h2 tabindex="-1">${t(`admin.${this.#name}`)}</h2>
        <parley-button variant="primary" @click=${() => (location.hash = this.#address(fresh))}>${t(`admin.${this.#name}.new`)}</parley-button></div>
      ${this._records.length ? html`<ul>${this._records.map((one) => this.#row(section, one))}</ul>` : html`<p>${t('admin.empty')}</p>`}`;
  }

  /** @param {Section} section @param {AdminRecord} record */
  #snippet({snippet}, record) {
    return snippet
      ? html`<site-snippet .api=${this.api} .site=${snippet(record)} .department=${record.key}></site-snippet>`
      : nothing;
  }

  /** @param {Section} section @param {AdminRecord} record */
  #row(section, record) {
    const title = section.title(record);
    return html`<li><div><a href=${this.#address(section.id(record))}><bdi>${title}</bdi></a>
        <p><bdi>${section.about(record).filter(Boolean).join(' · ')}</bdi></p></div>
      ${section.remove
        ? html`<parley-button label=${t('admin.delete.of', {name: title})} @click=${() => this.#askToDelete(section, record)}>${t('admin.delete')}</parley-button>`
        : nothing}</li>`;
  }

  /** @param {Section} section @param {AdminRecord} [record] */
  #form(section, record) {
    return html`<admin-form .section=${section} .context=${this._context} .record=${record} @saved=${({detail}) => this.#saved(section, detail.record)}
      @cancel=${() => (location.hash = this.#address())}></admin-form>`;
  }

  /** @param {Section} section @param {AdminRecord} record */
  #saved(section, record) {
    this.#tell({text: t('admin.saved'), tone: 'success'});
    if (section.single) {
      this._records = [record];
    } else if (this.#name === 'sites') {
      location.hash = this.#address(record.id, {site: record.id}); // Where its snippet is
    } else {
      location.hash = this.#address();
    }
  }

  /** @param {Section} section @param {AdminRecord} record */
  #askToDelete(section, record) {
    const name = section.restore ? 'delete' : 'delete-for-good';
    this._asked = {name, params: {name: section.title(record)}, run: () => this.#delete(section, record)};
  }

  /** @param {Section} section @param {AdminRecord} record */
  #askToEndSessions(section, record) {
    const name = section.title(record);
    const run = () => this.#try(() => section.endSessions(this._context, record), {text: t('admin.sessions.ended', {name})});
    this._asked = {name: 'sessions', params: {name}, run: () => this.guard(run)};
  }

  /** @param {Section} section @param {AdminRecord} record */
  async #delete(section, record) {
    const context = this._context;
    let removed;
    await this.#try(async () => (removed = await section.remove(context, record)), {
      text: t('admin.deleted', {name: section.title(record)}),
      action: section.restore && {label: t('admin.undo'), run: () => this.#try(() => section.restore(context, record, removed), {text: t('admin.restored')})},
    });
  }

  /** @param {() => Promise<unknown>} change @param {Toast} news */
  async #try(change, news) {
    try {
      await change();
      this.#tell({tone: 'success', ...news});
      await this.#turn();
    } catch (error) {
      this.#tell({text: refusal(error), tone: 'error'});
    }
  }

  #question() {
    const {name, params, run, stay} = /** @type {Partial<Question>} */ (this._asked ?? {});
    return html`<parley-dialog heading=${name ? t(`admin.ask.${name}`, params) : ''} closelabel=${t('cancel')} ?open=${Boolean(name)}
      @close=${({currentTarget}) => {
        this._asked = undefined;
        (currentTarget.returnValue === 'yes' ? run : stay)?.();
      }}>${name ? t(`admin.ask.${name}.text`) : ''}
      <div slot="actions"><parley-button @click=${() => this.#dialog.close()}>${t('cancel')}</parley-button>
        <parley-button variant="danger" @click=${() => this.#dialog.close('yes')}>${name ? t(`admin.ask.${name}.yes`) : ''}</parley-button></div></parley-dialog>`;
  }

  get #dialog() {
    return this.renderRoot.querySelector('parley-dialog');
  }

  /** @param {Toast} detail */
  #tell(detail) {
    this.dispatchEvent(new CustomEvent('news', {detail}));
  }
}

customElements.define('console-admin', ConsoleAdmin);
