import {byTime, furthest, grouped, isSpoken, stateOf, withDays} from '../../client/log-lines.js';
import {holdingMerges} from '../model/merges.js';

/**
 * The lines of a history: day separators, what happened, messages and notes; both logs, and those of what was `merged`
 * into the conversation, by time.
 *
 * A note is a message with `note`, and with `whisper` when a supervisor whispers it. Of two sides `staff` stand on one, and the visitor on the other. A message knows whether it `starts`
 * and `ends` a group, and its `state` if it is ours: sending, failed, sent, delivered or read. `tells` marks those whose
 * state is worth showing: the last ones that have it. A `merge` knows whether it `holds` and which conversation is its
 * `source`. `part` says from which conversation the lines below it are.
 *
 * @returns {object[]} each with `type` ('day' | 'part' | 'merge' | 'system' | 'message') and a `key` that stays the same
 *     from pending to stored
 */
export function historyLines(conversation, self, merged = []) {
  const parts = [...merged, conversation];
  const stored = byTime(parts.flatMap((part) => logsOf(part, self, part !== conversation)), Math.max(...parts.map(beginning)));
  const pending = parts.flatMap((part) => part.pending).map(({id, text, note, at, state, error}) => ({
    type: 'message', key: id, id, own: true, staff: true, author: self, text, note, at, state, error, part: conversation,
  }));
  const lines = tellingStates(withParts([...stored, ...pending], conversation, merged.length > 0));
  return withDays(grouped(lines, alike), (key, at) => ({type: 'day', key, at}));
}

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

/** Since when we have all messages of a conversation; notes from before wait for what stands around them. */
function beginning({entries}) {
  return entries[0]?.seq > 1 ? Date.parse(entries[0].at) : -Infinity;
}

/** Says from which conversation are the words below, wherever that changes. */
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

/** A note is for other eyes, and a whisper stands for itself. */
function alike(one, next) {
  return one.type === 'message' && next.type === 'message' && !one.note === !next.note && !one.whisper === !next.whisper;
}
