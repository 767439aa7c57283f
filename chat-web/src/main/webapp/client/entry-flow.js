import {BackOff} from './back-off.js';
import {first, last, prepend} from './log.js';

const PAGE = 200;
const OLDER_PAGE = 50;

/**
 * Lets entries into the store in order, each once. When one is missing it asks for it first and holds back what
 * came after.
 */
export class EntryFlow {
  #environment;
  #store;
  #request;
  #on;
  #held = new Map();
  #generation = 0;

  /**
   * @param {object} options
   * @param {import('./environment.js').Environment} options.environment
   * @param {import('./conversation-store.js').ConversationStore} options.store
   * @param {(frame: object) => Promise<object>} options.request sends a command, resolves with its `ack`
   * @param {{entry: (entry: object) => void, change: (conversation: string) => void}} options.on
   */
  constructor({environment, store, request, on}) {
    this.#environment = environment;
    this.#store = store;
    this.#request = request;
    this.#on = on;
  }

  /** @param {object} frame an `entry` */
  receive(frame) {
    const entry = {log: 'public', ...frame};
    const held = this.#held.get(key(entry.conversation, entry.log));
    if (held) {
      held.push(entry);
    } else if (this.#add(entry) === 'gap') {
      this.#repair(entry.conversation, entry.log, [entry]);
    }
  }

  /** The server says that a log reaches up to `head`. */
  expect(id, name, head) {
    const conversation = this.#store.conversations.get(id);
    if (!conversation || this.#held.has(key(id, name)) || head <= last(this.#store.log(conversation, name))) {
      return;
    }
    this.#repair(id, name, [], head);
  }

  /** The line broke. What was held back comes again after the next `hello`. */
  abandon() {
    this.#generation += 1;
    this.#held.clear();
  }

  /**
   * Loads entries before the ones we have, or the newest ones of a log that we have nothing of.
   *
   * @returns {Promise<number>} how many came
   */
  async older(id, name = 'public') {
    const conversation = this.#store.conversation(id);
    const log = this.#store.log(conversation, name);
    const before = first(log) || this.#store.head(conversation, name) + 1;
    const after = Math.max(0, before - 1 - OLDER_PAGE);
    const limit = before - 1 - after;
    if (limit <= 0) {
      return 0;
    }
    const {entries} = await this.#request({type: 'sync', conversation: id, log: name, after, limit});
    const count = log.length;
    prepend(log, entries.map((entry) => ({...entry, conversation: id, log: name})));
    this.#on.change(id);
    return log.length - count;
  }

  async #repair(id, name, held, head = 0) {
    const generation = this.#generation;
    const backOff = new BackOff(this.#environment.random);
    const conversation = this.#store.conversation(id);
    const log = this.#store.log(conversation, name);
    this.#held.set(key(id, name), held);
    this.#outdated(conversation, true);
    let wanted = Math.max(head, ...held.map(({seq}) => seq));
    for (let progress = true; progress; ) {
      const before = last(log);
      try {
        const after = log.length ? before : Math.max(0, wanted - OLDER_PAGE);
        const ack = await this.#request({type: 'sync', conversation: id, log: name, after, limit: PAGE});
        if (generation !== this.#generation) {
          return;
        }
        ack.entries.forEach((entry) => this.#add({...entry, conversation: id, log: name}));
        wanted = Math.max(wanted, ack.head ?? 0);
        progress = last(log) > before && last(log) < wanted;
      } catch (error) {
        if (generation !== this.#generation || !error.temporary) {
          break;
        }
        await this.#pause(error.retryAfter * 1000 || backOff.next());
        if (generation !== this.#generation) {
          return;
        }
      }
    }
    if (generation === this.#generation) {
      this.#held.delete(key(id, name));
      // Not `receive`: a server that keeps back an entry would have us ask for it in a loop. The next pong asks again.
      held.sort((one, other) => one.seq - other.seq).forEach((entry) => this.#add(entry));
      this.#outdated(conversation, last(log) < Math.max(wanted, ...held.map(({seq}) => seq)));
    }
  }

  #add(entry) {
    const outcome = this.#store.add(entry);
    if (outcome === 'added') {
      this.#on.entry(entry);
    }
    return outcome;
  }

  #outdated(conversation, value) {
    const repairing = ['public', 'internal'].some((name) => this.#held.has(key(conversation.id, name)));
    conversation.upToDate = !value && !repairing;
    this.#on.change(conversation.id);
  }

  #pause(ms) {
    return new Promise((resolve) => this.#environment.setTimeout(resolve, ms));
  }
}

function key(conversation, log) {
  return `${conversation}/${log}`;
}
