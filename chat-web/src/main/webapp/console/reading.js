import {own, unread} from './desk-model.js';

/** How far the operator has read, here or on another device. Fires `change` {conversation}. */
export class Reading extends EventTarget {
  #client;
  #upTo = new Map();

  /** @param {import('../client/chat-client.js').ChatClient} client */
  constructor(client) {
    super();
    this.#client = client;
  }

  upTo(conversation) {
    return Math.max(this.#upTo.get(conversation.id) ?? 0, conversation.summary?.read?.public ?? 0);
  }

  unread(conversation) {
    return unread(conversation, this.#client.store.self, this.upTo(conversation));
  }

  get total() {
    return own(this.#client.store).reduce((sum, conversation) => sum + this.unread(conversation), 0);
  }

  /** The newest entry of the conversation is before the operator's eyes. */
  mark(conversation) {
    const seq = conversation.entries.at(-1)?.seq ?? 0;
    if (seq > this.upTo(conversation)) {
      this.#upTo.set(conversation.id, seq);
      this.#client.read(conversation.id, seq);
      this.dispatchEvent(new CustomEvent('change', {detail: {conversation: conversation.id}}));
    }
  }
}
