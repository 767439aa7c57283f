import {goesOnIn, hasMergeable, holdingMerges, mayMerge, mayReopen, undoUntil} from '../../main/webapp/console/model/merges.js';
import {ada, entry, olivia} from './fakes.js';
import {equal, test} from './runner.js';

/** @type {import('../../main/webapp/client/frames.js').Self} */
const ben = {kind: 'operator', id: 'o-2', name: 'Ben'};
const boss = {...ben, roles: ['chat-supervisor']};
/** @type {any} */
const mine = {id: 'mine', status: 'active', owner: olivia, visitor: ada};
const also = {...mine, id: 'also'};
const theirs = {...mine, id: 'theirs', owner: ben};
const waits = {...mine, id: 'waits', status: 'queued', owner: null};
const ended = {...mine, id: 'ended', status: 'closed', closed: '2026-01-01T12:00:00.000Z'};

test('whoOwnsOneMayMergeItWithAnotherOfTheirsOrOneThatWaits', () => {
  const may = (one, other) => [mayMerge(one, other, olivia), mayMerge(other, one, olivia)];
  equal([may(mine, also), may(mine, waits)], [[true, true], [true, true]]);
  equal([may(mine, theirs), may(waits, {...waits, id: 'w'}), may(mine, ended)], [[false, false], [false, false], [false, false]]);
  equal(mayMerge(mine, mine, olivia), false);
});

test('supervisorsMayMergeWhatIsOpen', () => {
  equal([mayMerge(mine, also, boss), mayMerge(mine, ended, boss)], [true, false]);
});

test('onlyConversationsOfTheSameVisitorShouldBeOffered', () => {
  /** @returns {any} */
  const store = (...summaries) => ({self: olivia, conversations: new Map(summaries.map((summary) => [summary.id, {summary}]))});
  const stranger = {...also, visitor: {...ada, id: 'v-2'}};
  const offered = (...others) => hasMergeable(store(mine, ...others), /** @type {any} */ ({summary: mine}));
  equal([offered(), offered(stranger), offered(ended), offered(also)], [false, false, false, true]);
});

test('anUndoneMergeShouldHoldNoMore', () => {
  const merged = (seq, data) => entry(seq, {kind: 'merged', data});
  const log = (...entries) => holdingMerges(/** @type {any} */ ({id: 'c-1', entries})).map(({source}) => source);
  equal(log(merged(1, {from: 'a'}), merged(2, {from: 'b'})), ['a', 'b']);
  equal(log(merged(1, {from: 'a'}), merged(2, {from: 'b'}), merged(3, {from: 'a', undone: 'true'})), ['b']);
  equal(log(merged(1, {from: 'a'}), merged(2, {from: 'a', undone: 'true'}), merged(3, {from: 'a'})), ['a']);
  const reopened = (seq, data) => entry(seq, {kind: 'reopened', data});
  equal(log(merged(1, {into: 'x'})), ['c-1']);
  equal(log(merged(1, {into: 'x'}), reopened(2, {from: 'x'})), []);
  equal(log(merged(1, {into: 'x'}), reopened(2)), ['c-1']);
});

test('aMergeCanBeUndoneForSomeTime', () => {
  equal(undoUntil(entry(1), 900), Date.parse('2026-01-01T12:15:00.000Z'));
});

test('whoOwnedItLastMayReopenForSomeTime', () => {
  const at = (hours) => Date.parse(ended.closed) + hours * 3_600_000;
  const may = (summary, self, hours) => mayReopen(summary, self, 24, at(hours));
  equal([may(ended, olivia, 1), may(ended, olivia, 25), may(ended, boss, 1), may(ended, ben, 1)], [true, false, true, false]);
  equal([may({...ended, mergedInto: 'x'}, olivia, 1), may(mine, olivia, 1)], [false, false]);
});

test('aMergedConversationShouldLeadToWhereItGoesOn', () => {
  /** @type {any} */
  const store = {conversations: new Map([['a', {summary: {mergedInto: 'b'}}], ['b', {summary: {mergedInto: 'c'}}]])};
  equal([goesOnIn(store, 'a'), goesOnIn(store, 'c')], ['c', 'c']);
});
