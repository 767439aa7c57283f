/** A typing frame holds for so long. */
const HOLDS = 6000;

/** Who of the others is writing right now. */
export class Typists {
  #changed;
  #timers = new Map();
  #names = new Map();

  constructor(changed) {
    this.#changed = changed;
  }

  get name() {
    return [...this.#names.values()].at(-1);
  }

  typing({participant, text}) {
    this.stopped(participant.id);
    if (text !== '') {
      this.#names.set(participant.id, participant.name);
      this.#timers.set(participant.id, setTimeout(() => this.stopped(participant.id), HOLDS));
      this.#changed();
    }
  }

  clear() {
    [...this.#names.keys()].forEach((id) => this.stopped(id));
  }

  /** They sent what they wrote, or fell silent. */
  stopped(id) {
    clearTimeout(this.#timers.get(id));
    if (this.#names.delete(id)) {
      this.#changed();
    }
  }
}
