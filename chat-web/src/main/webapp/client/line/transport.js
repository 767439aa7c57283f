/** @import {Environment, Line} from '../types.js' */

/** WebSocket, or long polling where a network lets no WebSocket through. */
export class Transport {
  #environment;
  #base;
  #polling = false;
  #failures = 0;
  /** @type {import('./polling.js').Probe | undefined} */
  #probe;

  /** @param {Environment} environment @param {string} base the chat server's address, with a slash at the end */
  constructor(environment, base) {
    this.#environment = environment;
    this.#base = base;
  }

  /**
   * A browser does not say why a handshake failed. So after two in a row comes a poll: it tells a network that blocks
   * from a bad token and from a server that is away.
   *
   * @returns {Promise<(token: string) => Line>}
   */
  async choose() {
    if (!this.#polling && (!this.#failures || this.#failures % 2)) {
      return (token) => this.#webSocket(token);
    }
    const {PollSocket, Probe} = await this.#environment.polling();
    this.#probe ??= new Probe(this.#environment);
    return (token) => new PollSocket(this.#environment, `${this.#base}api/v1/poll`, token);
  }

  failed() {
    this.#failures += 1;
  }

  /** The server said `welcome`. @param {Line} socket */
  reached(socket) {
    this.#failures = 0;
    this.#polling = !(socket instanceof this.#environment.WebSocket);
  }

  /**
   * Gives `use` an open WebSocket when one gets through while we poll.
   *
   * @param {() => string} token
   * @param {(socket: Line) => void} use
   * @param {number} [at] when, milliseconds since 1970
   */
  probe(token, use, at) {
    this.#polling && this.#probe.start(() => this.#webSocket(token()), use, at);
  }

  stop() {
    this.#probe?.stop();
  }

  /** @param {string} token @returns {Line} */
  #webSocket(token) {
    return new this.#environment.WebSocket(`${this.#base}socket`.replace(/^http/, 'ws'), ['chat.v1', `bearer.${token}`]);
  }
}
