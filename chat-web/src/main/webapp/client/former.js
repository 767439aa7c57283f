/**
 * What a device has of conversations that went to somebody else (`former` in types.js), to be kept by whoever shows it. Of a
 * long one the end is enough.
 */
const MOST = 200;

/**
 * @import {Store} from './store.js'
 * @import {Conversation} from './types.js'
 *
 * @typedef {Pick<Conversation, 'former' | 'entries' | 'internal'>} Past plain JSON
 */

/** @param {Conversation} conversation @returns {Past} for `recall` */
export function pastOf({summary, former, entries, internal}) {
  return {former: summary ?? former, entries: entries.slice(-MOST), internal: internal.slice(-MOST)};
}

/**
 * Before the client opens. What turns out to be ours still goes on from there.
 *
 * @param {Store} store
 * @param {string} id
 * @param {Past} past
 */
export function recall(store, id, past) {
  Object.assign(store.conversation(id), past);
}
