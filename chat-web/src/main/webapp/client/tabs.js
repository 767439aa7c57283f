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
  /** The last `watch` of each tab, newest last. */
  #watches = new Map();
  /** By conversation, the tabs that follow it. */
  #follows = new Map();
  #timer;

  constructor(environment, name, on) {
    this.#environment = environment;
    this.#name = name;
    this.#on = on;
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
    const line = {
      id,
      send: (text) => this.#post({from: id, text}),
      close: () => this.#environment.clearTimeout(this.#timer),
    };
    this.#line = line;
    this.#environment.clearTimeout(this.#timer);
    this.#timer = this.#environment.setTimeout(() => this.#ask({steal: true}), PATIENCE);
    queueMicrotask(() => line.onopen?.());
    return line;
  }

  /** Passes on what the server said. */
  tell(frame) {
    this.#toAll({frames: [frame]});
  }

  /**
   * The server knows one `watch` of a line: with what this tab watches goes what the others do. What another tab still
   * follows is followed again instead of no more.
   */
  together(frame, tab) {
    if (!this.leading) {
      return frame;
    }
    if (frame.type.endsWith('follow')) {
      const tabs = this.#follows.get(frame.conversation) ?? new Set();
      this.#follows.set(frame.conversation, tabs);
      tabs[frame.type === 'follow' ? 'add' : 'delete'](tab);
      return {...frame, type: tabs.size ? 'follow' : 'unfollow'};
    }
    if (frame.type !== 'watch') {
      return frame;
    }
    this.#watches.delete(tab);
    this.#watches.set(tab, frame);
    const all = [...this.#watches.values()];
    return Object.assign({}, ...all, {topics: [...new Set(all.flatMap(({topics}) => topics))]});
  }

  up() {
    if (this.leading) {
      this.#post({here: true});
    }
  }

  down(code = 1006) {
    this.#toAll({close: {code}});
    this.#followers.clear();
    this.#watches.clear();
    this.#follows.clear();
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
      frames && this.#followers.add(from);
      this.#post({to: from, ...(frames ? {frames} : GONE)});
    } else if (!this.#followers.has(from)) {
      this.#post({to: from, ...GONE});
    } else if (frame.type === 'ping') {
      this.#post({to: from, frames: [{type: 'pong', heads: this.#on.heads()}]});
    } else if (frame.type !== 'delivered') {
      this.#on.frame(this.together(frame, from)); // We say ourselves what was delivered
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
