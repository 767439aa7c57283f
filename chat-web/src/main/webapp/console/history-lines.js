import {visitorReceipt} from './desk-model.js';

/** Messages of one author closer together than this, ms, stand in one group. */
const groupGap = 3 * 60_000;

/**
 * The lines of a history: day separators, system lines, messages and notes, both logs by time.
 *
 * A note is a message with `note`. A message knows whether it `starts` and `ends` a group, and its `state` if it is ours: sending, failed, sent,
 * delivered or read. `tells` marks those whose state is worth showing: the last ones that have it.
 *
 * @returns {object[]} each with `type` ('day' | 'system' | 'message') and a `key` that stays the same from pending to stored
 */
export function historyLines(conversation, self) {
  const receipt = visitorReceipt(conversation);
  const line = (entry) => storedLine(entry, self, receipt);
  const stored = byTime(conversation.entries.map(line), known(conversation).map(line));
  const pending = conversation.pending.map(({id, text, note, at, state, error}) => ({
    type: 'message', key: id, id, own: true, author: self, text, note, at, state, error,
  }));
  return withDays(grouped(tellingStates([...stored, ...pending])));
}

function storedLine(entry, self, receipt) {
  const {seq, kind, author, id, text} = entry;
  // What goes with a transfer, and what a supervisor whispers, is one as well
  const note = kind === 'note' || kind === 'whisper' || (kind === 'routing' && text !== undefined);
  const at = Date.parse(entry.at);
  const key = `${entry.log === 'internal' ? 'i' : 'e'}${seq}`;
  if (kind !== 'message' && !note) {
    return {type: 'system', key, entry, at};
  }
  const own = author.id === self?.id;
  return {
    type: 'message', key: own && id ? id : key, own, author, text, note, at,
    state: note ? 'sent' : stateOf(entry, receipt),
  };
}

/** What is older than the first message that we have waits for the messages around it. */
function known({entries, internal}) {
  const begin = entries[0]?.seq > 1 ? Date.parse(entries[0].at) : -Infinity;
  return internal.filter(({at}) => Date.parse(at) >= begin);
}

/** Each log keeps its own order, whatever the clocks of several servers said. */
function byTime(messages, notes) {
  const merged = [];
  let next = 0;
  for (const message of messages) {
    while (next < notes.length && notes[next].at < message.at) {
      merged.push(notes[next]);
      next += 1;
    }
    merged.push(message);
  }
  return [...merged, ...notes.slice(next)];
}

function stateOf({seq}, {delivered, read}) {
  return seq <= read ? 'read' : seq <= delivered ? 'delivered' : 'sent';
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

function grouped(lines) {
  lines.forEach((line, index) => {
    line.starts = !together(lines[index - 1], line);
    line.ends = !together(line, lines[index + 1]);
  });
  return lines;
}

function together(one, next) {
  return (
    one?.type === 'message' &&
    next?.type === 'message' &&
    one.author?.id === next.author?.id &&
    !one.note === !next.note &&
    next.at - one.at < groupGap &&
    dayOf(one.at) === dayOf(next.at)
  );
}

function withDays(lines) {
  return lines.flatMap((line, index) => {
    const day = dayOf(line.at);
    return index && dayOf(lines[index - 1].at) === day ? [line] : [{type: 'day', key: `d${day}`, at: line.at}, line];
  });
}

function dayOf(at) {
  return new Date(at).setHours(0, 0, 0, 0);
}
