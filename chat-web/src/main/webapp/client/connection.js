import {BackOff, CloseCode, afterClose} from './protocol.js';

/** From the first packet to `welcome`, in milliseconds. */
const HANDSHAKE_LIMIT = 15_000;

/** When asking for a token again is no use. */
const FINAL_TOKEN_ERRORS = ['forbidden', 'not-found', 'unauthorized', 'invalid', 'misdirected'];

const PAGE_EVENTS = ['online', 'offline', 'visibilitychange', 'pagehide', 'freeze', 'pageshow', 'resume'];

/** Milliseconds until a network that blocks WebSocket is tried again. */
const ASK_AGAIN = 10 * 60_000;

/** A longer timer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
const SOONEST_RENEWAL = 30_000;

/** Somebody writes: milliseconds until we ask whether the server hears it, and the least that it then has to answer. */
const DOUBT = 500;
const PROBE = 3000;

/** A line to the server, made anew as often as it breaks: disconnected → connecting → syncing → live. */
export class Connection {
  state = 'disconnected';
  #environment;
  #on;
  #tabs;
  #transport;
  #tokens;
  #backOff;
  #heartbeat;
  #socket;
  #timer;
  #wanted = false;
  #attempt = 0;
  #welcomed = false;
  #asleep = false;
  #refused = false;
  #toldToWait = false;
  #token;
  #bye = {};
  #begun;
  #page = (event) => this.#pageSays(event);

