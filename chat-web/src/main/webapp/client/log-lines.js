/**
 * What every view of a log has in common. A line has its time `at`, in milliseconds, and where somebody said something
 * their `author`.
 *
 * @import {Person, Self} from './frames.js'
 * @import {Conversation} from './types.js'
 *
 * @typedef {{at: number, author?: Partial<Person>}} Line
 */

/** What one author says within this time, in milliseconds, stands together. */
const GROUP = 3 * 60_000;

/** Whether an entry is something that was said, rather than what happened. @param {{kind?: string}} entry */
export const isSpoken = ({kind}) => kind === 'message';

/**
 * @param {Conversation} conversation
 * @param {Self} self
 * @param {number} read
 * @returns {number} how much others have said after the entry `read`
 */
export function unreadIn({entries}, self, read) {
  return entries.filter((entry) => isSpoken(entry) && entry.seq > read && entry.author?.id !== self?.id).length;
}

/**
 * How far the devices of some are with the log, the furthest of them.
 *
 * @param {Conversation} conversation
 * @param {(participant: Person) => boolean} whose
 */
export function furthest({receipts}, whose) {
  const chosen = [...receipts.values()].filter(({participant}) => whose(participant));
  const most = (name) => Math.max(0, ...chosen.map((receipt) => receipt[name]));
  return {delivered: most('delivered'), read: most('read')};
}

/**
 * @param {{seq: number}} entry
 * @param {{read: number, delivered: number}} reach
 * @returns {'read' | 'delivered' | 'sent'}
 */
export function stateOf({seq}, {delivered, read}) {
  return seq <= read ? 'read' : seq <= delivered ? 'delivered' : 'sent';
}

/**
 * Several logs in one, from `begin` on. Each keeps its own order: the numbers say what came first, not the clocks.
 *
 * @template {Line} T
 * @param {T[][]} logs
 * @param {number} [begin] ms
 */
export function byTime(logs, begin = -Infinity) {
  const ordered = logs.flatMap((lines) => {
    let latest = 0;
    return lines.map((line) => ({line, order: (latest = Math.max(latest, line.at))}));
  });
  return ordered
    .filter(({order}) => order >= begin)
    .sort((one, other) => one.order - other.order)
    .map(({line}) => line);
}

/**
 * Lines that know whether they start and end a group: of one author, within a short time, and `alike`.
 *
 * @template {Line} T
 * @param {T[]} lines
 * @param {(one: T, next: T) => boolean} alike
 */
export function grouped(lines, alike) {
  const together = (one, next) =>
    one && next && one.author?.id === next.author?.id && next.at - one.at < GROUP && dayOf(one) === dayOf(next) && alike(one, next);
  return lines.map((line, at) => ({...line, starts: !together(lines[at - 1], line), ends: !together(line, lines[at + 1])}));
}

/**
 * Lines with one for each day in front, which `dayLine` makes of its key and time.
 *
 * @template {Line} T
 * @template {Line} D
 * @param {T[]} lines
 * @param {(key: string, at: number) => D} dayLine
 * @returns {(T | D)[]}
 */
export function withDays(lines, dayLine) {
  return lines.flatMap((line, at) =>
    at && dayOf(lines[at - 1]) === dayOf(line) ? [line] : [dayLine(`d-${dayOf(line)}`, line.at), line],
  );
}

const dayOf = ({at}) => new Date(at).toDateString();
