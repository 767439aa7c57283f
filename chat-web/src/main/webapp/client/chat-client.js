import {ChatError} from './chat-error.js';
import {Connection} from './connection.js';
import {ConversationStore} from './conversation-store.js';
import {EntryFlow} from './entry-flow.js';
import {browserEnvironment} from './environment.js';
import {Landing} from './landing.js';
import {Outbox} from './outbox.js';
import {OutboxStorage} from './outbox-storage.js';
import {ReadMarks} from './read-marks.js';
import {Requests, disconnected} from './requests.js';
import {TypingThrottle} from './typing-throttle.js';

export {ChatError};

/** The lane of the outbox in which a conversation is started: there is one at a time. */
const START = 'start';

/**
 * The client of `chat.v1` (docs/protocol.md), for the widget and the console. It knows no page and no element.
 *
 * Events: `state`; `change` {conversation?} when the store changed; `entry` {entry, live}, live being false for
 * what happened before; `typing`, `presence` and `queue` with the frame; `bye` {code, reason, reconnect}.
 */
export class ChatClient extends EventTarget {
  store = new ConversationStore();
  limits = {text: 4000, frame: 65536};
  #environment;
  #name;
  #device;
  #connection;
  #requests;
  #flow;
  #outbox;
  #landing = new Landing();
  #typing;
  #marks;
  #topics = null;
  #replayedUpTo = new Map();

