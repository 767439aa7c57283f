/** Where a link may begin: a letter of a script without blanks may stand right before it. */
const START = new RegExp(
  [
    String.raw`(?<![a-z\d])(?:https?://|mailto:(?=[a-z\d]))`,
    String.raw`(?<![a-z\d@]|[a-z\d][.-])www\.(?=[\p{L}\p{N}])`,
    String.raw`(?<![\p{Script=Latin}\p{N}@]|[a-z\d][.+%-])[a-z\d](?:[a-z\d.+%'_-]{0,62}[a-z\d_+-])?@(?=[\p{L}\p{N}])`,
  ].join('|'),
  'giu',
);

const LABEL = String.raw`[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?`;
const HOST = new RegExp(String.raw`${LABEL}(?:\.${LABEL})*|\[[\da-f:.]+\]`, 'yiu');
const NAMED = /\.(?:\p{L}[\p{L}\p{M}]+|xn--[\w-]+)$/iu;

/** Where a sentence goes on in another script, right behind a name or behind a dot that ends the sentence. */
const OTHER_SCRIPT = String.raw`(?!\p{Script=Latin})\p{L}`;
const AFTER_NAME = new RegExp(
  String.raw`(?<=[a-z\d])${OTHER_SCRIPT}|(?<=\.(?:[a-z]{2}|com|net|org|info|edu|gov|app|dev))\.${OTHER_SCRIPT}`,
  'iu',
);
const TURN = new RegExp(`^${OTHER_SCRIPT}`, 'u');

/** What is in no address, and what begins the next one. */
const NEVER = /^(?:[\s\p{C}<>"`\\^]|[,;|](?:https?:\/\/|www\.))/iu;

/** What stands in addresses only between letters. */
const WITHIN = /^[’·・–־׳״‐‑]$/u;
const LETTER = /^[\p{L}\p{M}\p{N}]/u;

const CLOSING = {'(': ')', '[': ']', '{': '}'};

/** Emphasis and quotes that may stand in an address too, and what ends them. */
const MARK = /(?:\*+|_+|~+|'|‘)$/;

/** What ends a sentence does not end an address. */
const SENTENCE = /[.,;:!?'’*|]+$/;

/**
 * @typedef {object} Link to a web page or an e-mail address
 * @property {string} text as it was written
 * @property {string} href http, https or mailto, without a control character
 */

/**
 * The whole text in pieces: strings, and what is to be a link. A link ends where a reader would say so.
 *
 * @param {string} text
 * @returns {(string | Link)[]}
 */
export function withLinks(text) {
  const pieces = [];
  let from = 0;
  for (const {0: start, index} of text.matchAll(START)) {
    const end = index < from ? 0 : endOf(text, index, start);
    const found = text.slice(index, end);
    const href = /^(?:https?|mailto):/i.test(start) ? found : start.endsWith('@') ? `mailto:${found}` : `https://${found}`;
    if (end && URL.canParse(href)) {
      pieces.push(text.slice(from, index), {text: found, href});
      from = end;
    }
  }
  return [...pieces, text.slice(from)].filter(Boolean);
}

/** 0 when it is no link after all. */
function endOf(text, index, start) {
  const mail = /@$|^mailto:/i.test(start);
  const after = index + start.length;
  const local = /^mailto:/i.test(start) ? (/^[a-z\d.+%'_-]{1,64}@/i.exec(text.slice(after))?.[0].length ?? NaN) : 0;
  const begin = /^www/i.test(start) ? index : after + local;
  const host = hostAt(text, begin);
  const port = (!mail && /^:\d{1,5}(?!\d)/.exec(text.slice(begin + host.length))?.[0]) || '';
  const end = begin + host.length + port.length;
  const named = /^http/i.test(start)
    ? /[.\]]|^localhost$/i.test(host) || port || text[end] === '/'
    : NAMED.test(host) && (mail || host.split('.').length > 2);
  // The name before an @ only looks like the one that is called
  if (!host || !named || text[end] === '@') {
    return 0;
  }
  const more = start.endsWith('@') ? '' : mail ? '?' : '/?#';
  return more.includes(text[end] ?? ' ') ? tailEnd(text, end, index) : end;
}

function hostAt(text, begin) {
  HOST.lastIndex = begin;
  const host = HOST.exec(text)?.[0] ?? '';
  const turn = host.search(AFTER_NAME);
  return turn < 0 ? host : host.slice(0, turn);
}

/** Where path, query and fragment end. */
function tailEnd(text, begin, index) {
  const mark = MARK.exec(text.slice(0, index))?.[0].replace('‘', '’');
  const open = [];
  let before = '';
  let end = begin;
  for (const char of text.slice(begin)) {
    const rest = text.slice(end + char.length);
    if (NEVER.test(text.slice(end, end + 9)) || (mark && text.startsWith(mark, end) && !/^[a-z\d]/i.test(text.slice(end + mark.length)))) {
      break;
    }
    if (CLOSING[char]) {
      open.push({end, closing: CLOSING[char]});
    } else if (/[)\]}]/.test(char)) {
      if (open.pop()?.closing !== char) {
        break;
      }
    } else if (LETTER.test(char) ? /[a-z\d]/i.test(before) && TURN.test(char) : char > '~' && !(WITHIN.test(char) && LETTER.test(before) && LETTER.test(rest))) {
      break;
    }
    before = char;
    end += char.length;
  }
  return begin + text.slice(begin, Math.min(end, open[0]?.end ?? end)).replace(SENTENCE, '').length;
}
