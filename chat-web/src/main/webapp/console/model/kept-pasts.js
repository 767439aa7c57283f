import {pastOf, recall} from '../../client/former.js';
import {serves, standing} from './desk-model.js';

const storageKey = 'parley.pasts';

/**
 * What stands in open panes and is not the operator's any more: the server tells it nobody again, so this tab keeps it over
 * a reload, until the pane is closed or its operator signs out.
 */
export class KeptPasts {
  #store;
  #operator;
  #kept;

  /**
   * @param {import('../../client/store.js').Store} store
   * @param {string} operator whose they are; others do not see them
   */
  constructor(store, operator) {
    this.#store = store;
    this.#operator = operator;
  }

  recall() {
    const {operator, pasts = {}} = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    if (operator === this.#operator) {
      Object.entries(pasts).forEach(([id, past]) => recall(this.#store, id, past));
    }
  }

  /** @param {string[]} open the conversations that have a pane */
  keep(open) {
    const {conversations, self} = this.#store;
    const past = open
      .map((id) => conversations.get(id))
      .filter((one) => one?.entries.length && isPast(one, self));
    const seen = past.map(({id, entries, internal}) => [id, entries.length, internal.length]).join();
    if (seen !== this.#kept) {
      this.#kept = seen;
      store({operator: this.#operator, pasts: Object.fromEntries(past.map((one) => [one.id, pastOf(one)]))});
    }
  }
}

/**
 * @param {import('../../client/types.js').Conversation} conversation
 * @param {import('../../client/frames.js').Self} self
 */
function isPast(conversation, self) {
  const kind = standing(conversation, self);
  return kind === 'taken' || kind === 'gone' || (kind === 'queued' && !serves(self, conversation.summary.department));
}

export function forgetPasts() {
  sessionStorage.removeItem(storageKey);
}

function store(pasts) {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(pasts));
  } catch {
    forgetPasts(); // More than this browser keeps
  }
}
