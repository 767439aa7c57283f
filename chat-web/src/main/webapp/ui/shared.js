import {css} from '../lib/lit-element/lit-element.js';

/**
 * LitElement with the properties of `static properties`: a field that declares one would hide what Lit makes of it.
 *
 * @template T the properties, by their names
 * @typedef {(new (...args: any[]) => T) & typeof import('../lib/lit-element/lit-element.js').LitElement} ElementWith
 */

/**
 * What `static properties` of such an element has: each of them, and nothing else.
 *
 * @template T the properties, by their names
 * @typedef {Record<keyof T, import('../lib/lit-element/lit-element.js').PropertyDeclaration>} DeclarationsOf
 */

/** What every component starts from. Shadow roots inherit fonts and colours, but not box sizing. */
export const base = css`
  :host {
    box-sizing: border-box;
    font-family: var(--parley-font);
    font-size: var(--parley-text-m);
    line-height: var(--parley-leading);
    color: var(--parley-text);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  :focus-visible {
    outline: var(--parley-focus-ring);
    outline-offset: 2px;
  }
`;

/** For what only a screen reader needs. */
export const visuallyHidden = css`
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
