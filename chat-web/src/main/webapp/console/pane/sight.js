import {standingDialogs} from '../../ui/dialog.js';

/** @import {LitElement, ReactiveController} from '../../lib/lit-element/lit-element.js' */

/**
 * Knows whether somebody has its host before their eyes: it is in the page and laid out, in a tab that is seen, in the focused
 * window, and no dialog stands above. Says when that may have changed.
 *
 * @implements {ReactiveController}
 */
export class Sight {
  #host;
  #changed;
  #resize;

  /**
   * @param {LitElement} host
   * @param {() => void} changed
   */
  constructor(host, changed) {
    this.#host = host;
    this.#changed = changed;
    this.#resize = new ResizeObserver(changed);
    host.addController(this);
  }

  hostConnected() {
    this.#resize.observe(this.#host);
    document.addEventListener('visibilitychange', this.#changed);
    addEventListener('focus', this.#changed);
    standingDialogs.addEventListener('change', this.#changed);
  }

  hostDisconnected() {
    this.#resize.disconnect();
    document.removeEventListener('visibilitychange', this.#changed);
    removeEventListener('focus', this.#changed);
    standingDialogs.removeEventListener('change', this.#changed);
  }

  get clear() {
    return this.#host.checkVisibility() && document.visibilityState === 'visible' && document.hasFocus() && !standingDialogs.size;
  }
}
