import {ChatError} from './chat-error.js';

/**
 * @import {Ack} from './frames.js'
 * @import {Command} from './types.js'
 */

/** Each command gets one `ack` or `error`, or `disconnected`. */
export class Requests {
  #send;
  /** @type {Map<string, {resolve: (ack: Ack) => void, reject: (error: ChatError) => void}>} */
  #open = new Map();

  /** @param {(frame: Command) => boolean} send false when there is no line */
  constructor(send) {
    this.#send = send;
  }

  /** @param {Command} frame @returns {Promise<Ack>} */
  send(frame) {
    return new Promise((resolve, reject) => {
      if (this.#send(frame)) {
        this.#open.set(frame.id, {resolve, reject});
      } else {
        reject(disconnected());
      }
    });
  }

  /** @param {{type: string, re: string} & (Ack | import('./chat-error.js').Refusal)} frame */
  answer(frame) {
    const request = this.#open.get(frame.re);
    this.#open.delete(frame.re);
    if (frame.type === 'ack') {
      request?.resolve(/** @type {Ack} */ (frame));
    } else {
      request?.reject(new ChatError(/** @type {import('./chat-error.js').Refusal} */ (frame)));
    }
  }

  abandon() {
    this.#open.forEach(({reject}) => reject(disconnected()));
    this.#open.clear();
  }
}

export function disconnected() {
  return new ChatError({code: 'disconnected'});
}
