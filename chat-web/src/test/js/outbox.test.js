import {Outbox} from '../../main/webapp/client/outbox.js';
import {Bench, ada, entry, olivia, settle, summary} from './fakes.js';
import {equal, ok, rejection, test} from './runner.js';

const mine = (seq, id, text) => entry(seq, {author: ada, id, text});
const texts = ({pending}) => pending.map(({text, state}) => [text, state]);

test('aMessageShouldBePendingUntilItsEntryIsThere', async () => {
  const bench = await new Bench().live([summary()]);
  const answer = bench.client.send('c-1', 'hello');
  await settle();
  equal(texts(bench.conversation), [['hello', 'sending']]);
  const {id, text} = bench.socket.of('send')[0];
  equal(text, 'hello');
  await bench.socket.say({type: 'ack', re: id, conversation: 'c-1', seq: 1});
  equal((await answer).seq, 1);
  equal(texts(bench.conversation), [['hello', 'sending']], 'between ack and entry: pending');
  await bench.socket.say(mine(1, id, 'hello'));
  equal([texts(bench.conversation), bench.shown], [[], [1]]);
});

test('anEntryBeforeItsAckShouldSettleTheMessageToo', async () => {
  const bench = await new Bench().live([summary()]);
  const answer = bench.client.send('c-1', 'hello');
  await settle();
  const {id} = bench.socket.of('send')[0];
  await bench.socket.say(mine(1, id, 'hello'), {type: 'ack', re: id, conversation: 'c-1', seq: 1});
  equal([(await answer).seq, texts(bench.conversation)], [1, []]);
});

test('messagesShouldLeaveInOrderAndOneAtATime', async () => {
  const bench = await new Bench().live([summary()]);
  bench.client.send('c-1', 'first');
  bench.client.send('c-1', 'second');
  await settle();
  equal(bench.socket.of('send').map(({text}) => text), ['first']);
  await bench.socket.say({type: 'ack', re: bench.socket.of('send')[0].id, conversation: 'c-1', seq: 1});
  equal(bench.socket.of('send').map(({text}) => text), ['first', 'second']);
});

test('oneConversationShouldNotWaitForAnother', async () => {
  const bench = await new Bench().live([summary(), summary(0, {id: 'c-2'})]);
  bench.client.send('c-1', 'first');
  bench.client.send('c-2', 'second');
  await settle();
  equal(bench.socket.of('send').length, 2);
});

test('anUnacknowledgedMessageShouldLeaveAgainWithTheSameIdAfterAReconnect', async () => {
  const bench = await new Bench().live([summary()]);
  const answer = bench.client.send('c-1', 'hello');
  await settle();
  const {id} = bench.socket.of('send')[0];
  await bench.reconnect([summary()]);
  equal(bench.socket.of('send').map((frame) => [frame.id, frame.text]), [[id, 'hello']]);
  await bench.socket.say({type: 'ack', re: id, conversation: 'c-1', seq: 1});
  equal((await answer).seq, 1);
});

test('aMessageThatTheReplayBringsShouldNotLeaveAgain', async () => {
  const bench = await new Bench().live([summary()]);
  const answer = bench.client.send('c-1', 'hello');
  await settle();
  const {id} = bench.socket.of('send')[0];
  await bench.reconnect([summary(1)], mine(1, id, 'hello'));
  equal([bench.socket.of('send').length, texts(bench.conversation), (await answer).seq], [0, [], 1]);
});

test('messagesWrittenOfflineShouldLeaveInOrderOnceLive', async () => {
  const bench = new Bench();
  bench.client.send('c-1', 'first');
  bench.client.send('c-1', 'second');
  await settle();
  await bench.live([summary()]);
  equal(bench.socket.of('send').map(({text}) => text), ['first']);
  await bench.socket.say({type: 'ack', re: bench.socket.of('send')[0].id, conversation: 'c-1', seq: 1});
  equal(bench.socket.of('send').map(({text}) => text), ['first', 'second']);
});

