import {loadTexts} from '../../main/webapp/i18n/i18n.js';
import {mergedWith} from '../../main/webapp/client/store.js';
import {currentConversation, entrance, eventText, logRows, otherConversations} from '../../main/webapp/widget/conversation-view.js';
import {ada, entry, olivia} from './fakes.js';
import {equal, ok, test} from './runner.js';

/** @returns {any} as much of one as is read */
const conversation = (entries, values) => ({entries, pending: [], receipts: new Map(), ...values});
/** @type {import('../../main/webapp/client/frames.js').Person} */
const system = {kind: 'system', id: 'system', name: null};
const rowsOf = (one, self, merged = []) => logRows([...merged, one], self);
const messages = (rows) => rows.filter(({kind}) => kind === 'message');
const own = (seq, values) => entry(seq, {author: ada, ...values});

test('aMessageShouldKeepItsRowWhenItMovesIntoTheLog', () => {
  const pending = [{id: 'x', text: 'hello', at: Date.parse('2026-01-01T12:00:00Z'), state: 'sending'}];
  const [before] = messages(rowsOf(conversation([], {pending}), ada));
  const [after] = messages(rowsOf(conversation([own(1, {id: 'x'})]), ada));
  equal(after.key, before.key);
});

test('anotherAuthorsMessageWithTheSameIdShouldHaveARowOfItsOwn', () => {
  const rows = messages(rowsOf(conversation([own(1, {id: 'x'}), entry(2, {id: 'x'})]), ada));
  equal(new Set(rows.map(({key}) => key)).size, 2);
});

test('theStateShouldFollowTheReceiptsOfOthers', () => {
  const receipts = new Map([
    [olivia.id, {participant: olivia, delivered: 2, read: 1}],
    [ada.id, {participant: ada, delivered: 3, read: 3}],
  ]);
  const rows = messages(rowsOf(conversation([own(1), own(2), own(3)], {receipts}), ada));
  equal(rows.map(({state}) => state), ['read', 'delivered', 'sent']);
});

test('messagesOfOneAuthorShouldStandTogetherForAFewMinutes', () => {
  const at = (minute) => ({at: `2026-01-01T12:${minute}:00Z`});
  const rows = messages(rowsOf(conversation([entry(1, at('00')), entry(2, at('01')), entry(3, at('09')), own(4, at('09'))]), ada));
  equal(rows.map(({starts, ends}) => [starts, ends]), [[true, false], [false, true], [true, true], [true, true]]);
});

test('aNewDayShouldBeNamed', () => {
  const rows = rowsOf(conversation([entry(1, {at: '2026-01-01T12:00:00'}), entry(2, {at: '2026-01-03T12:00:00'})]), ada);
  equal(rows.map(({kind}) => kind), ['day', 'message', 'day', 'message']);
});

test('whatANewerServerWritesIntoTheLogShouldBeLeftOut', () => {
  equal(rowsOf(conversation([entry(1, {kind: 'hologram'})]), ada), []);
});

test('whoWasAssignedShouldBeNamedWhoeverDidIt', () => {
  const system = {kind: 'system', id: 'system'};
  const [row] = rowsOf(conversation([
    entry(1, {kind: 'assigned', author: system, data: {operator: olivia.id, name: olivia.name}}),
  ]), ada).filter(({kind}) => kind === 'event');
  equal([row.text, row.author.name], ['assigned', olivia.name]);
});

test('whoShallTakeItShouldBeNamedWhereThatIsKnown', () => {
  const told = (data) => rowsOf(conversation([entry(1, {kind: 'transferred', author: system, data})]), ada).at(-1);
  equal([told({operator: 'o-2', name: 'Ben'}), told({department: 'd', departmentName: 'Sales'}), told({})].map(({text, author}) => [text, author.name]),
    [['transferred', 'Ben'], ['transferred', 'Sales'], ['transferred.on', undefined]]);
});

