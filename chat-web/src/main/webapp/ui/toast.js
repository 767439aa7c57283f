import {LitElement, css, html, nothing} from '../lib/lit-element/lit-element.js';
import {repeat} from '../lib/lit/directives/repeat.js';
import './button.js';
import {base} from './shared.js';

/**
 * @import {DeclarationsOf, ElementWith} from './shared.js'
 *
 * @typedef {object} Toast
 * @property {string} text
 * @property {'info' | 'success' | 'error'} [tone]
 * @property {number} [timeout] ms
 * @property {{label: string, run: () => void}} [action]
 *
 * @typedef {Toast & {key: number}} ShownToast
 *
 * @typedef {{dismiss: string, _toasts: ShownToast[]}} Properties
 */

/**
 * The place where short news appears: one `<parley-toast dismiss="Dismiss">` a page, then
 * `toast.show({text, tone: 'error', action: {label, run}})`.
 *
 * The two live regions exist before the news does, else screen readers miss it. Errors stay until dismissed,
 * everything else leaves after `timeout` ms (default 6000), but not while the pointer or the focus is on it.
 */
export class ParleyToast extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {dismiss: {}, _toasts: {state: true}};

  static styles = [
    base,
    css`
      :host {
        position: fixed;
        z-index: 10;
        /* Not where somebody writes: an error stays there until it is dismissed. */
        inset-block-start: 0;
        inset-inline: var(--parley-space-4);
        display: flex;
        flex-direction: column;
        align-items: center;
        pointer-events: none;
      }
      [role] {
        display: contents;
      }
      .toast {
        display: flex;
        align-items: center;
        gap: var(--parley-space-2);
        inline-size: fit-content;
        max-inline-size: min(100%, 36rem);
        margin-block-start: var(--parley-space-2);
        padding: var(--parley-space-1);
        padding-inline-start: var(--parley-space-4);
        border: 1px solid var(--parley-line);
        border-inline-start: 4px solid var(--parley-accent);
        border-radius: var(--parley-radius-m);
        background: var(--parley-raised);
        box-shadow: var(--parley-shadow-m);
        pointer-events: auto;
        animation: rise var(--parley-gentle) ease-out;
      }
      .error {
        border-inline-start-color: var(--parley-danger);
      }
      .success {
        border-inline-start-color: var(--parley-ok);
      }
      p {
        flex: 1;
        margin: var(--parley-space-1) 0;
        overflow-wrap: anywhere;
      }
      svg {
        inline-size: 1.125rem;
        block-size: 1.125rem;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(-0.5rem);
        }
      }
    `,
  ];

  #timers = new Map();
  #next = 1;

  constructor() {
    super();
    this.dismiss = 'Dismiss';
    this._toasts = [];
  }

  /**
   * @param {Toast} toast
   * @returns {number} a key for `remove`
   */
  show(toast) {
    // The same news twice is one toast, shown afresh
    this._toasts.filter((other) => other.text === toast.text).forEach((other) => this.remove(other.key));
    const shown = {tone: 'info', timeout: 6000, ...toast, key: this.#next++};
    this._toasts = [...this._toasts.slice(-2), shown];
    this.#leaveLater(shown);
    return shown.key;
  }

  remove(key) {
    this.#stay(key);
    this._toasts = this._toasts.filter((toast) => toast.key !== key);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    [...this.#timers.keys()].forEach((key) => this.#stay(key));
  }

  render() {
    const errors = this._toasts.filter((toast) => toast.tone === 'error');
    const others = this._toasts.filter((toast) => toast.tone !== 'error');
    return html`<div role="alert">${this.#list(errors)}</div>
      <div role="status">${this.#list(others)}</div>`;
  }

  #list(toasts) {
    return repeat(toasts, (toast) => toast.key, (toast) => html`<div
      class="toast ${toast.tone}"
      @pointerenter=${() => this.#stay(toast.key)}
      @pointerleave=${() => this.#leaveLater(toast)}
      @focusin=${() => this.#stay(toast.key)}
      @focusout=${() => this.#leaveLater(toast)}
    >
      <p dir="auto">${toast.text}</p>
      ${toast.action
        ? html`<parley-button variant="plain" @click=${() => this.#act(toast)}>${toast.action.label}</parley-button>`
        : nothing}
      <parley-button variant="plain" label=${this.dismiss} @click=${() => this.remove(toast.key)}>
        <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">
          <path d="m5 5 10 10M15 5 5 15" stroke-linecap="round" />
        </svg>
      </parley-button>
    </div>`);
  }

  #act(toast) {
    this.remove(toast.key);
    toast.action.run();
  }

  #leaveLater(toast) {
    this.#stay(toast.key);
    if (toast.tone !== 'error') {
      this.#timers.set(toast.key, setTimeout(() => this.remove(toast.key), toast.timeout));
    }
  }

  #stay(key) {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }
}

customElements.define('parley-toast', ParleyToast);
