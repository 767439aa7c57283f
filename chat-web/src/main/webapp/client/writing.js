/** The rules of writing that hold wherever somebody writes. */

/** Whether a key belongs to the input method, which composes a word; Safari ends that first, and says 229. */
export const composes = ({isComposing, keyCode}) => isComposing || keyCode === 229;

/** Whether a key sends what was written: with Shift it begins a line. */
export const sends = (event) => event.key === 'Enter' && !event.shiftKey && !composes(event);

/** Keeps a text for this tab when one is given, an empty one as none, and returns what is kept. */
export function keepDraft(key, text) {
  try {
    if (text !== undefined) {
      text ? sessionStorage.setItem(key, text) : sessionStorage.removeItem(key);
    }
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return ''; // Storage is forbidden, or full
  }
}

/** What was being written goes on elsewhere, before what is written there. */
export function moveDraft(from, to) {
  keepDraft(to, [keepDraft(from), keepDraft(to)].filter(Boolean).join('\n'));
  keepDraft(from, '');
}
