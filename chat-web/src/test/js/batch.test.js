import {Bench, ada, entry, settle, summary} from './fakes.js';
import {equal, test} from './runner.js';

const AT = '2026-01-01T12:00:00.000Z';
const ack = (re, seq) => ({type: 'ack', re, conversation: 'c-1', seq, at: AT});

function inBatches(limits = {text: 4000, frame: 65536}) {
  return Object.assign(new Bench(), {welcome: {batch: true, limits}});
}

/** @param {Bench} bench @param {string} [text] @returns {Promise<string>} the id of a message that was sent */
async function say(bench, text = 'Hello?') {
  bench.client.send('c-1', text);
  await settle();
  return bench.socket.of('send').at(-1).id;
}

test('helloShouldAskForBatchMode', async () => {
  const bench = await new Bench().live();
  equal(bench.socket.sent[0].batch, true);
});

test('eachFrameOfAnArrayShouldBeHeardInOrder', async () => {
  const bench = await inBatches().live([summary(1)], entry(1));
  await bench.socket.say([entry(2), entry(3)]);
  equal(bench.shown, [1, 2, 3]);
});

test('theAckShouldBeTheEntryOfOnesOwnLine', async () => {
  const bench = await inBatches().live([summary(1)], entry(1));
  const id = await say(bench);
  await bench.socket.say(ack(id, 2));
  const {live, entry: {conversation, log, seq, at, kind, author, text, id: own}} = bench.entries.at(-1);
  equal([live, conversation, log, seq, at, kind, author, text, own], [true, 'c-1', 'public', 2, AT, 'message', ada, 'Hello?', id]);
  equal(bench.conversation.pending, []);
  equal(bench.socket.of('sync'), []);
});

test('notesShouldGoIntoTheirOwnLog', async () => {
  const bench = await inBatches().live([summary()]);
  bench.client.write('note', 'c-1', 'Between us');
  await settle();
  await bench.socket.say(ack(bench.socket.of('note')[0].id, 1));
  equal(bench.conversation.internal.map(({kind, log, text}) => [kind, log, text]), [['note', 'internal', 'Between us']]);
});

test('anEntryThatComesBesidesItsAckShouldCountOnce', async () => {
  const bench = await inBatches().live([summary(1)], entry(1));
  const id = await say(bench);
  await bench.socket.say(entry(2, {author: ada, id, text: 'Hello?'}), ack(id, 2), entry(2, {author: ada, id, text: 'Hello?'}));
  equal(bench.shown, [1, 2]);
});

test('anAckAfterAGapShouldWaitForWhatIsMissing', async () => {
  const bench = await inBatches().live([summary(1)], entry(1));
  const id = await say(bench);
  await bench.socket.say(ack(id, 3));
  const [sync] = bench.socket.of('sync');
  equal([sync.after, bench.shown], [1, [1]]);
  await bench.socket.say({type: 'ack', re: sync.id, entries: [entry(2), entry(3, {author: ada, id})], head: 3});
  equal(bench.shown, [1, 2, 3]);
});

test('aLostAckShouldBeMadeUpForByTheReplay', async () => {
  const bench = await inBatches().live([summary(1)], entry(1));
  const id = await say(bench);
  await bench.reconnect([summary(2)], entry(2, {author: ada, id, text: 'Hello?'}));
  equal([bench.shown, bench.conversation.pending, bench.socket.of('send')], [[1, 2], [], []]);
});

test('aRefusedLineShouldBeNoEntry', async () => {
  const bench = await inBatches().live([summary(1)], entry(1));
  const id = await say(bench);
  await bench.socket.say({type: 'error', re: id, code: 'closed', message: 'Closed'});
  equal([bench.shown, bench.conversation.pending[0].state], [[1], 'failed']);
});

test('outsideBatchModeTheAckShouldBeNoEntry', async () => {
  const bench = await new Bench().live([summary(1)], entry(1));
  const id = await say(bench);
  await bench.socket.say(ack(id, 2));
  equal(bench.shown, [1]);
});

test('whatIsSaidAtOnceShouldLeaveInOneMessage', async () => {
  const bench = await inBatches().live([summary(5)]);
  const before = bench.socket.messages.length;
  bench.client.read('c-1', 5);
  bench.client.typing('c-1', 'H');
  await settle();
  bench.client.typing('c-1', 'He');
  await bench.clock.advance(1000);
  const messages = bench.socket.messages.slice(before).map((text) => [JSON.parse(text)].flat().map(({type}) => type));
  equal(messages, [['read', 'typing'], ['ping'], ['typing']]);
});

test('outsideBatchModeEachFrameShouldLeaveByItself', async () => {
  const bench = await new Bench().live([summary(5)]);
  bench.client.read('c-1', 5);
  bench.client.typing('c-1', 'H');
  equal(bench.socket.messages.slice(1).map((text) => JSON.parse(text).type), ['read', 'typing']);
});

test('aMessageShouldFitTheServersLimit', async () => {
  const bench = await inBatches({text: 4000, frame: 900}).live([summary(5)]);
  const before = bench.socket.messages.length;
  ['a', 'b', 'c', 'd'].forEach((name) => bench.client.tell({type: 'page', url: `https://shop.example/${name.repeat(100)}`}));
  await settle();
  const messages = bench.socket.messages.slice(before);
  equal([messages.map((text) => [JSON.parse(text)].flat().length), messages.every((text) => text.length <= 300)], [[2, 2], true]);
});

test('whatWasSaidShouldLeaveBeforeTheEnd', async () => {
  const bench = await inBatches().live([summary(5)]);
  const {socket} = bench;
  bench.client.read('c-1', 5);
  bench.client.close();
  equal([socket.sent.at(-1).type, socket.closed], ['read', true]);
});
