import {ask} from './http.js';

/** The server's HTTP resources, asked as the operator who is signed in. */
export class Api {
  #session;

  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.#session = session;
  }

  get(path) {
    return this.#ask('GET', path);
  }

  post(path, body) {
    return this.#ask('POST', path, body);
  }

  put(path, body) {
    return this.#ask('PUT', path, body);
  }

  remove(path) {
    return this.#ask('DELETE', path);
  }

  async #ask(method, path, body) {
    return ask(method, path, await this.#session.token(false), body);
  }
}
