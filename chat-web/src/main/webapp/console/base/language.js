const storageKey = 'parley.language';

/** Each language in its own words, as a menu shows it. */
export const languages = {en: 'English', 'zh-CN': '简体中文', ar: 'العربية'};

/** What the operator would read, best first: the address's `?lang=`, their own choice, the browser's languages. */
export function languageWishes() {
  return [new URLSearchParams(location.search).get('lang'), stored(), ...navigator.languages];
}

/** Remembers the operator's own choice, for the next load of the page. */
export function storeLanguage(language) {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is blocked: the address or the browser chooses
  }
}

/** A language by its name, in the operator's own. @param {string} tag BCP 47 */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames(document.documentElement.lang, {type: 'language'}).of(tag);
  } catch {
    return tag;
  }
}

function stored() {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
