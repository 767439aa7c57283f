import {formatTime} from '../i18n/i18n.js';

/** Nobody comes back for a chat that ended longer ago. */
const RECENT = 24 * 60 * 60_000;

/** An author's messages within this time stand together. */
const GROUP = 4 * 60_000;

/** The open one, of several the `chosen` or newest, else the one that ended last, if that was lately and the visitor has not `left` it. */
export function currentConversation(store, left, chosen, now = Date.now()) {
  const known = [...store.conversations.values()].filter(({id, summary}) => summary && !left.has(id) && !summary.mergedInto);
  const newestFirst = known.sort((one, other) => Date.parse(other.summary.opened) - Date.parse(one.summary.opened));
  const open = newestFirst.filter(isOpen);
  return open.find(({id}) => id === chosen) ?? open[0] ?? newestFirst.find(({summary}) => now - Date.parse(summary.closed) < RECENT);
}

/** What else is open: merges that were undone leave more than one. */
export function otherConversations(store, current) {
  return [...store.conversations.values()].filter((one) => one.summary && isOpen(one) && one !== current);
}

/** The department in which a conversation begins: the `wanted` one, else the first one that is in use, as far as it shows. */
export function entrance({presence}, wanted) {
  const oldestFirst = [...presence.departments.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const inUse = ({open, opens, letsStart}) => open || opens || letsStart;
  return oldestFirst.find(({key}) => key === wanted) ?? oldestFirst.find(inUse) ?? oldestFirst[0];
}

export function isOpen({summary}) {
  return summary?.status !== 'closed';
}

export function newestOfOthers({entries}, self) {
  return entries.findLast(({author}) => author?.id !== self?.id)?.seq ?? 0;
}

export function countUnread({entries, summary}, self, read) {
  const seen = Math.max(read, summary?.read?.public ?? 0);
  return entries.filter(({kind, seq, author}) => kind === 'message' && seq > seen && author?.id !== self?.id).length;
}

/**
 * What the visitor sees of a conversation, and by time of those that were `merged` into it: rows of kind `day`,
 * `message` or `event` (`text` is the end of its key). A row's key stays the same when a message of ours moves from the
 * outbox into the log.
 */
export function logRows(conversation, self, merged = []) {
  const all = [...merged, conversation];
  const known = all.flatMap((one) => knownRows(one, self));
  const pending = all.flatMap((one) => one.pending).map((message) => ({
    ...message, kind: 'message', key: `m-${message.id}`, own: true, author: self,
  }));
  return withDays(grouped([...(merged.length ? known.sort((one, other) => one.order - other.order) : known), ...pending]));
}

const EVENTS = ['left', 'assigned', 'transferred', 'closed', 'reopened', 'merged', 'idle'];

function knownRows(conversation, self) {
  const reach = receiptsOfOthers(conversation, self);
  let latest = 0;
  // Of merges only those that hold, and only where the conversation goes on
  const holds = ({kind, data}) =>
    kind === 'merged' ? !data.undone && conversation.summary.merged?.includes(data.from) : kind !== 'reopened' || !data?.from;
  // A warning of what never comes is none
  const told = (entry) =>
    entry.kind === 'message' || (EVENTS.includes(entry.kind) && holds(entry) && !(entry.kind === 'idle' && !entry.data?.closes));
  return conversation.entries.filter(told).map((entry) => {
    const {kind, seq, id, author, text = ''} = entry;
    const own = author?.id === self?.id;
    return {
      key: own && id ? `m-${id}` : `e-${conversation.id}-${seq}`,
      own,
      at: Date.parse(entry.at),
      order: (latest = Math.max(latest, Date.parse(entry.at))), // The numbers say what came first, not the clocks
      ...(kind === 'message' ? {kind, text, author, state: own && stateOf(seq, reach)} : eventOf(entry, own)),
    };
  });
}

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

/** What happened, in words. */
export function eventText(t, {text, author, closes}) {
  return t(`event.${text}`, {...author, ...(closes && {time: formatTime(closes)})});
}

function receiptsOfOthers({receipts}, self) {
  const others = [...receipts.values()].filter(({participant}) => participant.id !== self?.id);
  const furthest = (name) => Math.max(0, ...others.map((receipt) => receipt[name]));
  return {delivered: furthest('delivered'), read: furthest('read')};
}

function stateOf(seq, {delivered, read}) {
  return seq <= read ? 'read' : seq <= delivered ? 'delivered' : 'sent';
}

/** Only the last message of ours tells its state. */
function grouped(rows) {
  const together = (one, other) =>
    one?.kind === 'message' && other?.kind === 'message' && one.own === other.own &&
    one.author?.id === other.author?.id && other.at - one.at < GROUP && one.state !== 'failed';
  const newest = rows.findLast((row) => row.kind === 'message' && row.own && row.state !== 'failed');
  return rows.map((row, index) => ({
    ...row,
    first: !together(rows[index - 1], row),
    last: !together(row, rows[index + 1]),
    newest: row === newest,
  }));
}

function withDays(rows) {
  const day = ({at}) => new Date(at).toDateString();
  return rows.flatMap((row, index) =>
    index && day(rows[index - 1]) === day(row) ? row : [{kind: 'day', key: `d-${day(row)}`, at: row.at}, row],
  );
}
