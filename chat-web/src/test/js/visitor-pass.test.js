import {VisitorPass} from '../../main/webapp/widget/visitor-pass.js';
import {settle} from './fakes.js';
import {equal, rejection, test} from './runner.js';

/** One browser: its tabs share storage and locks, and a server that knows repeated keys. */
class Browser {
  kept = new Map();
  requests = [];
  visitors = new Map();
  #turn = Promise.resolve();

  tab({locks = {request: (...asked) => this.#lock(...asked)}, attributes = '', kept = this.kept} = {}) {
    const environment = /** @type {any} */ ({
      locks,
      fetch: (_address, request) => new Promise((resolve) => this.requests.push({...request, resolve})),
      randomId: () => `key-${this.kept.size}-${this.requests.length}-${(this.ids = (this.ids ?? 0) + 1)}`,
      storage: () => ({getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value)}),
    });
    return new VisitorPass(environment, {base: '/chat', site: 'shop', attributes});
  }

  #lock(_name, {signal}, granted) {
    const before = this.#turn;
    const mine = before.then(() => (signal.aborted ? Promise.reject(signal.reason) : granted()));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  /** Answers the oldest request as the server does. */
  async answer() {
    const {headers, resolve} = this.requests.shift();
    const key = headers.Authorization ?? headers['Idempotency-Key'] + headers['Chat-Browser'];
    const visitor = this.visitors.get(key) ?? `v-${this.visitors.size + 1}`;
    this.visitors.set(key, visitor);
    resolve({status: 201, json: async () => ({visitor, token: `token of ${visitor}`})});
    await settle();
  }

  async refuse(status, problem) {
    this.requests.shift().resolve({status, json: async () => problem});
    await settle();
  }
}

const none = {locks: null};

test('twoTabsThatComeTogetherShouldBeOneVisitor', async () => {
  const browser = new Browser();
  const tabs = [browser.tab(), browser.tab()];
  const tokens = tabs.map((tab) => tab.token(false));
  await settle();
  equal(browser.requests.length, 1, 'requests');
  await browser.answer();
  equal(await Promise.all(tokens), ['token of v-1', 'token of v-1']);
  equal([tabs.map(({visitor}) => visitor), browser.requests.length], [['v-1', 'v-1'], 0]);
});

test('withoutLocksTheyShouldAskWithTheSameSecret', async () => {
  const browser = new Browser();
  const tokens = [browser.tab(none), browser.tab(none)].map((tab) => tab.token(false));
  await settle();
  equal(browser.requests.length, 2, 'requests');
  await browser.answer();
  await browser.answer();
  equal(await Promise.all(tokens), ['token of v-1', 'token of v-1']);
});

test('whoeverWasFirstShouldBeTheVisitorOfAllTabs', async () => {
  const browser = new Browser();
  const first = browser.tab(none);
  const second = browser.tab(none);
  const given = first.token(false);
  await settle();
  browser.kept.clear(); // The other tab does not see it yet
  const late = second.token(false);
  await settle();
  await browser.answer();
  await browser.answer();
  equal([await given, await late, second.visitor], ['token of v-1', 'token of v-1', 'v-1']);
  equal(browser.visitors.size, 2, 'visitors');
});

test('aTabThatHangsShouldHoldUpNobodyForLong', async () => {
  const browser = new Browser();
  browser.tab().token(false);
  const hung = {request: async (_name, {signal}) => Promise.reject(signal instanceof AbortSignal ? 'aborted' : 'nobody would abort')};
  const token = browser.tab({locks: hung}).token(false);
  await settle();
  equal(browser.requests.length, 2, 'requests');
  await browser.answer();
  await browser.answer();
  equal(await token, 'token of v-1');
});

test('aRequestWhoseAnswerWasLostShouldBeRepeatedByAnyTab', async () => {
  const browser = new Browser();
  const tab = browser.tab();
  const first = tab.token(false);
  await settle();
  const [{headers}] = browser.requests;
  await browser.refuse(503, {code: 'unavailable'});
  equal((await rejection(first)).code, 'unavailable');
  const again = browser.tab().token(false);
  await settle();
  equal(browser.requests[0].headers, headers);
  await browser.answer();
  await again;
  equal(await tab.token(false), 'token of v-1');
});

test('aTokenThatIsTooOldShouldGiveANewVisitor', async () => {
  const browser = new Browser();
  const tab = browser.tab();
  const first = tab.token(false);
  await settle();
  await browser.answer();
  await first;
  const token = tab.token(true);
  await settle();
  equal(browser.requests[0].headers.Authorization, 'Bearer token of v-1');
  await browser.refuse(401, {code: 'unauthorized'});
  equal(browser.requests[0].headers.Authorization, undefined);
  browser.visitors.clear();
  browser.visitors.set('another', 'v-1');
  await browser.answer();
  equal(await token, 'token of v-2');
});

test('aPageThatSaysSomethingElseMeanwhileShouldNotBeRefused', async () => {
  const browser = new Browser();
  const token = browser.tab({...none, attributes: '{"plan":"gold"}'}).token(false);
  await settle();
  await browser.refuse(409, {code: 'conflict'});
  await browser.answer();
  equal(await token, 'token of v-1');
});

test('tabsShouldShareATokenThatOneOfThemHasRenewed', async () => {
  const browser = new Browser();
  const tabs = [browser.tab(), browser.tab()];
  const first = tabs.map((tab) => tab.token(false));
  await settle();
  await browser.answer();
  await Promise.all(first);
  browser.kept.set('parley:shop:visitor', JSON.stringify({visitor: 'v-1', token: 'a newer one'}));
  equal(await tabs[1].token(true), 'a newer one');
});

test('aServerThatIsNotThereYetShouldMeanComeAgain', async () => {
  const browser = new Browser();
  const token = browser.tab().token(false);
  await settle();
  browser.requests.shift().resolve({ok: false, status: 404, json: () => Promise.reject(new SyntaxError('<html>'))});
  equal((await rejection(token)).code, 'unavailable');
});

test('anAnswerThatSaysNothingShouldMeanComeAgainWhateverItsStatus', async () => {
  const browser = new Browser();
  const token = browser.tab().token(false);
  await settle();
  browser.requests.shift().resolve({ok: true, status: 200, json: () => Promise.reject(new SyntaxError('no content'))});
  equal((await rejection(token)).code, 'unavailable');
});
