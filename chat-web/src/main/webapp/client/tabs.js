/** A leading tab that answers nothing for so many milliseconds hangs, and another takes its place. */
const PATIENCE = 5000;

const GONE = {close: {code: 1006}};

/**
 * Of a person's tabs one leads and holds the line to the server. The line of the others goes to that tab and has the
 * face of a WebSocket (ADR 0015). Where there are no locks, as on pages without TLS, every tab leads.
 */
export class Tabs {
  leading = false;
  #environment;
  #name;
  #on;
  #channel;
  #asked;
  #release;
  #line;
  #followers = new Set();
  #wishes;
  #timer;

  /** @param {import('./tab-wishes.js').TabWishes} [wishes] of staff: what the tabs watch and follow together */
  constructor(environment, name, on, wishes) {
    this.#environment = environment;
    this.#name = name;
    this.#on = on;
    this.#wishes = wishes;
  }

  join() {
    const {locks, BroadcastChannel} = this.#environment;
    if (!locks || !BroadcastChannel) {
      this.#lead();
      return;
    }
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({data}) => (this.leading ? this.#serve(data) : this.#hear(data));
    this.#ask({ifAvailable: true});
  }

  leave() {
    this.leading = false;
    this.#asked = null;
    this.#release?.();
    this.#channel?.close();
    this.#channel = null;
    this.#environment.clearTimeout(this.#timer);
  }

  dial() {
    const id = this.#environment.randomId();
    let hangUp;
    const over = new Promise((resolve) => {
      hangUp = resolve;
    });
    const line = {
      id,
      send: (text) => this.#post({from: id, text}),
      close: () => {
        this.#environment.clearTimeout(this.#timer);
        hangUp();
      },
    };
    this.#line = line;
    this.#environment.clearTimeout(this.#timer);
    this.#timer = this.#environment.setTimeout(() => this.#ask({steal: true}), PATIENCE);
    // Whoever gets this lock after us knows that the line is gone, and be it that this tab crashed
    this.#environment.locks.request(this.#name + id, () => {
      line.onopen?.();
      return over;
    });
    return line;
  }

  /** Passes on what the server said. */
  tell(frame) {
    this.#toAll({frames: [frame]});
  }

  /** What a `tab` asks for, or this one, as the server should hear it. */
  together(frame, tab) {
    return (this.leading && this.#wishes?.join(frame, tab)) || frame;
  }

  up() {
    if (this.leading) {
      this.#post({here: true});
    }
  }

  down(code = 1006) {
    this.#toAll({close: {code}});
    this.#followers.clear();
    this.#wishes?.clear();
  }

  #ask(options) {
    const asked = (this.#asked = {});
    const granted = (lock) => {
      if (asked !== this.#asked) {
        return undefined;
      }
      if (!lock) {
        return this.#follow();
      }
      return new Promise((resolve) => {
        this.#release = resolve;
        this.#lead();
      });
    };
    this.#environment.locks.request(this.#name, options, granted).catch((error) => {
      if (asked === this.#asked) {
        // Another tab took our place, or locks are forbidden
        error.name === 'AbortError' ? this.#follow() : this.#lead();
      }
    });
  }

  #lead() {
    this.leading = true;
    this.#environment.clearTimeout(this.#timer);
    this.#on.turn();
  }

  #follow() {
    this.leading = false;
    this.#ask({});
    this.#on.turn();
  }

  #serve({from, text}) {
    if (!from) {
      return;
    }
    const frame = JSON.parse(text);
    if (frame.type === 'hello') {
      const frames = this.#on.replay();
      if (frames) {
        this.#followers.add(from);
        this.#environment.locks.request(this.#name + from, () => this.#gone(from));
      }
      this.#post({to: from, ...(frames ? {frames} : GONE)});
    } else if (!this.#followers.has(from)) {
      this.#post({to: from, ...GONE});
    } else if (frame.type === 'ping') {
      this.#post({to: from, frames: [{type: 'pong', heads: this.#on.heads()}]});
    } else if (frame.type !== 'delivered') {
      this.#on.frame(this.together(frame, from)); // We say ourselves what was delivered
    }
  }

  #gone(tab) {
    if (this.#followers.delete(tab)) {
      this.#wishes?.forget(tab).forEach((frame) => this.#on.frame({...frame, id: this.#environment.randomId()}));
    }
  }

  #hear({to, frames = [], close, here}) {
    const line = this.#line;
    if (here) {
      this.#on.turn();
    } else if (line && (to ? to === line.id : line.greeted)) {
      line.greeted = true;
      this.#environment.clearTimeout(this.#timer);
      frames.forEach((frame) => line.onmessage?.({data: frame}));
      close && line.onclose?.(close);
    }
  }

  #toAll(message) {
    if (this.leading && this.#followers.size) {
      this.#post(message);
    }
  }

  #post(message) {
    this.#channel?.postMessage(message);
  }
}
