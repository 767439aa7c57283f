import {ask} from './http.js';

/** The server's HTTP resources, asked as the operator who is signed in. */
export class Api {
  #session;

  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** @template T @param {string} path below `/api/v1` @returns {Promise<T>} */
  get(path) {
    return this.#ask('GET', path);
  }

  /** @template T @param {string} path @param {object} body @returns {Promise<T>} */
  post(path, body) {
    return this.#ask('POST', path, body);
  }

  /** @template T @param {string} path @param {object} body @returns {Promise<T>} */
  put(path, body) {
    return this.#ask('PUT', path, body);
  }

  /** @param {string} path @returns {Promise<void>} */
  remove(path) {
    return this.#ask('DELETE', path);
  }

  async #ask(method, path, body) {
    return ask(method, path, await this.#session.token(false), body);
  }
}
