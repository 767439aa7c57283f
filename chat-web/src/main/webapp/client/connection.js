import {BackOff} from './back-off.js';
import {CloseCode, afterClose} from './close-codes.js';
import {Heartbeat} from './heartbeat.js';
import {TokenKeeper} from './token-keeper.js';

/** From the first packet to `welcome`, in milliseconds; a browser alone would wait minutes on a dead network. */
const HANDSHAKE_LIMIT = 15_000;

/** What the token provider throws when asking again is no use. */
const FINAL_TOKEN_ERRORS = new Set(['forbidden', 'not-found', 'unauthorized', 'invalid']);

/**
 * One live line to the server, made anew as often as it breaks:
 * disconnected → connecting → syncing → live.
 */
export class Connection {
  #environment;
  #url;
  #on;
  #tokens;
  #backOff;
  #heartbeat;
  #socket = null;
  #state = 'disconnected';
  #wanted = false;
  #attempt = 0;
  #refused = false;
  #failedHandshakes = 0;
  #toldToWait = false;
  #bye = null;
  #timer = null;
  #online = () => this.#retryNow();

  /**
   * @param {object} options
   * @param {import('./environment.js').Environment} options.environment
   * @param {string} options.url ws: or wss:
   * @param {(expired: boolean) => Promise<string>} options.token
   * @param {{hello: () => object, frame: (frame: object) => void, state: (state: string) => void,
   *     bye: (bye: {code: number, reason: string, reconnect: boolean}) => void}} options.on
   */
  constructor({environment, url, token, on}) {
    this.#environment = environment;
    this.#url = url;
    this.#on = on;
    this.#tokens = new TokenKeeper(environment, token);
    this.#backOff = new BackOff(environment.random);
    this.#heartbeat = new Heartbeat(environment, {
      ping: () => this.send({type: 'ping'}),
      dead: () => this.#lost(1006, 'The server is silent'),
    });
  }

  get state() {
    return this.#state;
  }

  open() {
    if (this.#wanted) {
      return;
    }
    this.#wanted = true;
    this.#environment.network.addEventListener('online', this.#online);
    this.#connect();
  }

  close() {
    this.#stop();
    this.#drop(1000);
    this.#become('disconnected');
  }

  /** @returns {boolean} false when there is no open socket; the frame is gone then */
  send(frame) {
    if (this.#state !== 'syncing' && this.#state !== 'live') {
      return false;
    }
    this.#heartbeat.sent();
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  async #connect() {
    const attempt = ++this.#attempt;
    this.#environment.clearTimeout(this.#timer);
    this.#become('connecting');
    this.#timer = this.#environment.setTimeout(() => this.#lost(1006, 'No answer'), HANDSHAKE_LIMIT);
    try {
      const token = await this.#tokens.get(this.#refused);
      if (attempt === this.#attempt) {
        this.#refused = false;
        this.#dial(token);
      }
    } catch (error) {
      if (attempt === this.#attempt) {
        const final = FINAL_TOKEN_ERRORS.has(error?.code);
        this.#lost(final ? CloseCode.UNAUTHORIZED : 1006, error?.message ?? '', {reconnect: !final});
      }
    }
  }

  #dial(token) {
    const socket = new this.#environment.WebSocket(this.#url, ['chat.v1', `bearer.${token}`]);
    this.#socket = socket;
    socket.onopen = () => {
      this.#become('syncing');
      this.send(this.#on.hello());
    };
    socket.onmessage = ({data}) => this.#receive(data, token);
    socket.onclose = ({code, reason}) => this.#lost(code, reason);
  }

  #receive(data, token) {
    const frame = parse(data);
    if (!frame) {
      return;
    }
    this.#heartbeat.heard();
    if (frame.type === 'welcome') {
      this.#environment.clearTimeout(this.#timer);
      this.#failedHandshakes = 0;
      this.#heartbeat.start(frame.heartbeat ?? 25);
      this.#renewInTime(token);
    } else if (frame.type === 'bye') {
      this.#bye = frame;
    } else if (frame.retryAfter && !frame.re) {
      this.#bye = {...this.#bye, retryAfter: frame.retryAfter};
    }
    this.#on.frame(frame);
    if (frame.type === 'synced') {
      this.#backOff.reset();
      this.#become('live');
    }
  }

  #renewInTime(token) {
    this.#tokens.renewInTime(token, (fresh) => {
      this.send({type: 'renew', id: this.#environment.uuid(), token: fresh});
      this.#renewInTime(fresh);
    });
  }

  #lost(code, reason, verdict = afterClose(code, this.#bye ?? {})) {
    const {reconnect, renewToken = false, waitSeconds} = verdict;
    const text = this.#bye?.reason ?? reason ?? '';
    // A browser does not tell a 401 from a broken line. After the second failure in a row suspect the token.
    const neverOpened = this.#state === 'connecting';
    this.#failedHandshakes = neverOpened ? this.#failedHandshakes + 1 : 0;
    this.#refused = this.#refused || renewToken || (neverOpened && this.#failedHandshakes % 2 === 0);
    this.#bye = null;
    this.#drop(code === 1006 ? 1000 : undefined);
    if (!reconnect) {
      this.#stop();
    }
    this.#become('disconnected');
    if (code >= 4000) {
      this.#on.bye({code, reason: text, reconnect});
    }
    if (this.#wanted && this.#state === 'disconnected') {
      this.#toldToWait = waitSeconds !== undefined;
      const wait = this.#toldToWait ? waitSeconds * 1000 : this.#backOff.next();
      this.#timer = this.#environment.setTimeout(() => this.#connect(), wait);
    }
  }

  /** Lets go of the socket without waiting for its `close` event, which a dead line delays for a minute. */
  #drop(code) {
    this.#attempt += 1;
    this.#environment.clearTimeout(this.#timer);
    this.#heartbeat.stop();
    this.#tokens.stop();
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      if (code) {
        socket.close(code);
      }
    }
  }

  #stop() {
    this.#wanted = false;
    this.#environment.network.removeEventListener('online', this.#online);
  }

  #retryNow() {
    if (this.#state === 'disconnected' && !this.#toldToWait) {
      this.#backOff.reset();
      this.#connect();
    } else if (this.#state === 'live') {
      this.send({type: 'ping'});
    }
  }

  #become(state) {
    if (state !== this.#state) {
      this.#state = state;
      this.#on.state(state);
    }
  }
}

/** @returns {{type: string} | null} */
function parse(data) {
  try {
    const frame = JSON.parse(data);
    return typeof frame?.type === 'string' ? frame : null;
  } catch {
    return null;
  }
}
