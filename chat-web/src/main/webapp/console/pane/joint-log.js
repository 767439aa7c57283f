import {mergedWith} from '../../client/store.js';
import {wholeLog} from '../model/whole-log.js';

/**
 * @import {Conversation} from '../../client/types.js'
 */

/** A conversation with what was merged into it, and what of all that is not here yet. */
export class JointLog {
  #client;
  /**
   * What was merged and is not ours, so that nobody tells us of it. It does not change any more.
   *
   * @type {Map<string, Conversation>}
   */
  #fetched = new Map();

  /** @param {() => import('../../client/chat-client.js').ChatClient} client */
  constructor(client) {
    this.#client = client;
  }

  /** What was merged into it, as far as it is here. @param {Conversation} conversation */
  merged(conversation) {
    const known = mergedWith(this.#client().store, conversation).slice(0, -1);
    return [...known, ...this.#strangers(conversation).map((id) => this.#fetched.get(id)).filter(Boolean)];
  }

  /** Whether there is more of it than is here. @param {Conversation} conversation */
  lacks(conversation) {
    return this.#absent(conversation).length > 0 || this.#incomplete(conversation) !== undefined;
  }

  /** Whether nothing is here of something that was merged. @param {Conversation} conversation */
  hasGaps(conversation) {
    /** @param {Conversation} part */
    const empty = ({entries, summary}) => entries.length === 0 && summary?.head?.public > 0;
    return this.#absent(conversation).length > 0 || this.merged(conversation).some(empty);
  }

  /** Loads what stands before the lines that can be shown. @param {Conversation} conversation */
  async load(conversation) {
    const absent = this.#absent(conversation);
    if (absent.length) {
      const logs = await Promise.all(absent.map((id) => wholeLog(this.#client(), id)));
      logs.forEach((log) => this.#fetched.set(log.id, log));
      return;
    }
    const {id} = this.#incomplete(conversation) ?? conversation;
    await this.#client().older(id);
  }

  /** How many entries stand before those that are here. @param {Conversation} conversation */
  before(conversation) {
    return [...this.merged(conversation), conversation].reduce((sum, {entries}) => sum + (entries[0]?.seq ?? 1) - 1, 0);
  }

  /** Lines wait for the log that begins last. @param {Conversation} conversation @returns {Conversation | undefined} */
  #incomplete(conversation) {
    /** @param {Conversation} part */
    const begin = ({entries}) => entries[0]?.at ?? '~';
    return [...this.merged(conversation), conversation]
      .filter(({entries, summary}) => (entries.length ? entries[0].seq > 1 : summary?.head?.public > 0))
      .sort((one, other) => (begin(one) < begin(other) ? 1 : -1))[0];
  }

  /** @param {Conversation} conversation */
  #absent(conversation) {
    return this.#strangers(conversation).filter((id) => !this.#fetched.has(id));
  }

  /** @param {Conversation} conversation */
  #strangers({summary}) {
    return (summary?.merged ?? []).filter((id) => !this.#client().store.conversations.get(id)?.summary);
  }
}
