/** What this device knows (types.js). Only the client library writes here. */
export class Store {
  self = null;
  conversations = new Map();
  presence = {operators: new Map(), departments: new Map()};

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
      {type: 'welcome', self: this.self, limits, heartbeat: 10, conversations: known.map(({summary}) => summary)},
      ...known.flatMap(({id, entries, internal, receipts}) => [
        ...[...entries, ...internal].map((entry) => ({...entry, type: 'entry'})),
        ...[...receipts.values()].map((receipt) => ({...receipt, type: 'receipt', conversation: id})),
      ]),
      {type: 'presence', operators: [...operators.values()], departments: [...departments.values()]},
      {type: 'synced'},
    ];
  }

  /** What `welcome` leaves out is not ours any more, or comes again with the queue. */
  welcome({self, conversations}) {
    this.self = self;
    this.presence.operators.clear();
    this.presence.departments.clear();
    const named = conversations.map(({id}) => id);
    this.conversations.forEach(({id, pending}) => {
      if (!named.includes(id) && !pending.length) {
        this.conversations.delete(id);
      }
    });
    conversations.forEach((summary) => {
      this.conversation(summary.id).summary = summary;
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
}

/** The number of the newest entry, 0 when there is none. */
export function last(log) {
  return log.at(-1)?.seq ?? 0;
}
