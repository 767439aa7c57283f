import {Connection} from './line/connection.js';
import {EntryFlow} from './entry-flow.js';
import {browserEnvironment} from './environment.js';
import {Marks} from './marks.js';
import {OutboxStorage} from './outbox-storage.js';
import {Outbox} from './outbox.js';
import {Requests, disconnected} from './requests.js';
import {Store, last} from './store.js';
import {Tabs} from './line/tabs.js';
import {TypingThrottle} from './typing-throttle.js';

/** The lane in which a conversation is started. */
const START = 'start';

/** What is read within so many milliseconds need not be reported as delivered. */
const GRACE = 1000;

/** After these one writes no more in a conversation, or not there. */
const ENDINGS = ['close', 'transfer', 'merge'];

/**
 * @import {Ack, Board, Bye, Entry, Invitation, Limits, LiveVisitors, LogName, OperatorStatus, Person, Presence, QueuePlace, Typing}
 *     from './frames.js'
 * @import {ClientOptions, Command, OutboxItem, Pending, TargetOf} from './types.js'
 *
 * @typedef {object} Events
 * @property {{state: string}} state
 * @property {{conversation?: string}} change
 * @property {{entry: Entry, live: boolean}} entry
 * @property {Typing} typing
 * @property {Presence} presence
 * @property {QueuePlace} queue
 * @property {Invitation} invitation
 * @property {LiveVisitors} visitor
 * @property {Board} board
 * @property {{status: OperatorStatus, by: Person}} status
 * @property {Ack} window
 * @property {Bye} bye
 */

/**
 * The client of `chat.v1` (docs/protocol.md), for the widget and the console. No DOM.
 *
 * Events: `state`; `change` {conversation?} when the store changed; `entry` {entry, live}, live being false for
 * what happened before; `typing`, `presence`, `queue`, `invitation` and `visitor` with the frame; `window` with the ack
 * after which `visitor` tells of another window from its beginning; `bye` {code, reason, reconnect}.
 */
export class ChatClient extends /** @type {TargetOf<Events>} */ (EventTarget) {
  store = new Store();
  /** @type {Limits} */
  limits = {text: 4000};
  #environment;
  #name;
  #device;
  #tabs;
  #connection;
  #requests;
  #flow;
  #outbox;
  #typing;
  /** @type {Set<string>} */
  #arrived = new Set();
  #delivered;
  #read;
  /** @type {Map<string, number>} where logs stood that began to come while we were live, by conversation and log */
  #replayedUpTo = new Map();
  /** @type {string | undefined} */
  #started;

