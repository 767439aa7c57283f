/** What the desk derives from the client's store. Plain functions, no page. */

const byOpening = (one, other) => (one.summary.opened < other.summary.opened ? -1 : 1);

/** @returns {object[]} who waits, longest first */
export function waiting(store) {
  return [...store.conversations.values()].filter(({summary}) => summary?.status === 'queued').sort(byOpening);
}

/** @returns {object[]} the operator's own open conversations; the order is calm: news moves nothing under the pointer */
export function own(store) {
  return [...store.conversations.values()]
    .filter(({summary}) => summary?.status === 'active' && summary.owner?.id === store.self?.id)
    .sort(byOpening);
}

/** @returns {'queued' | 'mine' | 'taken' | 'closed' | 'gone'} what the conversation is to this operator */
export function standing(conversation, self) {
  const summary = conversation?.summary;
  if (!summary) {
    return 'gone';
  }
  if (summary.status === 'active' && summary.owner?.id !== self?.id) {
    return 'taken';
  }
  return {queued: 'queued', active: 'mine', closed: 'closed'}[summary.status] ?? 'gone';
}

/** @returns {{text: string, own: boolean} | null} the newest message, sent or waiting */
export function lastMessage(conversation, self) {
  const pending = conversation.pending.findLast(({note}) => !note);
  if (pending) {
    return {text: pending.text, own: true};
  }
  const entry = conversation.entries.findLast(({kind}) => kind === 'message');
  return entry ? {text: entry.text, own: entry.author.id === self?.id} : null;
}

/** @returns {number} messages from others after `read` */
export function unread(conversation, self, read) {
  return conversation.entries.filter(({kind, seq, author}) => kind === 'message' && seq > read && author.id !== self?.id)
    .length;
}

/** How far the visitor's devices are with what we wrote. */
export function visitorReceipt(conversation) {
  const visitors = [...conversation.receipts.values()].filter(({participant}) => participant.kind === 'visitor');
  return {
    delivered: Math.max(0, ...visitors.map(({delivered}) => delivered)),
    read: Math.max(0, ...visitors.map(({read}) => read)),
  };
}
