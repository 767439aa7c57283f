/** A chat that ended longer ago is not what somebody comes back for. */
const RECENT = 24 * 60 * 60_000;

/**
 * @param {import('../client/conversation-store.js').ConversationStore} store
 * @param {Set<string>} left conversations that the visitor is done with
 * @returns {import('../client/conversation-store.js').Conversation | undefined} the open one, else the one that ended
 *     last, if that was lately
 */
export function currentConversation(store, left, now = Date.now()) {
  const known = [...store.conversations.values()].filter(({id, summary}) => summary && !left.has(id));
  const newestFirst = known.sort((one, other) => Date.parse(other.summary.opened) - Date.parse(one.summary.opened));
  return (
    newestFirst.find(isOpen) ?? newestFirst.find(({summary}) => now - Date.parse(summary.closed) < RECENT)
  );
}

export function isOpen({summary}) {
  return summary?.status !== 'closed';
}

/** @returns {number} the newest entry that somebody else wrote */
export function newestOfOthers({entries}, self) {
  return entries.findLast(({author}) => author?.id !== self?.id)?.seq ?? 0;
}

/** @returns {number} messages of others after the one that was read last */
export function countUnread({entries, summary}, self, read) {
  const seen = Math.max(read, summary?.read?.public ?? 0);
  return entries.filter(({kind, seq, author}) => kind === 'message' && seq > seen && author?.id !== self?.id).length;
}
