import {ChatError} from './protocol.js';

/** Commands on their way: each gets one `ack` or `error`, or `disconnected` when the line breaks first. */
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

  /** Whether the server got them nobody can say. */
  abandon() {
    this.#open.forEach(({reject}) => reject(disconnected()));
    this.#open.clear();
  }
}

export function disconnected() {
  return new ChatError({code: 'disconnected', message: 'There is no connection to the chat server'});
}

/** At most one `typing` frame in a second and conversation; the last text always gets through. */
export class TypingThrottle {
  #environment;
  #send;
  #waiting = new Map();

  constructor(environment, send) {
    this.#environment = environment;
    this.#send = send;
  }

  typing(conversation, text) {
    const frame = {type: 'typing', conversation, text};
    if (this.#waiting.has(conversation)) {
      this.#waiting.set(conversation, frame);
    } else {
      this.#now(frame);
    }
  }

  /** The message left: a preview of it must not follow. */
  forget(conversation) {
    if (this.#waiting.has(conversation)) {
      this.#waiting.set(conversation, null);
    }
  }

  #now(frame) {
    const {conversation} = frame;
    this.#send(frame);
    this.#waiting.set(conversation, null);
    this.#environment.setTimeout(() => {
      const next = this.#waiting.get(conversation);
      this.#waiting.delete(conversation);
      if (next) {
        this.#now(next);
      }
    }, 1000);
  }
}

/** How far a log was `delivered` or `read`: only the highest number counts, and it may wait for the next live line. */
export class Marks {
  #type;
  #send;
  #marks = new Map();

  constructor(type, send) {
    this.#type = type;
    this.#send = send;
  }

  reach(conversation, seq) {
    if (!(seq <= this.reached(conversation))) {
      this.#marks.set(conversation, {seq});
      this.resume();
    }
  }

  reached(conversation) {
    return this.#marks.get(conversation)?.seq;
  }

  /** Says what could not be said before. */
  resume() {
    this.#marks.forEach((mark, conversation) => {
      mark.told ||= this.#send({type: this.#type, conversation, seq: mark.seq});
    });
  }
}
