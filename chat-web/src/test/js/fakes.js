import * as polling from '../../main/webapp/client/line/polling.js';
import * as tabHost from '../../main/webapp/client/line/tab-host.js';
import {ChatClient} from '../../main/webapp/client/chat-client.js';
import {TabWishes} from '../../main/webapp/client/line/tab-wishes.js';

/** Lets everything run that waits for a promise and for no timer. */
export async function settle() {
  for (let turn = 0; turn < 50; turn += 1) {
    await null;
  }
}

export class FakeClock {
  time = 1_000_000;
  #timers = new Map();
  #next = 1;

  setTimeout(run, ms) {
    this.#timers.set(this.#next, {run, due: this.time + Math.max(0, ms)});
    return this.#next++;
  }

  clearTimeout(timer) {
    this.#timers.delete(timer);
  }

  /** Moves on, and runs on the way what is due, in order. */
  async advance(ms) {
    const end = this.time + ms;
    await settle();
    for (;;) {
      const [id, timer] = [...this.#timers].sort(([, one], [, other]) => one.due - other.due)[0] ?? [];
      if (!timer || timer.due > end) {
        break;
      }
      this.#timers.delete(id);
      this.time = Math.max(this.time, timer.due); // A test may have moved it on: then all timers are late
      timer.run();
      await settle();
    }
    this.time = end;
  }
}

/** A request of long polling that the test answers. */
class FakePoll {
  /** @type {(answer: object) => void} */
  resolve;
  /** @type {(reason: Error) => void} */
  reject;

  /** @param {string} address @param {any} request */
  constructor(address, {headers, body, signal}) {
    Object.assign(this, {wait: Number(new URL(address).searchParams.get('wait')), headers, frames: JSON.parse(body)});
    this.response = new Promise((resolve, reject) => Object.assign(this, {resolve, reject}));
    signal.addEventListener('abort', () => this.fail());
  }

  async answer(...frames) {
    await this.refuse(200, frames);
  }

  async refuse(status, body) {
    this.resolve({status, json: async () => JSON.parse(JSON.stringify(body))});
    await settle();
  }

  async fail() {
    this.failed = true;
    this.reject(new TypeError('Failed to fetch'));
    await settle();
  }
}

class FakeSocket {
  sent = [];
  messages = [];
  closed = false;
  /** @type {() => void} */
  onopen;
  /** @type {(event: {data: string}) => void} */
  onmessage;
  /** @type {(event: {code: number, reason: string}) => void} */
  onclose;

  constructor(url, protocols) {
    this.url = url;
    this.protocols = protocols;
  }

  send(text) {
    this.messages.push(text);
    this.sent.push(...[JSON.parse(text)].flat());
  }

  close() {
    this.closed = true;
  }

  /** What the client sent of one type. */
  of(type) {
    return this.sent.filter((frame) => frame.type === type);
  }

  async say(...frames) {
    for (const frame of frames) {
      this.onmessage?.({data: JSON.stringify(frame)});
    }
    await settle();
  }

  async open() {
    this.onopen();
    await settle();
  }

  async end(code, reason = '') {
    this.onclose?.({code, reason});
    await settle();
  }
}

/**
 * @import {Self} from '../../main/webapp/client/frames.js'
 *
 * @type {Self}
 */
export const ada = {kind: 'visitor', id: 'v-1', name: 'Ada'};
/** @type {Self} */
export const olivia = {kind: 'operator', id: 'o-1', name: 'Olivia'};

/** @param {number} seq @param {object} [values] @returns {any} a frame */
export function entry(seq, values) {
  return {
    type: 'entry', conversation: 'c-1', log: 'public', seq, at: '2026-01-01T12:00:00.000Z', kind: 'message',
    author: olivia, text: `text ${seq}`, id: `m-${seq}`, ...values,
  };
}

/** @param {number} [head] @param {object} [values] @returns {any} as much of one as is read */
export function summary(head = 0, values) {
  return {id: 'c-1', version: 1, status: 'active', head: {public: head, internal: 0}, read: {public: 0}, ...values};
}

/** A client among fakes, with everything that a test wants to look at. */
export class Bench {
  sockets = [];
  polls = [];
  states = [];
  entries = [];
  byes = [];
  asked = [];
  network = new EventTarget();
  random = 1;
  /** What `welcome` says besides. */
  welcome = {};
  #ids = 0;

  /**
   * @param {{token?: (expired: boolean) => Promise<string>, storageKey?: string, clock?: FakeClock, [ofEnvironment: string]: any}} options
   */
  constructor({token = async () => 'the.jwt.token', storageKey = 'test', clock = new FakeClock(), ...environment} = {}) {
    const bench = this;
    this.clock = clock;
    this.client = new ChatClient({
      name: 'test/1',
      storageKey,
      wishes: new TabWishes(),
      token: (expired) => {
        this.asked.push(expired);
        return token(expired);
      },
      environment: /** @type {any} */ ({
        WebSocket: class extends FakeSocket {
          constructor(url, protocols) {
            super(url, protocols);
            bench.sockets.push(this);
          }
        },
        setTimeout: (run, ms) => this.clock.setTimeout(run, ms),
        clearTimeout: (timer) => this.clock.clearTimeout(timer),
        now: () => this.clock.time,
        random: () => this.random,
        randomId: () => `id-${storageKey}-${(this.#ids += 1)}`,
        network: this.network,
        fetch: (...request) => {
          this.polls.push(new FakePoll(.../** @type {[string, object]} */ (request)));
          return this.polls.at(-1).response;
        },
        ticker: () => (this.ticker = {terminate: () => (this.ticker = null)}),
        polling: async () => polling,
        tabHost: async () => tabHost,
        locks: undefined,
        BroadcastChannel: undefined,
        indexedDB: () => undefined,
        location: 'https://shop.example/page',
        ...environment,
      }),
    });
    this.client.addEventListener('state', ({detail}) => this.states.push(detail.state));
    this.client.addEventListener('entry', ({detail}) => this.entries.push(detail));
    this.client.addEventListener('bye', ({detail}) => this.byes.push(detail));
  }

  get socket() {
    return this.sockets.at(-1);
  }

  get poll() {
    return this.polls.at(-1);
  }

  get conversation() {
    return this.client.store.conversations.get('c-1');
  }

  /** Numbers of the entries that the client has shown, in the order in which it did. */
  get shown() {
    return this.entries.map((one) => one.entry.seq);
  }

  async open() {
    this.client.open();
    await settle();
  }

  /** From the last socket's opening to `synced`. */
  async greet(conversations = [], ...replay) {
    await this.socket.open();
    await this.socket.say({type: 'welcome', session: 's-1', self: ada, heartbeat: 20, conversations, ...this.welcome}, ...replay);
    await this.socket.say({type: 'synced'});
  }

  async live(conversations, ...replay) {
    await this.open();
    await this.greet(conversations, ...replay);
    return this;
  }

  /** The line breaks and comes back after the pause. */
  async reconnect(conversations, ...replay) {
    await this.socket.end(1006);
    await this.clock.advance(1000);
    await this.greet(conversations, ...replay);
  }
}
