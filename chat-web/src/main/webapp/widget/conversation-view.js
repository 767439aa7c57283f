/** A chat that ended longer ago is not what somebody comes back for. */
const RECENT = 24 * 60 * 60_000;

/** Messages of one author within this time stand together. */
const GROUP = 4 * 60_000;

const ADDRESS = /https?:\/\/[^\s<>"']+/gi;

/** What ends a sentence rather than an address; a closing bracket belongs to it only when it was opened there. */
const TAIL = /[.,;:!?…，。；：！？、]+$/;

/** The open one, else the one that ended last, if that was lately and the visitor has not `left` it. */
export function currentConversation(store, left, now = Date.now()) {
  const known = [...store.conversations.values()].filter(({id, summary}) => summary && !left.has(id));
  const newestFirst = known.sort((one, other) => Date.parse(other.summary.opened) - Date.parse(one.summary.opened));
  return newestFirst.find(isOpen) ?? newestFirst.find(({summary}) => now - Date.parse(summary.closed) < RECENT);
}

export function isOpen({summary}) {
  return summary?.status !== 'closed';
}

/** The number of the newest entry of somebody else. */
export function newestOfOthers({entries}, self) {
  return entries.findLast(({author}) => author?.id !== self?.id)?.seq ?? 0;
}

/** Messages of others after what was read. */
export function countUnread({entries, summary}, self, read) {
  const seen = Math.max(read, summary?.read?.public ?? 0);
  return entries.filter(({kind, seq, author}) => kind === 'message' && seq > seen && author?.id !== self?.id).length;
}

/**
 * What the visitor sees of a conversation: rows of kind `day`, `message` or `system` (what happened in between). A row's
 * key stays the same when a message of ours moves from the outbox into the log.
 *
 * @param {import('../client/types.js').Conversation} conversation
 */
export function logRows(conversation, self) {
  const reach = receiptsOfOthers(conversation, self);
  const known = conversation.entries.filter(({kind}) => kind in ROWS).map((entry) => {
    const own = entry.author?.id === self?.id;
    return {
      ...ROWS[entry.kind](entry),
      key: own && entry.id ? `m-${entry.id}` : `e-${entry.seq}`,
      own,
      author: entry.author,
      at: Date.parse(entry.at),
      state: own && stateOf(entry, reach),
    };
  });
  const pending = conversation.pending.map((message) => ({
    ...message, kind: 'message', key: `m-${message.id}`, own: true, author: self,
  }));
  return withDays(grouped([...known, ...pending]));
}

const system = (text) => () => ({kind: 'system', text});

const ROWS = {
  message: ({text = ''}) => ({kind: 'message', text}),
  joined: system('joined'),
  left: system('left'),
  assigned: system('joined'),
  transferred: system('transferred'),
  closed: system('closed'),
  reopened: system('reopened'),
};

function receiptsOfOthers({receipts}, self) {
  const others = [...receipts.values()].filter(({participant}) => participant.id !== self?.id);
  const furthest = (name) => Math.max(0, ...others.map((receipt) => receipt[name]));
  return {delivered: furthest('delivered'), read: furthest('read')};
}

function stateOf({seq}, {delivered, read}) {
  return seq <= read ? 'read' : seq <= delivered ? 'delivered' : 'sent';
}

/** Marks where a group of messages begins and ends; only the last message of ours tells its state. */
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

/** The whole text in pieces: strings, and `{address}` for what is to be a link. */
export function withAddresses(text) {
  const pieces = [];
  let from = 0;
  for (const {0: found, index} of text.matchAll(ADDRESS)) {
    const address = trimmed(found);
    pieces.push(text.slice(from, index), URL.canParse(address) ? {address} : address);
    from = index + address.length;
  }
  return [...pieces, text.slice(from)].filter(Boolean);
}

function trimmed(found) {
  let address = found.replace(TAIL, '');
  while (address.endsWith(')') && address.split('(').length < address.split(')').length) {
    address = address.slice(0, -1).replace(TAIL, '');
  }
  return address;
}
