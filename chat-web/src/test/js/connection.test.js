import {ChatError} from '../../main/webapp/client/chat-error.js';
import {Bench, entry, settle, summary} from './fakes.js';
import {equal, ok, rejection, test} from './runner.js';

const jwt = (exp) => `x.${btoa(JSON.stringify({exp}))}.y`;

test('theTokenShouldTravelAsASubprotocolAndNeverInTheAddress', async () => {
  const bench = new Bench();
  await bench.open();
  equal(bench.socket.url, 'wss://shop.example/chat/socket');
  equal(bench.socket.protocols, ['chat.v1', 'bearer.the.jwt.token']);
});

test('statesShouldGoFromConnectingOverSyncingToLive', async () => {
  const bench = await new Bench().live();
  equal(bench.states, ['connecting', 'syncing', 'live']);
});

test('helloShouldBeTheFirstFrame', async () => {
  const bench = await new Bench().live();
  const {type, device, client, cursors} = bench.socket.sent[0];
  equal([type, client, cursors], ['hello', 'test/1', {}]);
  ok(device, 'hello names no device');
});

test('helloAfterAReconnectShouldSayWhatTheDeviceHas', async () => {
  const bench = await new Bench().live([summary(2)], entry(1), entry(2));
  await bench.reconnect([summary(2)]);
  equal(bench.sockets.length, 2);
  equal(bench.socket.of('hello')[0].cursors, {'c-1': {public: 2, internal: 0}});
});

test('failedAttemptsShouldBackOff', async () => {
  const bench = new Bench();
  const attempts = () => bench.sockets.length + bench.polls.length;
  await bench.open();
  for (const pause of [1000, 2000, 4000]) {
    const before = attempts();
    await (bench.poll ? bench.poll.fail() : bench.socket.end(1006));
    await bench.clock.advance(pause - 1);
    equal(attempts(), before, `attempts before ${pause} ms`);
    await bench.clock.advance(1);
    equal(attempts(), before + 1, `attempts after ${pause} ms`);
  }
});

test('aLiveConnectionShouldResetTheBackOff', async () => {
  const bench = await new Bench().live();
  await bench.reconnect();
  await bench.socket.end(1006);
  await bench.clock.advance(1000);
  equal(bench.sockets.length, 3);
});

test('onlineShouldEndTheWaitAtOnce', async () => {
  const bench = await new Bench().live();
  await bench.socket.end(1006);
  bench.network.dispatchEvent(new Event('online'));
  await settle();
  equal(bench.sockets.length, 2);
});

test('aLookAtThePageShouldEndTheWaitButNotTheBackOff', async () => {
  const bench = await new Bench().live();
  await bench.socket.end(1006);
  bench.network.dispatchEvent(new Event('visibilitychange'));
  await settle();
  equal(bench.sockets.length, 2);
  await bench.socket.end(1006);
  await bench.clock.advance(1999);
  equal([bench.sockets.length, bench.polls.length], [2, 0]);
  await bench.clock.advance(1);
  equal(bench.sockets.length + bench.polls.length, 3);
});

test('onlineShouldNotWaitForAHandshakeOfTheDeadNetwork', async () => {
  const bench = await new Bench().live();
  bench.network.dispatchEvent(new Event('offline'));
  await bench.clock.advance(1000);
  equal([bench.client.state, bench.sockets.length], ['connecting', 2]);
  bench.network.dispatchEvent(new Event('online'));
  await settle();
  ok(bench.sockets[1].closed, 'the old handshake goes on');
  equal([bench.client.state, bench.sockets.length], ['connecting', 3]);
});

test('onlineShouldNotShortenAPauseThatTheServerAsksFor', async () => {
  const bench = await new Bench().live();
  await bench.socket.say({type: 'bye', code: 4429, reason: 'slow down', reconnect: false, retryAfter: 9});
  await bench.socket.end(4429);
  bench.network.dispatchEvent(new Event('online'));
  await bench.clock.advance(8999);
  equal(bench.sockets.length, 1);
  await bench.clock.advance(1);
  equal(bench.sockets.length, 2);
});

test('anUnansweredHandshakeShouldBeGivenUpAfterFifteenSeconds', async () => {
  const bench = new Bench();
  await bench.open();
  await bench.clock.advance(15_000);
  ok(bench.sockets[0].closed, 'the first socket is not closed');
  await bench.clock.advance(1000);
  equal(bench.sockets.length, 2);
});

test('code4400ShouldEndItForGoodAndSaySo', async () => {
  const bench = await new Bench().live();
  await bench.socket.say({type: 'bye', code: 4400, reason: 'bad frame', reconnect: false});
  await bench.socket.end(4400);
  await bench.clock.advance(600_000);
  equal(bench.sockets.length, 1);
  equal(bench.byes, [{code: 4400, reason: 'bad frame', reconnect: false}]);
  equal(bench.client.state, 'disconnected');
});

