/** What stands unsent in the composers. Kept for this tab, so that a reload loses nothing and a shared machine keeps nothing. */
const prefix = 'parley.draft.';

export function draftOf(conversation) {
  return sessionStorage.getItem(prefix + conversation) ?? '';
}

export function keepDraft(conversation, text) {
  if (text) {
    sessionStorage.setItem(prefix + conversation, text);
  } else {
    sessionStorage.removeItem(prefix + conversation);
  }
}

export function forgetDrafts() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(prefix))
    .forEach((key) => sessionStorage.removeItem(key));
}
