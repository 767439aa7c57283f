import {randomId} from '../../client/environment.js';

/**
 * @import {Ack, Invitation, LiveVisitor, LiveVisitors as Frame} from '../../client/frames.js'
 */

/** A `watch` without it asks for other things, and leaves the window as it is. */
const mark = 'visitors-';

const over = ['answered', 'dismissed', 'expired'];

/**
 * Who is on the sites, as far as the window shows that the server was asked for. What is on the list changes in place,
 * but who comes and who goes does so only while the list is not `held`: somebody reads there. Fires `change`. No DOM.
 */
export class LiveVisitors extends EventTarget {
  /** How many fit, in the window and outside. */
  total = 0;
  /** Whether the window was told since it was asked for. */
  told = false;
  /** Whether another tab has asked for a window of its own since: there is one for all tabs of a person. */
  elsewhere = false;
  #own = `${mark}${randomId()}`;
  #asks = 0;
  #client;
  /** @type {Map<string, LiveVisitor>} */
  #there = new Map();
  /** @type {Map<string, LiveVisitor>} */
  #listed = new Map();
  /** @type {Map<string, Invitation>} by visitor */
  #invitations = new Map();
  #held = false;

  /** @param {import('../../client/chat-client.js').ChatClient} client */
  constructor(client) {
    super();
    this.#client = client;
    client.addEventListener('window', ({detail}) => this.#begin(detail));
    client.addEventListener('visitor', ({detail}) => this.#take(detail));
    client.addEventListener('invitation', ({detail}) => this.#invited(detail));
  }

  /** Those on the list, in its order; `gone` says that they would not be there any more. */
  get list() {
    return [...this.#listed.values()].map((visitor) => ({...visitor, gone: !this.#there.has(visitor.visitor.id)}));
  }

  /** How many would come on the list, or go, if it were not held. */
  get news() {
    const unlisted = [...this.#there.keys()].filter((id) => !this.#listed.has(id));
    return unlisted.length + this.list.filter(({gone}) => gone).length;
  }

  /** @param {string} id @returns {LiveVisitor | undefined} the visitor, if they are in the window now */
  find(id) {
    return this.#there.get(id);
  }

  /** @param {string} visitor @returns {Invitation | undefined} the newest of theirs that we heard of */
  invitationOf(visitor) {
    return this.#invitations.get(visitor);
  }

  set held(held) {
    if (held !== this.#held) {
      this.#held = held;
      held || this.settle();
    }
  }

  /** Brings the list up to date. */
  settle() {
    const newestFirst = [...this.#there.values()].sort(
      (one, other) => compare(other.since, one.since) || compare(one.visitor.id, other.visitor.id),
    );
    this.#listed = new Map(newestFirst.map((one) => [one.visitor.id, one]));
    this.#changed();
  }

  /**
   * Another window is to be asked for.
   *
   * @returns {string} the id of the `watch` that asks for it
   */
  forget() {
    this.#asks += 1;
    this.told = this.elsewhere = false;
    this.#held = false;
    this.#there.clear();
    this.settle();
    return this.#asked;
  }

  get #asked() {
    return `${this.#own}-${this.#asks}`;
  }

  /** @param {Ack} ack */
  #begin({re, visitors}) {
    const own = re.startsWith(this.#own);
    if (own && re !== this.#asked) {
      return; // we have asked again since
    }
    this.elsewhere = !own && (this.elsewhere || re.startsWith(mark));
    if (this.elsewhere) {
      this.told = false;
      this.#changed();
      return;
    }
    this.told = true;
    this.total = visitors;
    this.#there.clear();
    // Those that are open are told again
    this.#invitations.forEach((invitation, visitor) => {
      const mine = invitation.author.id === this.#client.store.self?.id;
      if (!over.includes(invitation.state) || !mine) {
        this.#invitations.delete(visitor);
      }
    });
    // Else frames follow
    if (!visitors) {
      this.#update();
    }
  }

  /** @param {Frame} frame */
  #take(frame) {
    if (!this.told) {
      return;
    }
    this.total = frame.total;
    [frame, ...(frame.more ?? [])].forEach((one) => this.#put(one));
    this.#update();
  }

  #update() {
    this.#held && this.#listed.size ? this.#changed() : this.settle();
  }

  /** @param {LiveVisitor} one */
  #put(one) {
    const {id} = one.visitor;
    if (one.left) {
      this.#there.delete(id);
      return;
    }
    this.#there.set(id, one);
    if (this.#listed.has(id)) {
      this.#listed.set(id, one);
    }
  }

  /** A second invitation takes the place of the first, whose end may be told after it. @param {Invitation} invitation */
  #invited(invitation) {
    const known = this.#invitations.get(invitation.visitor?.id);
    if (invitation.visitor && !(known && known.invitation !== invitation.invitation && known.at > invitation.at)) {
      this.#invitations.set(invitation.visitor.id, invitation);
      this.#changed();
    }
  }

  #changed() {
    this.dispatchEvent(new CustomEvent('change', {detail: {}}));
  }
}

/** @param {string} one @param {string} other */
const compare = (one, other) => (one < other ? -1 : Number(one > other));
