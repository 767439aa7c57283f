import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import '../../ui/field.js';
import {base} from '../../ui/shared.js';
import {formStyles} from '../looks/form-styles.js';
import {languageName} from '../base/language.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';
import './hours-field.js';
import './members-field.js';

/**
 * @import {ChatError} from '../../client/chat-error.js'
 * @import {AdminRecord, Context, Field, Section} from './sections.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {Section} section
 * @property {Context} context
 * @property {AdminRecord} [record] without one it makes a new one
 * @property {AdminRecord} _values
 * @property {Record<string, string | undefined>} _errors by the names of the fields
 * @property {string} [_place] the field that was refused, in the server's words
 * @property {string} [_failed]
 * @property {boolean} _busy
 */

/** Codes whose reason the server knows better than we do. */
const explained = ['invalid', 'conflict', 'not-found', 'too-large'];

/** What a refusal means, for whoever administers. @param {ChatError} error */
export function refusal(error) {
  return explained.includes(error.code) ? t('admin.refused', {detail: error.message}) : problemText(error);
}

/** The form of one record of a section. Fires `saved` {record} and `cancel`; `dirty` says whether something would be lost. */
export class AdminForm extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    section: {attribute: false}, context: {attribute: false}, record: {attribute: false},
    _values: {state: true}, _errors: {state: true}, _place: {state: true}, _failed: {state: true}, _busy: {state: true},
  };

  static styles = [
    base,
    formStyles,
    css`
      form {
        max-inline-size: 44rem;
      }
      .check {
        display: flex;
        align-items: center;
        gap: var(--parley-space-2);
      }
      .failed {
        margin: 0;
        color: var(--parley-danger-text);
      }
      parley-field {
        --parley-field-max: 20rem;
      }
    `,
  ];

  dirty = false;

  willUpdate(changed) {
    if (changed.has('record') || changed.has('section')) {
      const {read = (record) => ({...record}), fresh} = this.section;
      this._values = read(this.record ?? fresh);
      this._errors = {};
      this.dirty = false;
    }
  }

  get #fields() {
    return this.section.fields.filter(({builtIn, onlyNew, when}) => !(builtIn && this.record?.issuer) && !(onlyNew && this.record)
      && (when?.(this._values) ?? true));
  }

  render() {
    return html`<form novalidate @submit=${this.#save}>
      ${this.#fields.map((field) => this.#field(field))}
      ${this._failed ? html`<p class="failed" role="alert">${this._failed}</p>` : nothing}
      <div class="actions">
        ${this.section.single ? nothing : html`<parley-button @click=${() => this.dispatchEvent(new Event('cancel'))}>${t('cancel')}</parley-button>`}
        <parley-button variant="primary" type="submit" ?busy=${this._busy}>${t('save')}</parley-button>
      </div></form>`;
  }

  /** @param {Field} field */
  #field(field) {
    const {name, type} = field;
    const value = this._values[name];
    const error = this._errors[name] ?? '';
    const label = field.language ? t('admin.text-in', {language: languageName(field.language)}) : t(`admin.field.${field.label ?? name}`);
    switch (type) {
      case 'check':
        return html`<label class="check"><input type="checkbox" name=${name} .checked=${value}
          @change=${({target}) => this.#change(name, target.checked)} />${label}</label>`;
      case 'select':
        return html`<label>${label}<select name=${name} @change=${({target}) => this.#change(name, target.value)}>
          ${field.options(this.context, this._values).map(([key, text]) => html`<option value=${key} ?selected=${key === (value ?? '')}>${text}</option>`)}
          </select>${error ? html`<span class="failed" role="alert">${error}</span>` : nothing}</label>`;
      case 'hours':
        return html`<admin-hours data-field=${name} .value=${value} .owner=${field.owner} .error=${error} .place=${this._place}
          @change=${({currentTarget}) => this.#change(name, currentTarget.value)}></admin-hours>`;
      case 'members':
        return html`<admin-members data-field=${name} .value=${value} .departments=${this.context.everyDepartment} .error=${error}
          @change=${({currentTarget}) => this.#change(name, currentTarget.value)}></admin-members>`;
      default: {
        const hint = this.#hintOf(field);
        return html`<parley-field data-field=${name} label=${label} type=${field.input ?? 'text'} ?multiline=${type === 'multiline'} rows="3"
          maxlength=${field.maxlength ?? nothing} inputmode=${type === 'number' ? 'numeric' : nothing} ?required=${this.#needed(field)}
          optional=${this.#needed(field) ? nothing : t('optional')} hint=${hint && hint !== error ? hint : nothing}
          autocomplete=${field.input === 'password' ? 'new-password' : nothing} .value=${String(value ?? '')} .error=${error}
          @input=${({currentTarget}) => this.#change(name, currentTarget.value)}></parley-field>`;
      }
    }
  }

  /** @param {Field} field */
  #hintOf({name, hint, hintWhenNew}) {
    const key = (!this.record && hintWhenNew) || (hint === true ? name : hint);
    return key && t(`admin.hint.${key}`);
  }

  /** @param {Field} field */
  #needed({required, neededWhenNew}) {
    return Boolean(required || (neededWhenNew && !this.record));
  }

  /** @param {string} name @param {unknown} value */
  #change(name, value) {
    this.dirty = true;
    this._values = {...this._values, [name]: value};
    this._errors = {...this._errors, [name]: undefined};
  }

  /** @param {Field} field */
  #faultOf(field) {
    const {name, type, pattern, min, max} = field;
    const text = String(this._values[name] ?? '').trim();
    if (type === 'hours') {
      return this.renderRoot.querySelector('admin-hours').check() ? undefined : t('admin.hours.wrong');
    }
    if (!text) {
      return this.#needed(field) && type !== 'check' && type !== 'select' && type !== 'members' ? t('admin.missing') : undefined;
    }
    if (type === 'number' && !(/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max)) {
      return t('admin.range', {min, max});
    }
    return pattern && !pattern.test(text) ? this.#hintOf(field) : undefined;
  }

  async #save(event) {
    event.preventDefault();
    if (this._busy) {
      return;
    }
    this._failed = this._place = undefined;
    this._errors = Object.fromEntries(this.#fields.map((field) => [field.name, this.#faultOf(field)]).filter(([, error]) => error));
    if (Object.keys(this._errors).length) {
      return this.#toFirstError();
    }
    this._busy = true;
    try {
      const {write = (values) => values} = this.section;
      const record = await this.section.save(this.context, write(this.#typed()), this.record);
      this.dirty = false;
      this.dispatchEvent(new CustomEvent('saved', {detail: {record}}));
    } catch (error) {
      this.#refused(error);
    } finally {
      this._busy = false;
    }
  }

  #typed() {
    const values = Object.entries(this._values).map(([name, value]) => {
      const number = this.section.fields.find((field) => field.name === name)?.type === 'number';
      return [name, number && value !== '' && value !== null ? Number(value) : value];
    });
    return Object.fromEntries(values);
  }

  /** @param {ChatError} error */
  #refused(error) {
    const named = (error.field ?? '').replace(/^when\./, '');
    const field = this.#fields.find(({name, serverName}) => [name, serverName].some((one) => one && (named === one || named.startsWith(`${one}.`))));
    if (field) {
      this._place = error.field;
      this._errors = {[field.name]: refusal(error)};
      this.#toFirstError();
    } else {
      this._failed = refusal(error);
    }
  }

  async #toFirstError() {
    await this.updateComplete;
    const [name] = Object.keys(this._errors);
    /** @type {HTMLElement | null} */
    const field = this.renderRoot.querySelector(`[data-field="${name}"], [name="${name}"]`);
    field?.scrollIntoView({block: 'center'});
    field?.focus();
  }
}

customElements.define('admin-form', AdminForm);