  /** @param {import('./types.js').ConnectionOptions} options */
  constructor({environment, base, token, tabs, on}) {
    this.#environment = environment;
    this.#on = on;
    this.#tabs = tabs;
    this.#transport = new Transport(environment, base);
    this.#tokens = new TokenKeeper(environment, token);
    this.#backOff = new BackOff(environment);
    this.#heartbeat = new Heartbeat(environment, {
      ping: () => this.send({type: 'ping'}),
      dead: () => this.#lost(1006, 'Silent'),
    });
  }

  open() {
    if (!this.#wanted) {
      this.#wanted = true;
      PAGE_EVENTS.forEach((type) => this.#environment.network.addEventListener(type, this.#page));
      this.#tabs.join();
    }
  }

  close() {
    this.#become('disconnected');
    this.#stop();
    this.#drop();
  }

  /** The way to the server is another now. */
  redial() {
    if (this.#wanted) {
      if (this.state !== 'connecting') {
        this.#become('disconnected');
      }
      this.#drop();
      this.#backOff.reset();
      this.#connect();
    }
  }

  /** False when there is no line: the frame is gone. */
  send(frame) {
    if (this.state !== 'syncing' && this.state !== 'live') {
      return false;
    }
    this.#heartbeat.sent();
    if ('text' in frame) {
      this.#heartbeat.doubt();
    }
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  async #connect() {
    const attempt = ++this.#attempt;
    this.#begin();
    if (!this.#tabs.leading) {
      this.#use(this.#tabs.dial());
      return;
    }
    try {
      const token = await this.#tokens.get(this.#refused);
      const dial = await this.#transport.choose();
      if (attempt === this.#attempt) {
        this.#refused = false;
        this.#token = token;
        this.#use(dial(token));
      }
    } catch (error) {
      if (attempt === this.#attempt) {
        const final = FINAL_TOKEN_ERRORS.includes(error.code);
        this.#lost(final ? CloseCode.UNAUTHORIZED : 1006, error.message, {reconnect: !final});
      }
    }
  }

  #begin() {
    this.#become('connecting');
    this.#begun = this.#environment.now();
    this.#wait(HANDSHAKE_LIMIT, () => this.#lost(1006, 'No answer'));
  }

  #use(socket) {
    this.#socket = socket;
    socket.onopen = () => {
      this.#become('syncing');
      this.send(this.#on.hello());
    };
    socket.onmessage = ({data}) => this.#receive(typeof data === 'string' ? JSON.parse(data) : data);
    socket.onclose = ({code, reason}) => this.#lost(code, reason);
  }

  #receive(frame) {
    this.#heartbeat.heard();
    if (frame.type === 'welcome') {
      this.#environment.clearTimeout(this.#timer);
      this.#heartbeat.start(frame.heartbeat ?? 25, this.#tabs.leading, this.#environment.now() - this.#begun);
      this.#welcomed = true;
      if (this.#tabs.leading) {
        this.#transport.reached(this.#socket);
        this.#renewInTime(this.#token);
      }
    } else if (frame.type === 'bye' || (frame.type === 'error' && !frame.re)) {
      this.#bye = {...this.#bye, ...frame};
    }
    this.#on.frame(frame);
    if (frame.type === 'synced') {
      this.#backOff.reset();
      this.#become('live');
      this.#probe();
    }
  }

  #renewInTime(token) {
    this.#token = token;
    this.#tokens.renewInTime(token, (fresh) => {
      this.send({type: 'renew', id: this.#environment.randomId(), token: fresh});
      this.#renewInTime(fresh);
    });
  }

  /** A WebSocket that gets through takes the place of the polls. */
  #probe(at) {
    const use = (socket) => {
      this.#drop();
      this.#become('disconnected');
      this.#begin();
      this.#use(socket);
      socket.onopen();
    };
    if (this.#tabs.leading) {
      this.#transport.probe(() => this.#token, use, at);
    }
  }

  #lost(code, closeReason, verdict = afterClose(code, this.#bye)) {
    const {reconnect, newToken, wait} = verdict;
    const reason = this.#bye.reason ?? closeReason;
    if (this.#socket && !this.#welcomed && this.#tabs.leading) {
      this.#transport.failed();
    }
    this.#refused ||= Boolean(newToken);
    this.#toldToWait = wait !== undefined;
    this.#drop();
    this.#become('disconnected', code);
    if (!reconnect) {
      this.#stop();
    }
    if (code >= 4000) {
      this.#on.bye({code, reason, reconnect});
    }
    if (this.#wanted && this.state === 'disconnected') {
      this.#wait(this.#toldToWait ? wait * 1000 : this.#backOff.next(), () => this.#connect());
    }
  }

  /** Does not wait for `close`, which a dead line delays for a minute. */
  #drop() {
    this.#attempt += 1;
    this.#environment.clearTimeout(this.#timer);
    this.#heartbeat.stop();
    this.#tokens.stop();
    this.#transport.stop();
    this.#bye = {};
    this.#welcomed = false;
    if (this.#socket) {
      this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close();
      this.#socket = null;
    }
  }

  #stop() {
    this.#wanted = this.#asleep = false;
    PAGE_EVENTS.forEach((type) => this.#environment.network.removeEventListener(type, this.#page));
    this.#tabs.leave();
  }

  #pageSays({type, target}) {
    if (type === 'online' || type === 'visibilitychange') {
      target.visibilityState === 'hidden' || this.#lookAgain(type === 'online');
    } else if (type === 'offline') {
      // It may be wrong: a server on this machine is there still
      this.#tabs.leading && this.#welcomed && this.#lost(1006, 'Offline');
    } else if (type === 'pagehide' || type === 'freeze') {
      // A page that stands still must not lead
      this.#asleep = true;
      this.#become('disconnected');
      this.#tabs.leave();
      this.#drop();
    } else if (this.#asleep) {
      this.#asleep = false;
      this.#tabs.join();
    }
  }

  #lookAgain(online) {
    if (this.state === 'live') {
      this.#heartbeat.probe();
      online && this.#probe(0);
    } else if (!this.#toldToWait && !this.#asleep) {
      // What was begun in the old network may hang
      online ? this.redial() : this.state === 'disconnected' && this.#connect();
    }
  }

  #wait(ms, run) {
    this.#environment.clearTimeout(this.#timer);
    this.#timer = this.#environment.setTimeout(run, ms);
  }

  #become(state, code) {
    if (state !== this.state) {
      this.state = state;
      this.#on.state(state, code);
    }
  }
}

/** WebSocket, or long polling where a network lets no WebSocket through. */
class Transport {
  #environment;
  #base;
  #polling = false;
  #failures = 0;
  #askAt = 0;
  #probe;
  #timer;

  constructor(environment, base) {
    this.#environment = environment;
    this.#base = base;
  }

  /**
   * A browser does not say why a handshake failed. So after two in a row comes a poll: it tells a network that blocks
   * from a bad token and from a server that is away.
   */
  async choose() {
    if (!this.#polling && (!this.#failures || this.#failures % 2)) {
      return (token) => this.#webSocket(token);
    }
    const {PollSocket} = await this.#environment.polling();
    return (token) => new PollSocket(this.#environment, `${this.#base}api/v1/poll`, token);
  }

  failed() {
    this.#failures += 1;
  }

  /** The server said `welcome`. */
  reached(socket) {
    this.#failures = 0;
    this.#polling = !(socket instanceof this.#environment.WebSocket);
  }

  /** Gives `use` an open WebSocket when one gets through by now. */
  probe(token, use, at = this.#askAt) {
    this.stop();
    const wait = at - this.#environment.now();
    if (this.#polling && wait > 0) {
      this.#timer = this.#environment.setTimeout(() => this.probe(token, use), wait);
    } else if (this.#polling) {
      this.#askAt = this.#environment.now() + ASK_AGAIN;
      this.#probe = this.#webSocket(token());
      this.#probe.onopen = () => {
        const socket = this.#probe;
        this.#probe = null;
        use(socket);
      };
      this.#probe.onclose = () => this.probe(token, use);
    }
  }

