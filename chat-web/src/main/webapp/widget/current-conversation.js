/** A chat that ended longer ago is not what somebody comes back for. */
const RECENT = 24 * 60 * 60_000;

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
