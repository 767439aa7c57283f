/** How far a log was `delivered` or `read`. */
export class Marks {
  #type;
  #send;
  #known;
  /** @type {Map<string, {seq: number, told?: unknown}>} */
  #marks = new Map();

  /**
   * @param {string} type
   * @param {(frame: object) => unknown} send
   * @param {(conversation: string) => number} known how far the server knows: a broken line may have swallowed a frame
   */
  constructor(type, send, known = () => Infinity) {
    this.#type = type;
    this.#send = send;
    this.#known = known;
  }

  /** @param {string} conversation @param {number} seq */
  reach(conversation, seq) {
    if (!(seq <= this.reached(conversation))) {
      this.#marks.set(conversation, {seq});
      this.#tell(conversation);
    }
  }

  /** @param {string} conversation @returns {number | undefined} */
  reached(conversation) {
    return this.#marks.get(conversation)?.seq;
  }

  resume() {
    this.#marks.forEach((mark, conversation) => {
      mark.told &&= mark.seq <= this.#known(conversation);
      this.#tell(conversation);
    });
  }

  /** @param {string} conversation */
  #tell(conversation) {
    const mark = this.#marks.get(conversation);
    mark.told ||= this.#send({type: this.#type, conversation, seq: mark.seq});
  }
}
