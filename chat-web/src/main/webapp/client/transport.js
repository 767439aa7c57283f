/** Milliseconds until a network that blocks WebSocket is tried again. */
const ASK_AGAIN = 10 * 60_000;

/** WebSocket, or long polling where a network lets no WebSocket through. */
export class Transport {
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
