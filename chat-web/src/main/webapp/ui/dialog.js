import {LitElement, css, html} from '../lib/lit-element/lit-element.js';
import './button.js';
import {base} from './shared.js';

/**
 * @import {DeclarationsOf, ElementWith} from './shared.js'
 *
 * @typedef {{heading: string, closelabel: string, open: boolean}} Properties
 */

/** The dialogs that stand above the page. Fires `change`. */
class StandingDialogs extends EventTarget {
  /** @type {Set<ParleyDialog>} */
  #open = new Set();

  get size() {
    return this.#open.size;
  }

  /** @param {ParleyDialog} dialog @param {boolean} open */
  note(dialog, open) {
    if (open !== this.#open.has(dialog)) {
      open ? this.#open.add(dialog) : this.#open.delete(dialog);
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const standingDialogs = new StandingDialogs();

/**
 * A modal dialog. The native element traps the focus, closes on Escape and gives the focus back.
 *
 * `<parley-dialog heading="Close?" closelabel="Cancel" ?open=${…} @close=${…}>… <div slot="actions">…</div></parley-dialog>`
 *
 * Fires `close` once, however it was closed; `returnValue` tells how (the argument of `close()`, '' for Escape).
 */
export class ParleyDialog extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    heading: {},
    closelabel: {},
    open: {type: Boolean, reflect: true},
  };

  static styles = [
    base,
    css`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(100% - 2rem, var(--parley-dialog-size, 28rem));
        max-block-size: calc(100% - 2rem);
        padding: 0;
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-l);
        background: var(--parley-raised);
        color: var(--parley-text);
        box-shadow: var(--parley-shadow-l);
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
        animation: rise var(--parley-gentle) ease-out;
      }
      dialog::backdrop {
        background: var(--parley-scrim);
      }
      .header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--parley-space-3);
        padding: var(--parley-space-3) var(--parley-space-3) 0 var(--parley-space-5);
        padding-inline: var(--parley-space-5) var(--parley-space-3);
      }
      h2 {
        margin: 0;
        font-size: var(--parley-text-l);
        font-weight: var(--parley-bold);
      }
      .body {
        padding: var(--parley-space-2) var(--parley-space-5) var(--parley-space-5);
        overflow: auto;
        overflow-wrap: anywhere;
      }
      ::slotted([slot='actions']) {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--parley-space-2);
        padding: 0 var(--parley-space-5) var(--parley-space-5);
      }
      svg {
        inline-size: 1.25rem;
        block-size: 1.25rem;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(0.5rem);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.open = false;
    this.returnValue = '';
  }

  get #native() {
    return this.renderRoot.querySelector('dialog');
  }

  render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed}>
      <div class="header">
        <h2 id="heading">${this.heading}</h2>
        <parley-button variant="plain" label=${this.closelabel} @click=${() => this.close()}>
          <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">
            <path d="m5 5 10 10M15 5 5 15" stroke-linecap="round" />
          </svg>
        </parley-button>
      </div>
      <div class="body"><slot></slot></div>
      <slot name="actions"></slot>
    </dialog>`;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    standingDialogs.note(this, false);
  }

  updated(changed) {
    if (!changed.has('open')) {
      return;
    }
    if (this.open && !this.#native.open) {
      this.returnValue = '';
      this.#native.showModal();
      standingDialogs.note(this, true);
      /** @type {HTMLElement} */ (this.querySelector('[autofocus]'))?.focus();
    } else if (!this.open && this.#native.open) {
      this.#native.close();
    }
  }

  show() {
    this.open = true;
  }

  close(value = '') {
    this.returnValue = value;
    this.open = false;
  }

  // Escape closes the native dialog without asking: follow it
  #closed() {
    this.open = false;
    standingDialogs.note(this, false);
    this.dispatchEvent(new Event('close'));
  }
}

customElements.define('parley-dialog', ParleyDialog);
