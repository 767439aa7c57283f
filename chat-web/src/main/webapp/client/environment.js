/**
 * Everything that the client library takes from the browser. Tests hand in a clock, a socket and a die of their own.
 *
 * @typedef {object} Environment
 * @property {new (url: string, protocols: string[]) => WebSocket} WebSocket
 * @property {(run: () => void, ms: number) => unknown} setTimeout
 * @property {(timer: unknown) => void} clearTimeout
 * @property {() => number} now milliseconds since 1970
 * @property {() => number} random from 0 up to, not including, 1
 * @property {() => string} uuid
 * @property {EventTarget} network tells `online`
 * @property {IDBFactory | undefined} indexedDB
 * @property {Storage | undefined} session kept for one tab, through its reloads
 * @property {string} location the page's address
 */

/** @returns {Environment} */
export function browserEnvironment() {
  return {
    WebSocket: globalThis.WebSocket,
    setTimeout: (run, ms) => globalThis.setTimeout(run, ms),
    clearTimeout: (timer) => globalThis.clearTimeout(timer),
    now: () => Date.now(),
    random: () => Math.random(),
    uuid: randomUuid,
    network: globalThis,
    indexedDB: optional(() => globalThis.indexedDB),
    session: optional(() => globalThis.sessionStorage),
    location: globalThis.location?.href,
  };
}

/** `crypto.randomUUID` exists on secure pages only, and an intranet's application server may well speak plain HTTP. */
function randomUuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A browser that forbids storage throws at the mere mention of it. */
function optional(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
