/** The same command may well succeed later. */
const TEMPORARY = ['unavailable', 'rate-limited', 'disconnected', 'timeout'];

/** An `error` frame or a problem document. */
export class ChatError extends Error {
  /** @param {{code: string, message?: string, retryAfter?: number, field?: string, owner?: object}} said */
  constructor({code, message, retryAfter, field, owner}) {
    super(message ?? code);
    Object.assign(this, {name: 'ChatError', code, retryAfter, field, owner});
  }

  get temporary() {
    return TEMPORARY.includes(/** @type {any} */ (this).code);
  }
}
