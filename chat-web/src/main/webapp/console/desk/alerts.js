import {isSpoken} from '../../client/log-lines.js';
import {offered, waiting} from '../model/desk-model.js';
import {wantsNotifications, wantsSound} from './alert-settings.js';
import {audible, play} from './sound.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';

/** So many characters of a message stand in a notification. */
const most = 140;
/** Tabs of one person hear the same news; for this time, ms, it is one tab's to tell. */
const echo = 4000;
const claimsKey = 'parley.alerts.rang';
/** A question rings again after this time, ms. */
const again = 5000;
/** The snapshot of the queue is there after this time, ms. */
const settled = 1000;

/**
 * Rings and shows a notification when a visitor writes to this operator or begins to wait. Silent about what stands before
 * the operator's eyes, and about the queue while they accept nobody.
 */
export class Alerts {
  #client;
  #on;
  #known = null;
  #settling;
  #ringing = new Set();
  #bell = null;

  /**
   * @param {import('../../client/chat-client.js').ChatClient} client
   * @param {import('../model/queue-watch.js').QueueWatch} queue
   * @param {{sees: (conversation: string) => boolean, open: (conversation: string) => void}} on
   */
  constructor(client, queue, on) {
    this.#client = client;
    this.#on = on;
    client.addEventListener('entry', ({detail}) => this.#written(detail));
    client.addEventListener('change', () => this.#looked());
    queue.addEventListener('change', () => this.#begin(queue.state === 'live'));
    client.addEventListener('presence', () => queue.state === 'live' && this.#settle());
  }

  // The snapshot of the queue follows the ack of the watch, and presence follows it: who waited already is no news
  #begin(live) {
    clearTimeout(this.#settling);
    this.#known = null;
    if (live) {
      this.#settling = setTimeout(() => this.#settle(), settled);
    }
  }

  #settle() {
    clearTimeout(this.#settling);
    this.#known ??= this.#waiting();
  }

  #waiting() {
    return new Set(waiting(this.#client.store).map(({id}) => id));
  }

  #written({entry, live}) {
    const conversation = this.#client.store.conversations.get(entry.conversation);
    const mine = conversation?.summary?.owner?.id === this.#client.store.self?.id;
    if (live && mine && isSpoken(entry) && entry.author.kind === 'visitor' && !this.#on.sees(entry.conversation)) {
      this.#alert('message', conversation, entry.text, `${entry.conversation}/${entry.seq}`);
    }
  }

  #looked() {
    this.#ring();
    const {store} = this.#client;
    const known = this.#known;
    if (!known) {
      return;
    }
    this.#known = this.#waiting();
    if (store.self?.status === 'accepting') {
      waiting(store)
        .filter(({id}) => !known.has(id) && !this.#on.sees(id))
        .forEach((one) => this.#alert('waiting', one, one.summary.subject, `${one.id}/waits`));
    }
  }

  // Who is asked hears it until they have answered, whatever stands before their eyes
  #ring() {
    const asked = offered(this.#client.store);
    asked
      .filter(({id}) => !this.#ringing.has(id))
      .forEach((one) => this.#alert('offer', one, one.summary.subject, `${one.id}/${one.summary.offer.until}`));
    this.#ringing = new Set(asked.map(({id}) => id));
    if (!asked.length) {
      clearInterval(this.#bell);
      this.#bell = null;
    } else {
      this.#bell ??= setInterval(() => this.#sound('waiting', 'bell'), again);
    }
  }

  #alert(kind, conversation, text, key) {
    this.#sound(kind === 'message' ? 'message' : 'waiting', key);
    if (wantsNotifications()) {
      claimed(`${key}/notification`, () => this.#notify(kind, conversation, text ?? ''));
    }
  }

  // A tab that may not be heard leaves it to the others
  #sound(name, key) {
    if (wantsSound() && audible()) {
      claimed(key, () => play(name));
    }
  }

  #notify(kind, conversation, text) {
    try {
      const notification = new Notification(t(`alert.${kind}`, {name: visitorName(conversation)}), {
        body: text.length > most ? `${text.slice(0, most)}…` : text,
        tag: conversation.id,
        icon: new URL('../../console/icon.svg', import.meta.url).href,
        dir: 'auto',
      });
      notification.onclick = () => {
        notification.close();
        window.focus();
        this.#on.open(conversation.id);
      };
    } catch {
      // Some phones have the word and not the thing
    }
  }
}

/** Runs `deed` in one tab of those that come with the same key. */
function claimed(key, deed) {
  if (!navigator.locks) {
    claimedByStorage(key) && deed();
    return;
  }
  navigator.locks.request(`parley.alert ${key}`, {ifAvailable: true}, (lock) => {
    if (lock) {
      deed();
      return new Promise((release) => setTimeout(release, echo));
    }
    return undefined;
  });
}

/** Pages without TLS have no locks; of tabs that come in the same instant two may ring. */
function claimedByStorage(key) {
  try {
    const {[key]: at = -Infinity, ...others} = JSON.parse(localStorage.getItem(claimsKey) ?? '{}');
    const now = Date.now();
    const fresh = Object.entries({...others, [key]: now}).filter(([, time]) => now - time < echo);
    if (now - at >= echo) {
      localStorage.setItem(claimsKey, JSON.stringify(Object.fromEntries(fresh)));
      return true;
    }
    return false;
  } catch {
    return true;
  }
}
