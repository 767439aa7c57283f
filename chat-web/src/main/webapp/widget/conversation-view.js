import {formatTime} from '../i18n/i18n.js';
import {byTime, furthest, grouped, isSpoken, stateOf, withDays} from '../client/log-lines.js';

/**
 * @import {DepartmentThere, Entry, Person, Self, Summary} from '../client/frames.js'
 * @import {Store} from '../client/store.js'
 * @import {Conversation} from '../client/types.js'
 * @import {Translate} from '../i18n/i18n.js'
 *
 * @typedef {object} Row
 * @property {string} kind 'day', 'event', or that of an entry which somebody said
 * @property {string} key
 * @property {number} at ms
 * @property {boolean} [own] whether the visitor said it, or did
 * @property {string} [text] of an event the end of its key
 * @property {Partial<Person> & {by?: string}} [author] of an event whom it is about, and `by` whom it was done
 * @property {string} [closes] when the conversation will be closed, of a warning
 * @property {string} [state] of a message of ours: sending, failed, sent, delivered or read
 * @property {string} [id] of a message that waits, as what is below
 * @property {{code: string, message: string}} [error]
 * @property {boolean} [newest] whether it is the last of ours
 * @property {boolean} [starts] a group
 * @property {boolean} [ends]
 */

/** Nobody comes back for a chat that ended longer ago. */
const RECENT = 24 * 60 * 60_000;

/**
 * The open one, of several the `chosen` or newest, else the one that ended last, if that was lately and the visitor has not `left` it.
 *
 * @param {Store} store
 * @param {Set<string>} left
 * @param {string} [chosen]
 * @param {number} [now] ms
 */
export function currentConversation(store, left, chosen, now = Date.now()) {
  const known = [...store.conversations.values()].filter(({id, summary}) => summary && !left.has(id) && !summary.mergedInto);
  const newestFirst = known.sort((one, other) => Date.parse(other.summary.opened) - Date.parse(one.summary.opened));
  const open = newestFirst.filter(isOpen);
  return open.find(({id}) => id === chosen) ?? open[0] ?? newestFirst.find(({summary}) => now - Date.parse(summary.closed) < RECENT);
}

/**
 * What else is open: merges that were undone leave more than one.
 *
 * @param {Store} store
 * @param {Conversation | undefined} current
 */
export function otherConversations(store, current) {
  return [...store.conversations.values()].filter((one) => one.summary && isOpen(one) && one !== current);
}

/**
 * The department in which a conversation begins: the `wanted` one, else the first one that is in use, as far as it shows.
 *
 * @param {Store} store
 * @param {string | undefined} wanted its key
 * @returns {DepartmentThere | undefined}
 */
export function entrance({presence}, wanted) {
  const oldestFirst = [...presence.departments.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  /** @param {DepartmentThere} department */
  const inUse = ({open, opens, letsStart}) => open || opens || letsStart;
  return oldestFirst.find(({key}) => key === wanted) ?? oldestFirst.find(inUse) ?? oldestFirst[0];
}

/** @param {{summary?: Summary}} conversation */
export function isOpen({summary}) {
  return summary?.status !== 'closed';
}

/** @param {Conversation} conversation @param {Self} self @returns {number} */
export function newestOfOthers({entries}, self) {
  return entries.findLast(({author}) => author?.id !== self?.id)?.seq ?? 0;
}

/**
 * What the visitor sees of a conversation, and of those that were merged into it, by time. A row's key stays the same when
 * a message of ours moves from the outbox into the log.
 *
 * @param {Conversation[]} conversations
 * @param {Self} self
 * @returns {Row[]}
 */
export function logRows(conversations, self) {
  /** @type {Row[]} */
  const pending = conversations.flatMap((one) => one.pending).map((message) => ({
    ...message, kind: 'message', key: `m-${message.id}`, own: true, author: self,
  }));
  const rows = [...byTime(conversations.map((one) => knownRows(one, self))), ...pending];
  // Only the last message of ours tells its state
  const newest = rows.findLast((row) => isSpoken(row) && row.own && row.state !== 'failed');
  const told = rows.map((row) => ({...row, newest: row === newest}));
  return withDays(grouped(told, alike), (key, at) => ({kind: 'day', key, at}));
}

/** @param {Row} one @param {Row} next */
function alike(one, next) {
  return isSpoken(one) && isSpoken(next) && one.own === next.own && one.state !== 'failed';
}

const EVENTS = ['left', 'assigned', 'transferred', 'closed', 'reopened', 'merged', 'idle'];

/** @param {Conversation} conversation @param {Self} self @returns {Row[]} */
function knownRows(conversation, self) {
  const reach = furthest(conversation, ({id}) => id !== self?.id);
  // Of merges only those that hold, and only where the conversation goes on
  /** @param {Entry} entry */
  const holds = ({kind, data}) =>
    kind === 'merged' ? !data.undone && conversation.summary.merged?.includes(data.from) : kind !== 'reopened' || !data?.from;
  // A warning of what never comes is none
  /** @param {Entry} entry */
  const told = (entry) =>
    isSpoken(entry) || (EVENTS.includes(entry.kind) && holds(entry) && !(entry.kind === 'idle' && !entry.data?.closes));
  return conversation.entries.filter(told).map((entry) => {
    const {kind, id, author, text = ''} = entry;
    const own = author?.id === self?.id;
    return {
      key: own && id ? `m-${id}` : `e-${conversation.id}-${entry.seq}`,
      own,
      at: Date.parse(entry.at),
      ...(isSpoken(entry) ? {kind, text, author, state: own && stateOf(entry, reach)} : eventOf(entry, own)),
    };
  });
}

/** @param {Entry} entry @param {boolean} own @returns {Pick<Row, 'kind' | 'text' | 'author' | 'closes'>} */
function eventOf({kind, author, data}, own) {
  if (kind === 'assigned' || kind === 'left') {
    // Routing writes these too: the author need not be the one who answers, or has left
    return {kind: 'event', text: kind, author: {name: data?.name ?? author?.name}};
  }
  if (kind === 'transferred') {
    const name = data?.name ?? data?.departmentName;
    const by = author?.name;
    return {kind: 'event', text: name ? (by && !data.name ? `${kind}.team` : kind) : `${kind}.on`, author: {name, by}};
  }
  const how = own ? '.you' : data?.reason === 'idle' ? '.idle' : author?.kind === 'system' || !author?.name ? '.system' : '';
  return {kind: 'event', text: kind === 'closed' ? kind + how : kind, author, closes: data?.closes};
}

/** What happened, in words. @param {Translate} t @param {Row} row */
export function eventText(t, {text, author, closes}) {
  return t(`event.${text}`, {...author, ...(closes && {time: formatTime(closes)})});
}
