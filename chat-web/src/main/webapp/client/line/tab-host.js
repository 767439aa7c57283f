import {last} from '../store.js';

/**
 * @import {Limits} from '../frames.js'
 * @import {Store} from '../store.js'
 * @import {Environment, Frame, TabMessage} from '../types.js'
 * @import {TabWishes} from './tab-wishes.js'
 * @import {Told} from './tabs.js'
 */

const GONE = {close: {code: 1006}};

/**
 * The leading tab is a small server to those that follow it (ADR 0015). Few people open a second tab, so this comes with
 * the first `hello` of one.
 */
export class TabHost {
  #environment;
  #name;
  #on;
  #wishes;
  #post;
  /** @type {Set<string>} the lines of the tabs that were greeted */
  #followers = new Set();

  /**
   * @param {Environment} environment
   * @param {string} name
   * @param {Told} on
   * @param {TabWishes | undefined} wishes
   * @param {(message: TabMessage) => void} post reaches all tabs
   */
  constructor(environment, name, on, wishes, post) {
    this.#environment = environment;
    this.#name = name;
    this.#on = on;
    this.#wishes = wishes;
    this.#post = post;
  }

  /** @param {TabMessage} message */
  serve({from, text}) {
    const frame = JSON.parse(text);
    if (frame.type === 'hello') {
      this.#greet(from);
    } else if (!this.#followers.has(from)) {
      this.#post({to: from, ...GONE});
    } else if (frame.type === 'ping') {
      this.#post({to: from, frames: [{type: 'pong', heads: this.#on.store().cursors()}]});
    } else if (frame.type !== 'delivered') {
      this.#on.frame(this.#wishes?.join(frame, from) ?? frame); // We say ourselves what was delivered
    }
  }

  /** Says something to all that follow. @param {TabMessage} message */
  tell(message) {
    if (this.#followers.size) {
      this.#post(message);
    }
  }

  /** The line to the server is gone, and what it was for. */
  forget() {
    this.#followers.clear();
  }

  /** @param {string} from */
  #greet(from) {
    const known = this.#on.live();
    if (known) {
      this.#followers.add(from);
      this.#environment.locks.request(this.#name + from, () => this.#gone(from));
    }
    this.#post({to: from, ...(known ? {frames: replay(this.#on.store(), known)} : GONE)});
  }

  /** @param {string} tab */
  #gone(tab) {
    if (this.#followers.delete(tab)) {
      this.#wishes?.forget(tab).forEach((frame) => this.#on.frame({...frame, id: this.#environment.randomId()}));
    }
  }
}

/**
 * All that a store knows, as the server would answer a `hello`.
 *
 * @param {Store} store
 * @param {Partial<Limits>} limits
 * @returns {Frame[]}
 */
export function replay(store, limits) {
  const known = [...store.conversations.values()].filter(({summary}) => summary);
  const {operators, departments} = store.presence;
  return [
    {type: 'welcome', self: store.self, limits, heartbeat: 10, conversations: known.map(({id, summary}) => ({...summary, head: heads(store, id)}))},
    ...known.flatMap(({id, entries, internal, receipts, gone}) => [
      ...[...entries, ...internal].map((entry) => ({...entry, type: 'entry'})),
      ...[...receipts.values()].map((receipt) => ({...receipt, type: 'receipt', conversation: id})),
      ...(gone ? [gone] : []),
    ]),
    {type: 'presence', operators: [...operators.values()], departments: [...departments.values()]},
    ...store.invitations.values(),
    ...(store.queue ? [store.queue] : []),
    {type: 'synced'},
  ];
}

/** A summary is older than the entries that came after it. @param {Store} store @param {string} id */
function heads(store, id) {
  const newest = (/** @type {import('../frames.js').LogName} */ name) => Math.max(store.head(id, name), last(store.log(id, name)));
  return {public: newest('public'), internal: newest('internal')};
}
