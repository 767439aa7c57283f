import {LiveVisitors} from '../../main/webapp/console/visitors/live-visitors.js';
import {olivia} from './fakes.js';
import {equal, test} from './runner.js';

const visitor = (id, minute, values) => ({
  visitor: {kind: 'visitor', id, name: id}, since: `2026-01-01T12:0${minute}:00.000Z`, page: 'https://shop.example/', ...values,
});
const left = (id) => ({visitor: {kind: 'visitor', id}, left: true});
const frame = (total, first, ...more) => ({type: 'visitor', ...first, total, ...(more.length && {more})});
const invitation = (state, values) => ({
  type: 'invitation', invitation: 'i-1', state, visitor: {kind: 'visitor', id: 'ada'}, author: olivia, at: '2026-01-01T12:05:00.000Z', ...values,
});

/** A client that says what the test has it say. */
class Told extends EventTarget {
  store = {self: olivia};
  visitors = new LiveVisitors(/** @type {any} */ (this));

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
    return this;
  }

  window(...visitors) {
    this.tell('window', {re: 'w-1', visitors: visitors.length});
    visitors.forEach((one) => this.tell('visitor', frame(visitors.length, one)));
    return this;
  }

  get ids() {
    return this.visitors.list.map(({visitor: {id}, gone}) => (gone ? `${id} gone` : id));
  }
}

test('whoCameLastShouldBeFirst', () => {
  const told = new Told().window(visitor('ada', 1), visitor('bob', 2));
  equal(told.ids, ['bob', 'ada']);
  told.tell('visitor', frame(4, visitor('cleo', 3), visitor('dan', 0)));
  equal([told.ids, told.visitors.total], [['cleo', 'bob', 'ada', 'dan'], 4]);
  told.tell('visitor', frame(3, left('bob')));
  equal([told.ids, told.visitors.total], [['cleo', 'ada', 'dan'], 3]);
});

test('aHeldListShouldChangeInPlaceOnly', () => {
  const told = new Told().window(visitor('ada', 1), visitor('bob', 2));
  told.visitors.held = true;
  told.tell('visitor', frame(2, visitor('cleo', 3), left('bob'), visitor('ada', 1, {pages: 2})));
  equal([told.ids, told.visitors.news, told.visitors.find('ada').pages, told.visitors.list[1].pages], [['bob gone', 'ada'], 2, 2, 2]);
  told.tell('visitor', frame(3, visitor('bob', 2)));
  equal([told.ids, told.visitors.news], [['bob', 'ada'], 1]);
  told.visitors.settle();
  equal([told.ids, told.visitors.news], [['cleo', 'bob', 'ada'], 0]);
  told.tell('visitor', frame(2, left('ada')));
  told.visitors.held = false;
  equal(told.ids, ['cleo', 'bob']);
});

test('whatAnotherWindowHadShouldBeForgottenAndWhatComesLateIgnored', () => {
  const told = new Told().window(visitor('ada', 1));
  told.visitors.forget();
  told.tell('visitor', frame(1, visitor('late', 2)));
  equal([told.ids, told.visitors.told], [[], false]);
  told.window(visitor('bob', 2));
  equal([told.ids, told.visitors.told], [['bob'], true]);
});

test('neitherAnotherWindowNorAnEmptyListShouldBeHeld', () => {
  const told = new Told().window(visitor('ada', 1));
  told.visitors.held = true;
  told.visitors.forget();
  told.window(visitor('bob', 2), visitor('cleo', 3));
  equal(told.ids, ['cleo', 'bob']);
  told.window();
  told.visitors.held = true;
  told.tell('visitor', frame(1, visitor('ada', 1)));
  equal(told.ids, ['ada']);
});

test('aListShouldStopWhenAnotherTabAsksForAWindowOfItsOwn', () => {
  const told = new Told();
  const ids = [told.visitors.forget(), told.visitors.forget()];
  const heard = ['w-1', ...ids, 'visitors-other', 'w-2', ids[1]].map((re) => told.tell('window', {re, visitors: 0}).visitors.elsewhere);
  equal(heard, [false, false, false, true, true, false]);
});

test('aWindowThatWasAskedForOnTheWayToAnotherShouldNotBeShown', () => {
  const told = new Told();
  const [first, second] = [told.visitors.forget(), told.visitors.forget()];
  told.tell('window', {re: first, visitors: 1}).tell('visitor', frame(1, visitor('ada', 1)));
  equal(told.ids, []);
  told.tell('window', {re: second, visitors: 1}).tell('visitor', frame(1, visitor('bob', 2)));
  equal(told.ids, ['bob']);
});

test('aListShouldStandUntilItIsToldAgain', () => {
  const told = new Told().window(visitor('ada', 1), visitor('bob', 2));
  told.tell('window', {re: 'w-2', visitors: 1});
  equal(told.ids, ['bob gone', 'ada gone']);
  told.tell('visitor', frame(1, visitor('bob', 2)));
  equal(told.ids, ['bob']);
  told.tell('window', {re: 'w-3', visitors: 0});
  equal(told.ids, []);
});

test('theNewestInvitationOfAVisitorShouldCount', () => {
  const told = new Told().window(visitor('ada', 1)).tell('invitation', invitation('shown'));
  equal(told.visitors.invitationOf('ada').state, 'shown');
  told.tell('invitation', invitation('queued', {invitation: 'i-2', at: '2026-01-01T12:06:00.000Z'}));
  told.tell('invitation', invitation('expired'));
  equal(told.visitors.invitationOf('ada').state, 'queued');
});

test('anotherWindowShouldTellOpenInvitationsAnewAndKeepTheEndOfOwnOnes', () => {
  const after = (state, author) => {
    const told = new Told().window(visitor('ada', 1)).tell('invitation', invitation(state, {author}));
    return told.window(visitor('ada', 1)).visitors.invitationOf('ada')?.state;
  };
  equal([after('shown', olivia), after('dismissed', olivia), after('dismissed', {id: 'o-2'})], [undefined, 'dismissed', undefined]);
});
