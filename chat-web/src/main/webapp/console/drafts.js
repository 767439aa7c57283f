/**
 * What stands unsent in the composers. Kept for this tab, so that a reload loses nothing and a shared machine keeps nothing.
 * A conversation has one for the visitor and one that is a note.
 */
const prefix = 'parley.draft.';

export function draftOf(conversation, note = false) {
  return sessionStorage.getItem(keyOf(conversation, note)) ?? '';
}

export function keepDraft(conversation, text, note = false) {
  if (text) {
    sessionStorage.setItem(keyOf(conversation, note), text);
  } else {
    sessionStorage.removeItem(keyOf(conversation, note));
  }
}

function keyOf(conversation, note) {
  return `${prefix}${conversation}${note ? '/note' : ''}`;
}

export function forgetDrafts() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(prefix))
    .forEach((key) => sessionStorage.removeItem(key));
}
