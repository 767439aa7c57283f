/** A leading tab that answers nothing for so many milliseconds hangs, and another takes its place. */
const PATIENCE = 5000;

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
  #wishes;
  #host;
  #loading;
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
    this.#channel.onmessage = ({data}) => (this.leading ? data.from && this.#serve(data) : this.#hear(data));
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
    this.leading && this.#host?.tell({frames: [frame]});
  }

  /** What this tab asks for, as the server should hear it. */
  together(frame) {
    return (this.leading && this.#wishes?.join(frame)) || frame;
  }

  up() {
    if (this.leading) {
      this.#post({here: true});
    }
  }

  down(code = 1006) {
    this.leading && this.#host?.tell({close: {code}});
    this.#host?.forget();
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

  async #serve(message) {
    this.#loading ??= this.#environment.tabHost().catch(() => null);
    const module = await this.#loading;
    if (!this.leading) {
      return;
    }
    if (!module) {
      this.#loading = null; // The network is away: the other tab asks again
      this.#post({to: message.from, close: {code: 1006}});
      return;
    }
    this.#host ??= new module.TabHost(this.#environment, this.#name, this.#on, this.#wishes, (words) => this.#post(words));
    this.#host.serve(message);
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

  #post(message) {
    this.#channel?.postMessage(message);
  }
}
