/**
 * @import {TargetOf} from '../client/types.js'
 *
 * @typedef {{url: string, title?: string, referrer?: string}} Page
 *
 * @typedef {object} Words what it says
 * @property {{focus?: boolean}} opened
 * @property {unknown} closed
 * @property {{page: Page}} page
 * @property {{state: 'shown' | 'answered' | 'dismissed'}} card what became of an invitation
 *
 * @typedef {{embedded: boolean, opened: boolean, page?: Page}} Known
 */

/** The page around the widget's frame. */
export class Host extends /** @type {(new (...args: any[]) => Known) & TargetOf<Words>} */ (EventTarget) {
  #origin;

  /** @param {string | null} origin */
  constructor(origin) {
    super();
    this.#origin = origin;
    this.embedded = window.parent !== window && Boolean(origin);
    this.opened = !this.embedded;
    addEventListener('message', (event) => this.#hear(event));
  }

  /** @param {string} word @param {object} [values] */
  tell(word, values) {
    if (this.embedded) {
      window.parent.postMessage({parley: word, ...values}, this.#origin);
    }
  }

  #hear({origin, source, data}) {
    const word = data?.parley;
    if (origin === this.#origin && source === window.parent && typeof word === 'string') {
      if (word === 'opened' || word === 'closed') {
        this.opened = word === 'opened';
      } else if (word === 'page') {
        this.page = data.page; // It may come before there is anybody to hear it
      }
      this.dispatchEvent(new CustomEvent(word, {detail: data}));
    }
  }
}
