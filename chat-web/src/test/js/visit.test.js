import {Visit} from '../../main/webapp/widget/visit.js';
import {Bench, olivia, settle} from './fakes.js';
import {equal, test} from './runner.js';

/** The page around, which the test plays. */
class FakeHost extends EventTarget {
  told = [];

  tell(word, values) {
    this.told.push([word, values?.text]);
  }

  show(page) {
    this.page = page;
    this.say('page');
  }

  say(word, detail = {}) {
    this.dispatchEvent(new CustomEvent(word, {detail}));
  }
}

const invitation = (values) => ({
  type: 'invitation', invitation: 'i-1', state: 'delivered', mode: 'invite', text: 'May I help?', author: olivia, ...values,
});

/** A live client, its visit, and the page around it. */
async function arrive() {
  const bench = await new Bench().live();
  const host = new FakeHost();
  const visit = new Visit(bench.client, /** @type {any} */ (host), (key) => key, () => {});
  const states = () => bench.socket.of('invitation').map(({state}) => state);
  return {bench, host, visit, states};
}

test('anInvitationShouldShowACardAndSayWhatBecomesOfIt', async () => {
  const {bench, host, visit, states} = await arrive();
  await bench.socket.say(invitation());
  equal([host.told, states()], [[['invitation', 'May I help?']], []]);
  host.say('card', {state: 'shown'});
  host.say('card', {state: 'shown'});
  host.say('card', {state: 'answered'});
  equal([states(), visit.answering, visit.question], [['shown', 'answered'], true, null]);
});

test('anInvitationShouldBeShownOnlyWhenItIsOnTheScreen', async () => {
  const {bench, visit, states} = await arrive();
  await bench.socket.say(invitation());
  visit.seen(false);
  equal(states(), []);
  visit.seen(true);
  equal(states(), ['shown']);
});

test('aConversationThatWasOpenedForTheVisitorShouldOpenTheWindow', async () => {
  const {bench, host, visit, states} = await arrive();
  await bench.socket.say(invitation({mode: 'open'}));
  equal([host.told, visit.question, states()], [[['open', undefined]], null, []]);
  visit.seen(true);
  visit.wrote();
  visit.wrote();
  equal([states(), visit.answering], [['shown', 'answered'], false]);
});

test('closingAWindowThatWasOpenedForTheVisitorShouldDismiss', async () => {
  const {bench, host, visit, states} = await arrive();
  await bench.socket.say(invitation({mode: 'open'}));
  visit.seen(true);
  host.say('closed');
  host.say('closed');
  equal(states(), ['shown', 'dismissed']);
});

test('closingTheWindowShouldNotDismissWhatMayStillBeAnswered', async () => {
  const {bench, host, visit, states} = await arrive();
  await bench.socket.say(invitation());
  host.say('closed');
  equal([states(), visit.question.text], [[], 'May I help?']);
});

test('anInvitationThatIsSettledElsewhereShouldGoAway', async () => {
  const {bench, host, visit} = await arrive();
  await bench.socket.say(invitation(), invitation({invitation: 'i-2', state: 'expired'}));
  equal(visit.question.invitation, 'i-1');
  await bench.socket.say(invitation({state: 'expired'}));
  equal([visit.question, host.told.at(-1)], [null, ['invitation', undefined]]);
});

test('anAnswerThatComesTooLateShouldEndTheWaiting', async () => {
  const {bench, visit} = await arrive();
  await bench.socket.say(invitation());
  visit.move('answered');
  await bench.socket.say(invitation({state: 'answered'}));
  equal(visit.answering, true);
  await bench.socket.say(invitation({state: 'expired'}));
  equal(visit.answering, false);
});

test('anAnswerThatIsRefusedShouldEndTheWaiting', async () => {
  const {bench, visit} = await arrive();
  await bench.socket.say(invitation());
  visit.move('answered');
  await settle();
  const {id} = bench.socket.of('invitation')[0];
  await bench.socket.say({type: 'error', re: id, code: 'unreachable'});
  equal([visit.answering, visit.question], [false, null]);
});

test('whatTheServerDoesNotKnowToBeDeliveredShouldBeSaid', async () => {
  const {bench, states} = await arrive();
  await bench.socket.say(invitation({state: 'queued'}), invitation({state: 'delivered'}));
  equal(states(), ['delivered']);
});

test('anAnswerShouldWaitForTheLine', async () => {
  const {bench, host, visit, states} = await arrive();
  await bench.socket.say(invitation());
  await bench.socket.end(1006);
  visit.move('dismissed');
  await bench.clock.advance(1000);
  await bench.greet([], invitation({state: 'shown'}));
  equal([states(), visit.question, host.told.length], [['dismissed'], null, 1]);
});

test('aPageShouldBeToldWhenThereIsALineAndAgainOnANewOne', async () => {
  const bench = new Bench();
  const host = new FakeHost();
  host.show({url: 'https://shop.example/a', title: 'A', referrer: ''});
  new Visit(bench.client, /** @type {any} */ (host), (key) => key, () => {});
  await bench.live();
  equal(bench.socket.of('page'), [{type: 'page', url: 'https://shop.example/a', title: 'A', referrer: ''}]);
  host.show({url: 'https://shop.example/b', title: 'B', referrer: 'https://shop.example/a'});
  equal(bench.socket.of('page').map(({url}) => url), ['https://shop.example/a', 'https://shop.example/b']);
  await bench.reconnect();
  equal(bench.socket.of('page').map(({url}) => url), ['https://shop.example/b']);
});

test('aVisitorOfWhomNoPageIsToldShouldSendNone', async () => {
  const {bench} = await arrive();
  await settle();
  equal(bench.socket.of('page'), []);
});
