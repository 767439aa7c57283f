import {last} from './log.js';

/**
 * Messages that the server has acknowledged but whose entries have not come back yet. They stay in the list of pending
 * ones for that moment, so that a bubble does not blink.
 */
export class Landing {
  #byConversation = new Map();

  /**
   * @param {string} conversation
   * @param {{id: string, text: string, at: number}} message
   * @param {number} seq the number that the `ack` gave it
   */
  add(conversation, message, seq) {
    this.of(conversation).push({...message, state: 'sending', seq});
  }

  of(conversation) {
    if (!this.#byConversation.has(conversation)) {
      this.#byConversation.set(conversation, []);
    }
    return this.#byConversation.get(conversation);
  }

  /** @param {import('./conversation-store.js').Conversation} conversation */
  settle({id, entries}) {
    this.#byConversation.set(id, this.of(id).filter(({seq}) => seq > last(entries)));
  }
}
