import * as tabHost from '../../main/webapp/client/line/tab-host.js';
import {Bench, FakeClock, ada, entry, olivia, settle, summary} from './fakes.js';
import {equal, ok, rejection, test} from './runner.js';

/** Web Locks of one browser, as far as they are used here. */
class FakeLocks {
  #locks = new Map();

  /** What `navigator.locks` is in one tab. */
  of(tab) {
    return {
      request: (name, ...rest) => this.#lock(name).request({tab, granted: rest.at(-1), ...(rest.length > 1 && rest[0])}),
    };
  }

  /** The tab is gone; a browser takes back its locks. */
  drop(tab) {
    this.#locks.forEach((lock) => lock.drop(tab));
  }

  #lock(name) {
    if (!this.#locks.has(name)) {
      this.#locks.set(name, new FakeLock());
    }
    return this.#locks.get(name);
  }
}

class FakeLock {
  #holder;
  #queue = [];

  drop(tab) {
    this.#queue = this.#queue.filter((asked) => asked.tab !== tab);
    if (this.#holder?.tab === tab) {
      this.#holder = null;
      this.#next();
    }
  }

  request(asked) {
    return new Promise((resolve, reject) => {
      Object.assign(asked, {resolve, reject});
      if (asked.steal) {
        this.#steal(this.#holder);
        this.#holder = null;
        this.#queue.unshift(asked);
      } else if (asked.ifAvailable && this.#holder) {
        resolve(asked.granted(null));
      } else {
        this.#queue.push(asked);
      }
      this.#next();
    });
  }

  /** A tab that is frozen hears of it when it wakes. */
  #steal({tab, reject}) {
    const hear = () => reject(Object.assign(new Error('Stolen'), {name: 'AbortError'}));
    tab.frozen ? (tab.woken = hear) : hear();
  }

  async #next() {
    while (!this.#holder && this.#queue.length) {
      const holder = (this.#holder = this.#queue.shift());
      await null;
      Promise.resolve(holder.granted({})).then((value) => {
        holder.resolve(value);
        if (this.#holder === holder) {
          this.#holder = null;
          this.#next();
        }
      });
      await null;
    }
  }
}

/** A browser with tabs of one person. */
class FakeBrowser {
  clock = new FakeClock();
  locks = new FakeLocks();
  channels = new Set();
  tabs = 0;

  tab(options) {
    const browser = this;
    const tab = {name: `tab-${(this.tabs += 1)}`, frozen: false, ids: 0};
    const bench = new Bench({
      clock: this.clock,
      randomId: () => `${tab.name}-${(tab.ids += 1)}`,
      locks: this.locks.of(tab),
      BroadcastChannel: class {
        constructor() {
          this.tab = tab;
          browser.channels.add(this);
        }

        postMessage(message) {
          if (!tab.frozen) {
            const copy = structuredClone(message);
            const others = [...browser.channels].filter((channel) => channel !== this);
            queueMicrotask(() => others.forEach((channel) => channel.tab.frozen || channel.onmessage({data: copy})));
          }
        }

        close() {
          browser.channels.delete(this);
        }
      },
      ...options,
    });
    const crash = async () => {
      tab.frozen = true;
      this.locks.drop(tab);
      await settle();
    };
    return Object.assign(bench, {tab, crash});
  }

  async open() {
    const bench = this.tab();
    await bench.open();
    return bench;
  }

  /** Several tabs, the first of which leads. */
  async many(count, conversations = [summary()], ...replay) {
    const first = await this.open();
    await first.greet(conversations, ...replay);
    const others = [];
    for (let more = 1; more < count; more += 1) {
      others.push(await this.open());
    }
    return [first, ...others];
  }
}

const sockets = (...benches) => benches.map((bench) => bench.sockets.length);
const states = (...benches) => benches.map((bench) => bench.client.state);
const shown = (bench) => bench.conversation.entries.map(({seq}) => seq);

test('allTabsOfAPersonShouldShareOneLine', async () => {
  const tabs = await new FakeBrowser().many(3);
  equal([sockets(...tabs), states(...tabs)], [[1, 0, 0], ['live', 'live', 'live']]);
});

test('twoTabsThatOpenAtOnceShouldShareOneLine', async () => {
  const browser = new FakeBrowser();
  const tabs = [browser.tab(), browser.tab()];
  tabs.forEach((bench) => bench.client.open());
  await settle();
  equal(sockets(...tabs), [1, 0]);
  await tabs[0].greet([summary()]);
  equal(states(...tabs), ['live', 'live']);
});

