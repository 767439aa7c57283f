/** Light, dark, or as the system has it ('system'). */
const storageKey = 'parley.scheme';

export const schemes = ['system', 'light', 'dark'];

export function chosenScheme() {
  try {
    return schemes.find((scheme) => scheme === localStorage.getItem(storageKey)) ?? 'system';
  } catch {
    return 'system';
  }
}

export function applyScheme(scheme = chosenScheme()) {
  try {
    localStorage.setItem(storageKey, scheme);
  } catch {
    // Storage is blocked: the choice lasts as long as the page
  }
  if (scheme === 'system') {
    delete document.documentElement.dataset.colorScheme;
  } else {
    document.documentElement.dataset.colorScheme = scheme;
  }
}
