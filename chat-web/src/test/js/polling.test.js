import {Bench, ada, entry, settle, summary} from './fakes.js';
import {equal, ok, test} from './runner.js';

const welcome = (...conversations) => ({type: 'welcome', session: 's-7', self: ada, heartbeat: 20, conversations});
const synced = {type: 'synced'};
const types = ({frames}) => frames.map(({type}) => type);

/** A network that lets no WebSocket through, and a client that has found out. */
async function blocked(bench = new Bench()) {
  await bench.open();
  for (const pause of [1000, 2000]) {
    await bench.socket.end(1006);
    await bench.clock.advance(pause);
  }
  return bench;
}

async function polling(...conversations) {
  const bench = await blocked();
  await bench.poll.answer(welcome(...conversations), synced);
  return bench;
}

/** What waits at the server, and what was sent beside it. */
const waiting = (bench) => bench.polls.findLast(({wait}) => wait > 0);

test('twoFailedHandshakesInARowShouldLeadToAPoll', async () => {
  const bench = await blocked();
  equal([bench.sockets.length, bench.polls.length], [2, 1]);
  equal([bench.poll.wait, types(bench.poll), bench.poll.headers.Authorization], [25, ['hello'], 'Bearer the.jwt.token']);
  equal(bench.poll.headers['Chat-Session'], undefined);
  await bench.poll.answer(welcome(summary(1)), entry(1), synced);
  equal([bench.client.state, bench.shown], ['live', [1]]);
  equal([bench.poll.headers['Chat-Session'], bench.poll.headers['Chat-Received'], bench.poll.wait], ['s-7', '3', 25]);
});

test('aServerThatIsNotThereShouldNotBeTakenForANetworkThatBlocks', async () => {
  const bench = await blocked();
  await bench.poll.fail();
  await bench.clock.advance(4000);
  equal([bench.sockets.length, bench.polls.length], [3, 1]);
});

test('aTokenThatIsNotGoodShouldBeToldByThePoll', async () => {
  const bench = await blocked(new Bench({token: async (expired) => (expired ? 'new.jwt.token' : 'old.jwt.token')}));
  await bench.poll.refuse(401, {title: 'Unauthorized', code: 'unauthorized'});
  await bench.clock.advance(4000);
  equal(bench.asked, [false, false, false, true]);
  equal([bench.sockets.length, bench.socket.protocols[1]], [3, 'bearer.new.jwt.token']);
});

test('aCaptivePortalShouldNotBeTakenForTheServer', async () => {
  const bench = await blocked();
  bench.poll.resolve({status: 200, json: async () => JSON.parse('<html>')});
  await settle();
  equal(bench.client.state, 'disconnected');
});

test('framesShouldLeaveBesideTheWaitingPollInOrder', async () => {
  const bench = await polling(summary(), summary(0, {id: 'c-2'}));
  const received = waiting(bench);
  bench.client.send('c-1', 'first');
  await settle();
  bench.client.send('c-2', 'second');
  await settle();
  equal([bench.poll.wait, bench.poll.frames.map(({text}) => text)], [0, ['first']]);
  await bench.poll.answer();
  equal([bench.poll.wait, bench.poll.frames.map(({text}) => text)], [0, ['second']]);
  await received.answer(); // As the server does when another poll comes
  equal([types(waiting(bench)), waiting(bench) === received], [[], false]);
});

test('framesThatTwoPollsBringShouldCountOnce', async () => {
  const bench = await polling(summary());
  const first = waiting(bench);
  bench.client.send('c-1', 'hello');
  await settle();
  await bench.poll.answer(entry(1), entry(2));
  await first.answer(entry(1), entry(2), entry(3));
  equal([bench.shown, waiting(bench).headers['Chat-Received']], [[1, 2, 3], '5']);
});

test('aLostAnswerShouldBeAskedForAgainInTheSameSession', async () => {
  const bench = await polling(summary());
  await waiting(bench).fail();
  equal([waiting(bench).headers['Chat-Session'], waiting(bench).headers['Chat-Received']], ['s-7', '2']);
  equal(waiting(bench).wait, 5, 'seconds, for something cuts long requests:');
  await waiting(bench).answer(entry(1));
  equal([bench.client.state, bench.shown], ['live', [1]]);
});

test('whatWasSentWithALostAnswerShouldBeSentAgain', async () => {
  const bench = await polling(summary());
  bench.client.send('c-1', 'hello');
  await settle();
  const [{id}] = bench.poll.frames;
  await bench.poll.refuse(502, {});
  equal([bench.poll.frames[0].id, bench.poll.headers['Chat-Session'], bench.client.state], [id, 's-7', 'live']);
});

test('aWaitingPollThatWasOvertakenOnItsWayShouldBeSentAgain', async () => {
  const bench = await polling();
  await waiting(bench).refuse(400, {title: 'Bad request', code: 'invalid', field: 'Chat-Received'});
  equal([bench.client.state, waiting(bench).headers['Chat-Session']], ['live', 's-7']);
});

