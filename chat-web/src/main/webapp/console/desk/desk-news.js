import {standing} from '../model/desk-model.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';

/** Says what becomes of the operator's own conversations without their doing: one ends, goes to somebody else, or comes back. */
export class DeskNews {
  #client;
  #say;
  /** @type {Set<string>} */
  #mine = new Set();

  /**
   * @param {import('../../client/chat-client.js').ChatClient} client
   * @param {(text: string) => void} say
   */
  constructor(client, say) {
    this.#client = client;
    this.#say = say;
    client.addEventListener('entry', ({detail}) => detail.live && this.#happened(detail.entry));
    client.addEventListener('change', () => this.#look());
  }

  /** @param {import('../../client/frames.js').Entry} entry */
  #happened({conversation, kind, author, data = {}}) {
    const {self} = this.#client.store;
    const others = author?.id !== self?.id;
    if (kind === 'closed' && others && this.#mine.has(conversation)) {
      const who = author?.kind === 'visitor' ? 'visitor' : author?.kind === 'operator' ? 'operator' : 'idle';
      this.#tell(`told.closed.${who}`, conversation, author);
    } else if (kind === 'transferred' && others && this.#mine.has(conversation)) {
      this.#tell('told.transferred', conversation, author);
    } else if (kind === 'assigned' && data.returned && data.operator === self?.id) {
      this.#tell('transfer.returned', conversation, author);
    }
  }

  #look() {
    const {store, state} = this.#client;
    if (state !== 'live') {
      return;
    }
    const now = new Map([...store.conversations.values()].map((one) => [one.id, standing(one, store.self)]));
    this.#mine.forEach((id) => {
      if (now.get(id) === 'taken') {
        this.#tell('told.taken', id, store.conversations.get(id).summary.owner);
      } else if (['gone', undefined].includes(now.get(id))) {
        this.#tell('told.gone', id);
      }
    });
    this.#mine = new Set([...now.keys()].filter((id) => now.get(id) === 'mine'));
  }

  /** @param {string} text @param {string} conversation @param {import('../../client/frames.js').Person} [by] */
  #tell(text, conversation, by) {
    const model = this.#client.store.conversations.get(conversation);
    this.#say(t(text, {name: visitorName(model), by: by?.name ?? t('operator.unknown')}));
  }
}
