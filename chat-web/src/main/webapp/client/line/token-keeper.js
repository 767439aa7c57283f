/** A longer timer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
const SOONEST_RENEWAL = 30_000;

/** Asks the page for tokens, in time. */
export class TokenKeeper {
  #environment;
  #provide;
  #timer;

  /** @param {import('../types.js').Environment} environment @param {(expired: boolean) => Promise<string>} provide */
  constructor(environment, provide) {
    this.#environment = environment;
    this.#provide = provide;
  }

  /** @param {boolean} refused whether the server would not have the last one @returns {Promise<string>} */
  async get(refused) {
    const token = await this.#provide(refused);
    return !refused && expiryOf(token) <= this.#environment.now() ? this.#provide(true) : token;
  }

  /**
   * Gives `use` a new one after three quarters of the old one's time.
   *
   * @param {string} token
   * @param {(fresh: string) => void} use
   */
  renewInTime(token, use) {
    this.stop();
    const left = expiryOf(token) - this.#environment.now();
    if (left < Infinity) {
      const wait = Math.min(LONGEST_TIMER, Math.max(SOONEST_RENEWAL, left * 0.75));
      // When it fails, 4401 has us ask again
      this.#timer = this.#environment.setTimeout(() => this.#provide(true).then(use, () => {}), wait);
    }
  }

  stop() {
    this.#environment.clearTimeout(this.#timer);
  }
}

/** Milliseconds since 1970; Infinity when the token does not say. @param {string} token @returns {number} */
function expiryOf(token) {
  try {
    const claims = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(atob(claims)).exp * 1000 || Infinity;
  } catch {
    return Infinity;
  }
}