test('aTabThatOpensLaterShouldHaveWhatTheLeadingOneHas', async () => {
  const receipt = {type: 'receipt', conversation: 'c-1', participant: olivia, delivered: 2, read: 1};
  const presence = {type: 'presence', operators: [{...olivia, status: 'away'}], departments: []};
  const replay = [entry(1), entry(2), entry(1, {log: 'internal'}), receipt, presence];
  const [first, second] = await new FakeBrowser().many(2, [summary(2)], ...replay);
  equal([shown(second), second.conversation.internal.length], [[1, 2], 1]);
  for (const part of ['self', 'presence', 'conversations']) {
    equal(JSON.stringify(second.client.store[part]), JSON.stringify(first.client.store[part]), part);
  }
  equal([...second.conversation.receipts.values()], [...first.conversation.receipts.values()]);
  equal([...second.client.store.presence.operators.keys()], ['o-1']);
  equal(second.entries.map(({live}) => live), [false, false, false]);
});

test('whatHappensShouldReachEveryTabOnce', async () => {
  const tabs = await new FakeBrowser().many(3);
  await tabs[0].socket.say(entry(1), entry(2), {type: 'conversation', ...summary(2, {status: 'closed', version: 2})});
  tabs.forEach((bench) => equal([bench.shown, bench.conversation.summary.status], [[1, 2], 'closed']));
});

test('aTabThatOpensWhileTheLeadingOneCatchesUpShouldMissNothing', async () => {
  const browser = new FakeBrowser();
  const first = await browser.open();
  await first.socket.open();
  await first.socket.say({type: 'welcome', session: 's-1', self: ada, heartbeat: 20, conversations: [summary(3)]}, entry(1));
  const second = await browser.open();
  await first.socket.say(entry(2), entry(3));
  equal(states(second), ['disconnected']);
  await first.socket.say({type: 'synced'}, entry(4));
  equal([states(second), shown(second), sockets(second)], [['live'], [1, 2, 3, 4], [0]]);
});

test('aCommandOfAFollowingTabShouldBeAnsweredThere', async () => {
  const [first, second] = await new FakeBrowser().many(2);
  const taken = second.client.command({type: 'accept', conversation: 'c-9'});
  await settle();
  const {id} = first.socket.of('accept')[0];
  await first.socket.say({type: 'error', re: id, code: 'taken', message: 'Taken'});
  equal((await rejection(taken)).code, 'taken');
});

test('whatTheTabsWatchShouldBeWatchedForAll', async () => {
  const [first, second] = await new FakeBrowser().many(2);
  const watch = async (bench, frame) => {
    bench.client.command({type: 'watch', ...frame}).catch(() => {});
    await settle();
    const {topics, visitors} = first.socket.of('watch').at(-1);
    return [topics.sort(), visitors];
  };
  equal(await watch(first, {topics: ['queue', 'visitors'], visitors: {site: 'shop'}}), [['queue', 'visitors'], {site: 'shop'}]);
  equal(await watch(second, {topics: ['queue', 'board']}), [['board', 'queue', 'visitors'], {site: 'shop'}]);
  equal(await watch(second, {topics: ['visitors'], visitors: {limit: 9}}), [['queue', 'visitors'], {limit: 9}]);
  equal(await watch(second, {topics: ['queue']}), [['queue', 'visitors'], {site: 'shop'}]);
  equal(await watch(first, {topics: ['queue']}), [['queue'], undefined]);
});

test('whatOneTabFollowsNoMoreShouldStayFollowedForAnother', async () => {
  const [first, second] = await new FakeBrowser().many(2);
  const say = async (bench, type) => {
    const done = bench.client.command({type, conversation: 'c-9'});
    await settle();
    const frame = first.socket.sent.at(-1);
    await first.socket.say({type: 'ack', re: frame.id, conversation: 'c-9'});
    await done;
    return frame.type;
  };
  equal(await say(first, 'follow'), 'follow');
  equal(await say(second, 'follow'), 'follow');
  equal(await say(second, 'unfollow'), 'follow');
  equal(await say(second, 'follow'), 'follow');
  equal(await say(first, 'unfollow'), 'follow');
  equal(await say(second, 'unfollow'), 'unfollow');
});

