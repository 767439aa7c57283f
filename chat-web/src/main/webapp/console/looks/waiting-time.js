import {formatNumber} from '../../i18n/i18n.js';

/** @type {[string, number][]} in seconds */
const units = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** Waiting time in the largest unit that fits, narrow: "45s", "3m", "2h". */
export function formatWaiting(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? units.at(-1);
  return formatNumber(Math.floor(seconds / length), {style: 'unit', unit, unitDisplay: 'narrow'});
}
