/** How far this person has read: only the highest number counts, and it may wait for the next live line. */
export class ReadMarks {
  #send;
  #marks = new Map();

  /** @param {(frame: object) => boolean} send false when the line is not live */
  constructor(send) {
    this.#send = send;
  }

  read(conversation, seq) {
    const mark = this.#marks.get(conversation);
    if (!mark || seq > mark.seq) {
      const told = this.#send({type: 'read', conversation, seq});
      this.#marks.set(conversation, {seq, told});
    }
  }

  /** The line is live: says what it could not say before. */
  resume() {
    this.#marks.forEach((mark, conversation) => {
      mark.told ||= this.#send({type: 'read', conversation, seq: mark.seq});
    });
  }
}
