import {LitElement, css, html, nothing} from '../lib/lit-element/lit-element.js';
import {live} from '../lib/lit/directives/live.js';
import {composes} from '../client/writing.js';
import {base, visuallyHidden} from './shared.js';

/**
 * @import {PropertyDeclarations} from '../lib/lit-element/lit-element.js'
 * @import {DeclarationsOf, ElementWith} from './shared.js'
 *
 * @typedef {object} Properties
 * @property {string} label
 * @property {boolean} labelhidden
 * @property {string} [optional]
 * @property {string} type as that of a native input
 * @property {string} [name] in the form around it
 * @property {string} value
 * @property {string} [placeholder]
 * @property {string} [hint]
 * @property {string} [error]
 * @property {boolean} multiline
 * @property {number} rows
 * @property {number} [maxlength] UTF-16 units
 * @property {boolean} required
 * @property {boolean} disabled
 * @property {AutoFill} [autocomplete]
 * @property {string} [inputmode]
 * @property {string} [enterkeyhint]
 */

/**
 * A labelled line (or, with `multiline`, a text area that grows) for text.
 *
 * `<parley-field label="E-mail" type="email" hint="…" error=${…} required></parley-field>`
 *
 * Fires `input` and `change` as the native control does, and `value` follows. The error is announced when it
 * appears. Enter in a single line submits the form around it. `labelhidden` keeps the label for screen readers
 * only. `optional` is the word shown beside the label of a field that may stay empty.
 */
export class ParleyField extends /** @type {ElementWith<Properties>} */ (LitElement) {
  static formAssociated = true;
  static shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};

  /** @type {PropertyDeclarations} who extends it has others */
  static properties = /** @satisfies {DeclarationsOf<Properties>} */ ({
    label: {},
    labelhidden: {type: Boolean},
    optional: {},
    type: {},
    name: {reflect: true},
    value: {},
    placeholder: {},
    hint: {},
    error: {},
    multiline: {type: Boolean, reflect: true},
    rows: {type: Number},
    maxlength: {type: Number},
    required: {type: Boolean, reflect: true},
    disabled: {type: Boolean, reflect: true},
    autocomplete: {},
    inputmode: {},
    enterkeyhint: {},
  });

  static styles = [
    base,
    visuallyHidden,
    css`
      :host {
        display: block;
      }
      label {
        display: block;
        margin-block-end: var(--parley-space-1);
        font-weight: var(--parley-medium);
      }
      .optional {
        color: var(--parley-text-muted);
        font-weight: normal;
      }
      input,
      textarea {
        display: block;
        inline-size: 100%;
        min-block-size: var(--parley-target);
        padding: 0.375rem var(--parley-space-3);
        border: 1px solid var(--parley-line-strong);
        border-radius: var(--parley-radius-m);
        background: var(--parley-surface);
        color: inherit;
        font: inherit;
        line-height: var(--parley-leading);
      }
      textarea {
        max-block-size: var(--parley-field-max, 10rem);
        resize: none;
        overflow-wrap: anywhere;
        field-sizing: content;
      }
      @media (any-pointer: coarse) {
        input,
        textarea {
          /* iOS zooms the page into any control with smaller text */
          font-size: 1rem;
        }
      }
      :focus-visible {
        outline-offset: -1px;
      }
      ::placeholder {
        color: var(--parley-text-muted);
        opacity: 1;
      }
      [aria-invalid='true'] {
        border-color: var(--parley-danger);
      }
      :disabled {
        opacity: 0.6;
      }
      p {
        margin: var(--parley-space-1) 0 0;
        font-size: var(--parley-text-s);
        color: var(--parley-text-muted);
      }
      .error {
        color: var(--parley-danger-text);
      }
      .error:empty {
        display: none;
      }
    `,
  ];

  #internals = this.attachInternals();

  constructor() {
    super();
    this.type = 'text';
    this.value = '';
    this.rows = 1;
  }

  /** The native control, for a selection or a scroll position. */
  get control() {
    return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (this.renderRoot?.querySelector('#control'));
  }

  render() {
    return html`
      <label for="control" class=${this.labelhidden ? 'visually-hidden' : nothing}
        >${this.label}${this.optional ? html` <span class="optional">${this.optional}</span>` : nothing}</label
      >
      ${this.multiline ? this.#textarea() : this.#input()}
      ${this.hint ? html`<p id="hint">${this.hint}</p>` : nothing}
      <p id="error" class="error" role="alert">${this.error || nothing}</p>
    `;
  }

  #input() {
    return html`<input
      id="control"
      type=${this.type}
      .value=${live(this.value ?? '')}
      name=${this.name ?? nothing}
      placeholder=${this.placeholder ?? nothing}
      maxlength=${this.maxlength ?? nothing}
      autocomplete=${this.autocomplete ?? nothing}
      inputmode=${this.inputmode ?? nothing}
      enterkeyhint=${this.enterkeyhint ?? nothing}
      ?disabled=${this.disabled}
      aria-required=${this.required ? 'true' : nothing}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-describedby="hint error"
      @input=${this.#typed}
      @change=${this.#changed}
      @keydown=${this.#enter}
    />`;
  }

  #textarea() {
    return html`<textarea
      id="control"
      dir="auto"
      rows=${this.rows}
      .value=${live(this.value ?? '')}
      placeholder=${this.placeholder ?? nothing}
      maxlength=${this.maxlength ?? nothing}
      enterkeyhint=${this.enterkeyhint ?? nothing}
      ?disabled=${this.disabled}
      aria-required=${this.required ? 'true' : nothing}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-describedby="hint error"
      @input=${this.#typed}
      @change=${this.#changed}
    ></textarea>`;
  }

  updated(changed) {
    if (changed.has('value')) {
      this.#internals.setFormValue(this.value ?? '');
      this.#grow();
    }
  }

  formResetCallback() {
    this.value = '';
  }

  // The native input event is composed and leaves the shadow root by itself, change is not
  #typed() {
    this.value = this.control.value;
  }

  #changed() {
    this.value = this.control.value;
    this.dispatchEvent(new Event('change', {bubbles: true}));
  }

  #enter(event) {
    if (event.key === 'Enter' && !composes(event)) {
      this.value = this.control.value;
      this.#internals.setFormValue(this.value);
      this.#internals.form?.requestSubmit();
    }
  }

  // Firefox has no field-sizing; measure there. The CSSOM is allowed by the CSP, style attributes are not.
  #grow() {
    const area = this.control;
    if (this.multiline && area && !CSS.supports('field-sizing', 'content')) {
      area.style.blockSize = 'auto';
      area.style.blockSize = `${area.scrollHeight + 2}px`;
    }
  }
}

customElements.define('parley-field', ParleyField);
