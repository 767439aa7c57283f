/** A browser's timer holds 31 bits of milliseconds; a longer one fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
const SOONEST_RENEWAL = 30_000;

/**
 * Keeps a connection alive and notices when it is dead.
 *
 * The client pings when it has sent nothing for one heartbeat. It pings as well when it has heard nothing for one:
 * somebody who only types sends frames that nobody answers, and would take a healthy server for a dead one.
 */
export class Heartbeat {
  #environment;
  #on;
  #beat;
  #sentAt;
  #heardAt;
  #pingedAt;
  #timer;

  constructor(environment, on) {
    this.#environment = environment;
    this.#on = on;
  }

  start(seconds) {
    this.stop();
    this.#beat = seconds * 1000;
    this.#sentAt = this.#heardAt = this.#pingedAt = this.#environment.now();
    this.#arm();
  }

  stop() {
    this.#environment.clearTimeout(this.#timer);
  }

  sent() {
    this.#sentAt = this.#environment.now();
  }

  heard() {
    this.#heardAt = this.#environment.now();
  }

  get #pingDue() {
    return Math.min(this.#sentAt, Math.max(this.#heardAt, this.#pingedAt)) + this.#beat;
  }

  get #deadDue() {
    return this.#heardAt + 1.5 * this.#beat;
  }

  #arm() {
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
      this.#pingedAt = now;
      this.#on.ping();
    }
    this.#arm();
  }
}

/** Asks the page for tokens and knows, without trusting them, when they run out. */
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

  /** Gives a new token to `use` when three quarters of the old one's time are over. */
  renewInTime(token, use) {
    this.stop();
    const left = expiryOf(token) - this.#environment.now();
    if (left < Infinity) {
      const wait = Math.min(LONGEST_TIMER, Math.max(SOONEST_RENEWAL, left * 0.75));
      // When it fails: the server says 4401 in the end, and the connection asks again
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
