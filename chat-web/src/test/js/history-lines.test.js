import {historyLines} from '../../main/webapp/console/history-lines.js';
import {entry, olivia} from './fakes.js';
import {equal, test} from './runner.js';

const at = (second) => `2026-01-01T12:00:${String(second).padStart(2, '0')}.000Z`;
const message = (seq, second) => entry(seq, {at: at(second)});
const note = (seq, second) => entry(seq, {at: at(second), log: 'internal', kind: 'note', id: `n-${seq}`});

function shown({entries = [], internal = [], pending = []}) {
  return historyLines({entries, internal, pending, receipts: new Map()}, olivia).filter(({type}) => type !== 'day');
}

const words = (lines) => lines.map(({key, note}) => (note ? `note ${key}` : key));

test('notesShouldStandBetweenMessagesByTime', () => {
  const lines = shown({entries: [message(1, 1), message(2, 5)], internal: [note(1, 3), note(2, 9)]});
  equal(words(lines), ['m-1', 'note n-1', 'm-2', 'note n-2']);
});

test('eachLogShouldKeepItsOrderWhateverTheClocksSay', () => {
  const lines = shown({entries: [message(1, 5), message(2, 4)], internal: [note(1, 4)]});
  equal(words(lines), ['note n-1', 'm-1', 'm-2']);
});

test('notesShouldWaitForTheMessagesAroundThem', () => {
  const lines = shown({entries: [message(7, 5)], internal: [note(1, 1), note(2, 6)]});
  equal(words(lines), ['m-7', 'note n-2']);
});

test('noteAndMessageShouldNotStandInOneGroup', () => {
  const lines = shown({entries: [message(1, 1)], internal: [note(1, 2), note(2, 3)]});
  equal(lines.map(({starts, ends}) => [starts, ends]), [[true, true], [true, false], [false, true]]);
});

test('onlyANoteThatIsNotKeptYetShouldTellItsState', () => {
  const pending = [{id: 'n-2', text: 'x', note: true, at: Date.parse(at(9)), state: 'failed', error: {}}];
  const lines = shown({internal: [note(1, 2)], pending});
  equal(lines.map(({tells}) => tells), [false, true]);
});
