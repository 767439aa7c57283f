/** All that the client library takes from the browser. Tests hand in a clock, a socket and a die of their own. */
export function browserEnvironment() {
  return {
    WebSocket: globalThis.WebSocket,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer),
    now: Date.now,
    random: Math.random,
    uuid: randomUuid,
    network: globalThis,
    indexedDB: optional(() => indexedDB),
    session: optional(() => sessionStorage),
    location: globalThis.location?.href,
  };
}

/** `crypto.randomUUID` exists on secure pages only, and an intranet's application server may well speak plain HTTP. */
function randomUuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A browser that forbids storage throws at the mere mention of it. */
function optional(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
