/** Milliseconds: some browsers' databases never answer. */
const LIMIT = 2000;

/** @import {Environment, OutboxItem} from './types.js' */

/** Keeps the outbox in IndexedDB. Where that fails, it lives as long as the page. */
export class OutboxStorage {
  #environment;
  #owner;
  /** @type {Promise<IDBDatabase>} */
  #database;

  /** @param {Environment} environment @param {string} owner whose outbox it is */
  constructor(environment, owner) {
    this.#environment = environment;
    this.#owner = owner;
  }

  /** @returns {Promise<OutboxItem[]>} */
  async load() {
    /** @type {(OutboxItem & {owner: string})[]} */
    const all = (await this.#run('readonly', (store) => store.getAll())) ?? [];
    return all.filter(({owner}) => owner === this.#owner).sort((one, other) => one.position - other.position);
  }

  /** Resolves once it is on the disk. @param {OutboxItem} item */
  put(item) {
    return this.#run('readwrite', (store) => store.put({...item, owner: this.#owner}), {durability: 'strict'});
  }

  /** @param {string} id */
  remove(id) {
    return this.#run('readwrite', (store) => store.delete(id));
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T>} use
   * @param {IDBTransactionOptions} [options]
   * @returns {Promise<T | undefined>}
   */
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

  /** @template T @param {Promise<T>} promise @returns {Promise<T>} */
  #within(promise) {
    return Promise.race([promise, new Promise((resolve) => this.#environment.setTimeout(resolve, LIMIT))]);
  }
}

/**
 * A request that is answered, or a transaction that is complete.
 *
 * @param {any} work an IDBRequest or an IDBTransaction, each of which lacks half of what is set here
 * @returns {Promise<any>} the result of a request
 */
function settled(work) {
  return new Promise((resolve, reject) => {
    work.onsuccess = work.oncomplete = () => resolve(work.result);
    work.onerror = work.onabort = () => reject(work.error);
  });
}
