/**
 * @typedef {object} WrittenHours as the server has them
 * @property {string} zone
 * @property {Record<string, string[]>} days such as `{"monday": ["09:00-17:00"]}`
 * @property {Record<string, string[]>} [exceptions] by dates such as `2026-12-24`
 *
 * @typedef {{from: string, to: string}} Interval `HH:mm`; '' while it is not said
 *
 * @typedef {object} Hours as the form edits them
 * @property {string} zone
 * @property {Record<string, Interval[]>} days
 * @property {{date: string, intervals: Interval[]}[]} exceptions
 */

const day = 24 * 60;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * Hours as the form edits them, out of those of the server; an interval that ends past midnight has `to` before `from`.
 *
 * @param {WrittenHours} written
 * @returns {Hours}
 */
export function editable({zone, days, exceptions}) {
  return {
    zone,
    days: Object.fromEntries(weekdays.map((name) => [name, (days[name] ?? []).map(interval)])),
    exceptions: Object.entries(exceptions ?? {}).map(([date, written]) => ({date, intervals: written.map(interval)})),
  };
}

/** The way back: what ends at or before its beginning ends on the next day. @param {Hours} hours @returns {WrittenHours} */
export function written({zone, days, exceptions}) {
  return {
    zone,
    days: Object.fromEntries(weekdays.map((name) => [name, days[name].map(text)])),
    exceptions: Object.fromEntries(exceptions.map(({date, intervals}) => [date, intervals.map(text)])),
  };
}

/** A week that is a beginning: from nine to five on workdays. @returns {Hours} */
export function ordinaryWeek() {
  const open = (name) => !['saturday', 'sunday'].includes(name);
  return {
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    days: Object.fromEntries(weekdays.map((name) => [name, open(name) ? [{from: '09:00', to: '17:00'}] : []])),
    exceptions: [],
  };
}

/** @param {Interval[]} intervals @returns {'missing' | 'overlap' | null} what is wrong with the intervals of one day */
export function fault(intervals) {
  if (intervals.some(({from, to}) => !from || !to)) {
    return 'missing';
  }
  const sorted = intervals.map(span).sort(([one], [other]) => one - other);
  return sorted.some(([begin], index) => index && begin < sorted[index - 1][1]) ? 'overlap' : null;
}

/** @param {Interval} interval */
export const pastMidnight = ({from, to}) => Boolean(from && to && to <= from);

/** @param {Interval} interval @returns {[begin: number, end: number]} minutes since the day began */
function span({from, to}) {
  const begin = minutes(from);
  const end = minutes(to);
  return [begin, end > begin ? end : end + day];
}

/** @param {string} written @returns {Interval} */
function interval(written) {
  const [from, to] = written.split('-').map((time) => clock(minutes(time) % day));
  return {from, to};
}

function text(edited) {
  return span(edited).map(clock).join('-');
}

function minutes(time) {
  const [hours, rest] = time.split(':').map(Number);
  return hours * 60 + rest;
}

function clock(total) {
  return [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