  stop() {
    this.#environment.clearTimeout(this.#timer);
    if (this.#probe) {
      this.#probe.onopen = this.#probe.onclose = null;
      this.#probe.close();
      this.#probe = null;
    }
  }

  #webSocket(token) {
    return new this.#environment.WebSocket(`${this.#base}socket`.replace(/^http/, 'ws'), ['chat.v1', `bearer.${token}`]);
  }
}

/**
 * Pings after a heartbeat of silence on either side: nobody answers those who only type. Whoever writes, or comes back
 * to the page, is told sooner that nobody hears them.
 */
export class Heartbeat {
  #environment;
  #on;
  #beat;
  #probe;
  #sentAt;
  #heardAt;
  #pingedAt;
  #doubtDue = Infinity;
  /** Only silence after a ping counts. */
  #deadDue = Infinity;
  #timer;
  #ticker;

  constructor(environment, on) {
    this.#environment = environment;
    this.#on = on;
  }

  /** `took` says how many milliseconds the network needed so far. */
  start(seconds, ticking, took = 0) {
    this.stop();
    if (ticking) {
      // A hidden page's timers are late by a minute; a worker's are not
      this.#ticker = this.#environment.ticker();
      this.#ticker.onmessage = () => this.#check();
    }
    this.#beat = seconds * 1000;
    this.#probe = Math.min(this.#beat / 2, Math.max(PROBE, 2 * took));
    this.heard();
    this.#sentAt = this.#pingedAt = this.#heardAt;
    this.#arm();
  }

  stop() {
    this.#environment.clearTimeout(this.#timer);
    this.#ticker?.terminate();
    this.#ticker = null;
  }

  sent() {
    this.#sentAt = this.#environment.now();
  }

  heard() {
    this.#heardAt = this.#environment.now();
    this.#doubtDue = this.#deadDue = Infinity;
  }

  /** Somebody writes. */
  doubt() {
    const now = this.#environment.now();
    if (this.#doubtDue === Infinity && this.#deadDue - now > this.#probe) {
      this.#doubtDue = now + DOUBT;
      this.#arm();
    }
  }

  probe() {
    this.#ping(this.#probe);
  }

  #ping(patience) {
    this.#pingedAt = this.#environment.now();
    this.#deadDue = Math.min(this.#deadDue, this.#pingedAt + patience);
    this.#on.ping();
    this.#arm();
  }

  get #pingDue() {
    return Math.min(this.#sentAt, Math.max(this.#heardAt, this.#pingedAt)) + this.#beat;
  }

  #arm() {
    this.#environment.clearTimeout(this.#timer);
    const wait = Math.min(this.#pingDue, this.#deadDue, this.#doubtDue) - this.#environment.now();
    this.#timer = this.#environment.setTimeout(() => this.#check(), wait);
  }

  #check() {
    const now = this.#environment.now();
    if (now >= this.#deadDue) {
      this.#on.dead();
    } else if (now >= this.#doubtDue) {
      this.#doubtDue = Infinity;
      this.probe();
    } else if (now >= this.#pingDue) {
      this.#ping(this.#beat / 2);
    } else {
      this.#arm();
    }
  }
}

/** Asks the page for tokens, in time. */
class TokenKeeper {
  #environment;
  #provide;
  #timer;

  constructor(environment, provide) {
    this.#environment = environment;
    this.#provide = provide;
  }

  async get(refused) {
    const token = await this.#provide(refused);
    return !refused && expiryOf(token) <= this.#environment.now() ? this.#provide(true) : token;
  }

  /** Gives `use` a new one after three quarters of the old one's time. */
  renewInTime(token, use) {
    this.stop();
    const left = expiryOf(token) - this.#environment.now();
    if (left < Infinity) {
      const wait = Math.min(LONGEST_TIMER, Math.max(SOONEST_RENEWAL, left * 0.75));
      // When it fails, 4401 has us ask again
      this.#timer = this.#environment.setTimeout(() => this.#provide(true).then(use, () => {}), wait);
    }
  }

  stop() {
    this.#environment.clearTimeout(this.#timer);
  }
}

/** Milliseconds since 1970; Infinity when the token does not say. */
function expiryOf(token) {
  try {
    const claims = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(atob(claims)).exp * 1000 || Infinity;
  } catch {
    return Infinity;
  }
}
