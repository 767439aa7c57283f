/**
 * The texts of a page, in the reader's language, and its ways to write times and numbers.
 *
 * A text is found by its key in `{language}/{area}.json` (and `ui.json`, which every area shares), else in the English
 * one. `{name}` stands for a parameter; numbers are written in the reader's digits. A text that depends on a number has
 * one key for each plural form of its language (`unread.one`, `unread.other` …), chosen by the parameter `n`.
 */

/** Each language in its own words, as a menu shows it. */
export const languages = {en: 'English', 'zh-CN': '简体中文', ar: 'العربية'};

const rightToLeft = new Set(['ar']);
const storageKey = 'parley.language';

let locale = 'en';

/**
 * Explicit (`?lang=`), else stored, else the browser's wish, else English.
 *
 * @returns {string} a key of `languages`
 */
export function chooseLanguage(explicit = new URLSearchParams(location.search).get('lang')) {
  return [explicit, stored(), ...navigator.languages].map(supported).find(Boolean) ?? 'en';
}

/** Remembers the reader's own choice; the page applies it with the next `loadTexts`. */
export function storeLanguage(language) {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is blocked: the choice lasts as long as the page
  }
}

/**
 * Loads an area's texts, and sets `lang` and `dir` of the document.
 *
 * @param {'widget'|'console'} area
 * @param {string} [language] a key of `languages`
 * @returns {Promise<(key: string, params?: Record<string, string|number>) => string>} never fails: a text that cannot
 *   be loaded is shown as its key
 */
export async function loadTexts(area, language = chooseLanguage()) {
  const chosen = supported(language) ?? 'en';
  const wanted = chosen === 'en' ? ['en'] : [chosen, 'en'];
  const catalogues = await Promise.all(wanted.map((each) => loadCatalogue(each, area)));
  locale = regional(chosen);
  document.documentElement.lang = chosen;
  document.documentElement.dir = rightToLeft.has(chosen) ? 'rtl' : 'ltr';
  return (key, params = {}) => translate(catalogues, wanted, key, params);
}

/** 14:05 or 2:05 PM */
export function formatTime(time) {
  return format({hour: 'numeric', minute: '2-digit'}).format(new Date(time));
}

/** A day as a separator in a history: "Monday, 23 November", with the year when it is not this one. */
export function formatDate(time) {
  const date = new Date(time);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return format({weekday: 'long', day: 'numeric', month: 'long', year}).format(date);
}

/** "today", "yesterday", or the date: for day separators. */
export function formatDay(time) {
  const days = Math.round((startOfDay(time) - startOfDay(Date.now())) / 86_400_000);
  return days === 0 || days === -1
    ? new Intl.RelativeTimeFormat(locale, {numeric: 'auto'}).format(days, 'day')
    : formatDate(time);
}

/** Waiting time in the largest unit that fits, narrow: "45s", "3m", "2h". */
export function formatWaiting(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [value, unit] =
    seconds < 60
      ? [seconds, 'second']
      : seconds < 3600
        ? [Math.floor(seconds / 60), 'minute']
        : seconds < 86_400
          ? [Math.floor(seconds / 3600), 'hour']
          : [Math.floor(seconds / 86_400), 'day'];
  return formatNumber(value, {style: 'unit', unit, unitDisplay: 'narrow'});
}

export function formatNumber(value, options) {
  return new Intl.NumberFormat(locale, options).format(value);
}

// Making an Intl format is slow, and a long history needs one a line
const formats = new Map();

function format(options) {
  const key = locale + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale, options));
  }
  return formats.get(key);
}

function startOfDay(time) {
  return new Date(time).setHours(0, 0, 0, 0);
}

function translate(catalogues, wanted, key, params) {
  const found = wanted
    .map((language, index) => {
      const catalogue = catalogues[index];
      const form = 'n' in params && `${key}.${new Intl.PluralRules(language).select(params.n)}`;
      return catalogue[form] ?? catalogue[`${key}.other`] ?? catalogue[key];
    })
    .find((text) => text !== undefined);
  return (found ?? key).replace(/\{(\w+)\}/g, (whole, name) =>
    typeof params[name] === 'number' ? formatNumber(params[name]) : (params[name] ?? whole),
  );
}

async function loadCatalogue(language, area) {
  const files = await Promise.all(['ui', area].map((name) => loadFile(`./${language}/${name}.json`)));
  return Object.assign({}, ...files);
}

async function loadFile(path) {
  try {
    const response = await fetch(new URL(path, import.meta.url));
    return response.ok ? await response.json() : {};
  } catch {
    return {};
  }
}

function stored() {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

// The texts are British or American alike, but whether it is 2 PM or 14:00 is the reader's region's
function regional(language) {
  return navigator.languages.find((wish) => supported(wish) === language) ?? language;
}

// "zh-Hans-CN" and "zh" are zh-CN, "ar-EG" is ar
function supported(language) {
  const main = language?.toLowerCase().split('-')[0];
  return Object.keys(languages).find((key) => key.toLowerCase().split('-')[0] === main);
}
