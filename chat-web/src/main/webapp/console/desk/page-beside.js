import {addressOf, pageOf} from '../base/pages.js';

/**
 * @import {LitElement, ReactiveController} from '../../lib/lit-element/lit-element.js'
 *
 * @typedef {{area: string, parts: string[]}} Page
 */

/**
 * The page that stands in the desk's place, as the address says; the desk goes on behind it. Renders its host again.
 *
 * @implements {ReactiveController}
 */
export class PageBeside {
  /** @type {Page | null} null for the desk itself */
  current = null;
  /**
   * Its code, which is loaded when it is turned to: `missing` when the network is away, or the server has a newer one.
   *
   * @type {'loading' | 'here' | 'missing'}
   */
  code = 'loading';
  #loaded = new Set();
  #host;
  #turned = () => this.#turn();

  /** @param {LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('hashchange', this.#turned);
    this.#become(pageOf(location.hash));
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.#turned);
  }

  /** To this page, or from it back to the desk. @param {string} area */
  toggle(area) {
    location.hash = this.current?.area === area ? '#/' : addressOf(area);
  }

  /**
   * Back to the desk, and `then` goes on there, unless the operator stays with unsaved changes.
   *
   * @param {() => void} then
   */
  leave(then) {
    this.#guarded(() => {
      history.pushState(null, '', '#/');
      this.#become(null);
      then();
    });
  }

  #turn() {
    const page = pageOf(location.hash);
    const go = () => this.#become(page);
    page?.area === 'admin' ? go() : this.#guarded(go);
  }

  #guarded(go) {
    const admin = this.#host.renderRoot.querySelector('console-admin');
    admin?.guard ? admin.guard(go) : go();
  }

  #become(page) {
    this.current = page;
    this.#host.requestUpdate();
    if (page) {
      this.#load(page);
    }
  }

  async #load(page) {
    const administers = page.area === 'admin';
    this.code = this.#loaded.has(administers) ? 'here' : 'loading';
    try {
      // Most operators are at their desk, and few administer
      await (administers ? import('../admin/admin.js') : import('./beside.js'));
      this.#loaded.add(administers);
      this.#arrived(page, 'here');
    } catch {
      this.#arrived(page, 'missing');
    }
  }

  #arrived(page, code) {
    if (this.current === page) {
      this.code = code;
      this.#host.requestUpdate();
    }
  }
}
