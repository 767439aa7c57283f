import {historyLines} from '../../main/webapp/console/pane/history-lines.js';
import {entry, olivia} from './fakes.js';
import {equal, test} from './runner.js';

const at = (second) => `2026-01-01T12:00:${String(second).padStart(2, '0')}.000Z`;
const message = (seq, second) => entry(seq, {at: at(second)});
const note = (seq, second) => entry(seq, {at: at(second), log: 'internal', kind: 'note', id: `n-${seq}`});

function shown({entries = [], internal = [], pending = []}) {
  const conversation = /** @type {any} */ ({entries, internal, pending, receipts: new Map()});
  return historyLines(conversation, olivia).filter(({type}) => type !== 'day');
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

test('aWhisperShouldStandForItself', () => {
  const lines = shown({internal: [note(1, 2), {...note(2, 3), kind: 'whisper'}]});
  equal(lines.map(({whisper, starts}) => [whisper, starts]), [[false, true], [true, true]]);
});

const merged = (seq, second, data) => entry(seq, {kind: 'merged', at: at(second), data});
const conversation = (id, department, values) => ({
  id, summary: {department: {name: department}}, entries: [], internal: [], pending: [], receipts: new Map(), ...values,
});
const joint = (alive, ...old) => historyLines(alive, olivia, old).filter(({type}) => type !== 'day');
const said = (lines) => lines.map(({type, department, entry: one, key}) => department ?? (type === 'message' ? key : one.kind));

test('mergedConversationsShouldStandTogetherByTimeAndSayWhichIsWhich', () => {
  const sales = conversation('s', 'Sales', {
    entries: [{...message(1, 1), id: 's-1'}, {...message(2, 4), id: 's-2'}, merged(3, 6, {into: 'c'})], internal: [note(1, 2)],
  });
  const alive = conversation('c', 'Support', {entries: [message(1, 3), merged(2, 6, {from: 's'}), message(3, 8)]});
  const lines = joint(alive, sales);
  equal(said(lines), ['Sales', 's-1', 'n-1', 'Support', 'm-1', 'Sales', 's-2', 'merged', 'm-3']);
  equal(new Set(lines.map(({key}) => key)).size, lines.length);
});

test('ofTwoLogsNothingShouldBeShownBeforeBothAreKnown', () => {
  const sales = conversation('s', 'Sales', {entries: [message(1, 1), message(2, 5)]});
  const alive = conversation('c', 'Support', {entries: [message(7, 4), message(8, 6)]});
  equal(joint(alive, sales).filter(({type}) => type === 'message').map(({at: when}) => new Date(when).getUTCSeconds()), [4, 5, 6]);
});

test('anUndoneMergeShouldNotLookLikeOneThatHolds', () => {
  const alive = conversation('c', 'Support', {entries: [merged(1, 1, {from: 's'}), merged(2, 2, {from: 's', undone: 'true'}), merged(3, 3, {from: 't'})]});
  equal(joint(alive).map(({type, holds, source}) => [type, holds, source]), [['merge', false, undefined], ['system', undefined, undefined], ['merge', true, 't']]);
});
