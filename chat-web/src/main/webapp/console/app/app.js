import {LitElement, css, html} from '../../lib/lit-element/lit-element.js';
import {keyed} from '../../lib/lit/directives/keyed.js';
import {base} from '../../ui/shared.js';
import '../desk/desk.js';
import './login.js';
import {forgetDrafts} from '../model/drafts.js';
import {forgetPasts} from '../model/kept-pasts.js';
import {applyScheme} from '../base/scheme.js';
import {Session} from '../base/session.js';
import {loadConsoleTexts} from '../base/texts.js';

/**
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {string | null} _operator whose desk is shown
 * @property {string | null} _ended
 */

/** The login while nobody is signed in, else the desk. */
class ConsoleApp extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {_operator: {state: true}, _ended: {state: true}};

  static styles = [
    base,
    css`
      :host {
        display: block;
      }
    `,
  ];

  #session = new Session();

  constructor() {
    super();
    this._operator = null;
    this._ended = null;
    this.#session.addEventListener('begin', () => {
      this._operator = this.#session.claims.sub;
      this._ended = null;
    });
    this.#session.addEventListener('end', ({detail}) => {
      if (detail.reason === 'logout') {
        forgetDrafts();
        forgetPasts();
      }
      this._operator = null;
      this._ended = detail.reason;
    });
    this.#session.resume();
  }

  render() {
    return this._operator === null
      ? html`<console-login .session=${this.#session} .ended=${this._ended}></console-login>`
      : keyed(this._operator, html`<console-desk .session=${this.#session}></console-desk>`);
  }
}

applyScheme();
await loadConsoleTexts(); // Elements read their texts while they render
customElements.define('console-app', ConsoleApp);
