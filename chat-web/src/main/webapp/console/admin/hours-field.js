import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import {base} from '../../ui/shared.js';
import {formStyles} from '../looks/form-styles.js';
import {t} from '../base/texts.js';
import {editable, fault, ordinaryWeek, pastMidnight, weekdays, written} from './hours-model.js';

/**
 * @import {Hours, Interval, WrittenHours} from './hours-model.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {WrittenHours | null} value
 * @property {string} owner 'site' or 'department'
 * @property {string} error
 * @property {string} [place] the field that was refused
 * @property {Hours | null} _hours
 * @property {boolean} _shown whether faults are shown
 */

/** Business hours: none, or a zone, a week and dates that are different. Fires `change`; `value` is as the server writes it. */
export class AdminHours extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {value: {attribute: false}, owner: {}, error: {}, place: {}, _hours: {state: true}, _shown: {state: true}};

  static styles = [
    base,
    formStyles,
    css`
      :host,
      .week {
        display: grid;
        gap: var(--parley-space-3);
      }
      .check {
        display: flex;
        align-items: center;
        gap: var(--parley-space-2);
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--parley-space-2);
        margin: 0;
        padding: var(--parley-space-2) 0;
        border: 0;
        border-block-end: 1px solid var(--parley-line);
      }
      legend {
        float: inline-start;
        inline-size: 9rem;
        padding: 0;
        font-weight: var(--parley-medium);
      }
      input:not([type='checkbox']) {
        min-block-size: var(--parley-target);
        padding-inline: var(--parley-space-2);
        border: 1px solid var(--parley-line-strong);
        border-radius: var(--parley-radius-m);
        background: var(--parley-surface);
        color: inherit;
        font: inherit;
      }
      .interval {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--parley-space-1);
      }
      .muted {
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
      }
      .error {
        flex-basis: 100%;
        margin: 0;
        color: var(--parley-danger-text);
        font-size: var(--parley-text-s);
      }
      h3 {
        margin: 0;
        font-size: var(--parley-text-m);
      }
    `,
  ];

  /** @type {WrittenHours | null | undefined} the value that was made here */
  #own;

  willUpdate(changed) {
    if (changed.has('value') && this.value !== this.#own) {
      this._hours = this.value ? editable(this.value) : null;
    }
  }

  /** @returns {boolean} whether it can be sent; says what is wrong where it is */
  check() {
    this._shown = true;
    return !this._hours || [...Object.values(this._hours.days), ...this._hours.exceptions.map((one) => one.intervals)].every(
      (intervals) => fault(intervals) === null,
    );
  }

  render() {
    return html`<label class="check"><input type="checkbox" name="hours" .checked=${Boolean(this._hours)}
        @change=${({target}) => this.#become(target.checked ? ordinaryWeek() : null)} />${t(`admin.hours.own.${this.owner}`)}</label>
      ${this._hours ? this.#week(this._hours) : nothing}
      ${this.error && !this.#atDay ? html`<p class="error" role="alert">${this.error}</p>` : nothing}`;
  }

  /** @param {Hours} hours */
  #week({zone, days, exceptions}) {
    const zones = [...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
    return html`<label>${t('admin.hours.zone')}
        <select name="zone" @change=${({target}) => this.#become({...this._hours, zone: target.value})}>
          ${zones.map((name) => html`<option value=${name} ?selected=${name === zone}>${name}</option>`)}
        </select></label>
      <div class="week">${weekdays.map((name, index) => this.#day(dayName(index), days[name], `hours.days.${name}`))}</div>
      <h3>${t('admin.hours.exceptions')}</h3>
      ${exceptions.map(({date, intervals}) => this.#day(date, intervals, `hours.exceptions.${date}`, () => this.#drop(date)))}
      <div class="interval"><label>${t('admin.hours.date')}<input type="date" id="date" /></label>
        <parley-button @click=${this.#addDate}>${t('admin.hours.date.add')}</parley-button></div>`;
  }

  /** @param {string} name @param {Interval[]} intervals @param {string} place @param {() => void} [drop] */
  #day(name, intervals, place, drop) {
    const wrong = this._shown && fault(intervals);
    const error = wrong ? t(`admin.hours.${wrong}`) : this.place === place ? this.error : '';
    return html`<fieldset aria-describedby=${error ? place : nothing}><legend><bdi>${name}</bdi></legend>
      ${intervals.length ? nothing : html`<span class="muted">${t('admin.hours.closed')}</span>`}
      ${intervals.map((one, index) => this.#interval(name, intervals, one, index))}
      <parley-button label=${t('admin.hours.add', {day: name})} @click=${() => this.#add(intervals)}>+</parley-button>
      ${drop ? html`<parley-button @click=${drop}>${t('admin.hours.date.remove')}</parley-button>` : nothing}
      ${error ? html`<p class="error" id=${place} role="alert">${error}</p>` : nothing}</fieldset>`;
  }

  /** @param {string} name @param {Interval[]} intervals @param {Interval} one @param {number} index */
  #interval(name, intervals, one, index) {
    const time = (end) => html`<input type="time" aria-label=${t(`admin.hours.${end}`, {day: name, n: index + 1})} .value=${one[end]}
      @change=${({target}) => this.#change(() => (one[end] = target.value))} />`;
    return html`<span class="interval">${time('from')}–${time('to')}
      ${pastMidnight(one) ? html`<span class="muted">${t('admin.hours.next-day')}</span>` : nothing}
      <parley-button variant="plain" label=${t('admin.hours.remove', {day: name, n: index + 1})}
        @click=${() => this.#change(() => intervals.splice(index, 1))}>−</parley-button></span>`;
  }

  get #atDay() {
    return /^hours\.(days|exceptions)\./.test(this.place ?? '');
  }

  /** @param {Interval[]} intervals */
  #add(intervals) {
    this.#change(() => intervals.push(intervals.length ? {from: '', to: ''} : {from: '09:00', to: '17:00'}));
  }

  #addDate = () => {
    const date = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('#date')).value;
    if (date && !this._hours.exceptions.some((one) => one.date === date)) {
      this.#change(() => this._hours.exceptions.push({date, intervals: []}));
    }
  };

  #drop(date) {
    this.#become({...this._hours, exceptions: this._hours.exceptions.filter((one) => one.date !== date)});
  }

  #change(edit) {
    edit();
    this.#become({...this._hours});
  }

  /** @param {Hours | null} hours */
  #become(hours) {
    this._hours = hours;
    const whole = hours && [...Object.values(hours.days), ...hours.exceptions.map((one) => one.intervals)].every(
      (intervals) => fault(intervals) !== 'missing',
    );
    this.value = this.#own = hours && (whole ? written(hours) : {...this.value});
    this.dispatchEvent(new Event('change'));
  }
}

/** 1 January 2024 was a Monday. */
function dayName(index) {
  return new Intl.DateTimeFormat(document.documentElement.lang, {weekday: 'long', timeZone: 'UTC'}).format(Date.UTC(2024, 0, 1 + index));
}

customElements.define('admin-hours', AdminHours);
