import {ChatError} from './chat-error.js';

/** Each command gets one `ack` or `error`, or `disconnected`. */
export class Requests {
  #send;
  #open = new Map();

  constructor(send) {
    this.#send = send;
  }

  send(frame) {
    return new Promise((resolve, reject) => {
      if (this.#send(frame)) {
        this.#open.set(frame.id, {resolve, reject});
      } else {
        reject(disconnected());
      }
    });
  }

  answer(frame) {
    const request = this.#open.get(frame.re);
    this.#open.delete(frame.re);
    if (frame.type === 'ack') {
      request?.resolve(frame);
    } else {
      request?.reject(new ChatError(frame));
    }
  }

  abandon() {
    this.#open.forEach(({reject}) => reject(disconnected()));
    this.#open.clear();
  }
}

export function disconnected() {
  return new ChatError({code: 'disconnected', message: 'No line'});
}
