import {LitElement, css, html} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import {base} from '../../ui/shared.js';
import {more} from '../looks/icons.js';
import {t} from '../base/texts.js';

/**
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {[type: string, text: string, detail?: unknown]} Action
 *
 * @typedef {object} Properties
 * @property {Action[]} actions
 * @property {boolean} _open
 */

/** What else can be done with a conversation: `actions` are [event type, text, detail?]. Fires the type that was chosen. */
export class ConsolePaneMenu extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {actions: {attribute: false}, _open: {state: true}};

  static styles = [
    base,
    css`
      #panel {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: var(--parley-space-2);
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-m);
        background: var(--parley-raised);
        color: var(--parley-text);
        box-shadow: var(--parley-shadow-l);
      }
      #panel:popover-open {
        display: grid;
      }
      #panel parley-button::part(button) {
        justify-content: start;
        padding-inline: var(--parley-space-3);
        font-weight: normal;
      }
    `,
  ];

  render() {
    return html`<parley-button variant="plain" label=${t('pane.more')} expanded=${this._open ? 'true' : 'false'}
        @click=${() => this.#panel.togglePopover()}>${more}</parley-button>
      <div id="panel" popover role="dialog" aria-label=${t('pane.more')} @beforetoggle=${this.#place} @toggle=${this.#toggled}>
        ${this.actions.map(
          ([type, text, detail]) => html`<parley-button variant="plain" @click=${() => this.#choose(type, detail)}>${text}</parley-button>`,
        )}
      </div>`;
  }

  /** @returns {HTMLElement} */
  get #panel() {
    return this.renderRoot.querySelector('#panel');
  }

  // Below the button, at its end
  #place() {
    const {bottom, left, right} = this.getBoundingClientRect();
    const {style} = this.#panel;
    const leftward = getComputedStyle(this).direction === 'ltr';
    style.top = `${bottom + 4}px`;
    style.right = leftward ? `${document.documentElement.clientWidth - right}px` : 'auto';
    style.left = leftward ? 'auto' : `${left}px`;
  }

  #toggled({newState}) {
    this._open = newState === 'open';
    if (this._open) {
      this.#panel.querySelector('parley-button').focus();
    }
  }

  #choose(type, detail) {
    this.#panel.hidePopover();
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

customElements.define('console-pane-menu', ConsolePaneMenu);
