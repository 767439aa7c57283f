/** Milliseconds: some browsers' databases never answer. */
const LIMIT = 2000;

/** Keeps the outbox in IndexedDB. Where that fails, it lives as long as the page. */
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

  /** Resolves once it is on the disk. */
  put(item) {
    return this.#run('readwrite', (store) => store.put({...item, owner: this.#owner}), {durability: 'strict'});
  }

  remove(id) {
    return this.#run('readwrite', (store) => store.delete(id));
  }

  async #run(mode, use, options) {
    try {
      this.#database ??= this.#within(settled(this.#opening()));
      const transaction = (await this.#database).transaction('outbox', mode, options);
      const request = use(transaction.objectStore('outbox'));
      await this.#within(settled(transaction));
      return request.result;
    } catch {
      return undefined;
    }
  }

  #opening() {
    const request = this.#environment.indexedDB().open('parley', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('outbox', {keyPath: 'id'});
    return request;
  }

  #within(promise) {
    return Promise.race([promise, new Promise((resolve) => this.#environment.setTimeout(resolve, LIMIT))]);
  }
}

/** A request that is answered, or a transaction that is complete. */
function settled(work) {
  return new Promise((resolve, reject) => {
    work.onsuccess = work.oncomplete = () => resolve(work.result);
    work.onerror = work.onabort = () => reject(work.error);
  });
}
