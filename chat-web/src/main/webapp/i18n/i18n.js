/**
 * @typedef {Record<string, string | number>} Params values by the names that stand for them in a text
 * @typedef {(key: string, params?: Params) => string} Translate
 */

/**
 * Texts, times and numbers in the reader's language. `{language}/{area}.json` has a text by its key, one for each plural
 * form (`unread.one`, `unread.other` …) where the parameter `n` decides; `{name}` stands for a parameter.
 */
const languages = ['en', 'zh-CN', 'ar'];

const folder = new URL('../i18n/', import.meta.url);

/** Milliseconds until texts that did not come are asked for again. */
const PAUSE = 1000;

/** @type {string | Intl.Locale} */
let locale = 'en';

/**
 * Takes the first of the `wishes` that we speak, else English, for the document too. Waits until they come: nobody
 * can read keys.
 *
 * @param {'widget' | 'console'} area
 * @param {readonly string[]} wishes languages (BCP 47), best first; what is null is passed over
 * @returns {Promise<Translate>} of a key that no text has the key itself
 */
export async function loadTexts(area, wishes) {
  const language = spoken(wishes.find(spoken)) ?? 'en';
  const texts = await load(area, language);
  try {
    // Whether it is 2 PM or 14:00 is the region's
    locale = new Intl.Locale(navigator.languages.find((wish) => spoken(wish) === language));
  } catch {
    locale = language; // Another one was asked for, or the browser names none that there is, such as en-US@posix
  }
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  return (key, params = {}) => {
    const form = 'n' in params && new Intl.PluralRules(language).select(/** @type {number} */ (params.n));
    const text = texts[`${key}.${form}`] ?? texts[`${key}.other`] ?? texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = params[name] ?? whole;
      return typeof value === 'number' ? formatNumber(value) : value;
    });
  };
}

/** 14:05 or 2:05 PM */
export function formatTime(time) {
  return format(time, {hour: 'numeric', minute: '2-digit'});
}

/** "today", "yesterday", else "Monday, 23 November", with a year that is not this one. */
export function formatDay(time) {
  const days = Math.round((startOfDay(time) - startOfDay(Date.now())) / 86_400_000);
  if (days === 0 || days === -1) {
    return new Intl.RelativeTimeFormat(locale, {numeric: 'auto'}).format(days, 'day');
  }
  const year = new Date(time).getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return format(time, {weekday: 'long', day: 'numeric', month: 'long', year});
}

/** The time alone when it is today. */
export function formatMoment(time) {
  return isToday(time) ? formatTime(time) : `${formatDay(time)}, ${formatTime(time)}`;
}

export function isToday(time) {
  return startOfDay(time) === startOfDay(Date.now());
}

export function formatNumber(value, options) {
  return new Intl.NumberFormat(locale, options).format(value);
}

// Making one is slow
const formats = new Map();

function format(time, options) {
  const key = locale + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale, options));
  }
  return formats.get(key).format(new Date(time));
}

function startOfDay(time) {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** Comes again while the server is away, as when it is deployed anew. */
async function load(area, language) {
  try {
    const response = await fetch(new URL(`${language}/${area}.json`, folder));
    if (response.ok) {
      return await response.json();
    }
  } catch {
    // As with any other answer
  }
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  return load(area, language);
}

/** "zh-Hans-CN" and "zh" are zh-CN, "ar-EG" is ar. */
function spoken(tag) {
  return languages.find((language) => language.startsWith(tag?.split('-')[0].toLowerCase()));
}
