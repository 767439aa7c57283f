import {ChatError} from './chat-error.js';

/** Commands on their way: each gets exactly one `ack` or `error`, or `disconnected` when the line breaks first. */
export class Requests {
  #send;
  #open = new Map();

  /** @param {(frame: object) => boolean} send false when there is no line */
  constructor(send) {
    this.#send = send;
  }

  /**
   * @param {{id: string, type: string}} frame
   * @returns {Promise<object>} the `ack` frame
   */
  send(frame) {
    return new Promise((resolve, reject) => {
      this.#open.set(frame.id, {resolve, reject});
      if (!this.#send(frame)) {
        this.#open.delete(frame.id);
        reject(disconnected());
      }
    });
  }

  /** @param {object} frame an `ack` or `error` with `re` */
  answer(frame) {
    const request = this.#open.get(frame.re);
    this.#open.delete(frame.re);
    if (frame.type === 'ack') {
      request?.resolve(frame);
    } else {
      request?.reject(new ChatError(frame));
    }
  }

  /** The line broke: whether the server got them nobody can say. */
  abandon() {
    const abandoned = [...this.#open.values()];
    this.#open.clear();
    abandoned.forEach(({reject}) => reject(disconnected()));
  }
}

export function disconnected() {
  return new ChatError({code: 'disconnected', message: 'There is no connection to the chat server'});
}
