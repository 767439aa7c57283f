import {append, last} from './log.js';

/**
 * @typedef {object} Pending a message of ours that is not in the log yet
 * @property {string} id
 * @property {string} text
 * @property {number} at milliseconds since 1970
 * @property {'sending' | 'failed'} state
 * @property {{code: string, message: string}} [error] why it failed
 *
 * @typedef {object} Conversation
 * @property {string} id
 * @property {object | null} summary as the server sent it last; null until it has
 * @property {object[]} entries the public log, by number, without gaps
 * @property {object[]} internal the log for staff
 * @property {Pending[]} pending oldest first
 * @property {Map<string, {participant: object, delivered: number, read: number}>} receipts by participant's id
 * @property {boolean} upToDate false while entries are known to be missing, or cannot be known
 */

/** What this device knows. Only the client library writes here. */
export class ConversationStore {
  /** @type {{kind: string, id: string, name: string, status?: string, roles?: string[]} | null} */
  self = null;
  /** @type {Map<string, Conversation>} */
  conversations = new Map();
  presence = {operators: new Map(), departments: new Map()};

  /** @returns {Conversation} */
  conversation(id) {
    let found = this.conversations.get(id);
    if (!found) {
      found = {id, summary: null, entries: [], internal: [], pending: [], receipts: new Map(), upToDate: true};
      this.conversations.set(id, found);
    }
    return found;
  }

  /** What `hello` tells the server that we have; a conversation without entries is left out and comes whole. */
  cursors() {
    const withEntries = [...this.conversations.values()].filter((one) => one.entries.length || one.internal.length);
    return Object.fromEntries(
      withEntries.map((one) => [one.id, {public: last(one.entries), internal: last(one.internal)}]),
    );
  }

  /** A conversation that `welcome` leaves out is not ours to see any more, or comes again with the queue. */
  welcome({self, conversations}) {
    this.self = self;
    this.presence.operators.clear();
    this.presence.departments.clear();
    const named = new Set(conversations.map(({id}) => id));
    for (const {id, pending} of [...this.conversations.values()]) {
      if (!named.has(id) && !pending.length) {
        this.conversations.delete(id);
      }
    }
    conversations.forEach((summary) => {
      this.conversation(summary.id).summary = summary;
    });
  }

  /** @returns {boolean} false when the summary is older than the one we have */
  summarize({type, ...summary}) {
    const conversation = this.conversation(summary.id);
    if (conversation.summary && summary.version < conversation.summary.version) {
      return false;
    }
    conversation.summary = summary;
    return true;
  }

  /** @returns {'added' | 'known' | 'gap'} */
  add(entry) {
    const conversation = this.conversation(entry.conversation);
    return append(this.log(conversation, entry.log), entry);
  }

  /** @returns {object[]} */
  log(conversation, name) {
    return name === 'internal' ? conversation.internal : conversation.entries;
  }

  /** The newest number that the server has told us of. */
  head(conversation, name) {
    return conversation.summary?.head?.[name] ?? 0;
  }

  receive({conversation: id, participant, delivered = 0, read = 0}) {
    const conversation = this.conversation(id);
    const before = conversation.receipts.get(participant.id) ?? {delivered: 0, read: 0};
    conversation.receipts.set(participant.id, {
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

  upToDate(value) {
    this.conversations.forEach((conversation) => {
      conversation.upToDate = value;
    });
  }
}
