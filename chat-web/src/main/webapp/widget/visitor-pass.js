import {ChatError} from '../client/chat-error.js';

/**
 * @import {Environment} from '../client/types.js'
 *
 * @typedef {{visitor: string, token: string, said?: string}} Pass `said` is what the page had said of the visitor, in JSON
 */

/** A tab that answers nothing for so many milliseconds hangs, and the others do not wait for it any longer. */
const PATIENCE = 5000;

/**
 * Who this browser is to a site: the visitor's id and token, kept in the widget's own origin. Tabs that come together
 * are one visitor: one after the other asks for a pass, and where a browser has no locks they ask with the same secret.
 */
export class VisitorPass {
  #environment;
  #address;
  #site;
  #attributes;
  #key;
  /** @type {Pass | null} */
  #pass;
  #given;
  #secret;

  /**
   * @param {Environment} environment
   * @param {{base: string, site: string, attributes: string}} page `attributes` is what it says of the visitor, in JSON, or
   *     empty; what cannot be read is told and left out
   */
  constructor(environment, {base, site, attributes}) {
    this.#environment = environment;
    this.#address = `${base}/api/v1/visitors`;
    this.#site = site;
    this.#attributes = attributes;
    this.#key = `parley:${site}:visitor`;
    this.#pass = this.#stored;
    try {
      JSON.parse(attributes || '{}');
    } catch ({message}) {
      this.#sayNothing(message);
    }
  }

  /** Undefined before the first token. */
  get visitor() {
    return this.#pass?.visitor;
  }

  /** @param {boolean} expired whether the server would not have the token that we gave last */
  async token(expired) {
    let turn;
    const take = () => (turn ??= this.#token(expired));
    const patience = {signal: AbortSignal.timeout(PATIENCE)};
    // Without the lock, then; what else failed is told below
    await this.#environment.locks?.request(this.#key, patience, take).catch(() => {});
    return take();
  }

  async #token(expired) {
    // Another tab may have renewed it already
    this.#pass = this.#stored ?? this.#pass;
    const {token, said = ''} = this.#pass ?? {};
    if (!token || (expired && token === this.#given) || (this.#attributes && said !== this.#attributes)) {
      const pass = await this.#enter(token);
      const others = this.#stored;
      // Without locks another tab may have been faster: that one's visitor is everybody's
      this.#pass = others && others.token !== token ? others : {...pass, said: this.#attributes || said};
      this.#storage((kept) => kept.setItem(this.#key, JSON.stringify(this.#pass)));
    }
    this.#given = this.#pass.token;
    return this.#given;
  }

  /** @param {string} [token] @param {string} [key] @returns {Promise<Pass>} */
  async #enter(token, key = this.#browser) {
    const response = await this.#environment.fetch(this.#address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Chat-Browser': this.#browser,
        ...(token ? {Authorization: `Bearer ${token}`} : {'Idempotency-Key': key}),
      },
      body: JSON.stringify({site: this.#site, ...(this.#attributes && {attributes: JSON.parse(this.#attributes)})}),
    });
    if (response.status === 201) {
      return response.json();
    }
    const {code = 'unavailable', detail, title, retryAfter} = await response.json().catch(() => ({}));
    if (response.status === 401 && token) {
      return this.#enter(); // Too old to be renewed: a new visitor, then
    }
    if (code === 'conflict' && !token) {
      return this.#enter(token, this.#environment.randomId()); // Another tab's page says something else of the visitor
    }
    if (this.#attributes && code === 'invalid') {
      this.#sayNothing(detail);
      return this.#enter(token);
    }
    throw new ChatError({code, message: detail ?? title, retryAfter});
  }

  /** The visitor may write all the same. */
  #sayNothing(reason) {
    console.error(`data-attributes: ${reason}`);
    this.#attributes = '';
  }

  /** The secret by which the server knows the browser again, in all its tabs. */
  get #browser() {
    const key = `parley:${this.#site}:browser`;
    this.#secret ??= this.#storage((kept) => kept.getItem(key)) ?? this.#environment.randomId();
    this.#storage((kept) => kept.setItem(key, this.#secret));
    return this.#secret;
  }

  /** @returns {Pass | null} */
  get #stored() {
    return this.#storage((kept) => JSON.parse(kept.getItem(this.#key)));
  }

  /**
   * Null where storage is forbidden: a new visitor after the next reload, then.
   *
   * @template T
   * @param {(kept: Storage) => T} use
   */
  #storage(use) {
    try {
      return use(this.#environment.storage());
    } catch {
      return null;
    }
  }
}
