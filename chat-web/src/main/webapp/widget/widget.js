import {ChatClient, ChatError} from '../client/chat-client.js';
import {BackOff, browserEnvironment} from '../client/protocol.js';
import {loadTexts} from '../i18n/i18n.js';
import './chat-window.js';

const address = new URLSearchParams(location.search);
const site = address.get('site') ?? '';
/** What the page says of the visitor, in JSON; nothing when that cannot be kept. */
let attributes = decodeURIComponent(location.hash.slice(1));
const base = new URL('..', location.href).pathname.replace(/\/$/, '');

try {
  JSON.parse(attributes || '{}');
} catch ({message}) {
  sayNothing(message);
}

/** The visitor may write all the same. */
function sayNothing(reason) {
  console.error(`data-attributes: ${reason}`);
  attributes = '';
}

/** The page around the widget's frame. */
class Host extends EventTarget {
  #origin;

  constructor(origin) {
    super();
    this.#origin = origin;
    this.embedded = window.parent !== window && Boolean(origin);
    this.opened = !this.embedded;
    addEventListener('message', (event) => this.#hear(event));
  }

  tell(word, values) {
    if (this.embedded) {
      window.parent.postMessage({parley: word, ...values}, this.#origin);
    }
  }

  #hear({origin, source, data}) {
    if (origin === this.#origin && source === window.parent && typeof data?.parley === 'string') {
      if (data.parley === 'opened' || data.parley === 'closed') {
        this.opened = data.parley === 'opened';
      } else if (data.parley === 'page') {
        this.page = data.page; // It may come before there is anybody to hear it
      }
      this.dispatchEvent(new CustomEvent(data.parley, {detail: data}));
    }
  }
}

/** Who this browser is to a site: the visitor's id and token, kept in the widget's own origin. */
class VisitorPass {
  #key = `parley:${site}:visitor`;
  #pass = this.#stored();
  #given;

  get visitor() {
    return this.#pass?.visitor;
  }

  /** @param {boolean} expired whether the server would not have the token that we gave last */
  async token(expired) {
    // Another tab may have renewed it already
    this.#pass = this.#stored() ?? this.#pass;
    const {token, said = ''} = this.#pass ?? {};
    if (!token || (expired && token === this.#given) || (attributes && said !== attributes)) {
      this.#pass = {...(await this.#enter(token)), said: attributes || said};
      this.#store();
    }
    this.#given = this.#pass.token;
    return this.#given;
  }

  async #enter(token) {
    const response = await fetch(`${base}/api/v1/visitors`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', ...(token && {Authorization: `Bearer ${token}`})},
      body: JSON.stringify({site, ...(attributes && {attributes: JSON.parse(attributes)})}),
    });
    if (response.ok) {
      return response.json();
    }
    if (response.status === 401 && token) {
      return this.#enter(); // Too old to be renewed: a new visitor, then
    }
    const problem = await response.json().catch(() => ({}));
    if (attributes && problem.code === 'invalid') {
      sayNothing(problem.detail);
      return this.#enter(token);
    }
    throw new ChatError({code: 'unavailable', ...problem, message: problem.detail ?? problem.title});
  }

  #stored() {
    try {
      return JSON.parse(localStorage.getItem(this.#key));
    } catch {
      return null;
    }
  }

  #store() {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#pass));
    } catch {
      // A new visitor after the next reload, then
    }
  }
}

document.documentElement.dataset.colorScheme = address.get('scheme');

const host = new Host(address.get('origin'));
const language = address.get('lang');
const t = await loadTexts('widget', language ? [language] : navigator.languages);
document.title = t('title');
const chat = Object.assign(document.createElement('parley-window'), {t, host, site});
document.body.append(chat);
await chat.update();
host.tell('ready');

const pass = new VisitorPass();
if (await admitted()) {
  const client = new ChatClient({
    base,
    name: 'widget/0.1',
    token: (expired) => pass.token(expired),
    storageKey: `visitor-${site}-${pass.visitor}`,
  });
  chat.listen(client);
  client.open();
}

/** Gets the first token, however long the server is away; false when refused. */
async function admitted() {
  const backOff = new BackOff(browserEnvironment());
  for (;;) {
    try {
      await pass.token(false);
      return true;
    } catch (error) {
      if (error.code === 'not-found' || error.code === 'forbidden') {
        chat.update({refused: true});
        host.tell('error', {detail: {code: error.code}});
        return false;
      }
      await backOff.pause(error);
    }
  }
}