test('nothingShouldLeaveBeforeSynced', async () => {
  const bench = new Bench();
  bench.client.send('c-1', 'early');
  await settle();
  await bench.open();
  await bench.socket.open();
  await bench.socket.say({type: 'welcome', self: ada, heartbeat: 20, conversations: [summary()]});
  equal(bench.socket.of('send').length, 0);
  await bench.socket.say({type: 'synced'});
  equal(bench.socket.of('send').length, 1);
});

for (const code of ['invalid', 'too-large', 'closed', 'forbidden', 'not-found', 'internal']) {
  test(`theError_${code}_shouldMarkTheMessageAsFailedAndKeepItsText`, async () => {
    const bench = await new Bench().live([summary()]);
    const refused = rejection(bench.client.send('c-1', 'first'));
    bench.client.send('c-1', 'second');
  await settle();
    const {id} = bench.socket.of('send')[0];
    await bench.socket.say({type: 'error', re: id, code, message: 'No'});
    equal([(await refused).code, texts(bench.conversation)], [code, [['first', 'failed'], ['second', 'sending']]]);
    equal(bench.conversation.pending[0].error.code, code);
    equal(bench.socket.of('send').length, 2, 'the next one leaves: frames');
  });
}

for (const code of ['unavailable', 'rate-limited', 'timeout']) {
  test(`theError_${code}_shouldTryAgainWithTheSameId`, async () => {
    const bench = await new Bench().live([summary()]);
    bench.client.send('c-1', 'hello');
  await settle();
    const {id} = bench.socket.of('send')[0];
    await bench.socket.say({type: 'error', re: id, code, message: 'Later', retryAfter: 5});
    await bench.clock.advance(4999);
    equal(bench.socket.of('send').length, 1);
    await bench.clock.advance(1);
    equal(bench.socket.of('send').map((frame) => frame.id), [id, id]);
    equal(texts(bench.conversation), [['hello', 'sending']]);
  });
}

test('aTemporaryErrorWithoutRetryAfterShouldBackOff', async () => {
  const bench = await new Bench().live([summary()]);
  bench.client.send('c-1', 'hello');
  await settle();
  for (const pause of [1000, 2000]) {
    const before = bench.socket.of('send').length;
    await bench.socket.say({type: 'error', re: bench.socket.of('send')[0].id, code: 'unavailable', message: ''});
    await bench.clock.advance(pause - 1);
    equal(bench.socket.of('send').length, before);
    await bench.clock.advance(1);
    equal(bench.socket.of('send').length, before + 1);
    await bench.socket.say({type: 'pong', heads: {}});
  }
});

test('aFailedMessageShouldLeaveAgainOnRetry', async () => {
  const bench = await new Bench().live([summary()]);
  bench.client.send('c-1', 'hello');
  await settle();
  const {id} = bench.socket.of('send')[0];
  await bench.socket.say({type: 'error', re: id, code: 'forbidden', message: 'No'});
  const answer = bench.client.retry(id);
  await settle();
  await bench.socket.say({type: 'ack', re: id, conversation: 'c-1', seq: 1});
  equal([(await answer).seq, bench.socket.of('send').length], [1, 2]);
});

test('aDiscardedMessageShouldBeGone', async () => {
  const bench = await new Bench().live([summary()]);
  bench.client.send('c-1', 'hello');
  await settle();
  const {id} = bench.socket.of('send')[0];
  await bench.socket.say({type: 'error', re: id, code: 'forbidden', message: 'No'});
  bench.client.discard(id);
  equal(texts(bench.conversation), []);
});

test('aRepeatedStartShouldBeTheSameStart', async () => {
  const bench = await new Bench().live();
  const starts = [bench.client.start({text: 'hello'}), bench.client.start({text: 'hello'})];
  await settle();
  equal(bench.socket.of('start').length, 1);
  equal([bench.client.starting.text, bench.client.starting.state], ['hello', 'sending']);
  const {id} = bench.socket.of('start')[0];
  await bench.socket.say({type: 'ack', re: id, conversation: 'c-1', created: true, seq: 1});
  equal((await Promise.all(starts)).map(({conversation}) => conversation), ['c-1', 'c-1']);
  equal(texts(bench.conversation), [['hello', 'sending']], 'until its entry comes: pending');
  equal(bench.client.starting?.state, 'sending', 'until the conversation is here');
  await bench.socket.say({type: 'conversation', ...summary()});
  equal(bench.client.starting, undefined);
  await bench.socket.say(mine(1, id, 'hello'));
  equal(texts(bench.conversation), []);
});

