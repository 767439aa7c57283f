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

test('somebodyWhoOnlyTypesShouldPingAsWell', async () => {
  const bench = await new Bench().live();
  for (let second = 0; second < 25; second += 1) {
    bench.client.typing('c-1', `text ${second}`);
    await bench.clock.advance(1000);
  }
  equal(bench.socket.of('ping').length, 1);
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

test('onlineShouldFindOutWithinHalfAHeartbeatThatTheLineIsDead', async () => {
  const bench = await new Bench().live();
  bench.network.dispatchEvent(new Event('online'));
  equal(bench.socket.of('ping').length, 1);
  await bench.clock.advance(10_000);
  equal(bench.client.state, 'disconnected');
});
