import {LitElement, html} from '../lib/lit/index.js';
import {repeat} from '../lib/lit/directives/repeat.js';
import {ChatClient} from '../client/chat-client.js';
import '../ui/button.js';
import '../ui/dialog.js';
import '../ui/toast.js';
import './connection-banner.js';
import './conversation-list.js';
import {deskStyles} from './desk-styles.js';
import {own, standing, waiting} from './desk-model.js';
import {Following} from './following.js';
import './help-dialog.js';
import {base as contextRoot} from './http.js';
import {inbox, mark} from './icons.js';
import './menu.js';
import './pane.js';
import {Panes} from './panes.js';
import {problemText} from './problem-text.js';
import './queue-list.js';
import {Reading} from './reading.js';
import {actionOf} from './shortcuts.js';
import './status-switch.js';
import {t} from './texts.js';
import {TypingWatch} from './typing-watch.js';

/** Narrower than this, px, there is room for the lists or for one conversation. */
const narrowWidth = 720;
const sidebarWidth = 304;
const paneWidth = 350;

/** The operator's desk: who waits, whom I talk to, and several conversations side by side. */
class ConsoleDesk extends LitElement {
  static properties = {
    session: {attribute: false},
    _columns: {state: true},
    _narrow: {state: true},
    _accepting: {state: true},
    _ending: {state: true},
  };

  static styles = deskStyles;

  #panes = new Panes();
  #resize = new ResizeObserver(([{contentRect}]) => this.#measure(contentRect.width));
  #pressed = (event) => this.#press(event);
  #stepped = () => this.#back();
  #ready = false;

  constructor() {
    super();
    new Following(this, () => this.client, ['change', 'state', 'bye']);
    new Following(this, () => this.reading, ['change']);
    this._columns = 1;
    this._narrow = false;
    this._accepting = new Set();
    this._ending = null;
  }

  connectedCallback() {
    this.#connect();
    super.connectedCallback();
    this.#resize.observe(this);
    addEventListener('keydown', this.#pressed);
    addEventListener('popstate', this.#stepped);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resize.disconnect();
    removeEventListener('keydown', this.#pressed);
    removeEventListener('popstate', this.#stepped);
    this.client.close();
  }

  #connect() {
    this.client = new ChatClient({
      base: contextRoot,
      name: 'console/1.0',
      token: (stale) => this.session.token(stale),
      storageKey: `operator-${this.session.claims.sub}`,
    });
    this.reading = new Reading(this.client);
    this.typing = new TypingWatch(this.client);
    this.client.addEventListener('state', () => this.#settle());
    this.client.addEventListener('bye', ({detail: {code}}) => this.#dismissed(code));
    this.client.watch(['queue', 'presence']);
    this.client.open();
  }

  render() {
    const {store} = this.client;
    const name = store.self?.name ?? this.session.claims.name ?? this.session.claims.sub;
    const shown = this.#shown;
    const inFront = this._narrow && this.#panes.inFront && shown.length > 0;
    const current = this._narrow && !inFront ? null : this.#panes.active;
    return html`
      <header>
        <h1>${mark}<span>${t('desk.heading')}</span></h1>
        <console-status .client=${this.client} @problem=${({detail}) => this.#complain(detail.error)}></console-status>
        <console-menu .name=${name} @help=${this.#help} @logout=${() => this.session.end('logout')}></console-menu>
      </header>
      <connection-banner .client=${this.client}></connection-banner>
      <main class="desk ${this._narrow ? 'narrow' : ''}">
        <nav aria-label=${t('desk.lists')} ?hidden=${inFront}>
          <console-queue .client=${this.client} .current=${current} .accepting=${this._accepting} ?ready=${this.#ready}
            @open=${this.#open} @accept=${this.#accept}></console-queue>
          <console-conversations .client=${this.client} .reading=${this.reading} .typing=${this.typing} .shown=${shown}
            .current=${current} ?ready=${this.#ready} @open=${this.#open}></console-conversations>
        </nav>
        <div class="panes" ?hidden=${this._narrow && !inFront}>
          ${shown.length ? repeat(shown, (id) => id, (id) => this.#pane(id)) : this.#nothingOpen()}
        </div>
      </main>
      ${this.#endDialog()}
      <console-help></console-help>
      <parley-toast dismiss=${t('ui.dismiss')}></parley-toast>
    `;
  }

  updated() {
    const {total} = this.reading;
    document.title = total ? t('desk.title.unread', {n: total}) : t('desk.title');
  }

  get #shown() {
    return this.#panes.visible(this._columns);
  }

  #pane(id) {
    return html`<console-pane role="region" aria-label=${this.#nameOf(id)} data-conversation=${id} .client=${this.client}
      .reading=${this.reading} .typing=${this.typing} .conversation=${id} ?narrow=${this._narrow}
      ?accepting=${this._accepting.has(id)} @focusin=${() => this.#use(id)} @accept=${this.#accept}
      @end=${() => (this._ending = id)} @hide=${() => this.#hide(id)} @back=${() => history.back()}></console-pane>`;
  }

  #nothingOpen() {
    return html`<div class="nothing">${inbox}<p>${t('desk.nothing')}</p><p>${t('desk.nothing.hint')}</p></div>`;
  }

  #endDialog() {
    return html`<parley-dialog heading=${t('end.heading', {name: this.#nameOf(this._ending)})} closelabel=${t('ui.cancel')}
      ?open=${this._ending !== null} @close=${this.#decided}>
      ${t('end.text')}
      <div slot="actions">
        <parley-button autofocus @click=${this.#answer('')}>${t('ui.cancel')}</parley-button>
        <parley-button variant="danger" @click=${this.#answer('end')}>${t('end.confirm')}</parley-button>
      </div>
    </parley-dialog>`;
  }

  #answer(value) {
    return ({currentTarget}) => currentTarget.closest('parley-dialog').close(value);
  }

