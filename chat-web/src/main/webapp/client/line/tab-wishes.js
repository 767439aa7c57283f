/** @import {Command} from '../types.js' */

/**
 * What the tabs of one person watch and follow, as one line tells it: the server knows one `watch` of a line, and follows
 * a conversation or does not. Only staff watch and follow.
 */
export class TabWishes {
  /** @type {Map<string | undefined, Command>} the last `watch` of each tab, newest last */
  #watches = new Map();
  /** @type {Map<string, Set<string | undefined>>} by conversation, the tabs that follow it */
  #follows = new Map();

  /**
   * With what a `tab` watches goes what the others do; what another one still follows is followed again instead of no more.
   *
   * @param {Command} frame
   * @param {string} [tab] the line of another one; left out, this one
   * @returns {Command} the frame for the server
   */
  join(frame, tab) {
    if (frame.type === 'watch') {
      this.#watches.delete(tab);
      this.#watches.set(tab, frame);
      return this.#watch();
    }
    if (frame.type === 'follow' || frame.type === 'unfollow') {
      const tabs = this.#follows.get(frame.conversation) ?? new Set();
      this.#follows.set(frame.conversation, tabs);
      tabs[frame.type === 'follow' ? 'add' : 'delete'](tab);
      return {...frame, type: tabs.size ? 'follow' : 'unfollow'};
    }
    return frame;
  }

  /** A tab is gone. @param {string} tab @returns {Command[]} what the server has to be told, without ids */
  forget(tab) {
    const seen = (/** @type {{id?: string}} */ {id, ...wish} = {}) => JSON.stringify(wish);
    const before = this.#watch();
    const watched = this.#watches.delete(tab);
    const after = this.#watch();
    const alone = [...this.#follows].filter(([, tabs]) => tabs.delete(tab) && !tabs.size);
    return [
      ...(watched && seen(before) !== seen(after) ? [after] : []),
      ...alone.map(([conversation]) => ({type: 'unfollow', conversation})),
    ];
  }

  /** The line is gone, and what the server knew with it. */
  clear() {
    this.#watches.clear();
    this.#follows.clear();
  }

  #watch() {
    const all = [...this.#watches.values()];
    return Object.assign({type: 'watch'}, ...all, {topics: [...new Set(all.flatMap(({topics}) => topics))].sort()});
  }
}
