const LONGEST = 30_000;

/** 1, 2, 4, 8 … 30 s with full jitter: after a restart thousands of clients come back spread out, not in one wave. */
export class BackOff {
  #random;
  #attempts = 0;

  /** @param {() => number} random */
  constructor(random) {
    this.#random = random;
  }

  /** @returns {number} milliseconds to wait before the next attempt */
  next() {
    const ceiling = Math.min(LONGEST, 1000 * 2 ** this.#attempts);
    this.#attempts += 1;
    return Math.round(this.#random() * ceiling);
  }

  reset() {
    this.#attempts = 0;
  }
}
