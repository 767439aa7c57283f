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
