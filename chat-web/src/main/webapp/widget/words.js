import {formatDay, formatMoment, formatTime} from '../i18n/i18n.js';

/**
 * What the window says of a conversation, of a queue, and of who is there.
 *
 * @import {DepartmentThere} from '../client/frames.js'
 * @import {Store} from '../client/store.js'
 * @import {Conversation} from '../client/types.js'
 * @import {Translate} from '../i18n/i18n.js'
 */

/**
 * Whether somebody answers at an `entrance` now, when they can, or nobody is there; undefined while nobody knows.
 *
 * @param {DepartmentThere | undefined} entrance
 */
export function staffing(entrance) {
  return entrance && (entrance.accepting ? 'here' : entrance.staffed ? 'busy' : 'away');
}

/** @param {Translate} t @param {DepartmentThere | undefined} entrance */
export function entranceText(t, entrance) {
  const opens = entrance?.opens;
  const state = staffing(entrance);
  return opens ? t('opens', {day: formatDay(opens), time: formatTime(opens)}) : state ? t(state) : '';
}

/**
 * What the conversation is, and what happens next while its owner is away.
 *
 * @param {Translate} t
 * @param {Conversation} conversation
 */
export function stateText(t, {gone, summary: {status, leftMessage}}) {
  const away = gone && (!gone.until ? 'away' : gone.offline ? 'kept' : 'gone');
  const state = away || (leftMessage && status === 'queued' ? 'left' : status);
  return t(`status.${state}`, {time: gone?.until && formatMoment(gone.until)});
}

/** Whether the visitor waits where nobody is. @param {Store} store @param {Conversation} conversation */
export function waitsForNobody({presence}, {summary: {status, leftMessage, department}}) {
  return status === 'queued' && !leftMessage && presence.departments.get(department.id)?.staffed === false;
}

/** Where the visitor stands in the queue. @param {Translate} t @param {Store} store @param {Conversation} conversation */
export function queueText(t, store, conversation) {
  const {queue} = store;
  if (conversation.summary.leftMessage) {
    return t('queue.left');
  }
  const place = queue?.conversation === conversation.id ? t('queue.place', {n: queue.position}) : t('queue');
  if (waitsForNobody(store, conversation)) {
    return `${place} ${t('away')}`;
  }
  const minutes = Math.max(1, Math.round(queue?.waiting / 60));
  return queue?.waiting ? `${place} ${t('queue.wait', {n: minutes})}` : place;
}
