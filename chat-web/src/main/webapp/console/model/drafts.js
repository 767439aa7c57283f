import * as writing from '../../client/writing.js';

/**
 * What stands unsent in the composers. Kept for this tab, so that a reload loses nothing and a shared machine keeps nothing.
 * A conversation has one for the visitor and one that is a note.
 */
const prefix = 'parley.draft.';

/** @param {string} conversation @param {boolean} [note] @returns {string} */
export function draftOf(conversation, note = false) {
  return writing.keepDraft(keyOf(conversation, note));
}

/** @param {string} conversation @param {string} text @param {boolean} [note] */
export function keepDraft(conversation, text, note = false) {
  writing.keepDraft(keyOf(conversation, note), text);
}

function keyOf(conversation, note) {
  return `${prefix}${conversation}${note ? '/note' : ''}`;
}

export function forgetDrafts() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(prefix))
    .forEach((key) => sessionStorage.removeItem(key));
}