test('whoGivesItToADepartmentShouldBeNamedToo', () => {
  const row = rowsOf(conversation([entry(1, {kind: 'transferred', author: olivia, data: {department: 'd', departmentName: 'Sales'}})]), ada).at(-1);
  equal([row.text, row.author], ['transferred.team', {name: 'Sales', by: 'Olivia'}]);
});

test('whoHasLeftShouldBeNamedThoughRoutingSaysIt', () => {
  const [row] = rowsOf(conversation([entry(1, {kind: 'left', author: system, data: {operator: olivia.id, name: olivia.name}})]), ada).slice(1);
  equal([row.text, row.author.name], ['left', olivia.name]);
});

test('nothingThatHappenedShouldLeaveAPlaceholderInAnyLanguage', async () => {
  /** @type {import('../../main/webapp/client/frames.js').Person[]} */
  const authors = [olivia, ada, {kind: 'operator', id: 'o-3', name: null}, system, null];
  /** @type {import('../../main/webapp/client/frames.js').EntryData[]} */
  const facts = [{}, {operator: 'o-2', name: 'Ben'}, {department: 'd', departmentName: 'Sales'}, {closes: '2026-01-01T12:10:00.000Z'}, {reason: 'idle'}, undefined];
  for (const language of ['en', 'zh-CN', 'ar']) {
    const t = await loadTexts('widget', [language]);
    for (const kind of ['left', 'assigned', 'transferred', 'closed', 'reopened', 'idle']) {
      for (const {author, data} of authors.flatMap((one) => facts.map((two) => ({author: one, data: two})))) {
        // A server names whom it assigns and who left
        const told = ['left', 'assigned'].includes(kind) ? {operator: 'o-2', name: 'Ben', ...data} : data;
        const row = rowsOf(conversation([entry(1, {kind, author, data: told})]), ada).at(-1);
        if (!row) {
          equal([kind, told?.closes], ['idle', undefined], 'left out');
          continue;
        }
        const text = eventText(t, row);
        ok(!/[{}]/.test(text) && text !== `event.${row.text}`, `${language}, ${kind}: ${text}`);
      }
    }
  }
  await loadTexts('widget', ['en']);
});

test('theDepartmentThatIsAskedFirstShouldSayWhoIsThere', () => {
  /** @returns {any} as much of a store as is read */
  const there = (...departments) => ({presence: {departments: new Map(departments.map((one) => [one.id, one]))}});
  const of = (...departments) => entrance(there(...departments), undefined);
  const [first, second] = [{id: 'd-1', key: 'one', open: true}, {id: 'd-2', key: 'two', open: true, accepting: true}];
  equal([of(), of(second, first).id], [undefined, 'd-1']);
  equal(['two', 'nowhere'].map((wanted) => entrance(there(first, second), wanted).id), ['d-2', 'd-1']);
  equal(of({id: 'd-1', key: 'one', open: false, letsStart: false}, second).id, 'd-2', 'one that is not in use');
  equal(of({id: 'd-1', key: 'one', open: false, opens: '2026-01-02T08:00:00.000Z'}, second).id, 'd-1', 'one that is closed');
});

test('theEndShouldSayWhoEndedIt', () => {
  const ended = (author) => rowsOf(conversation([entry(1, {kind: 'closed', author})]), ada).at(-1).text;
  equal([ada, olivia, {kind: 'system', id: 'system'}].map(ended), ['closed.you', 'closed', 'closed.system']);
});

test('aWarningShouldSayWhenTheConversationEnds', () => {
  const closes = '2026-01-01T12:10:00.000Z';
  const row = rowsOf(conversation([entry(1, {kind: 'idle', author: {kind: 'system', id: 'system'}, data: {closes}})]), ada).at(-1);
  equal([row.text, row.closes], ['idle', closes]);
});

test('theEndAfterSilenceShouldSaySo', () => {
  const author = {kind: 'system', id: 'system'};
  const row = rowsOf(conversation([entry(1, {kind: 'closed', author, data: {reason: 'idle'}})]), ada).at(-1);
  equal(row.text, 'closed.idle');
});

