/** @import {CannedReply} from '../base/resources.js' */

/** How long a loaded list is good for, ms: administrators change it while operators are at work. */
const fresh = 60_000;

/** So many are shown; whoever looks for another one types on. */
const most = 6;

/** The texts that operators send often. Loaded when they are first asked for. Fires `change`. */
export class CannedReplies extends EventTarget {
  #fetch;
  /** @type {CannedReply[]} */
  #replies = [];
  #loadedAt = -Infinity;

  /** @param {() => Promise<CannedReply[]>} fetch all of them, as `GET /canned-replies` answers */
  constructor(fetch) {
    super();
    this.#fetch = fetch;
  }

  /**
   * Those of the conversation's site and department whose shortcut or text has the words.
   *
   * @param {Place} summary of the conversation
   * @param {string} words
   * @param {string[]} languages best first
   */
  matching(summary, words, languages) {
    this.#refresh();
    return matching(this.#replies, summary, words, languages);
  }

  async #refresh() {
    if (Date.now() - this.#loadedAt < fresh) {
      return;
    }
    this.#loadedAt = Date.now();
    try {
      this.#replies = await this.#fetch();
      this.dispatchEvent(new CustomEvent('change', {detail: {}}));
    } catch {
      // What we have is better than nothing, and the next slash asks again
      this.#loadedAt = -Infinity;
    }
  }
}

/**
 * Shortcuts that begin with the words come first, then the best language, then the department's own.
 *
 * @typedef {{site: string, department?: {id: string}}} Place where it may be sent
 *
 * @param {CannedReply[]} replies
 * @param {Place} place
 * @param {string} words
 * @param {string[]} languages best first
 */
export function matching(replies, {site, department}, words, languages) {
  const wanted = words.toLowerCase();
  const here = replies.filter((reply) => reply.site.id === site && (!reply.department || reply.department === department?.id));
  return here
    .map((reply) => ({reply, rank: [foundIn(reply, wanted), spoken(reply, languages), reply.department ? 0 : 1]}))
    .filter(({rank: [found]}) => found < Infinity)
    .sort((one, other) => compare(one.rank, other.rank) || one.reply.shortcut.localeCompare(other.reply.shortcut))
    .slice(0, most)
    .map(({reply}) => reply);
}

/**
 * Writes values in the place of variables. One that is not known gives way to what stands after its bar, or takes the
 * blanks before it along.
 *
 * @param {string} text
 * @param {Record<string, string | null | undefined>} values
 */
export function filled(text, values) {
  return text
    .replace(/([^\S\n]*)\{([a-z.]+)(?:\|([^{}]*))?\}/g, (whole, blanks, name, otherwise) => {
      const value = values[name] || otherwise;
      return name in values ? value && blanks + value || '' : whole;
    })
    .trim();
}

function foundIn({shortcut, text}, words) {
  const places = [shortcut.startsWith(words), shortcut.includes(words), text.toLowerCase().includes(words)];
  const first = places.indexOf(true);
  return first < 0 ? Infinity : first;
}

function spoken({language}, languages) {
  const main = (tag) => tag?.split('-')[0].toLowerCase();
  const exact = languages.indexOf(language);
  const near = languages.findIndex((one) => main(one) === main(language));
  return exact >= 0 ? exact : near >= 0 ? near + 0.5 : Infinity;
}

function compare(one, other) {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index < 0 ? 0 : one[index] < other[index] ? -1 : 1;
}
