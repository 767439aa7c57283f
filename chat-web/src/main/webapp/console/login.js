import {LitElement, css, html, nothing} from '../lib/lit/index.js';
import '../ui/button.js';
import '../ui/field.js';
import {base} from '../ui/shared.js';
import {mark} from './icons.js';
import {problemText} from './problem-text.js';
import {claimsOf, expired} from './session.js';
import {t} from './texts.js';

/** Signing in: with an account of ours, or with a token of the company's identity provider. */
class ConsoleLogin extends LitElement {
  static properties = {
    session: {attribute: false},
    ended: {},
    _busy: {state: true},
    _problem: {state: true},
    _errors: {state: true},
    _wait: {state: true},
  };

  static styles = [
    base,
    css`
      :host {
        display: grid;
        place-items: center;
        min-block-size: 100%;
        padding: var(--parley-space-4);
      }
      main {
        inline-size: min(100%, 23rem);
        padding: var(--parley-space-6) var(--parley-space-5);
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-l);
        background: var(--parley-surface);
        box-shadow: var(--parley-shadow-m);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--parley-space-3);
        margin-block-end: var(--parley-space-5);
      }
      h1 {
        margin: 0;
        font-size: var(--parley-text-xl);
        font-weight: var(--parley-bold);
        line-height: 1.2;
      }
      header p {
        margin: 0.125rem 0 0;
        color: var(--parley-text-muted);
      }
      header svg {
        flex: none;
        inline-size: 2.5rem;
        block-size: 2.5rem;
        color: var(--parley-accent);
      }
      form {
        display: grid;
        gap: var(--parley-space-4);
      }
      .notice {
        margin: 0 0 var(--parley-space-4);
        padding: var(--parley-space-2) var(--parley-space-3);
        border-radius: var(--parley-radius-m);
        background: var(--parley-warn-soft);
        color: var(--parley-warn-text);
      }
      .problem {
        background: var(--parley-danger-soft);
        color: var(--parley-danger-text);
      }
      .notice:empty {
        display: none;
      }
      details {
        margin-block-start: var(--parley-space-5);
        padding-block-start: var(--parley-space-3);
        border-block-start: 1px solid var(--parley-line);
      }
      summary {
        padding-block: var(--parley-space-2);
        border-radius: var(--parley-radius-s);
        color: var(--parley-accent-text);
        cursor: pointer;
      }
      details form {
        padding-block-start: var(--parley-space-2);
      }
    `,
  ];

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

  firstUpdated() {
    document.title = t('login.title');
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
    const {username, password} = Object.fromEntries(new FormData(event.target));
    this._problem = '';
    this._errors = {
      username: username.trim() ? '' : t('login.username.missing'),
      password: password ? '' : t('login.password.missing'),
    };
    if (this._busy || this._wait || this._errors.username || this._errors.password) {
      return this.#focusFirstError();
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
    const token = new FormData(event.target).get('token').trim();
    this._problem = '';
    this._errors = {token: !claimsOf(token) ? t('login.token.malformed') : expired(token) ? t('login.token.expired') : ''};
    if (this._errors.token) {
      return this.#focusFirstError();
    }
    this.session.begin(token);
  }

  #explain(error) {
    if (error.code === 'unauthorized') {
      this._problem = t('login.wrong');
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
    this.renderRoot.querySelector(`[name=${name}]`)?.focus();
  }
}

customElements.define('console-login', ConsoleLogin);