test('aStartShouldLeaveAgainWithTheSameIdAfterAReconnect', async () => {
  const bench = await new Bench().live();
  bench.client.start({text: 'hello'});
  await settle();
  await settle();
  const {id} = bench.socket.of('start')[0];
  await bench.reconnect();
  equal(bench.socket.of('start')[0].id, id);
});

test('aRefusedStartShouldKeepItsTextAndLetAnotherBegin', async () => {
  const bench = await new Bench().live();
  const refused = rejection(bench.client.start({text: 'hello'}));
  await settle();
  const [{id}] = bench.socket.of('start');
  await bench.socket.say({type: 'error', re: id, code: 'invalid', message: 'No', field: 'text'});
  equal([(await refused).field, bench.client.starting.state, bench.client.starting.text], ['text', 'failed', 'hello']);
  bench.client.start({text: 'better'});
  await settle();
  await settle();
  equal([bench.socket.of('start').length, bench.client.starting.text], [2, 'better']);
  ok(bench.socket.of('start')[1].id !== id, 'another start has the same id');
});

test('aMessageShouldLeaveOnlyOnceItIsOnTheDisk', async () => {
  const sent = [];
  const written = [];
  const outbox = new Outbox(/** @type {any} */ ({
    environment: {now: () => 0, random: Math.random, setTimeout},
    storage: {load: async () => [], put: () => new Promise((resolve) => written.push(resolve)), remove: async () => {}},
    transmit: async ({id}) => sent.push(id),
    changed: () => {},
  }));
  await outbox.resume();
  outbox.add('c-1', {type: 'send', id: 'm-1'});
  outbox.add('c-1', {type: 'send', id: 'm-2'});
  await settle();
  equal(sent, []);
  written[1]();
  await settle();
  equal(sent, [], 'the first is not written yet:');
  written[0]();
  await settle();
  equal(sent, ['m-1', 'm-2']);
});

test('aDatabaseThatNeverAnswersShouldNotHoldBackMessagesForLong', async () => {
  const bench = await new Bench({indexedDB: () => ({open: () => ({})})}).live([summary()]);
  bench.client.send('c-1', 'hello');
  await bench.clock.advance(2000);
  equal(bench.socket.of('send').map(({text}) => text), ['hello']);
});

test('aRepeatedWhisperShouldBeStoredOnce', async () => {
  const bench = await new Bench().live([summary()]);
  bench.client.write('whisper', 'c-1', 'offer a refund');
  await settle();
  const [{id}] = bench.socket.of('whisper');
  equal(bench.conversation.pending.map(({note}) => note), [true]);
  await bench.reconnect([summary()]);
  equal(bench.socket.of('whisper').map((frame) => frame.id), [id]);
  await bench.socket.say({...mine(1, id, 'offer a refund'), log: 'internal', kind: 'whisper'});
  equal(bench.conversation.pending, []);
});

test('aNoteShouldLandInTheInternalLogOnly', async () => {
  const bench = await new Bench().live([summary()]);
  bench.client.write('note', 'c-1', 'only for us');
  await settle();
  const {id, type} = bench.socket.sent.at(-1);
  equal([type, bench.conversation.pending.map(({note, state}) => [note, state])], ['note', [[true, 'sending']]]);
  await bench.socket.say({type: 'ack', re: id, conversation: 'c-1', seq: 1}, entry(1, {author: olivia}));
  equal(texts(bench.conversation), [['only for us', 'sending']], 'entry 1 of the public log is another one');
  await bench.socket.say(mine(1, id, 'only for us'), {...mine(1, id, 'only for us'), log: 'internal', kind: 'note'});
  equal([texts(bench.conversation), bench.conversation.internal.map(({text}) => text)], [[], ['only for us']]);
});

test('aLackOfNotesAfterAReconnectShouldBeRepaired', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  await bench.reconnect([summary(1, {head: {public: 1, internal: 2}})]);
  equal(bench.socket.of('sync').map(({log, after}) => [log, after]), [['internal', 0]]);
});
