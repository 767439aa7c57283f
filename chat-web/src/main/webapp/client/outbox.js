import {BackOff} from './back-off.js';
import {ChatError} from './chat-error.js';

/**
 * @typedef {object} Item a command that waits for its `ack`
 * @property {string} id
 * @property {string} lane commands of one lane leave in order, one at a time; a conversation's id, or `start`
 * @property {number} position
 * @property {object} frame
 * @property {number} at milliseconds since 1970
 * @property {'sending' | 'failed'} state
 * @property {{code: string, message: string, field?: string}} [error]
 */

/** Commands stay here until the server has committed or finally refused them, through reconnects and reloads. */
export class Outbox {
  #environment;
  #storage;
  #transmit;
  #changed;
  #items = [];
  #answers = new Map();
  #busy = new Set();
  #generation = 0;
  #running = false;
  #loaded = null;

  /**
   * @param {object} options
   * @param {import('./environment.js').Environment} options.environment
   * @param {import('./outbox-storage.js').OutboxStorage} options.storage
   * @param {(frame: object) => Promise<object>} options.transmit resolves with the `ack`
   * @param {(lane: string) => void} options.changed
   */
  constructor({environment, storage, transmit, changed}) {
    this.#environment = environment;
    this.#storage = storage;
    this.#transmit = transmit;
    this.#changed = changed;
  }

  /** @returns {Item[]} oldest first */
  lane(name) {
    return this.#items.filter(({lane}) => lane === name);
  }

  /** Reads what an earlier page left behind. */
  load() {
    this.#loaded ??= this.#storage.load().then((stored) => {
      const known = new Set(this.#items.map(({id}) => id));
      this.#items.unshift(...stored.filter(({id}) => !known.has(id)));
      new Set(stored.map(({lane}) => lane)).forEach((lane) => this.#changed(lane));
    });
    return this.#loaded;
  }

  /** @returns {Promise<object>} the `ack`; rejects with the ChatError that refused the command for good */
  add(lane, frame) {
    const at = this.#environment.now();
    const position = Math.max(at, (this.#items.at(-1)?.position ?? 0) + 1);
    const item = {id: frame.id, lane, position, frame, at, state: 'sending'};
    this.#items.push(item);
    this.#storage.put(item);
    this.#changed(lane);
    const answer = this.answer(item.id);
    this.#drain(lane);
    return answer;
  }

  /** @returns {Promise<object>} the same promise for the same command, however often it is asked for */
  answer(id) {
    if (!this.#answers.has(id)) {
      const answer = {};
      answer.promise = new Promise((resolve, reject) => Object.assign(answer, {resolve, reject}));
      // Whoever does not wait for the answer sees the failure in the list of pending messages.
      answer.promise.catch(() => {});
      this.#answers.set(id, answer);
    }
    return this.#answers.get(id).promise;
  }

  /** The line is live. */
  async resume() {
    const generation = ++this.#generation;
    await this.load();
    if (generation === this.#generation) {
      this.#running = true;
      new Set(this.#items.map(({lane}) => lane)).forEach((lane) => this.#drain(lane));
    }
  }

  /** The line broke. */
  pause() {
    this.#generation += 1;
    this.#running = false;
    this.#busy.clear();
  }

  /** The server has it: by its `ack`, or because its entry stands in the log. */
  settle(id, ack) {
    this.#answers.get(id)?.resolve(ack);
    this.discard(id);
  }

  /** Sends a failed command again, after everything that waits. The id may stay: a refusal stored nothing. */
  retry(id) {
    const item = this.#items.find((one) => one.id === id && one.state === 'failed');
    if (item) {
      this.discard(id);
      return this.add(item.lane, item.frame);
    }
    return this.answer(id);
  }

  discard(id) {
    const index = this.#items.findIndex((one) => one.id === id);
    this.#answers.delete(id);
    if (index >= 0) {
      const [{lane}] = this.#items.splice(index, 1);
      this.#storage.remove(id);
      this.#changed(lane);
    }
  }

  async #drain(lane) {
    const item = this.#items.find((one) => one.lane === lane && one.state === 'sending');
    if (!item || !this.#running || this.#busy.has(lane)) {
      return;
    }
    const generation = this.#generation;
    const backOff = new BackOff(this.#environment.random);
    this.#busy.add(lane);
    while (generation === this.#generation && this.#items.includes(item)) {
      try {
        this.settle(item.id, await this.#transmit(item.frame));
      } catch (error) {
        if (generation !== this.#generation) {
          return;
        }
        if (error.temporary) {
          await this.#pauseFor(error.retryAfter * 1000 || backOff.next());
        } else {
          this.#fail(item, error);
          break;
        }
      }
    }
    if (generation === this.#generation) {
      this.#busy.delete(lane);
      this.#drain(lane);
    }
  }

  #fail(item, {code, message, field}) {
    item.state = 'failed';
    item.error = {code, message, field};
    this.#storage.put(item);
    this.#answers.get(item.id)?.reject(new ChatError(item.error));
    this.#answers.delete(item.id);
    this.#changed(item.lane);
  }

  #pauseFor(ms) {
    return new Promise((resolve) => this.#environment.setTimeout(resolve, ms));
  }
}
