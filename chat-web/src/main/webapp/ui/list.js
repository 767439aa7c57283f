import {LitElement, css, html, nothing} from '../lib/lit-element/lit-element.js';
import {base} from './shared.js';

/**
 * @import {DeclarationsOf, ElementWith} from './shared.js'
 *
 * @typedef {{label?: string}} ListProperties
 * @typedef {{current: boolean, roving: boolean}} ItemProperties `roving`: the one that Tab stops at
 */

/**
 * A list with one stop in the tab order: arrow keys, Home and End move between its items, Tab goes on to the
 * actions of the current item. `<parley-list label="…"><parley-list-item>…</parley-list-item></parley-list>`
 */
export class ParleyList extends /** @type {ElementWith<ListProperties>} */ (LitElement) {
  /** @type {DeclarationsOf<ListProperties>} */
  static properties = {label: {}};

  static styles = [
    base,
    css`
      :host {
        display: block;
      }
    `,
  ];

  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.#move(event));
    this.addEventListener('focusin', (event) => this.#current(/** @type {Element} */ (event.target).closest('parley-list-item')));
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'list');
  }

  get items() {
    return [...this.querySelectorAll('parley-list-item')];
  }

  render() {
    return html`<slot @slotchange=${() => this.#current(this.items.find((item) => item.roving))}></slot>`;
  }

  updated() {
    if (this.label) {
      this.setAttribute('aria-label', this.label);
    }
  }

  #current(item = this.items[0]) {
    this.items.forEach((other) => (other.roving = other === item));
  }

  #move(event) {
    const step = {ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity}[event.key];
    const items = this.items;
    const from = items.indexOf(event.target.closest('parley-list-item'));
    if (step === undefined || from < 0 || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    items[Math.min(Math.max(from + step, 0), items.length - 1)].focus();
  }
}

/**
 * One item: pressing it fires `select`. Actions of its own go into slot `actions`; `::part(button)` is what is pressed. `current` marks the one on show.
 */
export class ParleyListItem extends /** @type {ElementWith<ItemProperties>} */ (LitElement) {
  static shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  /** @type {DeclarationsOf<ItemProperties>} */
  static properties = {
    current: {type: Boolean, reflect: true},
    roving: {type: Boolean},
  };

  static styles = [
    base,
    css`
      :host {
        position: relative;
        display: flex;
        align-items: center;
        gap: var(--parley-space-2);
        border-radius: var(--parley-radius-m);
      }
      :host(:hover) {
        background: var(--parley-hover);
      }
      :host([current]) {
        background: var(--parley-selected);
      }
      button {
        flex: 1;
        min-inline-size: 0;
        min-block-size: var(--parley-target);
        padding: var(--parley-space-2) var(--parley-space-3);
        border: 0;
        border-radius: inherit;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  constructor() {
    super();
    this.roving = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'listitem');
  }

  render() {
    return html`<button
        part="button"
        type="button"
        tabindex=${this.roving ? 0 : -1}
        aria-current=${this.current ? 'true' : nothing}
        @click=${() => this.dispatchEvent(new Event('select'))}
      >
        <slot></slot>
      </button>
      <slot name="actions" @slotchange=${this.#reach}></slot>`;
  }

  updated(changed) {
    if (changed.has('roving')) {
      this.#reach();
    }
  }

  // A host with a negative tabindex takes all of its shadow root out of the tab order
  #reach() {
    this.querySelectorAll('[slot=actions]').forEach((action) =>
      this.roving ? action.removeAttribute('tabindex') : action.setAttribute('tabindex', '-1'),
    );
  }
}

customElements.define('parley-list', ParleyList);
customElements.define('parley-list-item', ParleyListItem);
