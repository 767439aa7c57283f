/** @import {LitElement, ReactiveController} from '../../lib/lit-element/lit-element.js' */

/**
 * Renders its host again whenever the client library (or anything else that fires events) says that something changed.
 *
 * @implements {ReactiveController}
 */
export class Following {
  #host;
  #source;
  #events;
  #relevant;
  /** @type {EventTarget | null} */
  #followed = null;
  #render = (event) => this.#relevant(event) && this.#host.requestUpdate();

  /**
   * @param {LitElement} host
   * @param {() => EventTarget} source
   * @param {string[]} events
   * @param {(event: CustomEvent) => boolean} [relevant]
   */
  constructor(host, source, events, relevant = () => true) {
    this.#host = host;
    this.#source = source;
    this.#events = events;
    this.#relevant = relevant;
    host.addController(this);
  }

  hostConnected() {
    this.#follow(this.#source());
  }

  // The host may be given another source later, or its first one only after it was connected
  hostUpdate() {
    // What was taken out of the page has its last update after that
    this.#follow(this.#host.isConnected ? this.#source() : null);
  }

  hostDisconnected() {
    this.#follow(null);
  }

  #follow(target) {
    if (target !== this.#followed) {
      this.#events.forEach((type) => this.#followed?.removeEventListener(type, this.#render));
      this.#followed = target ?? null;
      this.#events.forEach((type) => this.#followed?.addEventListener(type, this.#render));
    }
  }
}

/** For a host that shows one conversation. Changes that name none concern them all. @param {{conversation: string}} host */
export const concerns = (host) => ({detail}) => !detail?.conversation || detail.conversation === host.conversation;

/**
 * Renders its host again every so many milliseconds, for texts that grow old by themselves.
 *
 * @implements {ReactiveController}
 */
export class Ticking {
  #host;
  #period;
  #timer;

  /** @param {LitElement} host @param {number} period ms */
  constructor(host, period) {
    this.#host = host;
    this.#period = period;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => this.#host.requestUpdate(), this.#period);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }
}
