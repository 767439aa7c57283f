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
    fetch: /** @type {typeof fetch} */ ((...request) => fetch(...request)),
    ticker: () => new Worker(new URL('../client/line/ticker.js', import.meta.url)),
    // @ts-ignore An address may be a URL
    tabHost: () => import(new URL('../client/line/tab-host.js', import.meta.url)),
    // @ts-ignore An address may be a URL
    polling: () => import(new URL('../client/line/polling.js', import.meta.url)),
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
