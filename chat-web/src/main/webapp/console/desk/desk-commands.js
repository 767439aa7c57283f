import {formatTime} from '../../i18n/i18n.js';
import {offered, own, waiting} from '../model/desk-model.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';

/**
 * @import {ChatError} from '../../client/chat-error.js'
 * @import {Person} from '../../client/frames.js'
 */

/** Errors that mean something of their own. */
const refusals = {unmerge: ['conflict', 'not-found'], reopen: ['closed', 'conflict', 'forbidden', 'unreachable']};

/** What an operator does with conversations and visitors at once, and what becomes of it, in words. */
export class DeskCommands {
  /** Conversations that are being accepted. */
  accepting = new Set();
  #client;
  #api;
  #on;

  /**
   * @param {import('../../client/chat-client.js').ChatClient} client
   * @param {import('../base/api.js').Api} api
   * @param {{say: (text: string, tone: 'info' | 'success' | 'error') => void, show: (conversation: string, wish?: object) => void,
   *     changed: () => void, visitor: () => void}} on `changed` what is being accepted, `visitor` something about one
   */
  constructor(client, api, on) {
    this.#client = client;
    this.#api = api;
    this.#on = on;
  }

  /** @param {string} conversation */
  async accept(conversation) {
    if (this.accepting.has(conversation)) {
      return;
    }
    const name = this.#nameOf(conversation);
    this.#accepts([...this.accepting, conversation]);
    try {
      await this.#client.command({type: 'accept', conversation});
      this.#on.show(conversation, {writing: true});
    } catch (error) {
      if (error.code === 'taken') {
        this.#on.say(t('accept.taken', {name, owner: error.owner?.name ?? t('operator.unknown')}), 'info');
      } else {
        this.complain(error);
      }
    } finally {
      this.#accepts([...this.accepting].filter((id) => id !== conversation));
    }
  }

  acceptFirst() {
    const {store} = this.#client;
    const [first] = [...offered(store), ...waiting(store)];
    if (first) {
      this.accept(first.id);
    }
  }

  /** @param {string} conversation @returns {Promise<boolean>} whether it was done, as of the others */
  decline(conversation) {
    return this.#try(() => this.#client.command({type: 'decline', conversation}));
  }

  declineFirst() {
    const [first] = offered(this.#client.store);
    if (first) {
      this.decline(first.id);
    }
  }

  /** @param {string} conversation */
  end(conversation) {
    return this.#try(() => this.#client.command({type: 'close', conversation}));
  }

  /**
   * @param {'hand-over' | 'end' | 'keep'} how what becomes of the operator's own conversations
   * @returns {Promise<boolean>} whether it became of all
   */
  leave(how) {
    const mine = own(this.#client.store);
    const deeds = {
      'hand-over': () => mine.map(({id, summary}) => ({type: 'transfer', conversation: id, to: {department: summary.department.id}})),
      end: () => mine.map(({id}) => ({type: 'close', conversation: id})),
      keep: () => [{type: 'status', status: 'offline'}],
    };
    return this.#try(() => Promise.all(deeds[how]().map((frame) => this.#client.command(frame))));
  }

  /** One was merged into another. */
  merged() {
    const until = Date.now() + this.#client.limits.mergeUndo * 1000;
    this.#on.say(t('merge.done', {time: formatTime(until)}), 'success');
  }

  /** Takes a merge back. @param {string} conversation the one that was merged */
  unmerge(conversation) {
    return this.#try(async () => {
      await this.#client.command({type: 'unmerge', conversation});
      this.#on.say(t('unmerge.done'), 'success');
    }, 'unmerge');
  }

  /**
   * Continues a closed conversation.
   *
   * @param {string} conversation
   * @param {Person} [owner] who owned it last, when it is not among those of the desk
   */
  reopen(conversation, owner) {
    const {conversations, self} = this.#client.store;
    return this.#try(async () => {
      await this.#client.command({type: 'reopen', conversation});
      this.#on.say(t('reopen.done'), 'success');
      // What goes back to a colleague is not ours to see
      if (conversations.has(conversation) || owner?.id === self?.id) {
        this.#on.show(conversation, {writing: true});
      }
    }, 'reopen');
  }

  /** Lets a blocked visitor write again. @param {string} visitor */
  lift(visitor) {
    return this.#try(async () => {
      await this.#api.remove(`/visitors/${visitor}/block`);
      this.#on.visitor();
    });
  }

  /** A conversation was transferred to somebody of that name. @param {{name: string}} to */
  handedOver({name}) {
    this.#on.say(t('transfer.done', {name}), 'success');
  }

  /** @param {ChatError} error */
  complain(error) {
    this.#on.say(problemText(error), 'error');
  }

  /**
   * @param {() => Promise<unknown>} deed
   * @param {keyof typeof refusals} [name] whose refusals have words of their own
   * @returns {Promise<boolean>} whether it was done
   */
  async #try(deed, name) {
    try {
      await deed();
      return true;
    } catch (error) {
      refusals[name]?.includes(error.code) ? this.#on.say(t(`${name}.${error.code}`), 'error') : this.complain(error);
      return false;
    }
  }

  /** @param {string[]} conversations */
  #accepts(conversations) {
    this.accepting = new Set(conversations);
    this.#on.changed();
  }

  /** @param {string} id */
  #nameOf(id) {
    return visitorName(this.#client.store.conversations.get(id));
  }
}
