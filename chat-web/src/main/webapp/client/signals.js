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
    if (!(seq <= this.#marks.get(conversation)?.seq)) {
      this.#marks.set(conversation, {seq});
      this.resume();
    }
  }

  /** Says what could not be said before. */
  resume() {
    this.#marks.forEach((mark, conversation) => {
      mark.told ||= this.#send({type: this.#type, conversation, seq: mark.seq});
    });
  }
}
