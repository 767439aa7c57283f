import {isSpoken} from '../../client/log-lines.js';

/**
 * What the desk derives from the client's store. Plain functions, no page.
 *
 * @import {DepartmentThere, Person, Self} from '../../client/frames.js'
 * @import {Store} from '../../client/store.js'
 * @import {Conversation} from '../../client/types.js'
 */

const urgency = ['low', 'normal', 'high', 'urgent'];

/**
 * Orders of the operator's own conversations; the first is calm: news moves nothing under the pointer.
 *
 * @type {Record<string, (conversation: Conversation, self?: Self) => string | number>}
 */
export const orders = {
  opened: ({summary}) => summary.opened,
  waiting: (conversation, self) => unansweredSince(conversation, self) ?? '~',
  news: ({entries, summary}) => -Date.parse(entries.at(-1)?.at ?? summary.opened),
  priority: ({summary}) => -rank(summary),
};

/** Whether this operator is asked to take the conversation. @param {Conversation} conversation @param {Self} self */
export function isOffered({summary}, self) {
  return summary?.status === 'queued' && summary.offer !== undefined && summary.offer.operator.id === self?.id;
}

/**
 * @param {Store} store
 * @returns {Conversation[]} what this operator is asked to take, the one that runs out first in front
 */
export function offered(store) {
  return [...store.conversations.values()]
    .filter((conversation) => isOffered(conversation, store.self))
    .sort(by(({summary}) => summary.offer.until));
}

/** @param {Store} store @returns {Conversation[]} who else waits: the most urgent first, of these who waits longest */
export function waiting(store) {
  return [...store.conversations.values()]
    .filter((conversation) => conversation.summary?.status === 'queued' && !isOffered(conversation, store.self))
    .sort(by(({summary}) => -rank(summary), waitsSince));
}

/** @param {Conversation} conversation @returns {string} since when somebody waits in the queue */
export function waitsSince({summary}) {
  return summary.queued ?? summary.opened;
}

/**
 * @param {Store} store
 * @param {string} [order] of `orders`
 * @returns {Conversation[]} the operator's own open conversations
 */
export function own(store, order = 'opened') {
  return [...store.conversations.values()]
    .filter(({summary}) => summary?.status === 'active' && summary.owner?.id === store.self?.id)
    .sort(by((conversation) => orders[order](conversation, store.self), orders.opened));
}

/**
 * @param {Conversation} conversation
 * @param {Self} self
 * @returns {string | null} since when the visitor waits for our answer; null when they have it, or it is under way
 */
export function unansweredSince(conversation, self) {
  const messages = conversation.entries.filter(isSpoken);
  const answered = messages.findLastIndex(({author}) => author.kind === 'operator' || author.id === self?.id);
  return conversation.pending.some(({note}) => !note) ? null : messages[answered + 1]?.at ?? null;
}

/** @param {import('../../client/frames.js').Summary} summary */
function rank({priority}) {
  return urgency.indexOf(priority ?? 'normal');
}

/** Compares by one key after the other. @param {((conversation: Conversation) => string | number)[]} keys */
function by(...keys) {
  return (/** @type {Conversation} */ one, /** @type {Conversation} */ other) => {
    const key = keys.find((of) => of(one) !== of(other));
    return key ? (key(one) < key(other) ? -1 : 1) : 0;
  };
}

/**
 * The departments that this operator serves; for those who look after the others, all.
 *
 * @param {Store} store
 * @returns {DepartmentThere[]}
 */
export function departmentsOf({self, presence}) {
  return [...presence.departments.values()].filter((department) => serves(self, department));
}

/**
 * As of `welcome`: a department that came later may be theirs too.
 *
 * @param {Self} self
 * @param {{id: string} | undefined} department
 */
export function serves(self, department) {
  return oversees(self) || self?.departments?.includes(department?.id);
}

/** Whether this operator looks after the others. @param {Self} self */
export function oversees(self) {
  return ['chat-supervisor', 'chat-admin'].some((role) => self?.roles?.includes(role));
}

/**
 * @typedef {'queued' | 'mine' | 'taken' | 'closed' | 'merged' | 'gone'} Standing
 *
 * @param {Conversation | undefined} conversation
 * @param {Self} self
 * @returns {Standing} what the conversation is to this operator
 */
export function standing(conversation, self) {
  const summary = conversation?.summary;
  if (!summary) {
    return 'gone';
  }
  if (summary.mergedInto) {
    return 'merged';
  }
  if (summary.status === 'active' && summary.owner?.id !== self?.id) {
    return 'taken';
  }
  return /** @type {Record<string, Standing>} */ ({queued: 'queued', active: 'mine', closed: 'closed'})[summary.status] ?? 'gone';
}

/**
 * @param {Conversation} conversation
 * @param {Self} self
 * @returns {{text: string, own: boolean, author?: Person} | null} the newest message, sent or waiting
 */
export function lastMessage(conversation, self) {
  const pending = conversation.pending.findLast(({note}) => !note);
  if (pending) {
    return {text: pending.text, own: true};
  }
  const entry = conversation.entries.findLast(isSpoken);
  return entry ? {text: entry.text, own: entry.author.id === self?.id, author: entry.author} : null;
}