  /** @param {ClientOptions} options */
  constructor({base = '/chat', name, token, storageKey, wishes, environment}) {
    super();
    const actions = this.#actions();
    this.#environment = {...browserEnvironment(), ...environment};
    this.#name = name;
    this.#device = `d-${this.#environment.randomId()}`;
    this.#requests = new Requests((frame) => this.#connection.send(this.#tabs.together(frame)));
    const address = new URL(`${base}/`, this.#environment.location).href;
    this.#tabs = new Tabs(this.#environment, `parley 2 ${address} ${storageKey}`, {
      turn: () => this.#connection.redial(),
      frame: (frame) => this.#connection.send(frame),
      store: () => this.store,
      live: () => this.state === 'live' && this.limits,
    }, wishes);
    this.#connection = new Connection({
      environment: this.#environment,
      base: address,
      token,
      tabs: this.#tabs,
      on: {
        hello: () => ({type: 'hello', device: this.#device, client: this.#name, batch: true, cursors: this.store.cursors()}),
        frame: (frame) => {
          actions[frame.type]?.(frame);
          this.#tabs.tell(frame);
        },
        state: (state, code) => this.#stateChanged(state, code),
        bye: (bye) => this.#emit('bye', bye),
      },
    });
    this.#flow = new EntryFlow({
      environment: this.#environment,
      store: this.store,
      request: (frame) => this.#request(frame),
      on: {entry: (entry) => this.#entered(entry), change: (conversation) => this.#emit('change', {conversation})},
    });
    this.#outbox = new Outbox({
      environment: this.#environment,
      storage: new OutboxStorage(this.#environment, storageKey),
      transmit: (frame) => this.#transmit(frame),
      changed: (lane) => this.#pendingChanged(lane),
    });
    const sendLive = (frame) => this.tell(frame);
    this.#typing = new TypingThrottle(this.#environment, sendLive);
    this.#delivered = new Marks('delivered', sendLive);
    const readUpTo = (id) => this.store.conversations.get(id)?.summary?.read?.public ?? Infinity;
    this.#read = new Marks('read', sendLive, readUpTo);
  }

  get state() {
    return this.#connection.state;
  }

  /** The start that is under way until its conversation is here, or that failed. @returns {Partial<Pending> | undefined} */
  get starting() {
    const unseen = this.#started && !this.store.conversations.get(this.#started)?.summary;
    return this.#outbox.lane(START).map(pendingOf).at(-1) ?? (unseen ? {state: 'sending', text: ''} : undefined);
  }

  open() {
    this.#outbox.load();
    this.#connection.open();
  }

  close() {
    this.#connection.close();
  }

  /**
   * Sends what only makes sense now.
   *
   * @param {Command} frame
   * @returns {Promise<Ack>} rejects with a ChatError
   */
  async command(frame) {
    if (this.state !== 'live') {
      throw disconnected();
    }
    if (ENDINGS.includes(frame.type)) {
      this.#typing.end(frame.conversation);
    }
    return this.#request(frame);
  }

  /**
   * Rejects only when the server refuses it for good.
   *
   * @param {string} conversation
   * @param {string} text
   * @returns {Promise<Ack>}
   */
  send(conversation, text) {
    this.#typing.forget(conversation);
    return this.write('send', conversation, text);
  }

  /** As `send`; also a `note` of staff, or the `whisper` of who oversees. @param {string} type @param {string} conversation @param {string} text */
  write(type, conversation, text) {
    return this.#outbox.add(conversation, {type, id: this.#environment.randomId(), conversation, text});
  }

  /**
   * While one start is under way a second is the same one.
   *
   * @param {{text?: string, department?: string, language?: string, offline?: boolean, form?: Record<string, unknown>}} details
   * @returns {Promise<Ack>}
   */
  async start(details) {
    await this.#outbox.load();
    const {id, state} = this.starting ?? {};
    if (id && state === 'sending') {
      return this.#outbox.answer(id);
    }
    this.#outbox.discard(id);
    return this.#outbox.add(START, {type: 'start', id: this.#environment.randomId(), ...details});
  }

  /** @param {string} id of a pending message @returns {Promise<Ack>} as of `send` */
  retry(id) {
    return this.#outbox.retry(id);
  }

  /** @param {string} id of a pending message */
  discard(id) {
    this.#outbox.discard(id);
  }

  /** Resolves with how many came. @param {string} conversation @param {LogName} [log] */
  older(conversation, log) {
    return this.#flow.older(conversation, log);
  }

  /**
   * Without a `text` only that something is typed; an empty one, or blanks, ends it.
   *
   * @param {string} conversation
   * @param {string} [text]
   */
  typing(conversation, text) {
    if (this.state === 'live') {
      this.#typing.typing(conversation, text?.trim() === '' ? '' : text?.slice(0, this.limits.text).toWellFormed());
    }
  }

  /** Sends what nobody acknowledges; false when there is no line: the frame is gone. @param {Command} frame */
  tell(frame) {
    return this.state === 'live' && this.#connection.send(frame);
  }

  /** @param {string} conversation @param {number} seq */
  read(conversation, seq) {
    this.#read.reach(conversation, seq);
  }

  /** By the type of a frame what is done with it; of other types nothing. */
  #actions() {
    const {store} = this;
    const changes = (act) => (frame) => {
      act(frame);
      this.#emit('change', {conversation: frame.conversation ?? frame.id});
    };
    const tells = (act) =>
      changes((frame) => {
        act?.(frame);
        this.#emit(frame.type, frame);
      });
    return {
      welcome: changes((frame) => {
        Object.assign(this.limits, frame.limits);
        this.#started = undefined;
        this.#replayedUpTo.clear();
        store.welcome(frame);
      }),
      conversation: changes((frame) => store.summarize(frame)),
      receipt: changes((frame) => store.receive(frame)),
      there: changes((frame) => {
        store.conversation(frame.conversation).gone = frame.there ? null : frame;
      }),
      presence: tells((frame) => store.present(frame)),
      invitation: tells((frame) => store.invite(frame)),
      queue: tells((frame) => {
        store.queue = frame;
      }),
      typing: tells(),
      board: tells(),
      status: tells(),
      visitor: (frame) => this.#emit('visitor', frame),
      entry: (frame) => this.#flow.receive(frame),
      pong: (frame) => this.#compare(Object.entries(frame.heads ?? {})),
      error: (frame) => this.#requests.answer(frame),
      ack: (frame) => {
        frame.visitors !== undefined && this.#emit('window', frame);
        this.#requests.answer(frame);
      },
    };
  }

  /** @param {string} state @param {number} [code] */
  #stateChanged(state, code) {
    const live = state === 'live';
    live ? this.#tabs.up() : this.#tabs.down(code);
    if (state === 'disconnected') {
      this.#flow.abandon();
      this.#requests.abandon();
      this.#outbox.pause();
    }
    this.store.conversations.forEach((conversation) => {
      conversation.upToDate = live;
    });
    if (live) {
      this.#caughtUp();
    }
    this.#emit('state', {state});
    if (live) {
      this.#delivered.resume();
      this.#read.resume();
      this.#outbox.resume();
    }
    this.#emit('change', {});
  }

  /** Asks for what the replay should have brought. */
  #caughtUp() {
    const begun = [...this.store.conversations.values()].filter(({entries, lost}) => lost || entries.length);
    this.#compare(begun.map(({id, summary}) => [id, summary?.head ?? {}]));
  }

  /** @param {[conversation: string, logs: Partial<Record<LogName, number>>][]} heads */
  #compare(heads) {
    for (const [conversation, logs] of heads) {
      /** @type {[LogName, number][]} */ (Object.entries(logs)).forEach(([log, head]) => this.#flow.expect(conversation, log, head));
    }
  }

  /** @param {Entry} entry */
  #entered(entry) {
    const {conversation, log, seq, id} = entry;
    const key = `${conversation}/${log}`;
    if (this.store.log(conversation, log).length === 1) {
      this.#replayedUpTo.set(key, this.store.head(conversation, log));
    }
    if (entry.author?.id === this.store.self?.id) {
      this.#outbox.landed(id, entry);
    } else if (log === 'public' && !this.#arrived.has(conversation)) {
      this.#arrived.add(conversation);
      this.#environment.setTimeout(() => this.#reportDelivered(conversation), GRACE);
    }
    this.#pendingChanged(conversation);
    this.#emit('entry', {entry, live: this.state === 'live' && seq > (this.#replayedUpTo.get(key) ?? 0)});
  }

  /** @param {string} conversation */
  #reportDelivered(conversation) {
    const seq = last(this.store.log(conversation));
    this.#arrived.delete(conversation);
    if (!(seq <= this.#read.reached(conversation))) {
      this.#delivered.reach(conversation, seq);
    }
  }

  /** A message whose entry we have waits for nothing. @param {string} lane */
  #pendingChanged(lane) {
    if (lane !== START) {
      const conversation = this.store.conversation(lane);
      const {entries, internal} = conversation;
      /** @param {OutboxItem} item */
      const landed = (item) => item.seq <= last(pendingOf(item).note ? internal : entries);
      const pending = this.#outbox.lane(lane).filter((item) => !landed(item));
      conversation.pending = pending.map(pendingOf);
    }
    this.#emit('change', {conversation: lane === START ? undefined : lane});
  }

  /** @param {Command} frame */
  async #transmit(frame) {
    const ack = await this.#request(frame);
    if (frame.type === 'start') {
      this.#started = ack.conversation;
    }
    return ack;
  }

  /** @param {Command} frame */
  #request(frame) {
    return this.#requests.send({id: this.#environment.randomId(), ...frame});
  }

  /** @template {keyof Events} T @param {T} type @param {Events[T]} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

/** @param {OutboxItem} item @returns {Pending} */
function pendingOf({id, frame, at, state, error}) {
  return {id, text: frame.text ?? '', note: /note|whisper/.test(frame.type), offline: frame.offline, at, state, error};
}
