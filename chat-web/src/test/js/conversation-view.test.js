import {logRows} from '../../main/webapp/widget/conversation-view.js';
import {ada, entry, olivia} from './fakes.js';
import {equal, test} from './runner.js';

const conversation = (entries, values) => ({entries, pending: [], receipts: new Map(), ...values});
const messages = (rows) => rows.filter(({kind}) => kind === 'message');
const own = (seq, values) => entry(seq, {author: ada, ...values});

test('aMessageShouldKeepItsRowWhenItMovesIntoTheLog', () => {
  const pending = [{id: 'x', text: 'hello', at: Date.parse('2026-01-01T12:00:00Z'), state: 'sending'}];
  const [before] = messages(logRows(conversation([], {pending}), ada));
  const [after] = messages(logRows(conversation([own(1, {id: 'x'})]), ada));
  equal(after.key, before.key);
});

test('anotherAuthorsMessageWithTheSameIdShouldHaveARowOfItsOwn', () => {
  const rows = messages(logRows(conversation([own(1, {id: 'x'}), entry(2, {id: 'x'})]), ada));
  equal(new Set(rows.map(({key}) => key)).size, 2);
});

test('theStateShouldFollowTheReceiptsOfOthers', () => {
  const receipts = new Map([
    [olivia.id, {participant: olivia, delivered: 2, read: 1}],
    [ada.id, {participant: ada, delivered: 3, read: 3}],
  ]);
  const rows = messages(logRows(conversation([own(1), own(2), own(3)], {receipts}), ada));
  equal(rows.map(({state}) => state), ['read', 'delivered', 'sent']);
});

test('messagesOfOneAuthorShouldStandTogetherForAFewMinutes', () => {
  const at = (minute) => ({at: `2026-01-01T12:${minute}:00Z`});
  const rows = messages(logRows(conversation([entry(1, at('00')), entry(2, at('01')), entry(3, at('09')), own(4, at('09'))]), ada));
  equal(rows.map(({first, last}) => [first, last]), [[true, false], [false, true], [true, true], [true, true]]);
});

test('aNewDayShouldBeNamed', () => {
  const rows = logRows(conversation([entry(1, {at: '2026-01-01T12:00:00'}), entry(2, {at: '2026-01-03T12:00:00'})]), ada);
  equal(rows.map(({kind}) => kind), ['day', 'message', 'day', 'message']);
});

test('whatANewerServerWritesIntoTheLogShouldBeLeftOut', () => {
  equal(logRows(conversation([entry(1, {kind: 'hologram'})]), ada), []);
});

test('whoWasAssignedShouldBeNamedWhoeverDidIt', () => {
  const system = {kind: 'system', id: 'system'};
  const [row] = logRows(conversation([
    entry(1, {kind: 'assigned', author: system, data: {operator: olivia.id, name: olivia.name}}),
  ]), ada).filter(({kind}) => kind === 'event');
  equal([row.text, row.author.name], ['joined', olivia.name]);
});

test('theEndShouldSayWhoEndedIt', () => {
  const ended = (author) => logRows(conversation([entry(1, {kind: 'closed', author})]), ada).at(-1).text;
  equal([ada, olivia, {kind: 'system', id: 'system'}].map(ended), ['closed.you', 'closed', 'closed.system']);
});
