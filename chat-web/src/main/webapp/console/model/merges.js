import {oversees} from './desk-model.js';

/**
 * When conversations may be merged, parted and reopened: what the server decides, so that only that is offered. No page.
 *
 * @import {Entry, Self} from '../../client/frames.js'
 * @import {Store} from '../../client/store.js'
 * @import {Conversation} from '../../client/types.js'
 * @import {ListedConversation} from '../base/resources.js'
 */

/**
 * Whether this operator may merge one into the other. Takes summaries, and what a visitor's list of conversations holds.
 *
 * @param {Partial<Pick<ListedConversation, 'id' | 'status' | 'owner'>>} one
 * @param {Partial<Pick<ListedConversation, 'id' | 'status' | 'owner'>>} other
 * @param {Self} self
 */
export function mayMerge(one, other, self) {
  const both = [one, other];
  const owned = both.filter(({status, owner}) => status === 'active' && owner?.id === self?.id).length;
  const waits = both.some(({status}) => status === 'queued');
  return one.id !== other.id && both.every(isOpen) && (owned === 2 || (owned === 1 && waits) || oversees(self));
}

/**
 * @param {Store} store
 * @param {Conversation} conversation
 * @returns {boolean} whether another conversation of the same visitor, as far as the desk knows, may be merged with this
 *     one
 */
export function hasMergeable(store, {summary}) {
  return [...store.conversations.values()].some(
    (other) => other.summary?.visitor?.id === summary.visitor.id && mayMerge(summary, other.summary, store.self),
  );
}

/**
 * The merges into this conversation, or of it into another one, that still hold.
 *
 * @param {Conversation} conversation
 * @returns {{entry: Entry, source: string}[]} oldest first; `source` is the conversation that was merged
 */
export function holdingMerges({id, entries}) {
  const merges = entries.filter(({kind, data}) => kind === 'merged' && !data.undone);
  return merges
    .filter((merge) => !entries.some((later) => later.seq > merge.seq && undoes(later, merge)))
    .map((entry) => ({entry, source: entry.data.from ?? id}));
}

/** @param {Entry} later @param {Entry} merge */
function undoes({kind, data}, merge) {
  return merge.data.from
    ? kind === 'merged' && Boolean(data.undone) && data.from === merge.data.from
    : kind === 'reopened' && data?.from === merge.data.into;
}

/** @param {Entry} entry @param {number} seconds @returns {number} until when, ms, a merge can be taken back */
export function undoUntil({at}, seconds) {
  return Date.parse(at) + seconds * 1000;
}

/**
 * Whether this operator may continue a closed conversation. Takes what `mayMerge` does.
 *
 * @param {Pick<ListedConversation, 'status' | 'owner' | 'closed'> & {mergedInto?: string}} conversation
 * @param {Self} self
 * @param {number} hours
 * @param {number} [now] ms
 */
export function mayReopen({status, owner, closed, mergedInto}, self, hours, now = Date.now()) {
  const recent = now - Date.parse(closed) < hours * 3_600_000;
  return status === 'closed' && !mergedInto && recent && (owner?.id === self?.id || oversees(self));
}

/**
 * @param {Store} store
 * @param {string} id
 * @returns {string} the conversation in which this one goes on: itself, unless it was merged
 */
export function goesOnIn(store, id) {
  const {mergedInto} = store.conversations.get(id)?.summary ?? {};
  return mergedInto ? goesOnIn(store, mergedInto) : id;
}

/** @param {Partial<Pick<ListedConversation, 'status'>>} conversation */
function isOpen({status}) {
  return status === 'queued' || status === 'active';
}