test('mergedConversationsShouldBeShownByTimeAndSayItOnce', () => {
  const at = (second) => ({at: `2026-01-01T12:00:0${second}Z`});
  const gone = {kind: 'merged', data: {into: 'c-1'}};
  const came = {kind: 'merged', data: {from: 'c-0'}};
  const old = conversation([entry(1, at(1)), entry(2, at(4)), entry(3, {...gone, ...at(6)})], {id: 'c-0', summary: {}});
  const alive = conversation([entry(1, {...at(2), id: 'n-1'}), entry(2, {...came, ...at(6)})], {id: 'c-1', summary: {merged: ['c-0']}});
  const rows = rowsOf(alive, ada, [old]).slice(1);
  equal(rows.map(({text, kind}) => (kind === 'message' ? text : kind)), ['text 1', 'text 1', 'text 2', 'event']);
  equal(new Set(rows.map(({key}) => key)).size, rows.length);
});

test('anUndoneMergeShouldNotBeToldToTheVisitor', () => {
  const told = (...entries) => rowsOf(conversation(entries, {summary: {}}), ada).slice(1).map(({text}) => text);
  const merged = (seq, data) => entry(seq, {kind: 'merged', data});
  equal(told(entry(1), merged(2, {from: 'c-0'}), merged(3, {from: 'c-0', undone: 'true'})), ['text 1']);
  equal(told(entry(1), merged(2, {into: 'c-1'}), entry(3, {kind: 'reopened', data: {from: 'c-1'}})), ['text 1']);
  equal(told(entry(1), entry(2, {kind: 'reopened'})), ['text 1', 'reopened']);
});

test('theNumbersOfALogShouldWinOverItsClocks', () => {
  const at = (second) => ({at: `2026-01-01T12:00:0${second}Z`});
  const old = conversation([entry(1, at(5)), entry(2, at(4))], {id: 'c-0'});
  const rows = messages(rowsOf(conversation([entry(1, {...at(6), text: 'last'})], {id: 'c-1'}), ada, [old]));
  equal(rows.map(({text}) => text), ['text 1', 'text 2', 'last']);
});

test('aMessageThatWaitsInAMergedConversationShouldStandInTheOneThatIsAlive', () => {
  const pending = [{id: 'x', text: 'late', at: Date.parse('2026-01-01T12:00:01Z'), state: 'sending'}];
  const rows = messages(rowsOf(conversation([entry(1)], {id: 'c-1'}), ada, [conversation([], {id: 'c-0', pending})]));
  equal(rows.map(({text}) => text), ['text 1', 'late']);
});

test('theConversationThatIsAliveShouldBeTheCurrentOne', () => {
  const one = (id, opened, values) => ({
    ...conversation([]), id, summary: {status: 'active', opened: `2026-01-01T12:0${opened}:00Z`, ...values},
  });
  /** @returns {any} */
  const store = (...all) => ({conversations: new Map(all.map((each) => [each.id, each]))});
  const chain = store(
    one('a', 1, {merged: ['b', 'c']}), one('b', 2, {mergedInto: 'a', status: 'closed'}), one('c', 3, {mergedInto: 'b', status: 'closed'}),
  );
  equal(currentConversation(chain, new Set()).id, 'a');
  equal(mergedWith(chain, chain.conversations.get('a')).map(({id}) => id), ['b', 'c', 'a']);
  equal(otherConversations(chain, chain.conversations.get('a')), []);
});

test('ofSeveralThatAreOpenTheVisitorShouldChoose', () => {
  const one = (id, opened, status = 'active') => ({...conversation([]), id, summary: {status, opened: `2026-01-01T12:0${opened}:00Z`}});
  /** @type {any} */
  const store = {conversations: new Map([one('a', 1), one('b', 2), one('c', 3, 'closed')].map((each) => [each.id, each]))};
  const current = (chosen) => currentConversation(store, new Set(), chosen).id;
  equal([current(), current('a'), current('c')], ['b', 'a', 'b']);
  equal(otherConversations(store, store.conversations.get('b')).map(({id}) => id), ['a']);
});
