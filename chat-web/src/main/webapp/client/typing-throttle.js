/** At most one `typing` frame a second and conversation; the last text gets through, and an end only where something was told. */
export class TypingThrottle {
  #environment;
  #send;
  #waiting = new Map();
  #told = new Set();

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

  /** What was typed is on its way. */
  forget(conversation) {
    this.#told.delete(conversation);
    if (this.#waiting.has(conversation)) {
      this.#waiting.set(conversation, null);
    }
  }

  /** Nobody types any more, and nothing comes after this. */
  end(conversation) {
    if (this.#told.delete(conversation)) {
      this.#send({type: 'typing', conversation, text: ''});
    }
    this.forget(conversation);
  }

  #now(frame) {
    const {conversation, text} = frame;
    if (text !== '') {
      this.#told.add(conversation);
    } else if (!this.#told.delete(conversation)) {
      return;
    }
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
