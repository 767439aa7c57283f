import {LitElement, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import '../../ui/field.js';
import {mark} from '../looks/icons.js';
import {problemText} from '../base/problem-text.js';
import {claimsOf, expired} from '../base/session.js';
import {t} from '../base/texts.js';
import {loginStyles} from './login-styles.js';

/**
 * @import {ChatError} from '../../client/chat-error.js'
 * @import {Session} from '../base/session.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {Session} session
 * @property {string | null} ended why the last session has
 * @property {boolean} _busy
 * @property {string} _problem
 * @property {Record<string, string>} _errors by the names of the fields
 * @property {number} _wait seconds
 */

/** Signing in: with an account of ours, or with a token of the company's identity provider. */
export class ConsoleLogin extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    session: {attribute: false},
    ended: {},
    _busy: {state: true},
    _problem: {state: true},
    _errors: {state: true},
    _wait: {state: true},
  };

  static styles = loginStyles;

  #countdown;

  constructor() {
    super();
    this._errors = {};
    this._problem = '';
    this._wait = 0;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#countdown);
  }

  async firstUpdated() {
    document.title = t('login.title');
    // Inside a portal the focus is the portal's
    if (window.parent === window) {
      const field = this.renderRoot.querySelector('parley-field');
      await field.updateComplete;
      field.focus();
    }
  }

  render() {
    const ended = this.ended && this.ended !== 'logout' ? t(`login.ended.${this.ended}`) : '';
    return html`<main>
      <header>
        ${mark}
        <div>
          <h1>${t('login.heading')}</h1>
          <p>${t('login.subheading')}</p>
        </div>
      </header>
      ${ended && !this._problem ? html`<p class="notice" role="status">${ended}</p>` : nothing}
      <p class="notice problem" role="alert">${this._problem || nothing}</p>
      <form novalidate @submit=${this.#login}>
        <parley-field name="username" label=${t('login.username')} required autocomplete="username"
          .error=${this._errors.username}></parley-field>
        <parley-field name="password" label=${t('login.password')} type="password" required
          autocomplete="current-password" .error=${this._errors.password}></parley-field>
        <parley-button variant="primary" type="submit" ?busy=${this._busy} ?disabled=${this._wait > 0}
          >${this._wait ? t('login.wait', {n: this._wait}) : t('login.submit')}</parley-button>
      </form>
      <details>
        <summary>${t('login.token.summary')}</summary>
        <form novalidate @submit=${this.#useToken}>
          <parley-field name="token" label=${t('login.token.label')} hint=${t('login.token.hint')} type="password"
            autocomplete="off" .error=${this._errors.token}></parley-field>
          <parley-button type="submit">${t('login.token.submit')}</parley-button>
        </form>
      </details>
    </main>`;
  }

  async #login(event) {
    event.preventDefault();
    if (this._busy || this._wait) {
      return;
    }
    const {username, password} = textsOf(event.target);
    this._problem = '';
    this._errors = {
      username: username.trim() ? '' : t('login.username.missing'),
      password: password ? '' : t('login.password.missing'),
    };
    if (this._errors.username || this._errors.password) {
      this.#focusFirstError();
      return;
    }
    this._busy = true;
    try {
      await this.session.login(username.trim(), password);
    } catch (error) {
      this.#explain(error);
    } finally {
      this._busy = false;
    }
  }

  #useToken(event) {
    event.preventDefault();
    const token = textsOf(event.target).token.trim();
    this._problem = '';
    this._errors = {token: !claimsOf(token) ? t('login.token.malformed') : expired(token) ? t('login.token.expired') : ''};
    if (this._errors.token) {
      this.#focusFirstError();
      return;
    }
    this.session.begin(token);
  }

  /** @param {ChatError} error */
  #explain(error) {
    if (error.code === 'unauthorized') {
      this._problem = t(error.field === 'enabled' ? 'login.disabled' : 'login.wrong');
    } else if (error.code === 'rate-limited') {
      this._problem = t('login.limited', {n: error.retryAfter ?? 30});
      this.#waitFor(error.retryAfter ?? 30);
    } else {
      this._problem = error.code === 'disconnected' ? t('login.unreachable') : problemText(error);
    }
  }

  #waitFor(seconds) {
    const end = Date.now() + seconds * 1000;
    clearInterval(this.#countdown);
    const count = () => {
      this._wait = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      if (!this._wait) {
        clearInterval(this.#countdown);
        this._problem = '';
      }
    };
    this.#countdown = setInterval(count, 1000);
    count();
  }

  async #focusFirstError() {
    await this.updateComplete;
    const [name] = Object.entries(this._errors).find(([, text]) => text) ?? [];
    /** @type {HTMLElement} */ (this.renderRoot.querySelector(`[name=${name}]`))?.focus();
  }
}

/** What stands in the fields of a form. @param {HTMLFormElement} form */
const textsOf = (form) => /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));

customElements.define('console-login', ConsoleLogin);
