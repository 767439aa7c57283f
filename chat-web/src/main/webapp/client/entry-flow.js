import {BackOff} from './back-off.js';
import {last} from './store.js';

/**
 * @import {Ack, Entry, LogName} from './frames.js'
 * @import {Store} from './store.js'
 * @import {Command, Environment} from './types.js'
 */

const PAGE = 200;
const OLDER_PAGE = 50;

/** Lets entries into the store in order, each once; what follows a gap waits. */
export class EntryFlow {
  #environment;
  #store;
  #request;
  #on;
  /** @type {Map<string, Entry[]>} what waits for a gap to be filled, by conversation and log */
  #held = new Map();

  /**
   * @param {object} parts
   * @param {Environment} parts.environment
   * @param {Store} parts.store
   * @param {(frame: Command) => Promise<Ack>} parts.request
   * @param {{entry: (entry: Entry) => void, change: (conversation: string) => void}} parts.on
   */
  constructor({environment, store, request, on}) {
    this.#environment = environment;
    this.#store = store;
    this.#request = request;
    this.#on = on;
  }

  /** @param {Entry} frame */
  receive(frame) {
    const entry = {log: 'public', ...frame};
    const held = this.#held.get(key(entry.conversation, entry.log));
    if (held) {
      held.push(entry);
    } else if (this.#add(entry) === 'gap') {
      this.#repair(entry.conversation, entry.log, [entry], entry.seq);
    }
  }

  /** The server says that a log reaches up to `head`. @param {string} id @param {LogName} name @param {number} head */
  expect(id, name, head) {
    const known = this.#store.conversations.has(id) && !this.#held.has(key(id, name));
    if (known && head > last(this.#store.log(id, name))) {
      this.#repair(id, name, [], head);
    }
  }

  abandon() {
    this.#held.clear();
  }

  /**
   * Loads entries before the ones we have, or the newest of a log that we have nothing of.
   *
   * @param {string} id
   * @param {LogName} [name]
   * @returns {Promise<number>} how many came
   */
  async older(id, name = 'public') {
    const log = this.#store.log(id, name);
    const end = (log[0]?.seq ?? this.#store.head(id, name) + 1) - 1;
    const after = Math.max(0, end - OLDER_PAGE);
    if (end === after) {
      return 0;
    }
    const {entries} = await this.#request({type: 'sync', conversation: id, log: name, after, limit: end - after});
    // The same page may have come
    const fits = log.length === 0 || log[0].seq === end + 1;
    if (fits) {
      log.unshift(...entries.map((entry) => ({...entry, conversation: id, log: name})));
      this.#on.change(id);
    }
    return fits ? entries.length : 0;
  }

  /** @param {string} id @param {LogName} name @param {Entry[]} held @param {number} head */
  async #repair(id, name, held, head) {
    const log = this.#store.log(id, name);
    const current = () => this.#held.get(key(id, name)) === held;
    const backOff = new BackOff(this.#environment);
    this.#held.set(key(id, name), held);
    this.#mark(id, false);
    let wanted = head;
    let more = true;
    while (more) {
      const before = last(log);
      try {
        const after = log.length ? before : Math.max(0, wanted - OLDER_PAGE);
        const ack = await this.#request({type: 'sync', conversation: id, log: name, after, limit: PAGE});
        if (!current()) {
          return;
        }
        ack.entries.forEach((entry) => this.#add({...entry, conversation: id, log: name}));
        wanted = Math.max(wanted, ack.head ?? 0);
        more = last(log) > before && last(log) < wanted;
      } catch (error) {
        more = error.temporary;
        if (more && current()) {
          await backOff.pause(error);
        }
        if (!current()) {
          return;
        }
      }
    }
    this.#held.delete(key(id, name));
    // Not `receive`: that might ask in a loop. The next pong asks again.
    held.sort((one, other) => one.seq - other.seq).forEach((entry) => this.#add(entry));
    this.#mark(id, last(log) >= Math.max(wanted, last(held)));
  }

  /** @param {Entry} entry */
  #add(entry) {
    const outcome = this.#store.add(entry);
    if (outcome === 'added') {
      this.#on.entry(entry);
    }
    return outcome;
  }

  /** @param {string} id @param {boolean} complete */
  #mark(id, complete) {
    const repairing = ['public', 'internal'].some((name) => this.#held.has(key(id, name)));
    this.#store.conversation(id).upToDate = complete && !repairing;
    this.#on.change(id);
  }
}

/** @param {string} conversation @param {string} log */
function key(conversation, log) {
  return `${conversation}/${log}`;
}
