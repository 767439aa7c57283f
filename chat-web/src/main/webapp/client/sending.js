import {ChatError} from './protocol.js';

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
  return new ChatError({code: 'disconnected', message: 'There is no connection to the chat server'});
}

/** At most one `typing` frame a second and conversation; the last text gets through. */
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

/** How far a log was `delivered` or `read`. */
export class Marks {
  #type;
  #send;
  #known;
  #marks = new Map();

  /** `known` says how far the server knows: a broken line may have swallowed a frame. */
  constructor(type, send, known = () => Infinity) {
    this.#type = type;
    this.#send = send;
    this.#known = known;
  }

  reach(conversation, seq) {
    if (!(seq <= this.reached(conversation))) {
      this.#marks.set(conversation, {seq});
      this.#tell(conversation);
    }
  }

  reached(conversation) {
    return this.#marks.get(conversation)?.seq;
  }

  resume() {
    this.#marks.forEach((mark, conversation) => {
      mark.told &&= mark.seq <= this.#known(conversation);
      this.#tell(conversation);
    });
  }

  #tell(conversation) {
    const mark = this.#marks.get(conversation);
    mark.told ||= this.#send({type: this.#type, conversation, seq: mark.seq});
  }
}
