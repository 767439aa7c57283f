/** Somebody writes: milliseconds until we ask whether the server hears it, and the least that it then has to answer. */
const DOUBT = 500;
const PROBE = 3000;

/**
 * Pings after a heartbeat of silence on either side: nobody answers those who only type. Whoever writes, or comes back
 * to the page, is told sooner that nobody hears them.
 */
export class Heartbeat {
  #environment;
  #on;
  /** @type {number} */
  #beat;
  /** @type {number} */
  #probe;
  /** @type {number} */
  #sentAt;
  /** @type {number} */
  #heardAt;
  /** @type {number} */
  #pingedAt;
  #doubtDue = Infinity;
  /** Only silence after a ping counts. */
  #deadDue = Infinity;
  #timer;
  /** @type {Worker | null} */
  #ticker;

  /** @param {import('../types.js').Environment} environment @param {{ping: () => void, dead: () => void}} on */
  constructor(environment, on) {
    this.#environment = environment;
    this.#on = on;
  }

  /**
   * @param {number} seconds between two pings
   * @param {boolean} ticking
   * @param {number} [took] how many milliseconds the network needed so far
   */
  start(seconds, ticking, took = 0) {
    this.stop();
    if (ticking) {
      // A hidden page's timers are late by a minute; a worker's are not
      this.#ticker = this.#environment.ticker();
      this.#ticker.onmessage = () => this.#check();
    }
    this.#beat = seconds * 1000;
    this.#probe = Math.min(this.#beat / 2, Math.max(PROBE, 2 * took));
    this.heard();
    this.#sentAt = this.#pingedAt = this.#heardAt;
    this.#arm();
  }

  stop() {
    this.#environment.clearTimeout(this.#timer);
    this.#ticker?.terminate();
    this.#ticker = null;
  }

  sent() {
    this.#sentAt = this.#environment.now();
  }

  heard() {
    this.#heardAt = this.#environment.now();
    this.#doubtDue = this.#deadDue = Infinity;
  }

  /** Somebody writes. */
  doubt() {
    const now = this.#environment.now();
    if (this.#doubtDue === Infinity && this.#deadDue - now > this.#probe) {
      this.#doubtDue = now + DOUBT;
      this.#arm();
    }
  }

  probe() {
    this.#ping(this.#probe);
  }

  /** @param {number} patience milliseconds until nobody hears us */
  #ping(patience) {
    this.#pingedAt = this.#environment.now();
    this.#deadDue = Math.min(this.#deadDue, this.#pingedAt + patience);
    this.#on.ping();
    this.#arm();
  }

  get #pingDue() {
    return Math.min(this.#sentAt, Math.max(this.#heardAt, this.#pingedAt)) + this.#beat;
  }

  #arm() {
    this.#environment.clearTimeout(this.#timer);
    const wait = Math.min(this.#pingDue, this.#deadDue, this.#doubtDue) - this.#environment.now();
    this.#timer = this.#environment.setTimeout(() => this.#check(), wait);
  }

  #check() {
    const now = this.#environment.now();
    if (now >= this.#deadDue) {
      this.#on.dead();
    } else if (now >= this.#doubtDue) {
      this.#doubtDue = Infinity;
      this.probe();
    } else if (now >= this.#pingDue) {
      this.#ping(this.#beat / 2);
    } else {
      this.#arm();
    }
  }
}
