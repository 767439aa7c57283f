const DATABASE = 'parley';
const STORE = 'outbox';

/** How long a browser may take to open its database; some never answer, and a chat must not wait for them. */
const OPEN_LIMIT = 3000;

/**
 * Keeps unacknowledged commands in IndexedDB, so that they outlive a reload. Without IndexedDB, or when it fails,
 * they live as long as the page: a message that can be sent is sent all the same.
 */
export class OutboxStorage {
  #environment;
  #owner;
  #database;

  /**
   * @param {import('./environment.js').Environment} environment
   * @param {string} owner whose commands; one browser may serve several people one after the other
   */
  constructor(environment, owner) {
    this.#environment = environment;
    this.#owner = owner;
  }

  /** @returns {Promise<object[]>} oldest first */
  async load() {
    const all = await this.#run('readonly', (store) => store.getAll());
    return (all ?? []).filter(({owner}) => owner === this.#owner).sort((one, other) => one.position - other.position);
  }

  /** @param {{id: string, position: number}} item */
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
      return database && (await settled(use(database.transaction(STORE, mode).objectStore(STORE))));
    } catch {
      return undefined;
    }
  }

  async #open() {
    if (!this.#environment.indexedDB) {
      return undefined;
    }
    const request = this.#environment.indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, {keyPath: 'id'});
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
