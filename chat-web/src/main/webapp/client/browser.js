/** How long a browser may take to open its database; some never answer, and a chat must not wait for them. */
const OPEN_LIMIT = 3000;

/** All that the client library takes from the browser. Tests hand in a clock, a socket and a die of their own. */
export function browserEnvironment() {
  return {
    WebSocket: globalThis.WebSocket,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer),
    now: Date.now,
    random: Math.random,
    randomId,
    network: globalThis,
    indexedDB: () => indexedDB, // A browser that forbids storage throws at its mere mention
    location: globalThis.location?.href,
  };
}

/** `crypto.randomUUID` exists on secure pages only, and an intranet's application server may well speak plain HTTP. */
function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Keeps unacknowledged commands in IndexedDB, so that they outlive a reload. Without it, or when it fails, they live
 * as long as the page: a message that can be sent is sent all the same.
 */
export class OutboxStorage {
  #environment;
  #owner;
  #database;

  constructor(environment, owner) {
    this.#environment = environment;
    this.#owner = owner;
  }

  async load() {
    const all = (await this.#run('readonly', (store) => store.getAll())) ?? [];
    return all.filter(({owner}) => owner === this.#owner).sort((one, other) => one.position - other.position);
  }

  put(item) {
    return this.#run('readwrite', (store) => store.put({...item, owner: this.#owner}));
  }

  remove(id) {
    return this.#run('readwrite', (store) => store.delete(id));
  }

  async #run(mode, use) {
    try {
      this.#database ??= this.#open();
      const database = await this.#database;
      return await settled(use(database.transaction('outbox', mode).objectStore('outbox')));
    } catch {
      return undefined;
    }
  }

  #open() {
    const request = this.#environment.indexedDB().open('parley', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('outbox', {keyPath: 'id'});
    const tooLate = new Promise((resolve) => this.#environment.setTimeout(resolve, OPEN_LIMIT));
    return Promise.race([settled(request), tooLate]);
  }
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
