import {Bench, entry, summary} from './fakes.js';
import {equal, test} from './runner.js';

const page = (from, to) => Array.from({length: to - from + 1}, (_, index) => entry(from + index));

async function answer(bench, entries, head) {
  const {id} = bench.socket.of('sync').at(-1);
  await bench.socket.say({type: 'ack', re: id, entries, head});
}

test('entriesShouldBeShownInOrder', async () => {
  const bench = await new Bench().live([summary(2)], entry(1), entry(2));
  await bench.socket.say(entry(3));
  equal(bench.shown, [1, 2, 3]);
  equal(bench.entries.map(({live}) => live), [false, false, true]);
});

test('anEntryThatComesTwiceShouldBeShownOnce', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.socket.say(entry(1), entry(2), entry(2), entry(1));
  equal(bench.shown, [1, 2]);
});

test('aReplayOfTheLastFiftyShouldBeginAboveOne', async () => {
  const bench = await new Bench().live([summary(60)], ...page(11, 60));
  equal([bench.shown.length, bench.conversation.upToDate, bench.socket.of('sync').length], [50, true, 0]);
});

test('aMissingEntryShouldBeAskedForBeforeTheNextIsShown', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.socket.say(entry(4));
  equal(bench.shown, [1]);
  equal(bench.conversation.upToDate, false);
  const {conversation, log, after, limit} = bench.socket.of('sync')[0];
  equal([conversation, log, after, limit], ['c-1', 'public', 1, 200]);
  await bench.socket.say(entry(5));
  await answer(bench, page(2, 4), 4);
  equal(bench.shown, [1, 2, 3, 4, 5]);
  equal([bench.conversation.upToDate, bench.socket.of('sync').length], [true, 1]);
});

test('aLongGapShouldBeFilledPageByPage', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.socket.say(entry(300));
  await answer(bench, page(2, 201), 300);
  equal(bench.socket.of('sync')[1].after, 201);
  equal(bench.conversation.upToDate, false);
  await answer(bench, page(202, 300), 300);
  equal([bench.shown.length, bench.conversation.upToDate], [300, true]);
});

test('aServerThatKeepsAnEntryBackShouldNotBeAskedInALoop', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.socket.say(entry(4));
  await answer(bench, [], 1);
  await bench.clock.advance(10_000);
  equal(bench.socket.of('sync').length, 1);
  equal([bench.shown, bench.conversation.upToDate], [[1], false]);
});

test('anUnavailableServerShouldBeAskedAgain', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.socket.say(entry(3));
  const {id} = bench.socket.of('sync')[0];
  await bench.socket.say({type: 'error', re: id, code: 'unavailable', message: '', retryAfter: 3});
  await bench.clock.advance(2999);
  equal(bench.socket.of('sync').length, 1);
  await bench.clock.advance(1);
  await answer(bench, page(2, 3), 3);
  equal(bench.shown, [1, 2, 3]);
});

test('aLineThatBreaksDuringTheRepairShouldLoseNothing', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.socket.say(entry(3));
  await bench.reconnect([summary(3)], entry(2), entry(3));
  equal([bench.shown, bench.conversation.upToDate], [[1, 2, 3], true]);
});

test('aPongThatKnowsMoreShouldStartASync', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.socket.say({type: 'pong', heads: {'c-1': {public: 2, internal: 0}}});
  equal(bench.socket.of('sync')[0].after, 1);
  await answer(bench, [entry(2)], 2);
  equal(bench.shown, [1, 2]);
});

test('aPongThatKnowsNoMoreShouldStartNothing', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.socket.say({type: 'pong', heads: {'c-1': {public: 1, internal: 0}, 'c-unknown': {public: 5}}});
  equal(bench.socket.of('sync').length, 0);
});

test('aReplayThatStopsShortShouldBeCompleted', async () => {
  const bench = await new Bench().live([summary(3)], entry(1), entry(2));
  equal(bench.socket.of('sync')[0].after, 2);
  await answer(bench, [entry(3)], 3);
  equal(bench.conversation.upToDate, true);
});

test('aServerThatHasLessThanBeforeShouldBeReadAnew', async () => {
  const bench = await new Bench().live([summary(3)], entry(1), entry(2), entry(3));
  await bench.reconnect([summary(2)]);
  equal(bench.socket.of('sync')[0].after, 0);
  await answer(bench, [entry(1), entry(2, {text: 'written after the restore'})], 2);
  equal(bench.conversation.entries.map(({seq}) => seq), [1, 2]);
  equal([bench.conversation.entries[1].text, bench.conversation.upToDate], ['written after the restore', true]);
});

test('theInternalLogShouldCountByItself', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.socket.say(entry(1, {log: 'internal', kind: 'note'}), entry(2));
  equal(bench.conversation.internal.map(({seq}) => seq), [1]);
  equal(bench.conversation.entries.map(({seq}) => seq), [1, 2]);
});

test('olderShouldLoadWhatStandsBefore', async () => {
  const bench = await new Bench().live([summary(60)], ...page(51, 60));
  const older = bench.client.older('c-1');
  const {after, limit} = bench.socket.of('sync')[0];
  equal([after, limit], [0, 50]);
  await answer(bench, page(1, 50), 60);
  equal([await older, bench.conversation.entries.length, bench.conversation.entries[0].seq], [50, 60, 1]);
  equal(await bench.client.older('c-1'), 0);
});

test('whatFollowsOnAPageThatWasAskedForShouldBeNews', async () => {
  const bench = await new Bench().live();
  await bench.socket.say({type: 'conversation', ...summary(2)});
  bench.client.older('c-1');
  await answer(bench, page(1, 2), 2);
  await bench.socket.say(entry(1), entry(2), entry(3));
  equal(bench.entries.map(({entry, live}) => [entry.seq, live]), [[3, true]]);
});

test('whatFollowsOnALogThatTheServerLostShouldBeNews', async () => {
  const bench = await new Bench().live();
  await bench.socket.say({type: 'conversation', ...summary(5)}, ...page(1, 5));
  await bench.reconnect([summary(2)]);
  const [repair] = bench.socket.of('sync');
  bench.client.older('c-1');
  await answer(bench, page(1, 2), 2);
  await bench.socket.say({type: 'ack', re: repair.id, entries: page(1, 2), head: 2}, entry(3));
  equal(bench.entries.at(-1).live, true);
});

test('olderAskedTwiceShouldPutEachEntryOnce', async () => {
  const bench = await new Bench().live([summary(60)], ...page(51, 60));
  bench.client.older('c-1');
  bench.client.older('c-1');
  for (const {id} of bench.socket.of('sync')) {
    await bench.socket.say({type: 'ack', re: id, entries: page(1, 50), head: 60});
  }
  equal(bench.conversation.entries.length, 60);
});
