import {visitorReceipt} from './desk-model.js';

/** Messages of one author closer together than this, ms, stand in one group. */
const groupGap = 3 * 60_000;

/**
 * The lines of a history: day separators, system lines and messages.
 *
 * A message knows whether it `starts` and `ends` a group, and its `state` if it is ours: sending, failed, sent,
 * delivered or read. `tells` marks those whose state is worth showing: the last ones that have it.
 *
 * @returns {object[]} each with `type` ('day' | 'system' | 'message') and a `key` that stays the same from pending to stored
 */
export function historyLines(conversation, self) {
  const receipt = visitorReceipt(conversation);
  const stored = conversation.entries.map((entry) =>
    entry.kind === 'message'
      ? {
          type: 'message',
          key: entry.author.id === self?.id && entry.id ? entry.id : `e${entry.seq}`,
          own: entry.author.id === self?.id,
          author: entry.author,
          text: entry.text,
          at: Date.parse(entry.at),
          state: stateOf(entry, receipt),
        }
      : {type: 'system', key: `e${entry.seq}`, entry, at: Date.parse(entry.at)},
  );
  const pending = conversation.pending.map(({id, text, at, state, error}) => ({
    type: 'message', key: id, id, own: true, author: self, text, at, state, error,
  }));
  return withDays(grouped(tellingStates([...stored, ...pending])));
}

function stateOf({seq}, {delivered, read}) {
  return seq <= read ? 'read' : seq <= delivered ? 'delivered' : 'sent';
}

function tellingStates(lines) {
  let later = null;
  for (const line of lines.toReversed()) {
    if (line.own) {
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
