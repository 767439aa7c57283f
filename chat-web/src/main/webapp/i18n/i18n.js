/**
 * The texts of a page, in the reader's language, and its ways to write times and numbers.
 *
 * `{language}/{area}.json` has a text by its key. `{name}` stands for a parameter; numbers are written in the reader's
 * digits. A text that depends on a number has one key for each plural form of its language (`unread.one`,
 * `unread.other` …), chosen by the parameter `n`.
 */
const languages = ['en', 'zh-CN', 'ar'];

let locale = 'en';

/**
 * Loads an area's texts in the first language of `wishes` that we speak, else English, and sets `lang` and `dir` of the
 * document.
 *
 * @param {'widget'|'console'} area
 * @param {readonly (string|null)[]} wishes
 * @returns {Promise<(key: string, params?: Record<string, string|number>) => string>} never fails: a text that cannot
 *   be loaded is shown as its key
 */
export async function loadTexts(area, wishes) {
  const language = wishes.map(spoken).find(Boolean) ?? 'en';
  const texts = await load(area, language);
  // The texts are British or American alike, but whether it is 2 PM or 14:00 is the reader's region's
  locale = navigator.languages.find((wish) => spoken(wish) === language) ?? language;
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  return (key, params = {}) => {
    const form = 'n' in params && new Intl.PluralRules(language).select(params.n);
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

/** For day separators: "today", "yesterday", else "Monday, 23 November", with the year when it is not this one. */
export function formatDay(time) {
  const days = Math.round((startOfDay(time) - startOfDay(Date.now())) / 86_400_000);
  if (days === 0 || days === -1) {
    return new Intl.RelativeTimeFormat(locale, {numeric: 'auto'}).format(days, 'day');
  }
  const year = new Date(time).getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return format(time, {weekday: 'long', day: 'numeric', month: 'long', year});
}

export function formatNumber(value, options) {
  return new Intl.NumberFormat(locale, options).format(value);
}

// Making an Intl format is slow, and a long history needs one a line
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

/** English comes in for a file that does not come; that no file lacks a text is what TextsTest sees to. */
async function load(area, language) {
  try {
    const response = await fetch(new URL(`./${language}/${area}.json`, import.meta.url));
    if (response.ok) {
      return await response.json();
    }
  } catch {
    // As if it were not there
  }
  return language === 'en' ? {} : load(area, 'en');
}

/** Which of ours a language tag means: "zh-Hans-CN" and "zh" are zh-CN, "ar-EG" is ar. */
function spoken(tag) {
  const main = (language) => language?.split('-')[0].toLowerCase();
  return languages.find((language) => main(language) === main(tag));
}
