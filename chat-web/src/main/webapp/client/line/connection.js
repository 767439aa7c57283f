import {BackOff} from '../back-off.js';
import * as CloseCode from './close-code.js';
import {Heartbeat} from './heartbeat.js';
import {TokenKeeper} from './token-keeper.js';
import {Transport} from './transport.js';

/** @import {Command, ConnectionOptions, Frame, Line, Verdict} from '../types.js' */

/** From the first packet to `welcome`, in milliseconds. */
const HANDSHAKE_LIMIT = 15_000;

/** When asking for a token again is no use. */
const FINAL_TOKEN_ERRORS = ['forbidden', 'not-found', 'unauthorized', 'invalid', 'misdirected'];

const PAGE_EVENTS = ['online', 'offline', 'visibilitychange', 'pagehide', 'freeze', 'pageshow', 'resume'];

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
  /** @type {Line | null} */
  #socket;
  #timer;
  #wanted = false;
  #attempt = 0;
  #welcomed = false;
  #asleep = false;
  #refused = false;
  #toldToWait = false;
  /** @type {string} */
  #token;
  /** @type {Partial<import('../frames.js').Bye>} what the server said of the end */
  #bye = {};
  /** @type {number} milliseconds since 1970 */
  #begun;
  /** @type {import('../frames.js').Self | false} who we are, in batch mode */
  #self = false;
  /** @type {Map<string, Command>} what we said, until its answer: on whatever line */
  #said = new Map();
  /** @type {string[]} what leaves together */
  #gathered = [];
  /** How many characters of it fit into a message. */
  #room = 0;
  #page = (/** @type {Event} */ event) => this.#pageSays(event);

  /** @param {ConnectionOptions} options */
  constructor({environment, base, token, tabs, on}) {
    this.#environment = environment;
    this.#on = on;
    this.#tabs = tabs;
    this.#transport = new Transport(environment, base);
    this.#tokens = new TokenKeeper(environment, token);
    this.#backOff = new BackOff(environment);
    this.#heartbeat = new Heartbeat(environment, {
      ping: () => this.send({type: 'ping'}),
      dead: () => this.#lost(1006),
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

  /** False when there is no line: the frame is gone. @param {Command} frame */
  send(frame) {
    if (this.state !== 'syncing' && this.state !== 'live') {
      return false;
    }
    this.#heartbeat.sent();
    if ('text' in frame) {
      this.#heartbeat.doubt();
      this.#said.set(frame.id, frame);
    }
    const text = JSON.stringify(frame);
    if ((this.#gathered + text).length > this.#room) {
      this.#flush();
    }
    this.#gathered.push(text);
    this.#self ? queueMicrotask(this.#flush) : this.#flush();
    return true;
  }

  #flush = () => {
    const frames = this.#gathered.splice(0);
    frames[0] && this.#socket.send(frames[1] ? `[${frames}]` : frames[0]);
  };

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
        this.#lost(final ? CloseCode.TOKEN : 1006, error.message, {reconnect: !final});
      }
    }
  }

  #begin() {
    this.#become('connecting');
    this.#begun = this.#environment.now();
    this.#wait(HANDSHAKE_LIMIT, () => this.#lost(1006));
  }

  /** @param {Line} socket */
  #use(socket) {
    this.#socket = socket;
    socket.onopen = () => {
      this.#become('syncing');
      this.send(this.#on.hello());
    };
    socket.onmessage = ({data}) => {
      const frames = [typeof data === 'string' ? JSON.parse(data) : data].flat();
      frames.forEach((frame) => socket === this.#socket && this.#receive(frame));
    };
    socket.onclose = ({code, reason}) => this.#lost(code, reason);
  }

  /** @param {Frame} frame */
  #receive(frame) {
    this.#heartbeat.heard();
    if (frame.type === 'welcome') {
      this.#environment.clearTimeout(this.#timer);
      this.#heartbeat.start(frame.heartbeat, this.#tabs.leading, this.#environment.now() - this.#begun);
      this.#welcomed = true;
      this.#self = frame.batch && frame.self;
      this.#room = frame.limits?.frame / 3; // A character has at most three bytes
      if (this.#tabs.leading) {
        this.#transport.reached(this.#socket);
        this.#renewInTime(this.#token);
      }
    } else if (frame.type === 'bye' || (frame.type === 'error' && !frame.re)) {
      this.#bye = {...this.#bye, ...frame};
    }
    // The `ack` of a line stands for its entry
    const line = frame.re && frame.at && this.#self && this.#said.get(frame.re);
    this.#said.delete(frame.re);
    if (line) {
      const [log, kind] = line.type === 'send' ? ['public', 'message'] : ['internal', line.type];
      this.#on.frame({...line, ...frame, type: 'entry', log, kind, author: this.#self});
    }
    this.#on.frame(frame);
    if (frame.type === 'synced') {
      this.#backOff.reset();
      this.#become('live');
      this.#probe();
    }
  }

  /** @param {string} token */
  #renewInTime(token) {
    this.#token = token;
    this.#tokens.renewInTime(token, (fresh) => {
      this.send({type: 'renew', id: this.#environment.randomId(), token: fresh});
      this.#renewInTime(fresh);
    });
  }

  /**
   * A WebSocket that gets through takes the place of the polls.
   *
   * @param {number} [at] when to try, milliseconds since 1970
   */
  #probe(at) {
    const use = (/** @type {Line} */ socket) => {
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

  /** @param {number} code @param {string} [closeReason] of what will not be tried again @param {Verdict} [verdict] */
  #lost(code, closeReason, verdict = CloseCode.afterClose(code, this.#bye)) {
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
    this.#welcomed = this.#self = false;
    if (this.#socket) {
      this.#flush();
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
      this.#tabs.leading && this.#welcomed && this.#lost(1006);
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

  /** @param {boolean} online */
  #lookAgain(online) {
    if (this.state === 'live') {
      this.#heartbeat.probe();
      online && this.#probe(0);
    } else if (!this.#toldToWait && !this.#asleep) {
      // What was begun in the old network may hang
      online ? this.redial() : this.state === 'disconnected' && this.#connect();
    }
  }

  /** @param {number} ms @param {() => void} run */
  #wait(ms, run) {
    this.#environment.clearTimeout(this.#timer);
    this.#timer = this.#environment.setTimeout(run, ms);
  }

  /** @param {string} state @param {number} [code] why the line broke */
  #become(state, code) {
    if (state !== this.state) {
      this.state = state;
      this.#on.state(state, code);
    }
  }
}
