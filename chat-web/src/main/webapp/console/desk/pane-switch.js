import {draftOf, keepDraft} from '../model/drafts.js';
import {focusInLists} from './focus-areas.js';
import {Panes} from './panes.js';

/**
 * @import {ReactiveController} from '../../lib/lit-element/lit-element.js'
 * @import {ConsolePane} from '../pane/pane.js'
 * @import {ConsoleDesk} from './desk.js'
 */

/** Narrower than this, px, there is room for the lists or for one conversation. */
const narrowWidth = 720;
const sidebarWidth = 304;
const paneWidth = 350;

/**
 * Which conversations stand before the operator in a window of this size, and where the focus goes when that changes. In a
 * narrow one a conversation is a step further than the lists, so that the browser's way back leads from it to them.
 * Renders its host again.
 *
 * @implements {ReactiveController}
 */
export class PaneSwitch {
  /** Whether there is room for the lists or for one conversation, not for both. */
  narrow = false;
  #host;
  #page;
  #panes = new Panes();
  #columns = 1;
  #resize = new ResizeObserver(([{contentRect}]) => this.#measure(contentRect.width));
  #stepped = () => this.#step();

  /**
   * @param {ConsoleDesk} host
   * @param {import('./page-beside.js').PageBeside} page
   */
  constructor(host, page) {
    this.#host = host;
    this.#page = page;
    host.addController(this);
  }

  hostConnected() {
    this.#resize.observe(this.#host);
    addEventListener('popstate', this.#stepped);
  }

  hostDisconnected() {
    this.#resize.disconnect();
    removeEventListener('popstate', this.#stepped);
  }

  /** The conversation that was used last, or null. */
  get active() {
    return this.#panes.active;
  }

  get shown() {
    return this.#panes.visible(this.#columns);
  }

  /** Whether a conversation hides the lists. */
  get inFront() {
    return this.narrow && this.#panes.inFront && this.shown.length > 0;
  }

  /** The conversation beside which the panel about the visitor stands, or null. */
  get panel() {
    return this.#panes.panel;
  }

  /** All that were opened, whether there is room for them or not. */
  get open() {
    return this.#panes.all;
  }

  /** Whether the operator has it before their eyes. @param {string} id */
  sees(id) {
    return Boolean(this.paneOf(id)?.seen);
  }

  /** @param {string} id @returns {ConsolePane | null} */
  paneOf(id) {
    return this.#host.renderRoot.querySelector(`console-pane[data-conversation="${CSS.escape(id)}"]`);
  }

  /** @param {string} id @param {{writing?: boolean}} [wish] as `takeFocus` has it */
  async show(id, wish) {
    if (this.#page.current !== null) {
      this.#page.leave(() => this.show(id, wish));
      return;
    }
    this.#panes.open(id);
    this.#keepStep();
    await this.#rendered();
    this.paneOf(id)?.takeFocus(wish);
  }

  /**
   * A conversation goes on in another one, which stands in its place, with what was written for it.
   *
   * @param {string} from
   * @param {string} into
   */
  async lead(from, into) {
    const {inFront} = this.#panes;
    this.#panes.close(from);
    this.#panes.inFront = inFront;
    await this.show(into);
    for (const note of [true, false]) {
      const text = draftOf(from, note);
      if (text && !this.paneOf(into)?.take({text, note})) {
        keepDraft(into, [text, draftOf(into, note)].filter(Boolean).join('\n'), note);
      }
      keepDraft(from, '', note);
    }
  }

  use(id) {
    if (this.#panes.use(id)) {
      this.#host.requestUpdate();
    }
  }

  async hide(id) {
    this.#panes.close(id);
    this.#keepStep();
    await this.#rendered();
    const next = this.#host.renderRoot.querySelector('console-pane');
    if (next) {
      next.takeFocus();
    } else {
      focusInLists(this.#host.renderRoot);
    }
  }

  /** From a conversation back to the lists. */
  async leave() {
    const {active} = this.#panes;
    this.#panes.back();
    this.#keepStep();
    await this.#rendered();
    focusInLists(this.#host.renderRoot, active);
  }

  togglePanel(id) {
    this.#panes.togglePanel(id);
    this.#host.requestUpdate();
  }

  /** Those that are not there any more make way. @param {(id: string) => boolean} exists */
  prune(exists) {
    this.#panes.prune(exists);
    this.#keepStep();
    this.#host.requestUpdate();
  }

  /** The browser went a step back or forward. */
  async #step() {
    const id = stepTo();
    if (!this.narrow || (this.inFront ? this.active : null) === id) {
      return;
    }
    if (id === null) {
      await this.leave();
    } else if (this.#host.client.store.conversations.has(id)) {
      this.#panes.open(id);
      await this.#rendered();
      this.paneOf(id)?.takeFocus();
    }
  }

  /** The step that the browser is at becomes the one that is seen. */
  #keepStep() {
    const id = this.inFront ? this.active : null;
    if (!this.narrow || this.#page.current !== null || stepTo() === id) {
      return;
    }
    if (id === null) {
      history.back();
    } else {
      history[stepTo() === null ? 'pushState' : 'replaceState']({parley: id}, '');
    }
  }

  #rendered() {
    this.#host.requestUpdate();
    return this.#host.updateComplete;
  }

  #measure(width) {
    this.narrow = width < narrowWidth;
    this.#columns = this.narrow ? 1 : Math.max(1, Math.min(3, Math.floor((width - sidebarWidth) / paneWidth)));
    this.#keepStep();
    this.#host.requestUpdate();
  }
}

/** The conversation that stands in front at this step of the browser's history, or null for the lists. */
function stepTo() {
  return history.state?.parley ?? null;
}
