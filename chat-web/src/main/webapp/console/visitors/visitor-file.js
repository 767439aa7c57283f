/**
 * @import {ChatError} from '../../client/chat-error.js'
 * @import {ReactiveController, ReactiveControllerHost} from '../../lib/lit-element/lit-element.js'
 * @import {ListedConversation, PageView, VisitorKnown} from '../base/resources.js'
 */

/** How long between two looks, ms, while a panel is open. */
const period = 15_000;

/**
 * What the server knows of one visitor, while somebody looks at it: who it is, where they are, what was before. Renders
 * its host again when there is news.
 *
 * @implements {ReactiveController}
 */
export class VisitorFile {
  /** @type {VisitorKnown | null} null until it came */
  file = null;
  /** @type {PageView[]} */
  trail = [];
  /** @type {ListedConversation[] | null} null where this operator may not look back */
  conversations = null;
  /** @type {Record<string, string>} what the visitor wrote in the form */
  form = {};
  /** @type {ChatError | null} */
  error = null;
  #host;
  #api;
  #visitor = null;
  #timer;

  /**
   * @param {ReactiveControllerHost} host
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

  /** It never changes. @param {string} conversation @param {string} visitor */
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
    const [file, trail, conversations] = /** @type {{value?: any, reason?: ChatError}[]} */ (await Promise.allSettled(
      ['', '/trail?limit=30', '/conversations'].map((path) => this.#api().get(`/visitors/${visitor}${path}`)),
    ));
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