test('aTabThatDiesShouldWatchAndFollowNoMore', async () => {
  const [first, second, third] = await new FakeBrowser().many(3);
  const say = async (bench, frame) => {
    bench.client.command(frame).catch(() => {});
    await settle();
  };
  await say(first, {type: 'watch', topics: ['queue']});
  await say(second, {type: 'watch', topics: ['queue', 'visitors'], visitors: {site: 'shop'}});
  await say(third, {type: 'watch', topics: ['queue']});
  for (const bench of [second, third]) {
    await say(bench, {type: 'follow', conversation: 'c-8'});
  }
  await say(second, {type: 'follow', conversation: 'c-9'});
  const before = first.socket.sent.length;
  await second.crash();
  const sent = first.socket.sent.slice(before).map(({type, topics, visitors, conversation}) => ({type, topics, visitors, conversation}));
  equal(sent, [{type: 'watch', topics: ['queue']}, {type: 'unfollow', conversation: 'c-9'}]);
  await third.crash();
  equal(first.socket.sent.slice(before + 2).map(({type, conversation}) => [type, conversation]), [['unfollow', 'c-8']]);
});

test('aTabThatTurnsToAnotherPageShouldWatchNoMore', async () => {
  const [first, second] = await new FakeBrowser().many(2);
  for (const [bench, topic] of /** @type {[Bench, string][]} */ ([[first, 'queue'], [second, 'board']])) {
    bench.client.command({type: 'watch', topics: [topic]}).catch(() => {});
    await settle();
  }
  second.network.dispatchEvent(new Event('pagehide'));
  await settle();
  equal(first.socket.of('watch').at(-1).topics, ['queue']);
  ok(new Set(first.socket.of('watch').map(({id}) => id)).size === 3, 'an id was used twice');
});

test('aMessageOfAFollowingTabShouldLeaveOnceAndBeSeenByAll', async () => {
  const [first, second] = await new FakeBrowser().many(2);
  const answer = second.client.send('c-1', 'hello');
  await settle();
  equal(first.socket.of('send').map(({text}) => text), ['hello']);
  const {id} = first.socket.of('send')[0];
  await first.socket.say({type: 'ack', re: id, conversation: 'c-1', seq: 1}, entry(1, {author: ada, id, text: 'hello'}));
  equal([(await answer).seq, shown(first), shown(second), second.conversation.pending], [1, [1], [1], []]);
});

test('readAndTypingOfAFollowingTabShouldReachTheServer', async () => {
  const [first, second] = await new FakeBrowser().many(2, [summary(1)], entry(1));
  second.client.read('c-1', 1);
  second.client.typing('c-1', 'hel');
  await settle();
  equal(first.socket.of('read').map(({seq}) => seq), [1]);
  equal(first.socket.of('typing').map(({text}) => text), ['hel']);
});

test('deliveredShouldBeSaidOnceForAllTabs', async () => {
  const browser = new FakeBrowser();
  const [first] = await browser.many(3);
  await first.socket.say(entry(1));
  await browser.clock.advance(1000);
  equal(first.socket.of('delivered').length, 1);
});

test('aTabThatCannotBeServedShouldAskAgain', async () => {
  const browser = new FakeBrowser();
  let away = true;
  const first = browser.tab({tabHost: async () => (away ? Promise.reject(new TypeError('Failed to fetch')) : tabHost)});
  await first.open();
  await first.greet([summary(1)], entry(1));
  const second = await browser.open();
  equal(states(second), ['disconnected']);
  away = false;
  await browser.clock.advance(1000);
  equal([states(second), shown(second), sockets(first, second)], [['live'], [1], [1, 0]]);
});

test('theNextTabShouldTakeOverWhenTheLeadingOneCloses', async () => {
  const [first, second, third] = await new FakeBrowser().many(3, [summary(1)], entry(1));
  first.client.close();
  await settle();
  equal(sockets(second, third), [1, 0]);
  ok(first.socket.closed, 'the old line is not closed');
  await second.socket.open();
  equal(second.socket.of('hello')[0].cursors, {'c-1': {public: 1, internal: 0}});
  await second.socket.say({type: 'welcome', session: 's-2', self: ada, heartbeat: 20, conversations: [summary(2)]});
  await second.socket.say(entry(2), {type: 'synced'}, entry(3));
  [second, third].forEach((bench) => equal([bench.shown, bench.client.state], [[1, 2, 3], 'live']));
});

test('aMessageInFlightWhenTheLeadingTabCrashesShouldLeaveAgainWithItsId', async () => {
  const [first, second, third] = await new FakeBrowser().many(3);
  const answers = [second.client.send('c-1', 'of the next'), third.client.send('c-1', 'of another')];
  await settle();
  const before = first.socket.of('send').map(({id}) => id);
  equal(before.length, 2);
  await first.crash();
  await second.greet([summary()]);
  equal(second.socket.of('send').map(({id}) => id).sort(), before.sort());
  for (const [at, id] of before.entries()) {
    await second.socket.say({type: 'ack', re: id, conversation: 'c-1', seq: at + 1});
    await second.socket.say(entry(at + 1, {id, author: ada}));
  }
  equal((await Promise.all(answers)).map(({seq}) => seq).sort(), [1, 2]);
  equal([shown(second), shown(third)], [[1, 2], [1, 2]]);
});

