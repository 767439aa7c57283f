/**
 * @import {Limits} from '../frames.js'
 * @import {Store} from '../store.js'
 * @import {Command, Environment, Frame, Line, TabMessage} from '../types.js'
 *
 * @typedef {object} Told
 * @property {() => void} turn the way to the server is another now
 * @property {(frame: Command) => void} frame sends one to the server
 * @property {() => Store} store
 * @property {() => false | Limits} live false while it is not
 */

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
  /** @type {BroadcastChannel | null} */
  #channel;
  /** @type {object | null} another one whenever the lead is asked for */
  #asked;
  /** @type {((over?: unknown) => void) | undefined} */
  #release;
  /** @type {(Line & {id: string, greeted?: boolean}) | undefined} */
  #line;
  #wishes;
  /** @type {import('./tab-host.js').TabHost | undefined} */
  #host;
  /** @type {Promise<typeof import('./tab-host.js')> | null} */
  #loading;
  #timer;

  /**
   * @param {Environment} environment
   * @param {string} name the tabs of one person have the same
   * @param {Told} on
   * @param {import('./tab-wishes.js').TabWishes} [wishes] of staff: what the tabs watch and follow together
   */
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

  /** @returns {Line} */
  dial() {
    const id = this.#environment.randomId();
    /** @type {(over?: unknown) => void} */
    let hangUp;
    const over = new Promise((resolve) => {
      hangUp = resolve;
    });
    /** @type {Line & {id: string, greeted?: boolean}} */
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

  /** Passes on what the server said. @param {Frame} frame */
  tell(frame) {
    this.leading && this.#host?.tell({frames: [frame]});
  }

  /** What this tab asks for, as the server should hear it. @param {Command} frame @returns {Command} */
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

  /** @param {LockOptions} options */
  #ask(options) {
    const asked = (this.#asked = {});
    const granted = (/** @type {Lock | null} */ lock) => {
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

  /** @param {TabMessage} message */
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

  /** @param {TabMessage} message */
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

  /** @param {TabMessage} message */
  #post(message) {
    this.#channel?.postMessage(message);
  }
}