test('twoLostAnswersInARowShouldBeALostLine', async () => {
  const bench = await polling();
  await waiting(bench).fail();
  await waiting(bench).fail();
  equal(bench.client.state, 'disconnected');
  await bench.clock.advance(1000);
  equal(types(bench.poll), ['hello']);
});

test('anUnknownSessionShouldBeginAnotherWithTheCursors', async () => {
  const bench = await blocked();
  await bench.poll.answer(welcome(summary(1)), entry(1), synced);
  await waiting(bench).refuse(404, {title: 'Not found', code: 'not-found'});
  await bench.clock.advance(1000);
  equal([types(bench.poll), bench.poll.headers['Chat-Session']], [['hello'], undefined]);
  equal(bench.poll.frames[0].cursors, {'c-1': {public: 1, internal: 0}});
});

test('aPollThatNobodyAnswersShouldBeGivenUp', async () => {
  const bench = await polling();
  const hanging = waiting(bench);
  await bench.clock.advance(34_999);
  await bench.polls.find((poll) => types(poll)[0] === 'ping').answer({type: 'pong', heads: {}});
  await bench.clock.advance(1);
  ok(hanging.failed, 'the poll still waits after 35 s');
});

test('tooManyRequestsShouldWaitAsLongAsTheServerSays', async () => {
  const bench = await polling();
  await waiting(bench).refuse(429, {title: 'Slow down', code: 'rate-limited', retryAfter: 9});
  const before = bench.polls.length;
  await bench.clock.advance(8999);
  equal(bench.polls.length, before);
  await bench.clock.advance(1);
  equal(bench.polls.length, before + 1);
});

test('byeShouldEndThePollsWithItsCode', async () => {
  const bench = await polling();
  await waiting(bench).answer({type: 'bye', code: 4400, reason: 'bad frame', reconnect: false});
  const before = bench.polls.length;
  await bench.clock.advance(600_000);
  equal([bench.polls.length, bench.byes], [before, [{code: 4400, reason: 'bad frame', reconnect: false}]]);
});

test('emptyAnswersAtOnceShouldNotMakeTheClientAskWithoutAPause', async () => {
  const bench = await polling();
  const before = bench.polls.length;
  await waiting(bench).answer();
  equal(bench.polls.length, before);
  await bench.clock.advance(1000);
  equal(bench.polls.length, before + 1);
});

test('aRenewedTokenShouldCarryThePollsFromThenOn', async () => {
  const jwt = (exp) => `x.${btoa(JSON.stringify({exp}))}.y`;
  const bench = await blocked(new Bench({token: async (expired) => jwt(expired ? 9000 : 1100)}));
  await bench.poll.answer(welcome(), synced);
  await answering(bench)(80_000);
  const renewal = bench.polls.find((poll) => types(poll).includes('renew'));
  equal(renewal?.headers.Authorization, `Bearer ${jwt(9000)}`);
});

test('aWebSocketThatGetsThroughShouldTakeOverAndLoseNothing', async () => {
  const bench = await polling(summary());
  equal(bench.sockets.length, 3, 'the poll works, so a WebSocket is tried at once: sockets');
  bench.client.send('c-1', 'hello');
  await settle();
  const [{id}] = bench.poll.frames;
  await bench.greet([summary()]);
  equal([bench.client.state, bench.polls.every(({failed}, at) => failed || at === 0)], ['live', true]);
  equal(bench.socket.of('send').map((frame) => frame.id), [id]);
  await bench.reconnect([summary()]);
  equal(bench.sockets.length, 4);
});

test('aWebSocketShouldBeTriedAgainAfterTenMinutesAndWhenTheNetworkChanges', async () => {
  const bench = await polling();
  await bench.socket.end(1006);
  const beat = answering(bench);
  await beat(599_000);
  equal(bench.sockets.length, 3);
  await beat(2000);
  equal(bench.sockets.length, 4);
  await bench.socket.end(1006);
  bench.network.dispatchEvent(new Event('online'));
  equal(bench.sockets.length, 5);
  equal(bench.client.state, 'live');
});

/** Lets time go by at a server that answers every poll in time. */
function answering(bench) {
  const answered = new Set();
  return async (ms) => {
    for (let left = ms; left > 0; left -= 1000) {
      await bench.clock.advance(Math.min(1000, left));
      for (const poll of bench.polls.filter((one) => !answered.has(one))) {
        answered.add(poll);
        await poll.answer(...(types(poll).includes('ping') ? [{type: 'pong', heads: {}}] : []));
      }
    }
  };
}

test('closeShouldAbortWhatWaits', async () => {
  const bench = await polling();
  bench.client.close();
  await settle();
  ok(waiting(bench).failed, 'a poll still waits');
  const before = bench.polls.length;
  await bench.clock.advance(600_000);
  equal([bench.polls.length, bench.sockets.every(({closed}, at) => closed || at < 2)], [before, true]);
});
