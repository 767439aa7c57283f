import {unreadIn} from '../client/log-lines.js';
import {newestOfOthers} from './conversation-view.js';

/**
 * @import {ChatClient} from '../client/chat-client.js'
 * @import {Conversation} from '../client/types.js'
 * @import {Host} from './host.js'
 */

/** How far the visitor has read, which only counts while the window is before their eyes. Tells the page what is unread. */
export class Reading {
  #client;
  #host;
  /** @type {Map<string, number>} by conversation */
  #read = new Map();
  #unread = 0;

  /** @param {ChatClient} client @param {Host} host */
  constructor(client, host) {
    this.#client = client;
    this.#host = host;
  }

  /** What is shown may be read now. @param {Conversation[]} conversations */
  mark(conversations) {
    if (!this.#host.opened || document.visibilityState !== 'visible' || !document.hasFocus()) {
      return false;
    }
    conversations.forEach((one) => {
      const newest = newestOfOthers(one, this.#client.store.self);
      if (newest) {
        this.#read.set(one.id, newest);
        this.#client.read(one.id, newest);
      }
    });
    return true;
  }

  /** @param {Conversation} conversation */
  unreadIn(conversation) {
    const seen = Math.max(this.#read.get(conversation.id) ?? 0, conversation.summary?.read?.public ?? 0);
    return unreadIn(conversation, this.#client.store.self, seen);
  }

  /** @param {Conversation[]} conversations */
  count(conversations) {
    const count = conversations.reduce((sum, one) => sum + this.unreadIn(one), 0);
    if (count !== this.#unread) {
      this.#unread = count;
      this.#host.tell('unread', {count});
    }
  }
}
