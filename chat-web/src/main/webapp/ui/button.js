import {LitElement, css, html, nothing} from '../lib/lit-element/lit-element.js';
import {base} from './shared.js';

/**
 * @import {DeclarationsOf, ElementWith} from './shared.js'
 *
 * @typedef {object} Properties
 * @property {string} variant
 * @property {string} type as that of a native button
 * @property {string} [label]
 * @property {boolean} busy
 * @property {boolean} disabled
 * @property {'true' | 'false'} [expanded]
 * @property {'true' | 'false'} [pressed]
 * @property {string} [haspopup]
 * @property {string} [shortcut]
 */

/**
 * A button that takes part in the form around it.
 *
 * `<parley-button variant="primary" type="submit" ?busy=${…}>Send</parley-button>`
 *
 * - `variant`: primary, quiet (default), plain (no border, for icons), danger
 * - `busy`: shows that work goes on, keeps the focus, swallows presses
 * - `label`: the accessible name when the content is an icon; also the tooltip
 * - `expanded`, `pressed`, `haspopup`, `shortcut`: the ARIA states of the same names ("true"/"false")
 */
export class ParleyButton extends /** @type {ElementWith<Properties>} */ (LitElement) {
  static formAssociated = true;
  static shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};

  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    variant: {reflect: true},
    type: {},
    label: {},
    busy: {type: Boolean, reflect: true},
    disabled: {type: Boolean, reflect: true},
    expanded: {},
    pressed: {},
    haspopup: {},
    shortcut: {},
  };

  static styles = [
    base,
    css`
      :host {
        display: inline-block;
        vertical-align: middle;
      }
      button {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--parley-space-2);
        inline-size: 100%;
        min-block-size: var(--parley-target);
        min-inline-size: var(--parley-target);
        padding: var(--parley-button-padding, 0.25rem 0.875rem);
        border: 1px solid var(--parley-line-strong);
        border-radius: var(--parley-radius-m);
        background: var(--parley-surface);
        color: var(--parley-text);
        font: inherit;
        font-weight: var(--parley-medium);
        line-height: 1.2;
        cursor: pointer;
        transition: background-color var(--parley-quick), border-color var(--parley-quick);
      }
      button:hover {
        background: var(--parley-hover);
      }
      :host([variant='primary']) button {
        border-color: transparent;
        background: var(--parley-accent);
        color: var(--parley-on-accent);
      }
      :host([variant='primary']) button:hover {
        background: var(--parley-accent-strong);
      }
      :host([variant='danger']) button {
        border-color: transparent;
        background: var(--parley-danger);
        color: var(--parley-on-danger);
      }
      :host([variant='danger']) button:hover {
        background: var(--parley-danger-strong);
      }
      :host([variant='plain']) button {
        padding: var(--parley-button-padding, 0.25rem);
        border-color: transparent;
        background: none;
        color: inherit;
      }
      :host([variant='plain']) button:hover,
      button[aria-pressed='true'] {
        background: var(--parley-hover);
      }
      :host([disabled]) button {
        border-color: var(--parley-line);
        background: var(--parley-sunken);
        color: var(--parley-text-muted);
        cursor: not-allowed;
      }
      :host([busy]) button {
        cursor: progress;
      }
      .spinner {
        inline-size: 0.875em;
        block-size: 0.875em;
        border: 2px solid currentColor;
        border-inline-end-color: transparent;
        border-radius: 50%;
        animation: turn 800ms linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .spinner {
          animation-duration: 4s;
        }
      }
      @media (forced-colors: active) {
        :host([variant]) button {
          border-color: ButtonText;
        }
      }
    `,
  ];

  #internals = this.attachInternals();

  constructor() {
    super();
    this.variant = 'quiet';
    this.type = 'button';
    this.busy = false;
    this.disabled = false;
    // Registered first, so that a host's own click listeners hear nothing while busy or disabled
    this.addEventListener('click', (event) => this.#press(event));
  }

  render() {
    return html`<button
      part="button"
      type="button"
      ?disabled=${this.disabled}
      aria-disabled=${this.busy ? 'true' : nothing}
      aria-busy=${this.busy ? 'true' : nothing}
      aria-label=${this.label ?? nothing}
      title=${this.label ?? nothing}
      aria-expanded=${this.expanded ?? nothing}
      aria-pressed=${this.pressed ?? nothing}
      aria-haspopup=${this.haspopup ?? nothing}
      aria-keyshortcuts=${this.shortcut ?? nothing}
    >
      ${this.busy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}<slot></slot>
    </button>`;
  }

  #press(event) {
    if (this.busy || this.disabled) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (this.type === 'submit') {
      this.#internals.form?.requestSubmit();
    }
  }
}

customElements.define('parley-button', ParleyButton);
