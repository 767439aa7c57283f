import {byTime, furthest, grouped, isSpoken, stateOf, withDays} from '../../client/log-lines.js';
import {holdingMerges} from '../model/merges.js';

/**
 * @import {Entry, Person, Self} from '../../client/frames.js'
 * @import {Conversation} from '../../client/types.js'
 *
 * @typedef {object} HistoryLine
 * @property {'day' | 'part' | 'merge' | 'system' | 'message'} type
 * @property {string} key stays the same from pending to stored
 * @property {number} at ms
 * @property {Conversation} [part] from which it is
 * @property {Entry} [entry] of what happened
 * @property {boolean} [holds] of a merge
 * @property {string} [source] of a merge: the conversation that was merged
 * @property {string} [department] of a part
 * @property {string} [id] of a message that waits, and from here on of a message
 * @property {boolean} [own]
 * @property {boolean} [staff] of two sides staff stand on one, and the visitor on the other
 * @property {Person} [author]
 * @property {string} [text]
 * @property {boolean} [note]
 * @property {boolean} [whisper] a note by a supervisor
 * @property {'sending' | 'failed' | 'sent' | 'delivered' | 'read'} [state]
 * @property {{code: string, message: string}} [error]
 * @property {boolean} [starts] a group
 * @property {boolean} [ends]
 * @property {boolean} [tells] whether the state of ours is worth showing: of the last ones that have it
 */

/**
 * The lines of a history: day separators, what happened, messages and notes; both logs, and those of what was `merged`
 * into the conversation, by time. A `part` says from which conversation the lines below it are.
 *
 * @param {Conversation} conversation
 * @param {Self} self
 * @param {Conversation[]} [merged]
 * @returns {HistoryLine[]}
 */
export function historyLines(conversation, self, merged = []) {
  const parts = [...merged, conversation];
  const stored = byTime(parts.flatMap((part) => logsOf(part, self, part !== conversation)), Math.max(...parts.map(beginning)));
  /** @type {HistoryLine[]} */
  const pending = parts.flatMap((part) => part.pending).map(({id, text, note, at, state, error}) => ({
    type: 'message', key: id, id, own: true, staff: true, author: self, text, note, at, state, error, part: conversation,
  }));
  const lines = tellingStates(withParts([...stored, ...pending], conversation, merged.length > 0));
  return withDays(grouped(lines, alike), (key, at) => ({type: 'day', key, at}));
}

/** @param {Conversation} part @param {Self} self @param {boolean} elsewhere @returns {HistoryLine[][]} */
function logsOf(part, self, elsewhere) {
  const receipt = furthest(part, ({kind}) => kind === 'visitor');
  const holding = holdingMerges(part);
  const place = elsewhere ? `${part.id}-` : '';
  return [part.entries, part.internal].map((log) =>
    log
      // The conversation in which it goes on tells that already
      .filter(({kind, data}) => !(elsewhere && kind === 'merged' && data.into))
      .map((entry) => ({...storedLine(entry, self, receipt, place, holding), part})),
  );
}

/**
 * @param {Entry} entry
 * @param {Self} self
 * @param {{read: number, delivered: number}} receipt
 * @param {string} place
 * @param {{entry: Entry, source: string}[]} holding
 * @returns {HistoryLine}
 */
function storedLine(entry, self, receipt, place, holding) {
  const {seq, kind, author, id, text, data} = entry;
  const whisper = kind === 'whisper';
  // What goes with a transfer is a note as well
  const note = whisper || kind === 'note' || (kind === 'routing' && text !== undefined);
  const at = Date.parse(entry.at);
  const key = `${place}${entry.log === 'internal' ? 'i' : 'e'}${seq}`;
  if (kind === 'merged' && !data.undone) {
    const merge = holding.find((one) => one.entry === entry);
    return {type: 'merge', key, entry, at, holds: merge !== undefined, source: merge?.source};
  }
  if (!isSpoken(entry) && !note) {
    return {type: 'system', key, entry, at};
  }
  const own = author.id === self?.id;
  return {
    type: 'message', key: own && id ? id : key, own, staff: own || author.kind !== 'visitor', author, text, note, whisper, at,
    state: note ? 'sent' : stateOf(entry, receipt),
  };
}

/**
 * Since when we have all messages of a conversation; notes from before wait for what stands around them.
 *
 * @param {Conversation} part
 */
function beginning({entries}) {
  return entries[0]?.seq > 1 ? Date.parse(entries[0].at) : -Infinity;
}

/**
 * Says from which conversation are the words below, wherever that changes.
 *
 * @param {HistoryLine[]} lines
 * @param {Conversation} conversation
 * @param {boolean} joint
 * @returns {HistoryLine[]}
 */
function withParts(lines, conversation, joint) {
  let current = joint ? null : conversation;
  return lines.flatMap((line) => {
    const turns = line.type === 'message' && line.part !== current;
    current = turns || line.type === 'merge' ? line.part : current;
    return turns
      ? [{type: 'part', key: `p${line.key}`, at: line.at, department: line.part.summary?.department?.name}, line]
      : [line];
  });
}

/** @param {HistoryLine[]} lines */
function tellingStates(lines) {
  let later = null;
  for (const line of lines.toReversed()) {
    if (line.own && line.note) {
      // Nobody gets a note delivered, so only what keeps it is worth a word
      line.tells = line.state !== 'sent';
    } else if (line.own) {
      line.tells = line.state === 'failed' || line.state !== later;
      later = line.state;
    }
  }
  return lines;
}

/** A note is for other eyes, and a whisper stands for itself. @param {HistoryLine} one @param {HistoryLine} next */
function alike(one, next) {
  return one.type === 'message' && next.type === 'message' && !one.note === !next.note && !one.whisper === !next.whisper;
}
