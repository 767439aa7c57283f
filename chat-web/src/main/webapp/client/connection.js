import {Heartbeat, TokenKeeper} from './keep-alive.js';
import {BackOff, CloseCode, afterClose} from './protocol.js';

/** From the first packet to `welcome`, in milliseconds; a browser alone would wait minutes on a dead network. */
const HANDSHAKE_LIMIT = 15_000;

/** What the token provider throws when asking again is no use. */
const FINAL_TOKEN_ERRORS = ['forbidden', 'not-found', 'unauthorized', 'invalid'];

/** A line to the server, made anew as often as it breaks: disconnected → connecting → syncing → live. */
export class Connection {
  state = 'disconnected';
  #environment;
  #url;
  #on;
  #tokens;
  #backOff;
  #heartbeat;
  #socket;
  #timer;
  #wanted = false;
  #attempt = 0;
  #failures = 0;
  #refused = false;
  #toldToWait = false;
  #bye = {};
  #online = () => this.#backOnline();

  /** @param {import('./types.js').ConnectionOptions} options */
  constructor({environment, url, token, on}) {
    this.#environment = environment;
    this.#url = url;
    this.#on = on;
    this.#tokens = new TokenKeeper(environment, token);
    this.#backOff = new BackOff(environment);
    this.#heartbeat = new Heartbeat(environment, {
      ping: () => this.send({type: 'ping'}),
      dead: () => this.#lost(1006, 'The server is silent'),
    });
  }

  open() {
    if (!this.#wanted) {
      this.#wanted = true;
      this.#environment.network.addEventListener('online', this.#online);
      this.#connect();
    }
  }

  close() {
    this.#stop();
    this.#drop();
    this.#become('disconnected');
  }

  /** False when there is no open socket: the frame is gone then. */
  send(frame) {
    if (this.state !== 'syncing' && this.state !== 'live') {
      return false;
    }
    this.#heartbeat.sent();
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  async #connect() {
    const attempt = ++this.#attempt;
    this.#become('connecting');
    this.#wait(HANDSHAKE_LIMIT, () => this.#lost(1006, 'No answer'));
    try {
      const token = await this.#tokens.get(this.#refused);
      if (attempt === this.#attempt) {
        this.#refused = false;
        this.#dial(token);
      }
    } catch (error) {
      if (attempt === this.#attempt) {
        const final = FINAL_TOKEN_ERRORS.includes(error.code);
        this.#lost(final ? CloseCode.UNAUTHORIZED : 1006, error.message, {reconnect: !final});
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
    socket.onmessage = ({data}) => this.#receive(JSON.parse(data), token);
    socket.onclose = ({code, reason}) => this.#lost(code, reason);
  }

  #receive(frame, token) {
    this.#heartbeat.heard();
    if (frame.type === 'welcome') {
      this.#environment.clearTimeout(this.#timer);
      this.#heartbeat.start(frame.heartbeat ?? 25);
      this.#renewInTime(token);
    } else if (frame.type === 'bye' || (frame.type === 'error' && !frame.re)) {
      this.#bye = {...this.#bye, ...frame};
    }
    this.#on.frame(frame);
    if (frame.type === 'synced') {
      this.#backOff.reset();
      this.#become('live');
    }
  }

  #renewInTime(token) {
    this.#tokens.renewInTime(token, (fresh) => {
      this.send({type: 'renew', id: this.#environment.randomId(), token: fresh});
      this.#renewInTime(fresh);
    });
  }

  #lost(code, closeReason, verdict = afterClose(code, this.#bye)) {
    const {reconnect, newToken, wait} = verdict;
    const reason = this.#bye.reason ?? closeReason;
    // A browser does not tell a 401 from a broken line: at every second failure in a row suspect the token
    this.#failures = this.state === 'connecting' ? this.#failures + 1 : 0;
    this.#refused ||= newToken || (this.#failures > 0 && this.#failures % 2 === 0);
    this.#toldToWait = wait !== undefined;
    this.#drop();
    if (!reconnect) {
      this.#stop();
    }
    this.#become('disconnected');
    if (code >= 4000) {
      this.#on.bye({code, reason, reconnect});
    }
    if (this.#wanted && this.state === 'disconnected') {
      this.#wait(this.#toldToWait ? wait * 1000 : this.#backOff.next(), () => this.#connect());
    }
  }

  /** Lets go of the socket without waiting for its `close` event, which a dead line delays for a minute. */
  #drop() {
    this.#attempt += 1;
    this.#environment.clearTimeout(this.#timer);
    this.#heartbeat.stop();
    this.#tokens.stop();
    this.#bye = {};
    if (this.#socket) {
      this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close();
      this.#socket = null;
    }
  }

  #stop() {
    this.#wanted = false;
    this.#environment.network.removeEventListener('online', this.#online);
  }

  #backOnline() {
    if (this.state === 'live') {
      this.send({type: 'ping'});
    } else if (this.state === 'disconnected' && !this.#toldToWait) {
      this.#backOff.reset();
      this.#connect();
    }
  }

  #wait(ms, run) {
    this.#environment.clearTimeout(this.#timer);
    this.#timer = this.#environment.setTimeout(run, ms);
  }

  #become(state) {
    if (state !== this.state) {
      this.state = state;
      this.#on.state(state);
    }
  }
}
