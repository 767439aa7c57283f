import {addressOf, pageOf} from './pages.js';

/**
 * The page that stands in the desk's place, as the address says; the desk goes on behind it. Renders its host again.
 *
 * @implements {import('../lib/lit-element/lit-element.js').ReactiveController}
 */
export class PageBeside {
  /** @type {{area: string, parts: string[]} | null} null for the desk itself */
  current = null;
  /** Whether its code did not come: the network is away, or the server has a newer one by now. */
  missing = false;
  #host;
  #turned = () => this.#turn();

  /** @param {import('../lib/lit-element/lit-element.js').LitElement} host */
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

  /** To this page, or from it back to the desk. */
  toggle(area) {
    location.hash = this.current?.area === area ? '#/' : addressOf(area);
  }

  /** Back to the desk, and `then` goes on there, unless the operator stays with unsaved changes. */
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
    this.missing = false;
    this.#host.requestUpdate();
    if (page?.area === 'admin') {
      // Few operators need it
      import('./admin/admin.js').catch(() => {
        this.missing = this.current === page;
        this.#host.requestUpdate();
      });
    }
  }
}
