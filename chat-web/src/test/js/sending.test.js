import {Bench, ada, entry, summary} from './fakes.js';
import {equal, test} from './runner.js';

const previews = (bench) => bench.socket.of('typing').map(({text}) => text);
const reads = (bench) => bench.socket.of('read').map(({seq}) => seq);

test('typingShouldSendOneFrameASecondAndTheLastText', async () => {
  const bench = await new Bench().live([summary()]);
  for (const text of ['h', 'he', 'hel']) {
    bench.client.typing('c-1', text);
  }
  equal(previews(bench), ['h']);
  await bench.clock.advance(1000);
  equal(previews(bench), ['h', 'hel']);
  await bench.clock.advance(2000);
  equal(previews(bench), ['h', 'hel']);
});

test('noPreviewShouldFollowTheMessage', async () => {
  const bench = await new Bench().live([summary()]);
  bench.client.typing('c-1', 'h');
  bench.client.typing('c-1', 'hello');
  bench.client.send('c-1', 'hello');
  await bench.clock.advance(2000);
  equal(previews(bench), ['h']);
});

test('anEndShouldBeToldOnceAndOnlyWhereSomethingWas', async () => {
  const bench = await new Bench().live([summary()]);
  bench.client.typing('c-1', '');
  await bench.clock.advance(1000);
  equal(previews(bench), []);
  bench.client.typing('c-1', 'h');
  bench.client.typing('c-1', '  ');
  await bench.clock.advance(1000);
  bench.client.typing('c-1', '');
  await bench.clock.advance(1000);
  equal(previews(bench), ['h', '']);
});

test('whoEndsAConversationOrPassesItOnShouldTypeThereNoMore', async () => {
  for (const type of ['close', 'transfer', 'merge']) {
    const bench = await new Bench().live([summary()]);
    bench.client.typing('c-1');
    bench.client.typing('c-1', 'hello');
    bench.client.command({type, conversation: 'c-1'}).catch(() => {});
    await bench.clock.advance(400);
    equal(bench.socket.sent.slice(1).map((frame) => frame.text ?? frame.type), ['typing', '', type]);
  }
});

test('aPreviewShouldBeNoLongerThanAMessage', async () => {
  const bench = await new Bench().live([summary()]);
  bench.client.typing('c-1', `${'x'.repeat(3999)}🎉`);
  equal([previews(bench)[0].length, previews(bench)[0].isWellFormed()], [4000, true]);
});

test('typingShouldBeDroppedWithoutALine', async () => {
  const bench = new Bench();
  bench.client.typing('c-1', 'h');
  await bench.live([summary()]);
  await bench.clock.advance(5000);
  equal(previews(bench), []);
});

test('readShouldSendOnlyWhatIsHigher', async () => {
  const bench = await new Bench().live([summary()]);
  [3, 2, 3, 5].forEach((seq) => bench.client.read('c-1', seq));
  equal(reads(bench), [3, 5]);
});

test('readWithoutALineShouldBeSaidOnceThereIsOne', async () => {
  const bench = new Bench();
  bench.client.read('c-1', 3);
  bench.client.read('c-1', 4);
  await bench.live([summary()]);
  equal(reads(bench), [4]);
});

test('aReadThatABrokenLineSwallowedShouldBeSaidAgain', async () => {
  const bench = await new Bench().live([summary(2), summary(2, {id: 'c-2'})]);
  bench.client.read('c-1', 2);
  bench.client.read('c-2', 2);
  await bench.reconnect([summary(2), summary(2, {id: 'c-2', read: {public: 2}})]);
  equal(bench.socket.of('read').map(({conversation, seq}) => [conversation, seq]), [['c-1', 2]]);
});

const delivered = (bench) => bench.socket.of('delivered').map(({conversation, seq}) => [conversation, seq]);

test('whatOthersWroteShouldBeReportedAsDelivered', async () => {
  const bench = await new Bench().live([summary(2)], entry(1), entry(2), entry(3, {author: ada}));
  await bench.clock.advance(1000);
  equal(delivered(bench), [['c-1', 3]]);
  await bench.socket.say(entry(4));
  await bench.clock.advance(1000);
  equal(delivered(bench), [['c-1', 3], ['c-1', 4]]);
});

test('whatIsReadAtOnceShouldNotBeReportedAsDeliveredToo', async () => {
  const bench = await new Bench().live([summary(1)], entry(1), entry(2));
  bench.client.read('c-1', 2);
  await bench.clock.advance(5000);
  equal([delivered(bench), reads(bench)], [[], [2]]);
});
