import {offered, own, unansweredSince, waiting} from '../../main/webapp/console/model/desk-model.js';
import {ada, entry, olivia} from './fakes.js';
import {equal, test} from './runner.js';

const at = (minute) => `2026-01-01T12:0${minute}:00.000Z`;
const said = (author, minute) => entry(minute, {author, at: at(minute)});
/** @returns {any} as much of one as is read */
const conversation = (id, summary, values) => ({
  id, summary: {opened: at(1), owner: olivia, ...summary}, entries: [], pending: [], ...values,
});
/** @returns {any} as much of one as is read */
const store = (...conversations) => ({self: olivia, conversations: new Map(conversations.map((one) => [one.id, one]))});
const ids = (list) => list.map(({id}) => id);

test('theMostUrgentShouldBeFirstInTheQueueThenWhoWaitsLongest', () => {
  const queued = (id, values) => conversation(id, {status: 'queued', ...values});
  const queue = store(
    queued('new', {queued: at(5)}), queued('back', {opened: at(1), queued: at(6)}), queued('old', {queued: at(2)}),
    queued('urgent', {queued: at(7), priority: 'urgent'}), queued('low', {queued: at(1), priority: 'low'}),
  );
  equal(ids(waiting(queue)), ['urgent', 'old', 'new', 'back', 'low']);
});

test('ownConversationsShouldComeInTheChosenOrder', () => {
  const active = (id, minute, values, priority) => conversation(id, {status: 'active', opened: at(minute), priority}, values);
  const mine = store(
    active('a', 1, {entries: [said(ada, 1), said(olivia, 2)]}), active('b', 2, {entries: [said(ada, 6)]}),
    active('c', 3, {entries: [said(ada, 4)]}, 'high'),
  );
  equal(ids(own(mine)), ['a', 'b', 'c']);
  equal(ids(own(mine, 'waiting')), ['c', 'b', 'a']);
  equal(ids(own(mine, 'news')), ['b', 'c', 'a']);
  equal(ids(own(mine, 'priority')), ['c', 'a', 'b']);
});

test('aVisitorShouldWaitSinceTheFirstMessageAfterTheLastAnswer', () => {
  const entries = [said(ada, 1), said(olivia, 2), said(ada, 3), said(ada, 4)];
  equal(unansweredSince(conversation('a', {}, {entries}), olivia), at(3));
  equal(unansweredSince(conversation('a', {}, {entries: entries.slice(0, 2)}), olivia), null);
  const pending = (note) => conversation('a', {}, {entries, pending: [{note}]});
  equal([unansweredSince(pending(false), olivia), unansweredSince(pending(true), olivia)], [null, at(3)]);
});

test('whatTheOperatorIsAskedToTakeShouldNotStandInTheQueueToo', () => {
  const offer = (operator, minute) => ({status: 'queued', offer: {operator, until: at(minute)}});
  const queue = store(
    conversation('later', offer(olivia, 6)), conversation('soon', offer(olivia, 5)),
    conversation('other', offer({id: 'o-2'}, 5)), conversation('free', {status: 'queued'}),
  );
  equal([ids(offered(queue)), ids(waiting(queue))], [['soon', 'later'], ['other', 'free']]);
});
