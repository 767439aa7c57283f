import {Bench} from './fakes.js';
import {equal, ok, test} from './runner.js';

test('silenceOfOneHeartbeatShouldPing', async () => {
  const bench = await new Bench().live();
  await bench.clock.advance(19_999);
  equal(bench.socket.of('ping').length, 0);
  await bench.clock.advance(1);
  equal(bench.socket.of('ping').length, 1);
});

test('answeredPingsShouldKeepTheConnection', async () => {
  const bench = await new Bench().live();
  for (let beat = 1; beat <= 10; beat += 1) {
    await bench.clock.advance(20_000);
    equal(bench.socket.of('ping').length, beat);
    await bench.socket.say({type: 'pong', heads: {}});
  }
  equal(bench.sockets.length, 1);
});

test('aServerSilentForOneAndAHalfHeartbeatsShouldBeLeft', async () => {
  const bench = await new Bench().live();
  await bench.clock.advance(29_999);
  equal(bench.client.state, 'live');
  await bench.clock.advance(1);
  equal(bench.client.state, 'disconnected');
  ok(bench.sockets[0].closed, 'the dead socket is not closed');
  await bench.clock.advance(1000);
  equal(bench.sockets.length, 2);
});

test('whoeverWritesShouldFindOutWithinSecondsThatTheLineIsDead', async () => {
  for (const write of [(client) => client.typing('c-1', 'W'), (client) => client.send('c-1', 'Written'), (client) => client.start({text: 'Begun'})]) {
    const bench = await new Bench().live();
    write(bench.client);
    await bench.clock.advance(499);
    equal(bench.socket.of('ping').length, 0);
    await bench.clock.advance(1);
    equal([bench.client.state, bench.socket.of('ping').length], ['live', 1]);
    await bench.clock.advance(3000);
    equal(bench.client.state, 'disconnected');
  }
});

test('whoeverGetsAnAnswerShouldAskForNone', async () => {
  const bench = await new Bench().live();
  bench.client.send('c-1', 'Written');
  await bench.clock.advance(400);
  await bench.socket.say({type: 'ack', re: bench.socket.of('send')[0].id, conversation: 'c-1', seq: 1});
  await bench.clock.advance(10_000);
  equal(bench.socket.of('ping').length, 0);
});

test('whoeverTypesOnShouldGoOnAsking', async () => {
  const bench = await new Bench().live();
  for (let second = 1; second <= 30; second += 1) {
    bench.client.typing('c-1', `text ${second}`);
    await bench.clock.advance(600);
    equal(bench.socket.of('ping').length, second);
    await bench.socket.say({type: 'pong', heads: {}});
    await bench.clock.advance(400);
  }
  equal(bench.sockets.length, 1);
});

test('aSlowNetworkShouldBeGivenItsTime', async () => {
  const bench = new Bench();
  await bench.open();
  await bench.clock.advance(4000);
  await bench.greet();
  bench.client.typing('c-1', 'W');
  await bench.clock.advance(500 + 7999);
  equal(bench.client.state, 'live');
  await bench.clock.advance(1);
  equal(bench.client.state, 'disconnected');
});

test('aTabWhoseTimersAreLateShouldAskBeforeItGivesUp', async () => {
  const bench = await new Bench().live();
  bench.clock.time += 90_000;
  await bench.clock.advance(0);
  equal([bench.client.state, bench.socket.of('ping').length], ['live', 1]);
  await bench.socket.say({type: 'pong', heads: {}});
  await bench.clock.advance(19_999);
  equal(bench.client.state, 'live');
});

test('aHiddenPageShouldPingThoughItsTimersAreLate', async () => {
  const bench = await new Bench().live();
  bench.clock.time += 20_000;
  bench.ticker.onmessage();
  equal(bench.socket.of('ping').length, 1);
  await bench.socket.end(1006);
  equal(bench.ticker, null);
});

test('aLookAtThePageShouldFindOutThatTheLineIsDead', async () => {
  for (const type of ['online', 'visibilitychange']) {
    const bench = await new Bench().live();
    bench.network.dispatchEvent(new Event(type));
    equal([bench.client.state, bench.socket.of('ping').length], ['live', 1]);
    await bench.clock.advance(3000);
    equal(bench.client.state, 'disconnected');
  }
});

test('offlineShouldBeNoticedAtOnceAndTriedAllTheSame', async () => {
  const bench = await new Bench().live();
  bench.network.dispatchEvent(new Event('offline'));
  equal(bench.client.state, 'disconnected');
  await bench.clock.advance(1000);
  await bench.greet();
  equal([bench.client.state, bench.sockets.length], ['live', 2]);
});
