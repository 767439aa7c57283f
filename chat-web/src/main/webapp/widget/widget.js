import {BackOff} from '../client/protocol.js';
import {ChatClient} from '../client/chat-client.js';
import {loadTexts} from '../i18n/i18n.js';
import './chat-window.js';
import {Host} from './host.js';
import {VisitorPass} from './visitor-pass.js';

const address = new URLSearchParams(location.search);
const site = address.get('site') ?? '';
const scheme = address.get('scheme');
const base = new URL('..', location.href).pathname.replace(/\/$/, '');

if (scheme === 'light' || scheme === 'dark') {
  document.documentElement.dataset.colorScheme = scheme;
}

const host = new Host(address.get('origin'));
const texts = await loadTexts('widget', address.get('lang') ?? undefined);
document.title = texts('title');
const chat = Object.assign(document.createElement('parley-window'), {t: texts, host, site});
document.body.append(chat);
await chat.updateComplete;
host.tell('ready');

const pass = new VisitorPass(base, site);
if (await admitted()) {
  chat.client = new ChatClient({
    base,
    name: 'widget/0.1',
    token: (expired) => pass.token(expired),
    storageKey: `visitor-${site}-${pass.visitor}`,
  });
  chat.client.open();
}

/** Gets the visitor's first token, however long the server is away; false when it will not have us. */
async function admitted() {
  const backOff = new BackOff(Math.random);
  for (;;) {
    try {
      await pass.token(false);
      return true;
    } catch (error) {
      if (error.code === 'not-found' || error.code === 'forbidden') {
        chat.refused = true;
        host.tell('error', {detail: {code: error.code}});
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, error.retryAfter * 1000 || backOff.next()));
    }
  }
}
