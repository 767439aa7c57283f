import {BackOff} from './back-off.js';
import {ChatError} from './chat-error.js';

/**
 * @import {Ack, Entry} from './frames.js'
 * @import {OutboxStorage} from './outbox-storage.js'
 * @import {Command, Environment, OutboxItem} from './types.js'
 */

/** Holds commands until the server has committed or refused them, and shows them until their entry is here. */
export class Outbox {
  #environment;
  #storage;
  #transmit;
  #changed;
  /** @type {OutboxItem[]} */
  #items = [];
  /** @type {WeakMap<OutboxItem, Promise<unknown>>} */
  #kept = new WeakMap();
  /** @type {Map<string, {promise?: Promise<Ack>, resolve?: (ack: Ack | Entry) => void, reject?: (error: ChatError) => void}>} */
  #answers = new Map();
  /** @type {Set<string>} */
  #busy = new Set();
  /** @type {object | null} another one for each line */
  #line = null;
  /** @type {Promise<void>} */
  #loaded;

  /**
   * @param {object} parts
   * @param {Environment} parts.environment
   * @param {OutboxStorage} parts.storage
   * @param {(frame: Command) => Promise<Ack>} parts.transmit sends a frame and resolves with its `ack`
   * @param {(lane: string) => void} parts.changed
   */
  constructor({environment, storage, transmit, changed}) {
    this.#environment = environment;
    this.#storage = storage;
    this.#transmit = transmit;
    this.#changed = changed;
  }

  /** @param {string} name @returns {OutboxItem[]} */
  lane(name) {
    return this.#items.filter(({lane}) => lane === name);
  }

  load() {
    this.#loaded ??= this.#storage.load().then((stored) => {
      this.#items.unshift(...stored.filter(({id}) => !this.#find(id)));
      new Set(stored.map(({lane}) => lane)).forEach((lane) => this.#changed(lane));
    });
    return this.#loaded;
  }

  /** @param {string} lane @param {Command} frame @returns {Promise<Ack>} as `answer` */
  add(lane, frame) {
    const at = this.#environment.now();
    const position = Math.max(at, (this.#items.at(-1)?.position ?? 0) + 1);
    /** @type {OutboxItem} */
    const item = {id: frame.id, lane, position, frame, at, state: 'sending'};
    this.#items.push(item);
    this.#kept.set(item, this.#storage.put(item));
    this.#changed(lane);
    const answer = this.answer(item.id);
    this.#drain(lane);
    return answer;
  }

  /** The `ack` to come, or the final ChatError. @param {string} id @returns {Promise<Ack>} */
  answer(id) {
    if (!this.#answers.has(id)) {
      /** @type {{promise?: Promise<Ack>}} */
      const answer = {};
      answer.promise = new Promise((resolve, reject) => Object.assign(answer, {resolve, reject}));
      // The list of pending messages shows it too
      answer.promise.catch(() => {});
      this.#answers.set(id, answer);
    }
    return this.#answers.get(id).promise;
  }

  async resume() {
    const line = (this.#line = {});
    this.#busy.clear();
    await this.load();
    if (line === this.#line) {
      new Set(this.#items.map(({lane}) => lane)).forEach((lane) => this.#drain(lane));
    }
  }

  pause() {
    this.#line = null;
  }

  /** @param {string} id @param {Entry} entry which says what the ack does */
  landed(id, entry) {
    if (this.#find(id)) {
      this.#answers.get(id)?.resolve(entry);
      this.discard(id);
    }
  }

  /** The id may stay: a refusal stored nothing. @param {string} id @returns {Promise<Ack>} */
  retry(id) {
    const item = this.#find(id);
    if (item?.state === 'failed') {
      this.discard(id);
      return this.add(item.lane, item.frame);
    }
    return this.answer(id);
  }

  /** @param {string} id */
  discard(id) {
    const item = this.#find(id);
    this.#answers.delete(id);
    if (item) {
      this.#items.splice(this.#items.indexOf(item), 1);
      this.#storage.remove(id);
      this.#changed(item.lane);
    }
  }

  /** @param {string} id */
  #find(id) {
    return this.#items.find((item) => item.id === id);
  }

  /** @param {string} lane */
  async #drain(lane) {
    const item = this.#items.find((one) => one.lane === lane && one.state === 'sending' && !one.seq);
    const line = this.#line;
    if (!item || !line || this.#busy.has(lane)) {
      return;
    }
    const backOff = new BackOff(this.#environment);
    this.#busy.add(lane);
    let done = false;
    await this.#kept.get(item); // A crash must not forget what was sent
    if (line !== this.#line) {
      return;
    }
    while (!done && this.#find(item.id)) {
      try {
        this.#acknowledged(item, await this.#transmit(item.frame));
        done = true;
      } catch (error) {
        if (line === this.#line && error.temporary) {
          await backOff.pause(error);
        } else if (line === this.#line) {
          this.#fail(item, error);
          done = true;
        }
      }
      if (line !== this.#line) {
        return;
      }
    }
    this.#busy.delete(lane);
    this.#drain(lane);
  }

  /** @param {OutboxItem} item @param {Ack} ack */
  #acknowledged(item, ack) {
    this.#answers.get(item.id)?.resolve(ack);
    this.#answers.delete(item.id);
    if (!ack.seq || !this.#find(item.id)) {
      this.discard(item.id);
      return;
    }
    const {lane} = item;
    this.#storage.remove(item.id);
    Object.assign(item, {lane: ack.conversation, seq: ack.seq});
    new Set([lane, item.lane]).forEach((changed) => this.#changed(changed));
  }

  /** @param {OutboxItem} item @param {ChatError} error */
  #fail(item, {code, message, field}) {
    Object.assign(item, {state: 'failed', error: {code, message, field}});
    this.#storage.put(item);
    this.#answers.get(item.id)?.reject(new ChatError(item.error));
    this.#answers.delete(item.id);
    this.#changed(item.lane);
  }
}
