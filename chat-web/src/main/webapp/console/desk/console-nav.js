import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/badge.js';
import {base, visuallyHidden} from '../../ui/shared.js';
import {addressOf} from '../base/pages.js';
import {t} from '../base/texts.js';

/**
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {string} current
 * @property {boolean} oversees
 * @property {boolean} administers
 * @property {number} waiting
 * @property {number} unread
 */

/**
 * The way to every page of the console, seen on all of them. `waiting` and `unread` are counted at the desk; supervisors,
 * who `oversee`, and administrators have pages of their own. A new page has its place here.
 */
export class ConsoleNav extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    current: {}, oversees: {type: Boolean}, administers: {type: Boolean}, waiting: {type: Number}, unread: {type: Number},
  };

  static styles = [
    base,
    visuallyHidden,
    css`
      :host {
        min-inline-size: 0;
        overflow-x: auto;
      }
      nav {
        display: flex;
        gap: var(--parley-space-1);
      }
      a {
        display: flex;
        align-items: center;
        gap: var(--parley-space-1);
        min-block-size: var(--parley-target);
        padding-inline: var(--parley-space-2);
        border-radius: var(--parley-radius-m);
        color: var(--parley-text-muted);
        text-decoration: none;
        white-space: nowrap;
      }
      a:hover {
        background: var(--parley-sunken);
      }
      a[aria-current] {
        background: var(--parley-accent-soft);
        color: var(--parley-accent-text);
        font-weight: var(--parley-medium);
      }
    `,
  ];

  render() {
    return html`<nav aria-label=${t('nav.label')}>
      ${this.#link('desk', html`${this.#count(this.waiting, 'waiting', 'warn')}${this.#count(this.unread, 'unread', 'strong')}`)}
      ${this.#link('visitors')}
      ${this.oversees ? html`${this.#link('board')}${this.#link('blocks')}` : nothing}
      ${this.administers ? this.#link('admin') : nothing}
    </nav>`;
  }

  #link(page, counts) {
    const address = page === 'desk' ? '#/' : addressOf(page);
    return html`<a href=${address} aria-current=${page === this.current ? 'page' : nothing}>${t(`nav.${page}`)}${counts}</a>`;
  }

  #count(n, of, tone) {
    return n
      ? html`<parley-badge tone=${tone} title=${t(`nav.${of}`, {n})}><span aria-hidden="true">${n}</span><span
          class="visually-hidden">${t(`nav.${of}`, {n})}</span></parley-badge>`
      : nothing;
  }

  updated(changed) {
    if (changed.has('current')) {
      this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest', inline: 'nearest'});
    }
  }
}

customElements.define('console-nav', ConsoleNav);
