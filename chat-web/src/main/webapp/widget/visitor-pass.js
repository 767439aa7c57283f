import {ChatError} from '../client/protocol.js';

/** Who this browser is to a site: the visitor's id and token, kept in the widget's own origin. */
export class VisitorPass {
  #url;
  #site;
  #key;
  #pass;
  #given;

  constructor(base, site) {
    this.#url = `${base}/api/v1/visitors`;
    this.#site = site;
    this.#key = `parley:${site}:visitor`;
    this.#pass = this.#stored();
  }

  get visitor() {
    return this.#pass?.visitor;
  }

  /** @param {boolean} expired whether the server would not have the token that we gave last */
  async token(expired) {
    // Another tab may have renewed it already
    this.#pass = this.#stored() ?? this.#pass;
    if (!this.#pass || (expired && this.#pass.token === this.#given)) {
      this.#pass = await this.#enter(this.#pass?.token);
      this.#store();
    }
    this.#given = this.#pass.token;
    return this.#given;
  }

  async #enter(token) {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', ...(token && {Authorization: `Bearer ${token}`})},
      body: JSON.stringify({site: this.#site}),
    });
    if (response.ok) {
      return response.json();
    }
    if (response.status === 401 && token) {
      return this.#enter(); // Too old to be renewed: a new visitor, then
    }
    const problem = await response.json().catch(() => ({}));
    throw new ChatError({code: 'unavailable', ...problem, message: problem.detail ?? problem.title});
  }

  #stored() {
    try {
      return JSON.parse(localStorage.getItem(this.#key)) ?? undefined;
    } catch {
      return undefined;
    }
  }

  #store() {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#pass));
    } catch {
      // Storage is forbidden: this visitor is a new one after the next reload
    }
  }
}
