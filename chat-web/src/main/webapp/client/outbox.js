import {BackOff, ChatError} from './protocol.js';

/** Milliseconds: some browsers' databases never answer. */
const LIMIT = 2000;

/** Holds commands until the server has committed or refused them, and shows them until their entry is here. */
export class Outbox {
  #environment;
  #storage;
  #transmit;
  #changed;
  #items = [];
  #kept = new WeakMap();
  #answers = new Map();
  #busy = new Set();
  #line = null;
  #loaded;

  /** `transmit` sends a frame and resolves with its `ack`; `changed` hears of lanes. */
  constructor({environment, storage, transmit, changed}) {
    this.#environment = environment;
    this.#storage = storage;
    this.#transmit = transmit;
    this.#changed = changed;
  }

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

  add(lane, frame) {
    const at = this.#environment.now();
    const position = Math.max(at, (this.#items.at(-1)?.position ?? 0) + 1);
    const item = {id: frame.id, lane, position, frame, at, state: 'sending'};
    this.#items.push(item);
    this.#kept.set(item, this.#storage.put(item));
    this.#changed(lane);
    const answer = this.answer(item.id);
    this.#drain(lane);
    return answer;
  }

  /** The `ack` to come, or the final ChatError. */
  answer(id) {
    if (!this.#answers.has(id)) {
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

  landed(id, ack) {
    if (this.#find(id)) {
      this.#answers.get(id)?.resolve(ack);
      this.discard(id);
    }
  }

  /** The id may stay: a refusal stored nothing. */
  retry(id) {
    const item = this.#find(id);
    if (item?.state === 'failed') {
      this.discard(id);
      return this.add(item.lane, item.frame);
    }
    return this.answer(id);
  }

  discard(id) {
    const item = this.#find(id);
    this.#answers.delete(id);
    if (item) {
      this.#items.splice(this.#items.indexOf(item), 1);
      this.#storage.remove(id);
      this.#changed(item.lane);
    }
  }

  #find(id) {
    return this.#items.find((item) => item.id === id);
  }

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

  #fail(item, {code, message, field}) {
    Object.assign(item, {state: 'failed', error: {code, message, field}});
    this.#storage.put(item);
    this.#answers.get(item.id)?.reject(new ChatError(item.error));
    this.#answers.delete(item.id);
    this.#changed(item.lane);
  }
}

/** Keeps the outbox in IndexedDB. Where that fails, it lives as long as the page. */
export class OutboxStorage {
  #environment;
  #owner;
  #database;

  constructor(environment, owner) {
    this.#environment = environment;
    this.#owner = owner;
  }

  async load() {
    const all = (await this.#run('readonly', (store) => store.getAll())) ?? [];
    return all.filter(({owner}) => owner === this.#owner).sort((one, other) => one.position - other.position);
  }

  /** Resolves once it is on the disk. */
  put(item) {
    return this.#run('readwrite', (store) => store.put({...item, owner: this.#owner}), {durability: 'strict'});
  }

  remove(id) {
    return this.#run('readwrite', (store) => store.delete(id));
  }

  async #run(mode, use, options) {
    try {
      this.#database ??= this.#within(settled(this.#opening()));
      const transaction = (await this.#database).transaction('outbox', mode, options);
      const request = use(transaction.objectStore('outbox'));
      await this.#within(settled(transaction));
      return request.result;
    } catch {
      return undefined;
    }
  }

  #opening() {
    const request = this.#environment.indexedDB().open('parley', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('outbox', {keyPath: 'id'});
    return request;
  }

  #within(promise) {
    return Promise.race([promise, new Promise((resolve) => this.#environment.setTimeout(resolve, LIMIT))]);
  }
}

/** A request that is answered, or a transaction that is complete. */
function settled(work) {
  return new Promise((resolve, reject) => {
    work.onsuccess = work.oncomplete = () => resolve(work.result);
    work.onerror = work.onabort = () => reject(work.error);
  });
}

/** Each command gets one `ack` or `error`, or `disconnected`. */
export class Requests {
  #send;
  #open = new Map();

  constructor(send) {
    this.#send = send;
  }

  send(frame) {
    return new Promise((resolve, reject) => {
      if (this.#send(frame)) {
        this.#open.set(frame.id, {resolve, reject});
      } else {
        reject(disconnected());
      }
    });
  }

  answer(frame) {
    const request = this.#open.get(frame.re);
    this.#open.delete(frame.re);
    if (frame.type === 'ack') {
      request?.resolve(frame);
    } else {
      request?.reject(new ChatError(frame));
    }
  }

  abandon() {
    this.#open.forEach(({reject}) => reject(disconnected()));
    this.#open.clear();
  }
}

export function disconnected() {
  return new ChatError({code: 'disconnected', message: 'No line'});
}

/** At most one `typing` frame a second and conversation; the last text gets through, and an end only where something was told. */
export class TypingThrottle {
  #environment;
  #send;
  #waiting = new Map();
  #told = new Set();

  constructor(environment, send) {
    this.#environment = environment;
    this.#send = send;
  }

  typing(conversation, text) {
    const frame = {type: 'typing', conversation, text};
    if (this.#waiting.has(conversation)) {
      this.#waiting.set(conversation, frame);
    } else {
      this.#now(frame);
    }
  }

  /** What was typed is on its way. */
  forget(conversation) {
    this.#told.delete(conversation);
    if (this.#waiting.has(conversation)) {
      this.#waiting.set(conversation, null);
    }
  }

  /** Nobody types any more, and nothing comes after this. */
  end(conversation) {
    if (this.#told.delete(conversation)) {
      this.#send({type: 'typing', conversation, text: ''});
    }
    this.forget(conversation);
  }

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

/** How far a log was `delivered` or `read`. */
export class Marks {
  #type;
  #send;
  #known;
  #marks = new Map();

  /** `known` says how far the server knows: a broken line may have swallowed a frame. */
  constructor(type, send, known = () => Infinity) {
    this.#type = type;
    this.#send = send;
    this.#known = known;
  }

  reach(conversation, seq) {
    if (!(seq <= this.reached(conversation))) {
      this.#marks.set(conversation, {seq});
      this.#tell(conversation);
    }
  }

  reached(conversation) {
    return this.#marks.get(conversation)?.seq;
  }

  resume() {
    this.#marks.forEach((mark, conversation) => {
      mark.told &&= mark.seq <= this.#known(conversation);
      this.#tell(conversation);
    });
  }

  #tell(conversation) {
    const mark = this.#marks.get(conversation);
    mark.told ||= this.#send({type: this.#type, conversation, seq: mark.seq});
  }
}
