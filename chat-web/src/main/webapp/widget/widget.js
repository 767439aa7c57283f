import {BackOff} from '../client/back-off.js';
import {ChatClient} from '../client/chat-client.js';
import {browserEnvironment} from '../client/environment.js';
import {loadTexts} from '../i18n/i18n.js';
import './chat-window.js';
import {Host} from './host.js';
import {VisitorPass} from './visitor-pass.js';

const address = new URLSearchParams(location.search);
const site = address.get('site') ?? '';
const base = new URL('..', location.href).pathname.replace(/\/$/, '');

document.documentElement.dataset.colorScheme = address.get('scheme');

const host = new Host(address.get('origin'));
const language = address.get('lang');
const t = await loadTexts('widget', language ? [language] : navigator.languages);
document.title = t('title');
const department = address.get('department') ?? undefined;
const chat = Object.assign(document.createElement('parley-window'), {t, host, site, department});
document.body.append(chat);
await chat.update();
host.tell('ready');

const environment = browserEnvironment();
const pass = new VisitorPass(environment, {base, site, attributes: decodeURIComponent(location.hash.slice(1))});
if (address.has('refused')) {
  // Any page may frame this one: nothing more may happen here
  const code = address.get('refused');
  refuse({
    code,
    message: code === 'forbidden' ? `${address.get('origin')} is no origin of the site "${site}"` : `There is no site "${site}"`,
  });
} else if (await admitted()) {
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
  const backOff = new BackOff(environment);
  for (;;) {
    try {
      await pass.token(false);
      return true;
    } catch (error) {
      if (['not-found', 'forbidden', 'misdirected'].includes(error.code)) {
        refuse(error);
        return false;
      }
      await backOff.pause(error);
    }
  }
}

/** Whoever embeds us reads why. @param {{code: string, message: string}} reason */
function refuse({code, message}) {
  console.error(`Parley: ${message}`);
  chat.update({refused: true});
  host.tell('error', {detail: {code}});
}