test('aCommandInFlightWhenTheLeadingTabCrashesShouldBeRejected', async () => {
  const [first, second, third] = await new FakeBrowser().many(3);
  const commands = [second, third].map((bench) => rejection(bench.client.command({type: 'accept', conversation: 'c-9'})));
  await settle();
  await first.crash();
  await second.greet([summary()]);
  equal((await Promise.all(commands)).map(({code}) => code), ['disconnected', 'disconnected']);
});

test('aTabThatHangsShouldLoseTheLeadAndFollowWhenItWakes', async () => {
  const browser = new FakeBrowser();
  const [first, second] = await browser.many(2, [summary(1)], entry(1));
  first.tab.frozen = true; // It neither answers nor lets go of its lock
  await browser.clock.advance(10_000);
  await browser.clock.advance(4999);
  equal([states(second), sockets(second)], [['live'], [0]]);
  await browser.clock.advance(1 + 1000 + 5000);
  equal(sockets(second), [1]);
  await second.greet([summary(2)], entry(2));
  first.tab.frozen = false;
  first.tab.woken();
  await settle();
  equal([states(first, second), first.socket.closed, shown(first)], [['live', 'live'], true, [1, 2]]);
});

test('aPageThatIsPutAsideShouldHandOverTheLeadAndFollowWhenShownAgain', async () => {
  const [first, second] = await new FakeBrowser().many(2);
  first.network.dispatchEvent(new Event('freeze'));
  await settle();
  equal([first.socket.closed, sockets(second)], [true, [1]]);
  await second.greet([summary(1)], entry(1));
  first.network.dispatchEvent(new Event('resume'));
  await settle();
  equal([states(first, second), sockets(first, second), shown(first)], [['live', 'live'], [1, 1], [1]]);
});

test('aLineThatBreaksShouldBreakForAllAndComeBackForAll', async () => {
  const tabs = await new FakeBrowser().many(3);
  await tabs[0].socket.end(1006);
  equal(states(...tabs), ['disconnected', 'disconnected', 'disconnected']);
  tabs[1].client.send('c-1', 'written meanwhile');
  await tabs[0].clock.advance(1000);
  await tabs[0].greet([summary(1)], entry(1));
  equal([states(...tabs), sockets(...tabs)], [['live', 'live', 'live'], [2, 0, 0]]);
  tabs.forEach((bench) => equal(shown(bench), [1]));
  equal(tabs[0].socket.of('send').map(({text}) => text), ['written meanwhile']);
});

test('aByeForGoodShouldBeToldToAllAndLetANewTabTryForItself', async () => {
  const browser = new FakeBrowser();
  const tabs = await browser.many(2);
  await tabs[0].socket.say({type: 'bye', code: 4403, reason: 'Not you', reconnect: false});
  await tabs[0].socket.end(4403);
  tabs.forEach((bench) => equal(bench.byes, [{code: 4403, reason: 'Not you', reconnect: false}]));
  await browser.clock.advance(60_000);
  equal(sockets(...tabs), [1, 0]);
  equal(sockets(await browser.open()), [1]);
});

test('tabsOfDifferentPeopleShouldHaveNothingToDoWithEachOther', async () => {
  const names = [];
  const Channel = class {
    constructor(name) {
      names.push(name);
    }
  };
  for (const storageKey of ['visitor-1', 'visitor-2']) {
    await new Bench({storageKey, BroadcastChannel: Channel, locks: {request: async (name) => names.push(name)}}).open();
  }
  equal([names.length, new Set(names).size, names[0] === names[1]], [4, 2, true]);
});

test('aBrowserThatForbidsLocksShouldLetEveryTabLead', async () => {
  const locks = {request: async () => Promise.reject(new DOMException('Not here', 'SecurityError'))};
  const browser = new FakeBrowser();
  const tabs = [browser.tab({locks}), browser.tab({locks})];
  for (const bench of tabs) {
    await bench.open();
    await bench.greet([summary()]);
  }
  equal([sockets(...tabs), states(...tabs)], [[1, 1], ['live', 'live']]);
  await tabs[0].socket.say(entry(1));
  equal(shown(tabs[1]), [], 'each has a line of its own:');
});
