/** The page around the widget's frame, as far as the loader lets us talk to it. */
export class Host extends EventTarget {
  #origin;
  opened = true;

  /** @param {string | null} origin the host page's; the only one that we speak to and listen to */
  constructor(origin) {
    super();
    this.#origin = origin;
    if (this.embedded) {
      this.opened = false;
      addEventListener('message', (event) => this.#hear(event));
    }
  }

  get embedded() {
    return window.parent !== window && Boolean(this.#origin);
  }

  tell(word, values) {
    if (this.embedded) {
      window.parent.postMessage({parley: word, ...values}, this.#origin);
    }
  }

  #hear({origin, source, data}) {
    if (origin !== this.#origin || source !== window.parent || !['opened', 'closed'].includes(data?.parley)) {
      return;
    }
    this.opened = data.parley === 'opened';
    this.dispatchEvent(new CustomEvent(data.parley, {detail: {focus: data.focus}}));
  }
}
