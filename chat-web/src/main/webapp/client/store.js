/**
 * @import {DepartmentThere, Entry, Invitation, LogName, OperatorThere, Presence, QueuePlace, Receipt, Self, Summary, Welcome}
 *     from './frames.js'
 * @import {Conversation} from './types.js'
 */

/** What this device knows. Only the client library writes here. */
export class Store {
  /** @type {Self | null} null until the first `welcome` */
  self = null;
  /** @type {Map<string, Conversation>} */
  conversations = new Map();
  presence = {
    /** @type {Map<string, OperatorThere>} */
    operators: new Map(),
    /** @type {Map<string, DepartmentThere>} */
    departments: new Map(),
  };
  /** @type {Map<string, Invitation>} */
  invitations = new Map();
  /** @type {QueuePlace | null} */
  queue = null;

  /** @param {string} id @returns {Conversation} */
  conversation(id) {
    if (!this.conversations.has(id)) {
      const empty = {summary: null, entries: [], internal: [], pending: [], receipts: new Map(), upToDate: true};
      this.conversations.set(id, {id, ...empty});
    }
    return this.conversations.get(id);
  }

  /** @param {string} id @param {LogName} [name] */
  log(id, name) {
    return this.conversation(id)[name === 'internal' ? name : 'entries'];
  }

  /** @param {string} id @param {LogName} name @returns {number} 0 while it is not known */
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

  /** What `welcome` leaves out is not ours any more, or comes again with the queue. @param {Welcome} frame */
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
      conversation.lost = /** @type {LogName[]} */ (['public', 'internal']).some((name) => last(this.log(summary.id, name)) > this.head(summary.id, name));
      if (conversation.lost) {
        conversation.entries.length = conversation.internal.length = 0;
      }
    });
  }

  /** @param {Summary & {type: string}} frame */
  summarize({type, ...summary}) {
    const conversation = this.conversation(summary.id);
    if (!(summary.version < conversation.summary?.version)) {
      conversation.summary = summary;
    }
  }

  /**
   * Takes an entry if it is the next one. An empty log begins wherever the server begins.
   *
   * @param {Entry} entry
   * @returns {'added' | 'known' | 'gap'}
   */
  add(entry) {
    const log = this.log(entry.conversation, entry.log);
    if (log.length && entry.seq !== last(log) + 1) {
      return entry.seq <= last(log) ? 'known' : 'gap';
    }
    log.push(entry);
    return 'added';
  }

  /** @param {Receipt} frame */
  receive({conversation, participant, delivered = 0, read = 0}) {
    const {receipts} = this.conversation(conversation);
    const before = receipts.get(participant.id) ?? {delivered: 0, read: 0};
    receipts.set(participant.id, {
      participant,
      delivered: Math.max(before.delivered, delivered, read),
      read: Math.max(before.read, read),
    });
  }

  /** @param {Presence} frame */
  present({operators = [], departments = []}) {
    operators.forEach((operator) => {
      this.presence.operators.set(operator.id, operator);
      if (operator.id === this.self?.id) {
        this.self.status = operator.status;
      }
    });
    departments.forEach((department) => this.presence.departments.set(department.id, department));
  }

  /** Of a visitor: the invitations that are not settled. @param {Invitation} frame */
  invite(frame) {
    const open = ['queued', 'delivered', 'shown'].includes(frame.state);
    open ? this.invitations.set(frame.invitation, frame) : this.invitations.delete(frame.invitation);
  }
}

/** The number of the newest entry, 0 when there is none. @param {Entry[]} log */
export function last(log) {
  return log.at(-1)?.seq ?? 0;
}

/**
 * A conversation, after what goes on in it: others that were merged into it.
 *
 * @param {Store} store
 * @param {Conversation} conversation
 * @returns {Conversation[]}
 */
export function mergedWith(store, conversation) {
  const merged = conversation.summary?.merged ?? [];
  return [...merged.map((id) => store.conversations.get(id)).filter((one) => one?.summary), conversation];
}
