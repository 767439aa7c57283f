/** Messages of one author within this time stand together. */
const GROUP = 4 * 60_000;

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
