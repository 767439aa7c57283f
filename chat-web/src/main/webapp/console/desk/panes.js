const storageKey = 'parley.panes';
const most = 3;

/**
 * Which conversations stand open side by side, in the order they were opened, and which one was used last.
 * When there is no room the one that was not used for longest makes way. Survives a reload.
 */
export class Panes {
  /** @type {string[]} */
  #open;
  /** @type {string[]} last used last */
  #used;
  /** Whether the last used one fills a narrow screen, rather than the lists. */
  inFront;
  /** The conversation beside which the panel about the visitor stands, or null. */
  panel;

  constructor() {
    const {open = [], used = [], inFront = false, panel = null} = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    this.#open = open;
    this.#used = used;
    this.inFront = inFront;
    this.panel = panel;
  }

  get all() {
    return this.#open;
  }

  get active() {
    return this.#used.at(-1) ?? null;
  }

  /** @param {number} columns how many fit */
  visible(columns) {
    const recent = this.#used.slice(-columns);
    return this.#open.filter((id) => recent.includes(id));
  }

  has(id) {
    return this.#open.includes(id);
  }

  open(id) {
    if (!this.has(id)) {
      if (this.#open.length === most) {
        this.#remove(this.#used[0]);
      }
      this.#open.push(id);
    }
    this.inFront = true;
    this.use(id);
  }

  /** @returns {boolean} whether another one was used before */
  use(id) {
    const changed = this.active !== id;
    this.#used = [...this.#used.filter((other) => other !== id), id];
    this.#keep();
    return changed;
  }

  close(id) {
    this.#remove(id);
    this.inFront = false;
    this.#keep();
  }

  /** Forgets those that are not there any more. @param {(id: string) => boolean} exists */
  prune(exists) {
    this.#open.filter((id) => !exists(id)).forEach((id) => this.close(id));
  }

  togglePanel(id) {
    this.panel = this.panel === id ? null : id;
    this.#keep();
  }

  back() {
    this.inFront = false;
    this.#keep();
  }

  #remove(id) {
    this.#open = this.#open.filter((other) => other !== id);
    this.#used = this.#used.filter((other) => other !== id);
  }

  #keep() {
    sessionStorage.setItem(storageKey, JSON.stringify({open: this.#open, used: this.#used, inFront: this.inFront, panel: this.panel}));
  }
}
