import {last} from '../store.js';

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
  /** The lines of the tabs that were greeted. */
  #followers = new Set();

  /** `post` reaches all tabs; the rest is as in Tabs. */
  constructor(environment, name, on, wishes, post) {
    this.#environment = environment;
    this.#name = name;
    this.#on = on;
    this.#wishes = wishes;
    this.#post = post;
  }

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

  /** Says something to all that follow. */
  tell(message) {
    if (this.#followers.size) {
      this.#post(message);
    }
  }

  /** The line to the server is gone, and what it was for. */
  forget() {
    this.#followers.clear();
  }

  #greet(from) {
    const known = this.#on.live();
    if (known) {
      this.#followers.add(from);
      this.#environment.locks.request(this.#name + from, () => this.#gone(from));
    }
    this.#post({to: from, ...(known ? {frames: replay(this.#on.store(), known)} : GONE)});
  }

  #gone(tab) {
    if (this.#followers.delete(tab)) {
      this.#wishes?.forget(tab).forEach((frame) => this.#on.frame({...frame, id: this.#environment.randomId()}));
    }
  }
}

/** All that a store knows, as the server would answer a `hello`. */
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

/** A summary is older than the entries that came after it. */
function heads(store, id) {
  const newest = (name) => Math.max(store.head(id, name), last(store.log(id, name)));
  return {public: newest('public'), internal: newest('internal')};
}
