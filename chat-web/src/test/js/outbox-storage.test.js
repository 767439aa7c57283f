import {Bench, summary} from './fakes.js';
import {equal, test} from './runner.js';

const PATIENCE = 20_000;

/** The browser's own database is in another process, which may be busy: look again until it has answered. */
async function eventually(look, expected) {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end && JSON.stringify(look()) !== JSON.stringify(expected)) {
    await new Promise((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  }
  equal(look(), expected);
}

function stored(owner) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('parley', 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('outbox').objectStore('outbox').getAll();
      all.onsuccess = () => {
        opening.result.close();
        const items = all.result.filter((item) => item.owner === owner).sort((one, other) => one.position - other.position);
        resolve(items.map(({frame, state}) => [frame.text, state]));
      };
    };
  });
}

let pages = 0;
const someone = () => `somebody-${Date.now()}-${(pages += 1)}`;

/** A page's client; the next one of the same person is the page after a reload. */
async function page(storageKey) {
  const bench = new Bench({storageKey, indexedDB: () => indexedDB, randomId: () => crypto.randomUUID()});
  await bench.open();
  return bench;
}

const sent = (bench, type) => bench.socket.of(type).map(({id, text}) => [id, text]);
const frames = (bench, type) => () => bench.socket.of(type).map(({text}) => text);

test('unacknowledgedMessagesShouldLeaveAgainAfterAReload', async () => {
  const person = someone();
  const before = await page(person);
  await before.greet([summary()]);
  before.client.send('c-1', 'first');
  before.client.send('c-1', 'second');
  await eventually(frames(before, 'send'), ['first']);
  const [[id]] = sent(before, 'send');
  equal(await stored(person), [['first', 'sending'], ['second', 'sending']]);
  before.client.close();

  const after = await page(person);
  await after.greet([summary()]);
  await eventually(frames(after, 'send'), ['first']);
  equal(sent(after, 'send'), [[id, 'first']], 'the same id again:');
  equal(after.conversation.pending.map(({text}) => text), ['first', 'second']);
  await after.socket.say({type: 'ack', re: id, conversation: 'c-1', seq: 1});
  await eventually(frames(after, 'send'), ['first', 'second']);
  equal(await stored(person), [['second', 'sending']], 'an acknowledged one is gone:');
});

test('aStartShouldGoOnAfterAReload', async () => {
  const person = someone();
  const before = await page(person);
  await before.greet();
  before.client.start({text: 'hello'});
  await eventually(frames(before, 'start'), ['hello']);
  await stored(person);
  before.client.close();

  const after = await page(person);
  await after.greet();
  await eventually(frames(after, 'start'), ['hello']);
  equal(sent(after, 'start'), sent(before, 'start'));
  const repeated = after.client.start({text: 'hello'});
  await after.socket.say({type: 'ack', re: sent(after, 'start')[0][0], conversation: 'c-1', created: true, seq: 1});
  equal((await repeated).conversation, 'c-1');
});

test('aFailedMessageShouldBeFailedStillAfterAReload', async () => {
  const person = someone();
  const before = await page(person);
  await before.greet([summary()]);
  before.client.send('c-1', 'hello');
  await eventually(frames(before, 'send'), ['hello']);
  await before.socket.say({type: 'error', re: sent(before, 'send')[0][0], code: 'forbidden', message: 'No'});
  equal(await stored(person), [['hello', 'failed']]);

  const after = await page(person);
  await after.greet([summary()]);
  await eventually(() => after.conversation?.pending.map(({text, state, error}) => [text, state, error.code]), [
    ['hello', 'failed', 'forbidden'],
  ]);
  equal(sent(after, 'send'), []);
});

test('onePersonsMessagesShouldNotLeaveAsAnother', async () => {
  const before = await page(someone());
  before.client.send('c-1', 'secret');
  const after = await page(someone());
  await after.greet([summary()]);
  after.client.send('c-1', 'mine');
  await eventually(frames(after, 'send'), ['mine']);
});
