/** The same command may well succeed later. */
const TEMPORARY = ['unavailable', 'rate-limited', 'disconnected', 'timeout'];

/**
 * @typedef {object} Refusal
 * @property {string} code
 * @property {number} [retryAfter] seconds
 * @property {string} [field]
 * @property {import('./frames.js').Person} [owner] with `taken`
 */

/** An `error` frame or a problem document. */
export class ChatError extends /** @type {(new (...args: any[]) => Refusal) & typeof Error} */ (Error) {
  /** @param {Refusal & {message?: string}} said */
  constructor({code, message, retryAfter, field, owner}) {
    super(message ?? code);
    Object.assign(this, {name: 'ChatError', code, retryAfter, field, owner});
  }

  get temporary() {
    return TEMPORARY.includes(this.code);
  }
}
