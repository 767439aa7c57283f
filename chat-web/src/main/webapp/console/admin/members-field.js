import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {base} from '../../ui/shared.js';
import {formStyles} from '../looks/form-styles.js';
import {t} from '../base/texts.js';

/**
 * @import {Department} from './sections.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {{department: string, skill: number}[]} value
 * @property {Department[]} departments
 * @property {string} error
 */

const skills = Array.from({length: 10}, (_, index) => index + 1);

/** The departments that an operator serves, each with a skill. Fires `change`. */
export class AdminMembers extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {value: {attribute: false}, departments: {attribute: false}, error: {}};

  static styles = [
    base,
    formStyles,
    css`
      fieldset {
        display: grid;
        gap: var(--parley-space-2);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: var(--parley-medium);
      }
      .row,
      .row label {
        display: flex;
        align-items: center;
        gap: var(--parley-space-2);
        font-weight: normal;
      }
      .row {
        justify-content: space-between;
        max-inline-size: 32rem;
        min-block-size: var(--parley-target);
      }
      p {
        margin: 0;
        color: var(--parley-danger-text);
      }
    `,
  ];

  render() {
    return html`<fieldset><legend>${t('admin.field.departments')}</legend>
      ${this.departments.map((department) => this.#row(department))}
      ${this.error ? html`<p role="alert">${this.error}</p>` : nothing}</fieldset>`;
  }

  /** @param {Department} department */
  #row({id, name, siteName}) {
    const member = this.value.find(({department}) => department === id);
    const label = `${name} · ${siteName}`;
    return html`<div class="row"><label><input type="checkbox" .checked=${Boolean(member)}
        @change=${({target}) => this.#become(id, target.checked ? 5 : null)} /><bdi>${label}</bdi></label>
      ${member
        ? html`<label>${t('admin.skill')}<select aria-label=${t('admin.skill.of', {name: label})}
            @change=${({target}) => this.#become(id, Number(target.value))}>
            ${skills.map((skill) => html`<option value=${skill} ?selected=${skill === member.skill}>${skill}</option>`)}</select></label>`
        : nothing}</div>`;
  }

  /** @param {string} id @param {number | null} skill */
  #become(id, skill) {
    const others = this.value.filter(({department}) => department !== id);
    this.value = skill === null ? others : [...others, {department: id, skill}];
    this.dispatchEvent(new Event('change'));
  }
}

customElements.define('admin-members', AdminMembers);
