/** 1, 2, 4, 8 … 30 s with full jitter: after a restart clients come back spread out. */
export class BackOff {
  #environment;
  #attempts = 0;

  /** @param {import('./types.js').Environment} environment */
  constructor(environment) {
    this.#environment = environment;
  }

  /** @returns {number} milliseconds */
  next() {
    return Math.round(this.#environment.random() * Math.min(30_000, 1000 * 2 ** this.#attempts++));
  }

  /** Waits as long as the server said. @param {{retryAfter?: number}} refusal @returns {Promise<void>} */
  pause({retryAfter}) {
    const ms = retryAfter * 1000 || this.next();
    return new Promise((resolve) => this.#environment.setTimeout(resolve, ms));
  }

  reset() {
    this.#attempts = 0;
  }
}
