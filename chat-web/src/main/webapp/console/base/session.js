import {ChatError} from '../../client/chat-error.js';
import {post} from './http.js';

const storageKey = 'parley.console.token';
/** The origin of the portal around us; the policy of this page decides which portals may frame it at all. */
const portal = portalOrigin(new URLSearchParams(location.search).get('portal'));
/** How long the portal may take to hand over a fresh token, ms. */
const portalPatience = 5000;

/**
 * Who is at the desk: holds the token, gets a new one in time, and listens to the portal around us.
 *
 * Fires `begin` when there is a token and `end` {reason} when there is none any more; reason is `logout`, `expired`,
 * `refused` or `forbidden`.
 */
export class Session extends /** @type {import('../../client/types.js').TargetOf<{end: {reason: string}}>} */ (EventTarget) {
  /** @type {string | null} */
  #token = null;
  /** @type {Set<(token: string) => void>} */
  #handovers = new Set();
  /** The other tabs of this browser. */
  #tabs = new BroadcastChannel('parley.console');

  constructor() {
    super();
    this.#tabs.onmessage = ({data}) => this.#hearTab(data);
    addEventListener('message', (event) => this.#hear(event));
  }

  /** Takes up the session of this tab, else of another one, and tells the portal, if we are in one, that it may hand over a token. */
  resume() {
    const stored = sessionStorage.getItem(storageKey);
    if (stored && !expired(stored)) {
      this.begin(stored);
    } else {
      this.#tabs.postMessage({type: 'ask'});
    }
    this.#askPortal();
  }

  get active() {
    return this.#token !== null;
  }

  /** @returns {Partial<Claims>} what the token says; the server alone decides if it is true */
  get claims() {
    return claimsOf(this.#token) ?? {};
  }

  /** @param {string} token */
  begin(token) {
    const before = this.#token && this.claims.sub;
    this.#token = token;
    sessionStorage.setItem(storageKey, token);
    // The same person with a fresh token goes on undisturbed
    if (before !== this.claims.sub) {
      this.dispatchEvent(new Event('begin'));
    }
  }

  /** @param {string} reason */
  end(reason) {
    if (reason === 'logout') {
      // When it does not arrive, the token runs out by itself
      post('/logout', {}, this.#token).catch(() => {});
      this.#tabs.postMessage({type: 'logout', sub: this.claims.sub});
    }
    this.#over(reason);
  }

  #over(reason) {
    this.#token = null;
    sessionStorage.removeItem(storageKey);
    this.dispatchEvent(new CustomEvent('end', {detail: {reason}}));
  }

  /** @param {string} username @param {string} password */
  async login(username, password) {
    const {token} = /** @type {{token: string}} */ (await post('/login', {username, password}));
    this.begin(token);
  }

  /**
   * The token provider of the client library.
   *
   * @param {boolean} stale the token in use is refused or about to expire
   * @returns {Promise<string>}
   */
  async token(stale) {
    if (!this.#token) {
      throw new ChatError({code: 'unauthorized', message: 'Logged out'});
    }
    if (stale) {
      this.begin((await this.#fromPortal()) ?? (await this.#renewed()));
    }
    return this.#token;
  }

  /** A company's own token cannot be renewed by us: then the one we have serves until it expires. */
  async #renewed() {
    try {
      return /** @type {{token: string}} */ (await post('/renew', {}, this.#token)).token;
    } catch (error) {
      if (error.code === 'forbidden' && !expired(this.#token)) {
        return this.#token;
      }
      throw error;
    }
  }

  /** @returns {Promise<string | null> | null} */
  #fromPortal() {
    if (!this.#askPortal()) {
      return null;
    }
    return new Promise((resolve) => {
      const patience = setTimeout(() => resolve(null), portalPatience);
      this.#handovers.add((token) => {
        clearTimeout(patience);
        resolve(token);
      });
    });
  }

  #askPortal() {
    if (window.parent === window) {
      return false;
    }
    window.parent.postMessage({type: 'parley:ready'}, portal);
    return true;
  }

  #hearTab({type, token, sub}) {
    if (type === 'ask' && this.#token) {
      this.#tabs.postMessage({type: 'token', token: this.#token});
    } else if (type === 'token' && !this.#token && claimsOf(token) && !expired(token)) {
      this.begin(token);
    } else if (type === 'logout' && this.#token && sub === this.claims.sub) {
      this.#over('logout');
    }
  }

  #hear({origin, source, data}) {
    if (origin !== portal || source !== window.parent || source === window) {
      return;
    }
    if (data?.type === 'parley:token' && claimsOf(data.token)) {
      this.#handovers.forEach((take) => take(data.token));
      this.#handovers.clear();
      this.begin(data.token);
    }
  }
}

/**
 * @typedef {{sub: string, name?: string, exp?: number}} Claims
 *
 * @param {string} token
 * @returns {Claims | null} null when it is no JWT
 */
export function claimsOf(token) {
  try {
    const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims.sub === 'string' ? claims : null;
  } catch {
    return null;
  }
}

export function expired(token) {
  const {exp} = claimsOf(token) ?? {};
  return exp !== undefined && exp * 1000 <= Date.now();
}

function portalOrigin(named) {
  try {
    return new URL(named).origin;
  } catch {
    return location.origin;
  }
}
