/** How long to wait before asking again, ms; doubles up to the second. */
const shortest = 1000;
const longest = 30_000;

/**
 * Keeps the server telling us of the queue and of who is there, after each (re)connect. Until it does, an empty queue
 * means nothing, so the desk can ask for the `state`: loading, live or failed (and trying again). Fires `change`.
 */
export class QueueWatch extends EventTarget {
  /** @type {'loading' | 'live' | 'failed'} */
  state = 'loading';
  /** @type {import('../../client/chat-error.js').ChatError | null} why it failed */
  error = null;
  #client;
  #timer;
  /** @type {string[]} */
  #more = [];
  #details = {};

  /** @param {import('../../client/chat-client.js').ChatClient} client */
  constructor(client) {
    super();
    this.#client = client;
    client.addEventListener('state', () => this.#follow());
  }

  /** Besides the queue; without topics nothing more. `details` are further fields of the frame `watch`. */
  alsoWatch(topics = [], details = {}) {
    this.#more = topics;
    this.#details = details;
    this.#follow();
  }

  #follow() {
    clearTimeout(this.#timer);
    if (this.#client.state === 'live') {
      this.#ask(shortest);
    } else {
      this.#become('loading');
    }
  }

  async #ask(pause) {
    try {
      await this.#client.command({type: 'watch', topics: ['queue', 'presence', ...this.#more], ...this.#details});
      this.error = null;
      this.#become('live');
    } catch (error) {
      // A broken line brings us back by itself
      if (error.code !== 'disconnected') {
        this.error = error;
        this.#become('failed');
        this.#timer = setTimeout(() => this.#ask(Math.min(longest, pause * 2)), error.retryAfter * 1000 || pause);
      }
    }
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new CustomEvent('change', {detail: {}}));
  }
}
