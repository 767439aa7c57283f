/** How long a sign of typing is good for, ms. */
const fresh = 6000;
/** How long the text of a visitor who paused is still shown, ms. */
const remembered = 60_000;

/** Who is typing what, as long as they take part and the conversation is with whom it was. Fires `change` {conversation}. */
export class TypingWatch extends EventTarget {
  #client;
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

  /** @returns {{participant: object, text: string, active: boolean} | null} `active` while keys are being pressed */
  of(conversation) {
    const known = this.#known.get(conversation);
    const summary = this.#summary(conversation);
    const holds = known && summary?.status !== 'closed' && known.owner === summary?.owner?.id
      && [known.owner, summary?.visitor?.id].includes(known.participant.id);
    return holds ? known : null;
  }

  #summary(conversation) {
    return this.#client.store.conversations.get(conversation)?.summary;
  }

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
