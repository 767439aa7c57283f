/**
 * @import {Person, Typing} from '../../client/frames.js'
 *
 * @typedef {object} TypingNow
 * @property {Person} participant
 * @property {string | undefined} owner the id of whose conversation it was
 * @property {string} text
 * @property {boolean} active while keys are being pressed
 * @property {ReturnType<typeof setTimeout>} timer
 */

/** How long a sign of typing is good for, ms. */
const fresh = 6000;
/** How long the text of a visitor who paused is still shown, ms. */
const remembered = 60_000;

/** Who is typing what, as long as they take part and the conversation is with whom it was. Fires `change` {conversation}. */
export class TypingWatch extends EventTarget {
  #client;
  /** @type {Map<string, TypingNow>} by conversation */
  #known = new Map();

  /** @param {import('../../client/chat-client.js').ChatClient} client */
  constructor(client) {
    super();
    this.#client = client;
    client.addEventListener('typing', ({detail}) => this.#heard(detail));
    client.addEventListener('entry', ({detail: {entry}}) => {
      if (this.#known.get(entry.conversation)?.participant.id === entry.author?.id) {
        this.#forget(entry.conversation);
      }
    });
  }

  /** @param {string} conversation @returns {TypingNow | null} */
  of(conversation) {
    const known = this.#known.get(conversation);
    const summary = this.#summary(conversation);
    const holds = known && summary?.status !== 'closed' && known.owner === summary?.owner?.id
      && [known.owner, summary?.visitor?.id].includes(known.participant.id);
    return holds ? known : null;
  }

  /** @param {string} conversation */
  #summary(conversation) {
    return this.#client.store.conversations.get(conversation)?.summary;
  }

  /** @param {Typing} frame */
  #heard({conversation, participant, text}) {
    this.#forget(conversation);
    // An empty text is what a cleared field sends
    if (text !== '') {
      this.#known.set(conversation, {
        participant,
        owner: this.#summary(conversation)?.owner?.id,
        text: text ?? '',
        active: true,
        timer: setTimeout(() => this.#pause(conversation), fresh),
      });
      this.#changed(conversation);
    }
  }

  #pause(conversation) {
    const known = this.#known.get(conversation);
    if (!known.text) {
      return this.#forget(conversation);
    }
    known.active = false;
    known.timer = setTimeout(() => this.#forget(conversation), remembered);
    this.#changed(conversation);
  }

  #forget(conversation) {
    clearTimeout(this.#known.get(conversation)?.timer);
    if (this.#known.delete(conversation)) {
      this.#changed(conversation);
    }
  }

  #changed(conversation) {
    this.dispatchEvent(new CustomEvent('change', {detail: {conversation}}));
  }
}
