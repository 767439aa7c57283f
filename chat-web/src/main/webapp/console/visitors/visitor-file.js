/** How long between two looks, ms, while a panel is open. */
const period = 15_000;

/**
 * What the server knows of one visitor, while somebody looks at it: who it is, where they are, what was before. Renders
 * its host again when there is news.
 *
 * @implements {import('../../lib/lit-element/lit-element.js').ReactiveController}
 */
export class VisitorFile {
  /** Null until it came. */
  file = null;
  trail = [];
  /** Null where this operator may not look back. */
  conversations = null;
  /** What the visitor wrote in the form. */
  form = {};
  error = null;
  #host;
  #api;
  #visitor = null;
  #timer;

  /**
   * @param {import('../../lib/lit-element/lit-element.js').ReactiveControllerHost} host
   * @param {() => import('../base/api.js').Api} api
   */
  constructor(host, api) {
    this.#host = host;
    this.#api = api;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => this.refresh(), period);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }

  /**
   * @param {string | undefined} visitor
   * @param {string | undefined} conversation the visitor's, if one is looked at
   */
  of(visitor, conversation) {
    if (visitor && visitor !== this.#visitor) {
      this.#visitor = visitor;
      Object.assign(this, {file: null, trail: [], conversations: null, form: {}, error: null});
      this.refresh();
      conversation && this.#readForm(conversation, visitor);
    }
  }

  // It never changes
  async #readForm(conversation, visitor) {
    const form = await this.#api().get(`/conversations/${conversation}/form`).catch(() => ({}));
    if (visitor === this.#visitor) {
      this.form = form;
      this.#host.requestUpdate();
    }
  }

  async refresh() {
    const visitor = this.#visitor;
    if (!visitor || document.hidden) {
      return;
    }
    const [file, trail, conversations] = await Promise.allSettled(
      ['', '/trail?limit=30', '/conversations'].map((path) => this.#api().get(`/visitors/${visitor}${path}`)),
    );
    if (visitor !== this.#visitor) {
      return;
    }
    this.file = file.value ?? this.file;
    this.trail = trail.value ?? this.trail;
    this.conversations = conversations.value ?? (conversations.reason.code === 'forbidden' ? null : this.conversations);
    this.error = file.reason ?? null;
    this.#host.requestUpdate();
  }
}
