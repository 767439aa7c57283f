import {LitElement, css, html} from '../lib/lit-element/lit-element.js';
import {base} from './shared.js';

/**
 * @import {DeclarationsOf, ElementWith} from './shared.js'
 *
 * @typedef {{tone?: string, dot: boolean}} Properties
 */

/**
 * A few words or a number that say the state of something: `<parley-badge tone="ok">Online</parley-badge>`.
 * `tone`: neutral (default), accent, strong (a filled accent, for counts), ok, warn, danger. `dot` puts a point before the text.
 */
export class ParleyBadge extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {tone: {reflect: true}, dot: {type: Boolean, reflect: true}};

  static styles = [
    base,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 0.375em;
        min-inline-size: 1.25rem;
        min-block-size: 1.25rem;
        padding: 0 0.4375rem;
        border-radius: var(--parley-radius-full);
        background: var(--parley-sunken);
        color: var(--parley-text-muted);
        font-size: var(--parley-text-xs);
        font-weight: var(--parley-medium);
        font-variant-numeric: tabular-nums;
        line-height: 1.25rem;
        white-space: nowrap;
      }
      :host([tone='accent']) {
        background: var(--parley-accent-soft);
        color: var(--parley-accent-text);
      }
      :host([tone='strong']) {
        background: var(--parley-accent);
        color: var(--parley-on-accent);
      }
      :host([tone='ok']) {
        background: var(--parley-ok-soft);
        color: var(--parley-ok-text);
      }
      :host([tone='warn']) {
        background: var(--parley-warn-soft);
        color: var(--parley-warn-text);
      }
      :host([tone='danger']) {
        background: var(--parley-danger-soft);
        color: var(--parley-danger-text);
      }
      :host([dot])::before {
        content: '';
        inline-size: 0.5em;
        block-size: 0.5em;
        border-radius: 50%;
        background: currentColor;
      }
      @media (forced-colors: active) {
        :host {
          border: 1px solid;
        }
      }
    `,
  ];

  render() {
    return html`<slot></slot>`;
  }
}

customElements.define('parley-badge', ParleyBadge);
