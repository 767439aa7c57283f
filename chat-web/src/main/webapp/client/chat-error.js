/** Errors after which the same command, with the same id, may well succeed. */
const TEMPORARY = new Set(['unavailable', 'rate-limited', 'disconnected']);

/** An `error` frame or a problem document as a JavaScript error. */
export class ChatError extends Error {
  /**
   * @param {{code: string, message?: string, retryAfter?: number, field?: string, owner?: object}} fault
   *     `retryAfter` in seconds
   */
  constructor({code, message, retryAfter, field, owner}) {
    super(message ?? code);
    this.name = 'ChatError';
    this.code = code;
    this.retryAfter = retryAfter;
    this.field = field;
    this.owner = owner;
  }

  get temporary() {
    return TEMPORARY.has(this.code);
  }
}
