import * as CloseCode from './close-code.js';

/** @import {Environment, Frame, Line} from '../types.js' */

/** Seconds that a poll may wait; the short ones once something on the way has cut one. */
const WAIT = 25;
const SHORT_WAIT = 5;

/** Milliseconds for the way there and back. */
const ON_THE_WAY = 10_000;

/** Milliseconds until a network that blocks WebSocket is tried again. */
const ASK_AGAIN = 10 * 60_000;

/** So many texts of full length are still below the server's limit. */
const MOST = 4;

/** @type {Record<number, number>} */
const CLOSE_CODES = {401: CloseCode.TOKEN, 403: CloseCode.FORBIDDEN, 429: CloseCode.RATE_LIMITED};

/**
 * Long polling (docs/protocol.md) with the face of a WebSocket. One poll waits; what is sent goes beside it, one request
 * after the other, to arrive in order.
 */
export class PollSocket {
  /** @type {() => void} */ onopen;
  /** @type {(event: {data: string | Frame}) => void} */ onmessage;
  /** @type {(event: {code: number, reason?: string}) => void} */ onclose;
  #environment;
  #url;
  #token;
  /** @type {string | undefined} */
  #session;
  #received = 0;
  /** @type {string[]} */
  #queue = [];
  #sends = 0;
  #sending = false;
  #wait = WAIT;
  #closed = false;
  /** @type {Set<AbortController>} */
  #requests = new Set();

  /** @param {Environment} environment @param {string} url @param {string} token */
  constructor(environment, url, token) {
    this.#environment = environment;
    this.#url = url;
    this.#token = token;
    queueMicrotask(() => this.onopen?.());
  }

  /** @param {string} text */
  send(text) {
    const {type, token} = JSON.parse(text);
    if (type === 'renew') {
      this.#token = token;
    }
    this.#queue.push(text);
    if (!this.#sending) {
      this.#flush();
    }
  }

  close() {
    this.#closed = true;
    this.#requests.forEach((request) => request.abort());
  }

  async #flush() {
    this.#sending = true;
    while (this.#queue.length && !this.#closed) {
      this.#sends += 1;
      await (this.#session ? this.#poll(this.#queue.splice(0, MOST), 0) : this.#poll(this.#queue.splice(0, 1)));
    }
    this.#sending = false;
  }

  async #receive() {
    while (!this.#closed) {
      const [began, sends] = [this.#environment.now(), this.#sends];
      const idle = !(await this.#poll([]));
      // What we send ends the poll that waits; whatever else does must not have us ask without a pause
      if (idle && sends === this.#sends && this.#environment.now() - began < 1000) {
        await new Promise((resolve) => this.#environment.setTimeout(resolve, 1000));
      }
    }
  }

  /**
   * Resolves with the number of new frames. What a lost answer held comes again.
   *
   * @param {string[]} frames
   * @param {number} [wait] seconds
   * @param {boolean} [again] whether it is the second attempt
   * @returns {Promise<number>}
   */
  async #poll(frames, wait = this.#wait, again = false) {
    const before = this.#received;
    let answer;
    try {
      answer = await this.#post(`[${frames}]`, wait);
    } catch {
      if (!this.#session || again || this.#closed) {
        return this.#end(1006, 'No answer');
      }
      this.#wait = SHORT_WAIT;
      return this.#poll(frames, wait && SHORT_WAIT, true);
    }
    const {status, body} = answer;
    if (status !== 200) {
      return this.#refused(status, body);
    }
    // The poll that waits and the one that sends may both be given the same
    const fresh = body.slice(this.#received - before);
    this.#received += fresh.length;
    fresh.forEach((frame) => this.#hear(frame));
    return this.#session ? fresh.length : this.#end(1006, 'No welcome');
  }

  /** @param {string} body @param {number} wait */
  async #post(body, wait) {
    const request = new AbortController();
    const timer = this.#environment.setTimeout(() => request.abort(), wait * 1000 + ON_THE_WAY);
    this.#requests.add(request);
    try {
      const response = await this.#environment.fetch(`${this.#url}?wait=${wait}`, {
        method: 'POST',
        headers: {
          'Authorization': `Bearer ${this.#token}`,
          'Content-Type': 'application/json',
          ...(this.#session && {'Chat-Session': this.#session, 'Chat-Received': `${this.#received}`}),
        },
        body,
        signal: request.signal,
      });
      if (response.status >= 500 || response.status === 400) {
        throw response; // 400 to one that was overtaken
      }
      return {status: response.status, body: await response.json()};
    } finally {
      this.#environment.clearTimeout(timer);
      this.#requests.delete(request);
    }
  }

  /** @param {Frame} frame */
  #hear(frame) {
    const first = frame.type === 'welcome' && !this.#session;
    this.#session ??= frame.session;
    this.onmessage?.({data: frame});
    if (frame.type === 'bye') {
      this.#end(frame.code, frame.reason);
    } else if (first) {
      this.#receive();
    }
  }

  /** @param {number} status @param {{title?: string, detail?: string, retryAfter?: number}} problem */
  #refused(status, {title, detail = title, retryAfter}) {
    const code = CLOSE_CODES[status] ?? 1006;
    if (retryAfter && !this.#closed) {
      this.onmessage?.({data: {type: 'bye', code, reason: detail, retryAfter}});
    }
    return this.#end(code, detail);
  }

  /** @param {number} code @param {string} reason */
  #end(code, reason) {
    if (!this.#closed) {
      this.close();
      this.onclose?.({code, reason});
    }
    return 0;
  }
}

/** Asks a network that blocks WebSocket from time to time whether it still does. */
export class Probe {
  #environment;
  #askAt = 0;
  /** @type {Line | null} */
  #socket;
  #timer;

  /** @param {Environment} environment */
  constructor(environment) {
    this.#environment = environment;
  }

  /**
   * Gives `use` a WebSocket of `dial` that is open, when one gets through; the first is tried when it is `at`.
   *
   * @param {() => Line} dial
   * @param {(socket: Line) => void} use
   * @param {number} [at]
   */
  start(dial, use, at = this.#askAt) {
    this.stop();
    const wait = at - this.#environment.now();
    if (wait > 0) {
      this.#timer = this.#environment.setTimeout(() => this.start(dial, use), wait);
      return;
    }
    this.#askAt = this.#environment.now() + ASK_AGAIN;
    this.#socket = dial();
    this.#socket.onopen = () => {
      const socket = this.#socket;
      this.#socket = null;
      use(socket);
    };
    this.#socket.onclose = () => this.start(dial, use);
  }

  stop() {
    this.#environment.clearTimeout(this.#timer);
    if (this.#socket) {
      this.#socket.onopen = this.#socket.onclose = null;
      this.#socket.close();
      this.#socket = null;
    }
  }
}
