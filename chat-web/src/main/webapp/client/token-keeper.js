/** A timer of a browser holds 31 bits of milliseconds; a longer one fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Renew when a quarter of what is left of the token's life remains, and never in a tight loop. */
const SOONEST_RENEWAL = 30_000;

/** Asks the page for tokens and knows, without trusting them, when they run out. */
export class TokenKeeper {
  #environment;
  #provide;
  #timer = null;

  /**
   * @param {import('./environment.js').Environment} environment
   * @param {(expired: boolean) => Promise<string>} provide gives a token; a new one when `expired` is true
   */
  constructor(environment, provide) {
    this.#environment = environment;
    this.#provide = provide;
  }

  /**
   * @param {boolean} refused whether the server would not have the last one
   * @returns {Promise<string>} a token that is not known to be expired
   */
  async get(refused) {
    const token = await this.#provide(refused);
    const expiry = expiryOf(token);
    const stale = !refused && expiry !== null && expiry <= this.#environment.now();
    return stale ? this.#provide(true) : token;
  }

  /**
   * @param {string} token the one in use
   * @param {(token: string) => void} use gets the new one in time
   */
  renewInTime(token, use) {
    this.stop();
    const expiry = expiryOf(token);
    if (expiry === null) {
      return;
    }
    const left = expiry - this.#environment.now();
    const wait = Math.min(LONGEST_TIMER, Math.max(SOONEST_RENEWAL, left * 0.75));
    this.#timer = this.#environment.setTimeout(async () => {
      try {
        use(await this.#provide(true));
      } catch {
        // The server says 4401 when the old token is over, and the connection then asks again.
      }
    }, wait);
  }

  stop() {
    this.#environment.clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** @returns {number | null} milliseconds since 1970; null when the token does not say */
function expiryOf(token) {
  try {
    const claims = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    return typeof claims.exp === 'number' ? claims.exp * 1000 : null;
  } catch {
    return null;
  }
}