  #decided({target}) {
    const conversation = this._ending;
    this._ending = null;
    if (target.returnValue === 'end') {
      this.#end(conversation);
    }
  }

  async #end(conversation) {
    try {
      await this.client.command({type: 'close', conversation});
    } catch (error) {
      this.#complain(error);
    }
  }

  #accept = async ({detail: {conversation}}) => {
    if (this._accepting.has(conversation)) {
      return;
    }
    const name = this.#nameOf(conversation);
    this._accepting = new Set([...this._accepting, conversation]);
    try {
      await this.client.command({type: 'accept', conversation});
      this.#show(conversation, {writing: true});
    } catch (error) {
      if (error.code === 'taken') {
        this.#toast(t('accept.taken', {name, owner: error.owner?.name ?? t('operator.unknown')}), 'info');
      } else {
        this.#complain(error);
      }
    } finally {
      this._accepting = new Set([...this._accepting].filter((id) => id !== conversation));
    }
  };

  #open = ({detail: {conversation}}) => this.#show(conversation);

  async #show(id, wish) {
    if (this._narrow && !this.#panes.inFront) {
      history.pushState({parley: 'pane'}, '');
    }
    this.#panes.open(id);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector(`console-pane[data-conversation="${CSS.escape(id)}"]`)?.takeFocus(wish);
  }

  #use(id) {
    if (this.#panes.use(id)) {
      this.requestUpdate();
    }
  }

  async #hide(id) {
    this.#panes.close(id);
    this.requestUpdate();
    await this.updateComplete;
    const next = this.renderRoot.querySelector('console-pane');
    if (next) {
      next.takeFocus();
    } else {
      this.#focusList(this.renderRoot.querySelector('nav'));
    }
  }

  async #back() {
    if (!this.#panes.inFront) {
      return;
    }
    const {active} = this.#panes;
    this.#panes.back();
    this.requestUpdate();
    await this.updateComplete;
    this.#focusList(this.renderRoot.querySelector('nav'), active);
  }

  #focusList(nav, conversation) {
    const items = [...nav.children].flatMap((list) => [...list.renderRoot.querySelectorAll('parley-list-item')]);
    (items.find((item) => item.dataset.conversation === conversation) ?? items[0])?.focus();
  }

  #press(event) {
    const action = actionOf(event);
    if (!action || this.renderRoot.querySelector('parley-dialog[open]')) {
      return;
    }
    event.preventDefault();
    const {active} = this.#panes;
    const mine = standing(this.client.store.conversations.get(active), this.client.store.self) === 'mine';
    const actions = {
      next: () => this.#step(1),
      previous: () => this.#step(-1),
      accept: () => this.#acceptFirst(),
      unread: () => this.#showUnread(),
      end: () => mine && (this._ending = active),
      hide: () => active && this.#hide(active),
      help: () => this.#help(),
    };
    actions[action]();
  }

  /** Moves between status, queue, own conversations and panes. */
  #step(by) {
    const areas = [...this.renderRoot.querySelectorAll('console-status, console-queue, console-conversations, console-pane')]
      .filter((area) => area.checkVisibility() && (area.takeFocus || focusable(area)));
    const from = areas.findIndex((area) => area.matches(':focus-within'));
    const area = areas.at((from + by + (from < 0 && by < 0 ? 1 : 0)) % areas.length);
    if (area?.takeFocus) {
      area.takeFocus();
    } else if (area) {
      focusable(area).focus();
    }
  }

  #acceptFirst() {
    const [first] = waiting(this.client.store);
    if (first) {
      this.#accept({detail: {conversation: first.id}});
    }
  }

  #showUnread() {
    const next = own(this.client.store).find((conversation) => this.reading.unread(conversation) > 0);
    if (next) {
      this.#show(next.id);
    }
  }

  #help() {
    this.renderRoot.querySelector('console-help').show();
  }

  /** After (re)connecting: panes of conversations that are not ours to see any more make way. */
  #settle() {
    if (this.client.state === 'live' && !this.#ready) {
      this.#ready = true;
      this.#panes.prune((id) => this.client.store.conversations.has(id));
    }
  }

  #dismissed(code) {
    if (code === 4401) {
      this.session.end(this.#ready ? 'expired' : 'refused');
    } else if (code === 4403) {
      this.session.end('forbidden');
    }
  }

  #nameOf(id) {
    return this.client.store.conversations.get(id)?.summary?.visitor.name || t('visitor.anonymous');
  }

  #complain(error) {
    this.#toast(problemText(error), 'error');
  }

  #toast(text, tone) {
    this.renderRoot.querySelector('parley-toast').show({text, tone});
  }

  #measure(width) {
    this._narrow = width < narrowWidth;
    this._columns = this._narrow ? 1 : Math.max(1, Math.min(3, Math.floor((width - sidebarWidth) / paneWidth)));
  }
}

/** What takes the focus in an area without a way of its own. */
function focusable(area) {
  return area.renderRoot.querySelector('input:checked:enabled') ??
    [...area.renderRoot.querySelectorAll('parley-list-item')].find((item) => item.roving);
}

customElements.define('console-desk', ConsoleDesk);
