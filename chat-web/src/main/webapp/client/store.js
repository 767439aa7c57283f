import {BackOff} from './protocol.js';

const PAGE = 200;
const OLDER_PAGE = 50;

/** What this device knows (types.js). Only the client library writes here. */
export class Store {
  self = null;
  conversations = new Map();
  presence = {operators: new Map(), departments: new Map()};
  invitations = new Map();
  queue = null;

  conversation(id) {
    if (!this.conversations.has(id)) {
      const empty = {summary: null, entries: [], internal: [], pending: [], receipts: new Map(), upToDate: true};
      this.conversations.set(id, {id, ...empty});
    }
    return this.conversations.get(id);
  }

  log(id, name) {
    return this.conversation(id)[name === 'internal' ? name : 'entries'];
  }

  head(id, name) {
    return this.conversation(id).summary?.head?.[name] ?? 0;
  }

  /** A conversation without entries is left out and comes whole. */
  cursors() {
    const known = [...this.conversations.values()].filter(({entries, internal}) => entries.length || internal.length);
    return Object.fromEntries(
      known.map(({id, entries, internal}) => [id, {public: last(entries), internal: last(internal)}]),
    );
  }

  /** All that we know, as the server would answer a `hello`. */
  replay(limits) {
    const known = [...this.conversations.values()].filter(({summary}) => summary);
    const {operators, departments} = this.presence;
    return [
      {type: 'welcome', self: this.self, limits, heartbeat: 10, conversations: known.map(({id, summary}) => ({...summary, head: this.#heads(id)}))},
      ...known.flatMap(({id, entries, internal, receipts, gone}) => [
        ...[...entries, ...internal].map((entry) => ({...entry, type: 'entry'})),
        ...[...receipts.values()].map((receipt) => ({...receipt, type: 'receipt', conversation: id})),
        ...(gone ? [gone] : []),
      ]),
      {type: 'presence', operators: [...operators.values()], departments: [...departments.values()]},
      ...this.invitations.values(),
      ...(this.queue ? [this.queue] : []),
      {type: 'synced'},
    ];
  }

  /** A summary is older than the entries that came after it. */
  #heads(id) {
    const newest = (name) => Math.max(this.head(id, name), last(this.log(id, name)));
    return {public: newest('public'), internal: newest('internal')};
  }

  /** What `welcome` leaves out is not ours any more, or comes again with the queue. */
  welcome({self, conversations}) {
    this.self = self;
    this.presence.operators.clear();
    this.presence.departments.clear();
    this.invitations.clear();
    this.queue = null;
    const named = conversations.map(({id}) => id);
    this.conversations.forEach((conversation) => {
      const {id, summary, entries, pending} = conversation;
      if (named.includes(id)) {
        return;
      }
      if (self.kind === 'operator' && entries.length) {
        conversation.former ??= summary; // What they had of it stays readable
        conversation.summary = null;
      } else if (!pending.length) {
        this.conversations.delete(id);
      }
    });
    conversations.forEach((summary) => {
      const conversation = this.conversation(summary.id);
      conversation.summary = summary;
      conversation.gone = null;
      // A database that was restored gives the same numbers again; what we have of them may be something else.
      conversation.lost = ['public', 'internal'].some((name) => last(this.log(summary.id, name)) > this.head(summary.id, name));
      if (conversation.lost) {
        conversation.entries.length = conversation.internal.length = 0;
      }
    });
  }

  summarize({type, ...summary}) {
    const conversation = this.conversation(summary.id);
    if (!(summary.version < conversation.summary?.version)) {
      conversation.summary = summary;
    }
  }

  /** Takes an entry if it is the next one. An empty log begins wherever the server begins. */
  add(entry) {
    const log = this.log(entry.conversation, entry.log);
    if (log.length && entry.seq !== last(log) + 1) {
      return entry.seq <= last(log) ? 'known' : 'gap';
    }
    log.push(entry);
    return 'added';
  }

  receive({conversation, participant, delivered = 0, read = 0}) {
    const {receipts} = this.conversation(conversation);
    const before = receipts.get(participant.id) ?? {delivered: 0, read: 0};
    receipts.set(participant.id, {
      participant,
      delivered: Math.max(before.delivered, delivered, read),
      read: Math.max(before.read, read),
    });
  }

  present({operators = [], departments = []}) {
    operators.forEach((operator) => {
      this.presence.operators.set(operator.id, operator);
      if (operator.id === this.self?.id) {
        this.self.status = operator.status;
      }
    });
    departments.forEach((department) => this.presence.departments.set(department.id, department));
  }

  /** Of a visitor: the invitations that are not settled. */
  invite(frame) {
    const open = ['queued', 'delivered', 'shown'].includes(frame.state);
    open ? this.invitations.set(frame.invitation, frame) : this.invitations.delete(frame.invitation);
  }
}

/** The number of the newest entry, 0 when there is none. */
export function last(log) {
  return log.at(-1)?.seq ?? 0;
}

/** A conversation, after what goes on in it: others that were merged into it. */
export function mergedWith(store, conversation) {
  const merged = conversation.summary?.merged ?? [];
  return [...merged.map((id) => store.conversations.get(id)).filter((one) => one?.summary), conversation];
}

/** Lets entries into the store in order, each once; what follows a gap waits. */
export class EntryFlow {
  #environment;
  #store;
  #request;
  #on;
  #held = new Map();

  constructor({environment, store, request, on}) {
    this.#environment = environment;
    this.#store = store;
    this.#request = request;
    this.#on = on;
  }

  receive(frame) {
    const entry = {log: 'public', ...frame};
    const held = this.#held.get(key(entry.conversation, entry.log));
    if (held) {
      held.push(entry);
    } else if (this.#add(entry) === 'gap') {
      this.#repair(entry.conversation, entry.log, [entry], entry.seq);
    }
  }

  /** The server says that a log reaches up to `head`. */
  expect(id, name, head) {
    const known = this.#store.conversations.has(id) && !this.#held.has(key(id, name));
    if (known && head > last(this.#store.log(id, name))) {
      this.#repair(id, name, [], head);
    }
  }

  abandon() {
    this.#held.clear();
  }

  /** Loads entries before the ones we have, or the newest of a log that we have nothing of. */
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

  #add(entry) {
    const outcome = this.#store.add(entry);
    if (outcome === 'added') {
      this.#on.entry(entry);
    }
    return outcome;
  }

  #mark(id, complete) {
    const repairing = ['public', 'internal'].some((name) => this.#held.has(key(id, name)));
    this.#store.conversation(id).upToDate = complete && !repairing;
    this.#on.change(id);
  }
}

function key(conversation, log) {
  return `${conversation}/${log}`;
}
