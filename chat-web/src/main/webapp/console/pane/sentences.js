import {formatMoment} from '../../i18n/i18n.js';
import {t} from '../base/texts.js';
import {personName} from '../looks/visitor-name.js';

/** @import {Entry, EntryData, Person, Self} from '../../client/frames.js' */

/** What happened to the conversation. @param {Entry} entry @param {Self} self */
export function sentence({kind, author, data = {}}, self) {
  // Routing writes these too: the author need not be the one who takes over, or has left.
  /** @type {Person} */
  const person = ['assigned', 'left'].includes(kind) && data.operator
    ? {kind: 'operator', id: data.operator, name: data.name} : author;
  const own = person?.id === self?.id ? '.own' : '';
  const nobody = author?.kind === 'system' ? '.system' : '';
  const name = personName(person);
  switch (kind) {
    case 'assigned':
      return t(`entry.${data.returned ? 'returned' : 'assigned'}${own}`, {name});
    case 'left':
      return t(`entry.left${own}`, {name});
    case 'idle':
      return t(data.closes ? 'entry.idle.closes' : 'entry.idle', {time: data.closes && formatMoment(data.closes)});
    case 'closed':
      return t(`entry.closed${nobody || own}`, {name});
    case 'transferred':
      return t(`entry.transferred${nobody || own}`, {name, to: data.name ?? data.departmentName ?? ''});
    case 'reopened':
      return t(data.from ? `entry.unmerged${own}` : `entry.reopened${own}`, {name});
    case 'merged':
      return t(`entry.${data.undone ? 'unmerged' : data.into ? 'merged.into' : 'merged'}${own}`, {name});
    case 'routing':
      return data.event ? t(`entry.${data.event}`, {name: data.name ?? ''}) : labels(data, name, own);
    default:
      return t('entry.other');
  }
}

/** @param {EntryData} data @param {string} name @param {string} own */
function labels(data, name, own) {
  return 'blocked' in data ? blocked(data, name, own) : labelled(data, name, own);
}

/** @param {EntryData} data @param {string} name @param {string} own */
function blocked({blocked: until, reason}, name, own) {
  const said = t(`entry.blocked${own}`, {name});
  return [said, until ? t('block.until', {time: formatMoment(until)}) : t('block.for-good'), reason].filter(Boolean).join(' · ');
}

/** @param {EntryData} data @param {string} name @param {string} own */
function labelled({tags, priority}, name, own) {
  const said = [
    priority && t(`entry.priority${own}`, {name, priority: t(`priority.${priority}`)}),
    tags !== undefined && (tags ? t(`entry.tags${own}`, {name, tags}) : t(`entry.untagged${own}`, {name})),
  ].filter(Boolean);
  return said.join(' · ') || t('entry.other');
}
