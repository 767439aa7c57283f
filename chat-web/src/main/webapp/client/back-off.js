/** 1, 2, 4, 8 … 30 s with full jitter: after a restart clients come back spread out. */
export class BackOff {
  #environment;
  #attempts = 0;

  constructor(environment) {
    this.#environment = environment;
  }

  next() {
    return Math.round(this.#environment.random() * Math.min(30_000, 1000 * 2 ** this.#attempts++));
  }

  /** Waits as long as the server said. */
  pause({retryAfter}) {
    const ms = retryAfter * 1000 || this.next();
    return new Promise((resolve) => this.#environment.setTimeout(resolve, ms));
  }

  reset() {
    this.#attempts = 0;
  }
}
