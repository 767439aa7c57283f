import {LitElement, html, nothing} from '../lib/lit-element/lit-element.js';
import {repeat} from '../lib/lit/directives/repeat.js';
import {ChatClient} from '../client/chat-client.js';
import '../ui/button.js';
import '../ui/toast.js';
import './admin/admin.js';
import {Alerts} from './alerts.js';
import {Api} from './api.js';
import './board.js';
import {CannedReplies} from './canned-replies.js';
import './connection-banner.js';
import './conversation-list.js';
import './desk-dialogs.js';
import {deskStyles} from './desk-styles.js';
import {offered, oversees, own, standing, waiting} from './desk-model.js';
import {focusInLists, stepToArea} from './focus-areas.js';
import {Following} from './following.js';
import {base as contextRoot} from './http.js';
import {inbox, mark} from './icons.js';
import './menu.js';
import './pane.js';
import './offer-list.js';
import {pageOf} from './pages.js';
import {Panes} from './panes.js';
import {problemText} from './problem-text.js';
import './queue-list.js';
import {QueueWatch} from './queue-watch.js';
import {Reading} from './reading.js';
import {actionOf} from './shortcuts.js';
import './status-switch.js';
import {t} from './texts.js';
import {TypingWatch} from './typing-watch.js';
import {visitorName} from './visitor-name.js';

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
    _page: {state: true},
  };

  static styles = deskStyles;

  #panes = new Panes();
  #resize = new ResizeObserver(([{contentRect}]) => this.#measure(contentRect.width));
  #pressed = (event) => this.#press(event);
  #stepped = () => this.#back();
  #turned = () => this.#turn();
  #ready = false;
  /** Conversations that were handed over, and whether they have left yet. */
  #away = new Map();

  constructor() {
    super();
    new Following(this, () => this.client, ['change', 'state', 'bye']);
    new Following(this, () => this.reading, ['change']);
    this._columns = 1;
    this._narrow = false;
    this._accepting = new Set();
  }

  connectedCallback() {
    this.#connect();
    super.connectedCallback();
    this.#resize.observe(this);
    addEventListener('keydown', this.#pressed);
    addEventListener('popstate', this.#stepped);
    addEventListener('hashchange', this.#turned);
    this._page = pageOf(location.hash);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resize.disconnect();
    removeEventListener('keydown', this.#pressed);
    removeEventListener('popstate', this.#stepped);
    removeEventListener('hashchange', this.#turned);
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
    this.queue = new QueueWatch(this.client);
    this.api = new Api(this.session);
    this.canned = new CannedReplies(() => this.api.get('/canned-replies'));
    new Alerts(this.client, this.queue, {sees: (id) => this.#sees(id), open: (id) => this.#show(id)});
    this.client.addEventListener('change', () => this.#lookBack());
    this.client.addEventListener('state', () => this.#settle());
    this.client.addEventListener('status', ({detail}) => this.#forced(detail));
    this.client.addEventListener('bye', ({detail}) => this.#dismissed(detail));
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
        <console-menu .name=${name} ?oversees=${oversees(store.self)} ?administers=${store.self?.roles?.includes('chat-admin')} @blocks=${() => this.#ask('blocks')}
          @help=${() => this.#ask('help')} @logout=${() => this.session.end('logout')}></console-menu>
      </header>
      <connection-banner .client=${this.client}></connection-banner>
      ${this.#beside()}
      <main class="desk ${this._narrow ? 'narrow' : ''}" ?hidden=${this._page !== null}>
        <nav aria-label=${t('desk.lists')} ?hidden=${inFront}>
          <console-offers .client=${this.client} .current=${current} .accepting=${this._accepting} @open=${this.#open}
            @accept=${this.#accept} @decline=${this.#decline}></console-offers>
          <console-queue .client=${this.client} .current=${current} .accepting=${this._accepting} .watch=${this.queue}
            @open=${this.#open} @accept=${this.#accept}></console-queue>
          <console-conversations .client=${this.client} .reading=${this.reading} .typing=${this.typing} .shown=${shown}
            .current=${current} ?ready=${this.#ready} @open=${this.#open}></console-conversations>
        </nav>
        <div class="panes" ?hidden=${this._narrow && !inFront}>
          ${shown.length ? repeat(shown, (id) => id, (id) => this.#pane(id)) : this.#nothingOpen()}
        </div>
      </main>
      <console-dialogs .client=${this.client} .api=${this.api} @end=${({detail}) => this.#end(detail.conversation)}
        @transferred=${({detail}) => this.#handed(detail)} @visitor=${this.#refreshVisitors}></console-dialogs>
      <parley-toast dismiss=${t('dismiss')}></parley-toast>
    `;
  }

  #turn() {
    const page = pageOf(location.hash);
    const go = () => (this._page = page);
    page?.area === 'admin' ? go() : this.#guarded(go);
  }

  #leavePage(then) {
    this.#guarded(() => {
      history.pushState(null, '', '#/');
      this._page = null;
      then();
    });
  }

  #guarded(go) {
    const admin = this.renderRoot.querySelector('console-admin');
    admin ? admin.guard(go) : go();
  }

  /** The page that stands in the desk's place; the desk goes on behind it. */
  #beside() {
    return this._page === null
      ? nothing
      : html`<main class="page"><p><a href="#/">${t('desk.return')}</a></p>
          ${this._page.area === 'board' ? this.#board() : this.#admin()}</main>`;
  }

  #forced({status, by}) {
    this.client.store.self.status = status;
    this.#toast(t('board.forced', {name: by?.name ?? t('operator.unknown'), status: t(`status.${status}`)}), 'info');
  }

  #admin() {
    return html`<console-admin .api=${this.api} .parts=${this._page.parts}
      @news=${({detail}) => this.renderRoot.querySelector('parley-toast').show(detail)}></console-admin>`;
  }

  #board() {
    return html`<console-board .client=${this.client} .api=${this.api} .queue=${this.queue} .reading=${this.reading} .typing=${this.typing}
      @taken=${({detail}) => this.#show(detail.conversation, {writing: true})}></console-board>`;
  }

  updated() {
    const {total} = this.reading;
    document.title = total ? t('desk.title.unread', {n: total}) : t(this._page ? `${this._page.area}.title` : 'desk.title');
  }

  get #shown() {
    return this.#panes.visible(this._columns);
  }

  #sees(id) {
    const covered = this._page !== null || (this._narrow && !this.#panes.inFront);
    return document.hasFocus() && !covered && this.#shown.includes(id);
  }

  #pane(id) {
    return html`<console-pane role="region" aria-label=${this.#labelOf(id)} data-conversation=${id} .client=${this.client}
      .api=${this.api} .reading=${this.reading} .typing=${this.typing} .canned=${this.canned} .conversation=${id}
      ?narrow=${this._narrow} ?accepting=${this._accepting.has(id)} ?panel=${this.#panes.panel === id}
      @focusin=${() => this.#use(id)} @accept=${this.#accept} @decline=${this.#decline} @lift=${this.#lift}
      @panel=${() => this.#togglePanel(id)} @past=${({detail}) => this.#ask('past', detail.conversation, detail.title)}
      @block=${({detail}) => this.#ask('block', detail.visitor, this.#nameOf(id))}
      @transfer=${() => this.#ask('transfer', id)} @label=${() => this.#ask('labels', id)}
      @end=${() => this.#askToEnd(id)} @hide=${() => this.#hide(id)} @back=${this.#leave}></console-pane>`;
  }

  #nothingOpen() {
    return html`<div class="nothing">${inbox}<p>${t('desk.nothing')}</p><p>${t('desk.nothing.hint')}</p></div>`;
  }

  #askToEnd(conversation) {
    this.#ask('end', conversation, this.#nameOf(conversation));
  }

  #decline = async ({detail: {conversation}}) => {
    try {
      await this.client.command({type: 'decline', conversation});
    } catch (error) {
      this.#complain(error);
    }
  };

  #handed({conversation, name}) {
    this.#away.set(conversation, false);
    this.#toast(t('transfer.done', {name}), 'success');
    this.#lookBack();
  }

  /** What was handed over and nobody took is ours again: first it leaves, then it comes back. */
  #lookBack() {
    const {store} = this.client;
    this.#away.forEach((left, id) => {
      const now = standing(store.conversations.get(id), store.self);
      if (now === 'mine' && left) {
        this.#away.delete(id);
        this.#toast(t('transfer.returned', {name: this.#nameOf(id)}), 'info');
      } else if (now === 'taken' || now === 'closed') {
        this.#away.delete(id);
      } else if (now !== 'mine') {
        this.#away.set(id, true);
      }
    });
  }

  #lift = async ({detail: {visitor}}) => {
    try {
      await this.api.remove(`/visitors/${visitor}/block`);
      this.#refreshVisitors();
    } catch (error) {
      this.#complain(error);
    }
  };

  #refreshVisitors() {
    this.renderRoot.querySelectorAll('console-pane').forEach((pane) => pane.refreshVisitor());
  }

  #togglePanel(id) {
    this.#panes.togglePanel(id);
    this.requestUpdate();
  }

  #ask(dialog, ...about) {
    this.#dialogs.show(dialog, ...about);
  }

  get #dialogs() {
    return this.renderRoot.querySelector('console-dialogs');
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
    if (this._page !== null) {
      this.#leavePage(() => this.#show(id, wish));
      return;
    }
    if (this._narrow && !this.#panes.inFront) {
      history.pushState({parley: 'pane'}, '');
    }
    this.#panes.open(id);
    this.requestUpdate();
    await this.updateComplete;
    this.#paneOf(id)?.takeFocus(wish);
  }

  #paneOf(id) {
    return this.renderRoot.querySelector(`console-pane[data-conversation="${CSS.escape(id)}"]`);
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
      focusInLists(this.renderRoot);
    }
  }

  // There is no step to take back when the window only became narrow later
  #leave() {
    if (history.state?.parley === 'pane') {
      history.back();
    } else {
      this.#back();
    }
  }

  async #back() {
    if (this._page !== null || !this.#panes.inFront) {
      return;
    }
    const {active} = this.#panes;
    this.#panes.back();
    this.requestUpdate();
    await this.updateComplete;
    focusInLists(this.renderRoot, active);
  }

  #press(event) {
    const action = actionOf(event);
    if (!action || this._page !== null || this.#dialogs.open) {
      return;
    }
    event.preventDefault();
    const {active} = this.#panes;
    const mine = standing(this.client.store.conversations.get(active), this.client.store.self) === 'mine';
    const actions = {
      next: () => stepToArea(this.renderRoot, 1),
      previous: () => stepToArea(this.renderRoot, -1),
      accept: () => this.#acceptFirst(),
      decline: () => this.#declineFirst(),
      transfer: () => mine && this.#ask('transfer', active),
      unread: () => this.#showUnread(),
      end: () => mine && this.#askToEnd(active),
      hide: () => active && this.#hide(active),
      visitor: () => active && this.#togglePanel(active),
      label: () => mine && this.#ask('labels', active),
      note: () => active && this.#paneOf(active)?.switchNote(),
      help: () => this.#ask('help'),
    };
    actions[action]();
  }

  #acceptFirst() {
    const {store} = this.client;
    const [first] = [...offered(store), ...waiting(store)];
    if (first) {
      this.#accept({detail: {conversation: first.id}});
    }
  }

  #declineFirst() {
    const [first] = offered(this.client.store);
    if (first) {
      this.#decline({detail: {conversation: first.id}});
    }
  }

  #showUnread() {
    const next = own(this.client.store).find((conversation) => this.reading.unread(conversation) > 0);
    if (next) {
      this.#show(next.id);
    }
  }

  /** After (re)connecting: panes of conversations that are not ours to see any more make way. */
  #settle() {
    if (this.client.state === 'live' && !this.#ready) {
      this.#ready = true;
      this.#panes.prune((id) => this.client.store.conversations.has(id));
    }
  }

  #dismissed({code, reconnect}) {
    if (reconnect) {
      return;
    }
    if (code === 4401) {
      this.session.end(this.#ready ? 'expired' : 'refused');
    } else if (code === 4403) {
      this.session.end('forbidden');
    }
  }

  #nameOf(id) {
    return visitorName(this.client.store.conversations.get(id));
  }

  /** Two conversations of one visitor are two regions, and have to be told apart. */
  #labelOf(id) {
    const {summary} = this.client.store.conversations.get(id) ?? {};
    return [this.#nameOf(id), summary?.department?.name, summary?.status === 'closed' && t('pane.state.closed')]
      .filter(Boolean)
      .join(', ');
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

customElements.define('console-desk', ConsoleDesk);