test('openShouldBeginAnewAfterTheServerEndedIt', async () => {
  const bench = await new Bench().live();
  await bench.socket.end(4409);
  await bench.open();
  equal(bench.sockets.length, 2);
});

test('code4401ShouldBringANewTokenBeforeTheNextAttempt', async () => {
  const bench = await new Bench({token: async (expired) => (expired ? 'new.jwt.token' : 'old.jwt.token')}).live();
  await bench.socket.end(4401);
  await bench.clock.advance(1000);
  equal(bench.asked, [false, true]);
  equal(bench.socket.protocols[1], 'bearer.new.jwt.token');
});

test('anExpiredTokenShouldNotEvenBeTried', async () => {
  const bench = new Bench({token: async (expired) => jwt(expired ? 9999 : 10)});
  await bench.open();
  equal(bench.asked, [false, true]);
  equal(bench.sockets.length, 1);
});

test('theTokenShouldBeRenewedOnTheSameLineBeforeItRunsOut', async () => {
  const bench = await new Bench({token: async (expired) => jwt(expired ? 9000 : 1400)}).live();
  const half = async () => {
    await bench.clock.advance(10_000);
    await bench.socket.say({type: 'pong', heads: {}});
  };
  for (let step = 0; step < 29; step += 1) {
    await half();
  }
  equal(bench.socket.of('renew').length, 0, 'after 290 of 400 s: renewals');
  await half();
  equal(bench.socket.of('renew').map(({token}) => token), [jwt(9000)]);
  equal(bench.sockets.length, 1);
});

test('aRefusedTokenProviderShouldEndTheAttempts', async () => {
  const bench = new Bench({token: async () => Promise.reject(new ChatError({code: 'unauthorized', message: 'Log in'}))});
  await bench.open();
  await bench.clock.advance(60_000);
  equal(bench.asked.length, 1);
  equal(bench.byes, [{code: 4401, reason: 'Log in', reconnect: false}]);
});

test('aTokenProviderWithoutNetworkShouldBeAskedAgain', async () => {
  const bench = new Bench({token: async () => Promise.reject(new TypeError('Failed to fetch'))});
  await bench.open();
  await bench.clock.advance(1000);
  equal(bench.asked.length, 2);
});

test('closeShouldEndItForGood', async () => {
  const bench = await new Bench().live();
  bench.client.close();
  await bench.clock.advance(600_000);
  ok(bench.sockets[0].closed, 'the socket is not closed');
  equal(bench.sockets.length, 1);
  equal(bench.states.at(-1), 'disconnected');
});

test('aCommandShouldResolveWithItsAckOnly', async () => {
  const bench = await new Bench().live();
  const command = bench.client.command({type: 'accept', conversation: 'c-9'});
  await settle();
  const {id} = bench.socket.of('accept')[0];
  await bench.socket.say({type: 'ack', re: 'another'}, {type: 'ack', re: id, conversation: 'c-9'});
  equal((await command).conversation, 'c-9');
});

test('aCommandThatIsRefusedShouldRejectWithTheServersReason', async () => {
  const bench = await new Bench().live();
  const command = bench.client.command({type: 'accept', conversation: 'c-9'});
  await settle();
  const {id} = bench.socket.of('accept')[0];
  await bench.socket.say({type: 'error', re: id, code: 'taken', message: 'Taken', owner: {id: 'o-2', name: 'Omar'}});
  const error = await rejection(command);
  equal([error instanceof ChatError, error.code, error.message, error.owner.name], [true, 'taken', 'Taken', 'Omar']);
});

test('aCommandWithoutALineShouldBeRejectedAtOnce', async () => {
  equal((await rejection(new Bench().client.command({type: 'accept'}))).code, 'disconnected');
});

test('aCommandShouldBeRejectedWhenTheLineBreaks', async () => {
  const bench = await new Bench().live();
  const command = bench.client.command({type: 'accept', conversation: 'c-9'});
  await settle();
  await bench.socket.end(1006);
  equal((await rejection(command)).code, 'disconnected');
});

test('aPageThatIsPutAsideShouldLetGoOfItsLineAndBeBackWhenShownAgain', async () => {
  const bench = await new Bench().live();
  bench.network.dispatchEvent(new Event('pagehide'));
  await bench.clock.advance(600_000);
  equal([bench.socket.closed, bench.sockets.length, bench.client.state], [true, 1, 'disconnected']);
  bench.network.dispatchEvent(new Event('online'));
  await settle();
  equal(bench.sockets.length, 1, 'while nobody sees the page: sockets');
  bench.network.dispatchEvent(new Event('pageshow'));
  await settle();
  await bench.greet();
  equal([bench.sockets.length, bench.client.state], [2, 'live']);
});
