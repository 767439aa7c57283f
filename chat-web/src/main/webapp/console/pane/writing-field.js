import {css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {ParleyField} from '../../ui/field.js';
import {composes} from '../../client/writing.js';
import {t} from '../base/texts.js';

/**
 * @import {CannedReply} from '../base/resources.js'
 *
 * @typedef {object} Properties
 * @property {CannedReply[]} choices
 * @property {string} choiceslabel
 * @property {number} _active
 */

/**
 * A text area that offers choices while one writes. Arrow keys, Enter and Tab choose, Escape says no.
 *
 * The list is in the field's own shadow root, since `aria-activedescendant` reaches no other. Fires `choose` {choice}
 * and `dismiss`.
 */
export class ConsoleWritingField extends /** @type {(new (...args: any[]) => Properties) & typeof ParleyField} */ (ParleyField) {
  /** @type {import('../../ui/shared.js').DeclarationsOf<Properties>} */
  static properties = {choices: {attribute: false}, choiceslabel: {}, _active: {state: true}};

  static styles = [
    ...ParleyField.styles,
    css`
      :host {
        position: relative;
      }
      ul {
        position: absolute;
        z-index: 1;
        inset-block-end: calc(100% + var(--parley-space-2));
        inset-inline: 0;
        max-inline-size: 34rem;
        margin: 0;
        padding: var(--parley-space-1);
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-m);
        background: var(--parley-raised);
        box-shadow: var(--parley-shadow-l);
        list-style: none;
      }
      li {
        display: flex;
        align-items: baseline;
        gap: var(--parley-space-2);
        padding: var(--parley-space-1) var(--parley-space-2);
        border-radius: var(--parley-radius-s);
        line-height: 1.6;
        cursor: pointer;
      }
      li[aria-selected='true'] {
        background: var(--parley-selected);
      }
      .shortcut {
        flex: none;
        max-inline-size: 45%;
        overflow: hidden;
        font-weight: var(--parley-medium);
        text-overflow: ellipsis;
      }
      .text {
        flex: 1;
        overflow: hidden;
        color: var(--parley-text-muted);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .language {
        flex: none;
        color: var(--parley-text-muted);
        font-size: var(--parley-text-xs);
      }
      @media (forced-colors: active) {
        li[aria-selected='true'] {
          outline: 1px solid;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.choices = [];
    this._active = 0;
    // Registered first: while the list is open its keys do nothing else
    this.addEventListener('keydown', (event) => this.#press(event));
  }

  willUpdate(changed) {
    if (changed.has('choices') && keys(this.choices) !== keys(changed.get('choices') ?? [])) {
      this._active = 0;
    }
  }

  render() {
    const {length} = this.choices;
    return html`${super.render()}
      ${length
        ? html`<ul id="choices" role="listbox" aria-label=${this.choiceslabel}>
            ${this.choices.map((choice, index) => this.#choice(choice, index))}
          </ul>`
        : nothing}
      <span class="visually-hidden" role="status">${length ? t('canned.found', {n: length}) : nothing}</span>`;
  }

  /** @param {CannedReply} choice @param {number} index */
  #choice(choice, index) {
    const {shortcut, text, language} = choice;
    return html`<li id="choice-${index}" role="option" aria-selected=${index === this._active ? 'true' : 'false'}
      @pointerdown=${(event) => event.preventDefault()} @pointermove=${() => (this._active = index)}
      @click=${() => this.#choose(choice)}>
      <bdi class="shortcut">/${shortcut}</bdi><bdi class="text" lang=${language}>${text}</bdi>
      <span class="language" dir="ltr">${language}</span>
    </li>`;
  }

  updated(changed) {
    super.updated(changed);
    const open = this.choices.length > 0;
    const states = {
      'aria-autocomplete': 'list',
      'aria-controls': open ? 'choices' : null,
      'aria-activedescendant': open ? `choice-${this._active}` : null,
    };
    Object.entries(states).forEach(([name, value]) =>
      value === null ? this.control.removeAttribute(name) : this.control.setAttribute(name, value),
    );
  }

  #press(event) {
    const {length} = this.choices;
    const moves = {ArrowDown: 1, ArrowUp: -1};
    if (!length || composes(event) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key in moves) {
      this._active = (this._active + moves[event.key] + length) % length;
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.#choose(this.choices[this._active]);
    } else if (event.key === 'Escape') {
      this.dispatchEvent(new Event('dismiss'));
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** @param {CannedReply} choice */
  #choose(choice) {
    this.dispatchEvent(new CustomEvent('choose', {detail: {choice}}));
  }
}

/** @param {CannedReply[]} choices */
function keys(choices) {
  return choices.map(({id}) => id).join();
}

customElements.define('console-writing-field', ConsoleWritingField);