  /**
   * @param {object} options
   * @param {string} [options.base] context root of the chat server
   * @param {string} options.name this client's name and version
   * @param {(expired: boolean) => Promise<string>} options.token gives the JWT, a new one when `expired` is true;
   *     a ChatError `unauthorized` or `forbidden` ends the attempts, any other error is tried again
   * @param {string} options.storageKey whose unsent messages this browser keeps
   * @param {Partial<import('./environment.js').Environment>} [options.environment]
   */
  constructor({base = '/chat', name, token, storageKey, environment}) {
    super();
    this.#environment = {...browserEnvironment(), ...environment};
    this.#name = name;
    this.#device = this.#rememberedDevice(storageKey);
    this.#requests = new Requests((frame) => this.#connection.send(frame));
    const request = (frame) => this.#requests.send({id: this.#environment.uuid(), ...frame});
    this.#connection = new Connection({
      environment: this.#environment,
      url: socketUrl(base, this.#environment.location),
      token,
      on: {
        hello: () => this.#hello(),
        frame: (frame) => this.#receive(frame),
        state: (state) => this.#stateChanged(state),
        bye: (bye) => this.#emit('bye', bye),
      },
    });
    this.#flow = new EntryFlow({
      environment: this.#environment,
      store: this.store,
      request,
      on: {entry: (entry) => this.#entered(entry), change: (conversation) => this.#changed(conversation)},
    });
    this.#outbox = new Outbox({
      environment: this.#environment,
      storage: new OutboxStorage(this.#environment, storageKey),
      transmit: (frame) => this.#transmit(frame),
      changed: (lane) => this.#pendingChanged(lane),
    });
    this.#typing = new TypingThrottle(this.#environment, (frame) => this.#sendLive(frame));
    this.#marks = new ReadMarks((frame) => this.#sendLive(frame));
  }

  /** @returns {'disconnected' | 'connecting' | 'syncing' | 'live'} */
  get state() {
    return this.#connection.state;
  }

  /** The start that is under way or that failed; null when there is none. */
  get starting() {
    const item = this.#outbox.lane(START).at(-1);
    return item ? pendingOf(item) : null;
  }

  open() {
    this.#outbox.load();
    this.#connection.open();
  }

  /** Stops for good, until the next `open`. */
  close() {
    this.#connection.close();
  }

  /**
   * Sends a command that only makes sense now, such as `accept`.
   *
   * @param {{type: string}} frame
   * @returns {Promise<object>} the `ack`; rejects with a ChatError, `disconnected` when the line is not live
   */
  async command(frame) {
    if (this.state !== 'live') {
      throw disconnected();
    }
    return this.#requests.send({id: this.#environment.uuid(), ...frame});
  }

  /**
   * Puts a message into the outbox. It appears in `pending` at once and in `entries` when it is stored.
   *
   * @returns {Promise<object>} the `ack`; rejects only when the server refuses the message for good
   */
  send(conversation, text) {
    this.#typing.forget(conversation);
    return this.#outbox.add(conversation, {type: 'send', id: this.#environment.uuid(), conversation, text});
  }

  /**
   * Starts a conversation. While one start is under way a second is the same one.
   *
   * @param {{text?: string, department?: string, form?: object, page?: object}} [details]
   * @returns {Promise<{conversation: string, created: boolean}>}
   */
  async start(details = {}) {
    await this.#outbox.load();
    const earlier = this.#outbox.lane(START).at(-1);
    if (earlier?.state === 'sending') {
      return this.#outbox.answer(earlier.id);
    }
    if (earlier) {
      this.#outbox.discard(earlier.id);
    }
    return this.#outbox.add(START, {type: 'start', id: this.#environment.uuid(), ...details});
  }

  /** Tries a failed message again. @param {string} id of the pending message */
  retry(id) {
    return this.#outbox.retry(id);
  }

  /** Gives a failed message up. @param {string} id of the pending message */
  discard(id) {
    this.#outbox.discard(id);
  }

  /** Loads entries before the ones we have. @returns {Promise<number>} how many came */
  older(conversation, log) {
    return this.#flow.older(conversation, log);
  }

  typing(conversation, text) {
    if (this.state === 'live') {
      this.#typing.typing(conversation, text);
    }
  }

  read(conversation, seq) {
    this.#marks.read(conversation, seq);
  }

  /** @param {('queue' | 'presence' | 'visitors')[]} topics wanted now and after each reconnect */
  watch(topics) {
    this.#topics = topics;
    if (this.state === 'live') {
      this.command({type: 'watch', topics}).catch(() => {
        // The line broke, and `watch` goes out again with the next one.
      });
    }
  }

  #hello() {
    return {type: 'hello', device: this.#device, client: this.#name, cursors: this.store.cursors()};
  }

  #receive(frame) {
    switch (frame.type) {
      case 'welcome':
        Object.assign(this.limits, frame.limits);
        this.store.welcome(frame);
        return this.#changed();
      case 'conversation':
        return this.store.summarize(frame) && this.#changed(frame.id);
      case 'entry':
        return this.#flow.receive(frame);
      case 'receipt':
        this.store.receive(frame);
        return this.#changed(frame.conversation);
      case 'presence':
        this.store.present(frame);
        return this.#emit('presence', frame);
      case 'pong':
        return this.#compareHeads(frame.heads ?? {});
      case 'ack':
      case 'error':
        return this.#requests.answer(frame);
      case 'typing':
      case 'queue':
        return this.#emit(frame.type, frame);
      default:
        return undefined; // A newer server may say more than we understand.
    }
  }

  #stateChanged(state) {
    if (state === 'disconnected') {
      this.#flow.abandon();
      this.#requests.abandon();
      this.#outbox.pause();
      this.store.upToDate(false);
    } else if (state === 'live') {
      this.store.upToDate(true);
      this.store.conversations.forEach((conversation) => this.#catchUp(conversation));
    }
    this.#emit('state', {state});
    if (state === 'live') {
      if (this.#topics) {
        this.watch(this.#topics);
      }
      this.#marks.resume();
      this.#outbox.resume();
    }
    this.#changed();
  }

  /** What the replay should have brought and did not. A log that we have nothing of is nobody's business yet. */
  #catchUp({id, entries, internal, summary}) {
    if (entries.length) {
      this.#flow.expect(id, 'public', summary?.head?.public ?? 0);
    }
    if (internal.length) {
      this.#flow.expect(id, 'internal', summary?.head?.internal ?? 0);
    }
  }

  #compareHeads(heads) {
    for (const [conversation, logs] of Object.entries(heads)) {
      for (const [log, head] of Object.entries(logs)) {
        this.#flow.expect(conversation, log, head);
      }
    }
  }

  #entered(entry) {
    const conversation = this.store.conversation(entry.conversation);
    const log = this.store.log(conversation, entry.log);
    const key = `${entry.conversation}/${entry.log}`;
    if (log.length === 1) {
      this.#replayedUpTo.set(key, this.store.head(conversation, entry.log));
    }
    if (entry.id && entry.author?.id === this.store.self?.id) {
      const {id, conversation: at, seq} = entry;
      this.#outbox.settle(id, {type: 'ack', re: id, conversation: at, seq, at: entry.at});
    }
    this.#pendingChanged(entry.conversation);
    this.#emit('entry', {entry, live: this.state === 'live' && entry.seq > this.#replayedUpTo.get(key)});
  }

  async #transmit(frame) {
    const ack = await this.#requests.send(frame);
    const conversation = this.store.conversation(ack.conversation);
    if (frame.text && ack.seq) {
      this.#landing.add(conversation.id, {id: frame.id, text: frame.text, at: this.#environment.now()}, ack.seq);
      this.#pendingChanged(conversation.id);
    }
    return ack;
  }

  #pendingChanged(lane) {
    if (lane !== START) {
      const conversation = this.store.conversation(lane);
      this.#landing.settle(conversation);
      const landing = this.#landing.of(lane);
      const waiting = this.#outbox.lane(lane).filter(({id}) => !landing.some((one) => one.id === id));
      conversation.pending = [...landing, ...waiting.map(pendingOf)];
    }
    this.#changed(lane === START ? undefined : lane);
  }

  #sendLive(frame) {
    return this.state === 'live' && this.#connection.send(frame);
  }

  #changed(conversation) {
    this.#emit('change', {conversation});
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }

  /** One device a tab: it stays the same through a reload. */
  #rememberedDevice(storageKey) {
    const key = `parley:${storageKey}:device`;
    const device = this.#environment.session?.getItem(key) ?? `d-${this.#environment.uuid()}`;
    try {
      this.#environment.session?.setItem(key, device);
    } catch {
      // A full store costs us the device's name, no message.
    }
    return device;
  }
}

function pendingOf({id, frame, at, state, error}) {
  return {id, text: frame.text ?? '', at, state, error};
}

function socketUrl(base, location) {
  const url = new URL(`${base}/socket`, location);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
