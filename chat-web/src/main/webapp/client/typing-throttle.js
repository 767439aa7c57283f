const INTERVAL = 1000;

/** At most one `typing` frame a second and conversation; the last text always gets through. */
export class TypingThrottle {
  #environment;
  #send;
  #running = new Map();

  /**
   * @param {import('./environment.js').Environment} environment
   * @param {(frame: object) => void} send
   */
  constructor(environment, send) {
    this.#environment = environment;
    this.#send = send;
  }

  /** @param {string} [text] the preview; left out when there is none to give */
  typing(conversation, text) {
    const frame = {type: 'typing', conversation, text};
    const running = this.#running.get(conversation);
    if (running) {
      running.next = frame;
      return;
    }
    this.#now(frame);
  }

  /** The message left: a preview of it must not follow. */
  forget(conversation) {
    const running = this.#running.get(conversation);
    if (running) {
      running.next = null;
    }
  }

  #now(frame) {
    const running = {next: null};
    this.#running.set(frame.conversation, running);
    this.#environment.setTimeout(() => {
      this.#running.delete(frame.conversation);
      if (running.next) {
        this.#now(running.next);
      }
    }, INTERVAL);
    this.#send(frame);
  }
}
