/** A longer timer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
const SOONEST_RENEWAL = 30_000;

/** Pings after a heartbeat of silence on either side: nobody answers those who only type. */
export class Heartbeat {
  #environment;
  #on;
  #beat;
  #sentAt;
  #heardAt;
  #pingedAt;
  #unanswered = false;
  #timer;
  #ticker;

  constructor(environment, on) {
    this.#environment = environment;
    this.#on = on;
  }

  start(seconds, ticking) {
    this.stop();
    if (ticking) {
      // A hidden page's timers are late by a minute; a worker's are not
      this.#ticker = this.#environment.ticker();
      this.#ticker.onmessage = () => this.#check();
    }
    this.#beat = seconds * 1000;
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
    this.#unanswered = false;
  }

  ping() {
    this.#pingedAt = this.#environment.now();
    this.#unanswered = true;
    this.#on.ping();
    this.#arm();
  }

  get #pingDue() {
    return Math.min(this.#sentAt, Math.max(this.#heardAt, this.#pingedAt)) + this.#beat;
  }

  /** Only silence after a ping counts. */
  get #deadDue() {
    return this.#unanswered ? this.#pingedAt + this.#beat / 2 : Infinity;
  }

  #arm() {
    this.#environment.clearTimeout(this.#timer);
    const wait = Math.min(this.#pingDue, this.#deadDue) - this.#environment.now();
    this.#timer = this.#environment.setTimeout(() => this.#check(), wait);
  }

  #check() {
    const now = this.#environment.now();
    if (now >= this.#deadDue) {
      this.#on.dead();
      return;
    }
    if (now >= this.#pingDue) {
      this.ping();
    } else {
      this.#arm();
    }
  }
}

/** Asks the page for tokens, in time. */
export class TokenKeeper {
  #environment;
  #provide;
  #timer;

  constructor(environment, provide) {
    this.#environment = environment;
    this.#provide = provide;
  }

  async get(refused) {
    const token = await this.#provide(refused);
    return !refused && expiryOf(token) <= this.#environment.now() ? this.#provide(true) : token;
  }

  /** Gives `use` a new one after three quarters of the old one's time. */
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

/** Milliseconds since 1970; Infinity when the token does not say. */
function expiryOf(token) {
  try {
    const claims = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(atob(claims)).exp * 1000 || Infinity;
  } catch {
    return Infinity;
  }
}
