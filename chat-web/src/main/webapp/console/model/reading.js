import {unreadIn} from '../../client/log-lines.js';
import {mergedWith} from '../../client/store.js';
import {own} from './desk-model.js';

/** @import {Conversation} from '../../client/types.js' */

/** How far the operator has read, here or on another device. Fires `change` {conversation}. */
export class Reading extends EventTarget {
  #client;
  /** @type {Map<string, number>} */
  #upTo = new Map();

  /** @param {import('../../client/chat-client.js').ChatClient} client */
  constructor(client) {
    super();
    this.#client = client;
  }

  /** @param {Conversation} conversation @returns {number} */
  upTo(conversation) {
    return Math.max(this.#upTo.get(conversation.id) ?? 0, conversation.summary?.read?.public ?? 0);
  }

  /** @param {Conversation} conversation @returns {number} */
  unread(conversation) {
    const {self} = this.#client.store;
    return this.#parts(conversation).reduce((sum, part) => sum + unreadIn(part, self, this.upTo(part)), 0);
  }

  /** @returns {number} */
  get total() {
    return own(this.#client.store).reduce((sum, conversation) => sum + this.unread(conversation), 0);
  }

  /** The newest entry of the conversation is before the operator's eyes. @param {Conversation} conversation */
  mark(conversation) {
    const news = this.#parts(conversation).filter((part) => newest(part) > this.upTo(part));
    news.forEach((part) => {
      this.#upTo.set(part.id, newest(part));
      this.#client.read(part.id, newest(part));
    });
    if (news.length) {
      this.dispatchEvent(new CustomEvent('change', {detail: {conversation: conversation.id}}));
    }
  }

  // What was merged into it and was another operator's is not ours to have read
  /** @param {Conversation} conversation */
  #parts(conversation) {
    const {store} = this.#client;
    return mergedWith(store, conversation).filter((part) => part === conversation || part.summary.owner?.id === store.self?.id);
  }
}

/** @param {Conversation} conversation */
function newest({entries}) {
  return entries.at(-1)?.seq ?? 0;
}
