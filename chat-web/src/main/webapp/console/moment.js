import {formatDay, formatTime} from '../i18n/i18n.js';

/** Day and time; the time alone when it is today. */
export function moment(time) {
  return isToday(time) ? formatTime(time) : `${formatDay(time)}, ${formatTime(time)}`;
}

export function isToday(time) {
  return new Date(time).toDateString() === new Date().toDateString();
}
