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

/** How far this person has read: only the highest number counts, and it may wait for the next live line. */
export class ReadMarks {
  #send;
  #marks = new Map();

  constructor(send) {
    this.#send = send;
  }

  read(conversation, seq) {
    if (!(seq <= this.#marks.get(conversation)?.seq)) {
      this.#marks.set(conversation, {seq, told: this.#send({type: 'read', conversation, seq})});
    }
  }

  /** Says what could not be said before. */
  resume() {
    this.#marks.forEach((mark, conversation) => {
      mark.told ||= this.#send({type: 'read', conversation, seq: mark.seq});
    });
  }
}
