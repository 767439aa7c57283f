/** @import {Command, Environment} from './types.js' */

/** At most one `typing` frame a second and conversation; the last text gets through, and an end only where something was told. */
export class TypingThrottle {
  #environment;
  #send;
  /** @type {Map<string, Command | null>} by conversation, what goes next; null for nothing */
  #waiting = new Map();
  /** @type {Set<string>} */
  #told = new Set();

  /** @param {Environment} environment @param {(frame: Command) => unknown} send */
  constructor(environment, send) {
    this.#environment = environment;
    this.#send = send;
  }

  /** @param {string} conversation @param {string} [text] */
  typing(conversation, text) {
    const frame = {type: 'typing', conversation, text};
    if (this.#waiting.has(conversation)) {
      this.#waiting.set(conversation, frame);
    } else {
      this.#now(frame);
    }
  }

  /** What was typed is on its way. @param {string} conversation */
  forget(conversation) {
    this.#told.delete(conversation);
    if (this.#waiting.has(conversation)) {
      this.#waiting.set(conversation, null);
    }
  }

  /** Nobody types any more, and nothing comes after this. @param {string} conversation */
  end(conversation) {
    if (this.#told.delete(conversation)) {
      this.#send({type: 'typing', conversation, text: ''});
    }
    this.forget(conversation);
  }

  /** @param {Command} frame */
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
