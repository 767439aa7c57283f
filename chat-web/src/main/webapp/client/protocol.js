/** The same command may well succeed later. */
const TEMPORARY = ['unavailable', 'rate-limited', 'disconnected', 'timeout'];

/** An `error` frame or a problem document. */
export class ChatError extends Error {
  constructor({code, message, retryAfter, field, owner}) {
    super(message ?? code);
    Object.assign(this, {name: 'ChatError', code, retryAfter, field, owner});
  }

  get temporary() {
    return TEMPORARY.includes(this.code);
  }
}

/** docs/protocol.md has the same table. */
export const CloseCode = Object.freeze({
  PROTOCOL: 4400,
  UNAUTHORIZED: 4401,
  FORBIDDEN: 4403,
  REPLACED: 4409,
  RATE_LIMITED: 4429,
  INTERNAL: 4500,
  SHUTTING_DOWN: 4503,
  SLOW_READER: 4508,
  HEARTBEAT_MISSED: 4510,
});

/** Seconds to stay away after 4429. */
const RATE_LIMIT_PAUSE = 30;

/** @returns {import('./types.js').Verdict} The range decides, so that a code added later is understood. */
export function afterClose(code, bye) {
  if (code === CloseCode.UNAUTHORIZED) {
    return {reconnect: true, newToken: true};
  }
  if (code === CloseCode.RATE_LIMITED) {
    return {reconnect: true, wait: bye.retryAfter ?? RATE_LIMIT_PAUSE};
  }
  return {reconnect: (code < 4400 || code > 4499) && bye.reconnect !== false};
}

/** 1, 2, 4, 8 … 30 s with full jitter: after a restart clients come back spread out. */
export class BackOff {
  #environment;
  #attempts = 0;

  constructor(environment) {
    this.#environment = environment;
  }

  next() {
    return Math.round(this.#environment.random() * Math.min(30_000, 1000 * 2 ** this.#attempts++));
  }

  /** Waits as long as the server said. */
  pause({retryAfter}) {
    const ms = retryAfter * 1000 || this.next();
    return new Promise((resolve) => this.#environment.setTimeout(resolve, ms));
  }

  reset() {
    this.#attempts = 0;
  }
}

/** All that the client takes from the browser. */
export function browserEnvironment() {
  return {
    WebSocket: globalThis.WebSocket,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer),
    now: Date.now,
    random: Math.random,
    randomId,
    network: globalThis,
    fetch: (...request) => fetch(...request),
    ticker: () => new Worker(new URL('../client/ticker.js', import.meta.url)),
    polling: () => import(new URL('../client/polling.js', import.meta.url)),
    locks: globalThis.navigator?.locks, // Only secure pages have them
    BroadcastChannel: globalThis.BroadcastChannel,
    indexedDB: () => indexedDB, // Throws where storage is forbidden
    storage: () => localStorage,
    location: globalThis.location?.href,
  };
}

/** `crypto.randomUUID` needs TLS. */
export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
