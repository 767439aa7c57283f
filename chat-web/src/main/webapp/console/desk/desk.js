import {LitElement, html, nothing} from '../../lib/lit-element/lit-element.js';
import {repeat} from '../../lib/lit/directives/repeat.js';
import {ChatClient} from '../../client/chat-client.js';
import * as CloseCode from '../../client/line/close-code.js';
import {TabWishes} from '../../client/line/tab-wishes.js';
import '../../ui/button.js';
import '../../ui/toast.js';
import {Alerts} from './alerts.js';
import {Api} from '../base/api.js';
import {CannedReplies} from '../model/canned-replies.js';
import './connection-banner.js';
import './console-nav.js';
import '../lists/conversation-list.js';
import {DeskCommands} from './desk-commands.js';
import '../dialogs/desk-dialogs.js';
import {pressKey} from './desk-keys.js';
import {offered, oversees, own, waiting} from '../model/desk-model.js';
import {DeskNews} from './desk-news.js';
import {deskStyles} from './desk-styles.js';
import {Following} from '../base/following.js';
import {guarded} from '../base/guard.js';
import {base as contextRoot} from '../base/http.js';
import {inbox, mark} from '../looks/icons.js';
import {KeptPasts} from '../model/kept-pasts.js';
import {LiveVisitors} from '../visitors/live-visitors.js';
import './menu.js';
import '../lists/offer-list.js';
import {PageBeside} from './page-beside.js';
import {addressOf} from '../base/pages.js';
import {PaneSwitch} from './pane-switch.js';
import '../pane/pane.js';
import '../lists/queue-list.js';
import {QueueWatch} from '../model/queue-watch.js';
import {Reading} from '../model/reading.js';
import './status-switch.js';
import {t} from '../base/texts.js';
import {TypingWatch} from '../model/typing-watch.js';
import {visitorName} from '../looks/visitor-name.js';

/**
 * @import {ConsolePane} from '../pane/pane.js'
 * @import {ConsoleVisitors} from '../visitors/visitors.js'
 * @import {Page} from './page-beside.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {import('../base/session.js').Session} session
 */

/** The operator's desk: who waits, whom I talk to, and several conversations side by side. */
export class ConsoleDesk extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {session: {attribute: false}};

  static styles = deskStyles;

  #page = new PageBeside(this);
  #panes = new PaneSwitch(this, this.#page);
  /** @param {KeyboardEvent} event */
  #pressed = (event) => this.#press(event);
  #ready = false;

  constructor() {
    super();
    new Following(this, () => this.client, ['change', 'state', 'bye']);
    new Following(this, () => this.reading, ['change']);
  }

  connectedCallback() {
    this.#connect();
    super.connectedCallback();
    addEventListener('keydown', this.#pressed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#pressed);
    this.client.close();
  }

  #connect() {
    this.client = new ChatClient({
      base: contextRoot,
      name: 'console/1.0',
      token: (stale) => this.session.token(stale),
      storageKey: `operator-${this.session.claims.sub}`,
      wishes: new TabWishes(),
    });
    this.pasts = new KeptPasts(this.client.store, this.session.claims.sub);
    this.pasts.recall();
    this.reading = new Reading(this.client);
    this.typing = new TypingWatch(this.client);
    this.queue = new QueueWatch(this.client);
    this.visitors = new LiveVisitors(this.client);
    this.api = new Api(this.session);
    this.canned = new CannedReplies(() => this.api.get('/canned-replies'));
    this.commands = new DeskCommands(this.client, this.api, {
      say: (text, tone) => this.#toast(text, tone),
      show: (id, wish) => this.#panes.show(id, wish),
      changed: () => this.requestUpdate(),
      visitor: () => this.#refreshVisitors(),
    });
    new DeskNews(this.client, (text) => this.#toast(text, 'info'));
    new Alerts(this.client, this.queue, {sees: (id) => this.#panes.sees(id), open: (id) => this.#panes.show(id)});
    this.client.addEventListener('state', () => this.#settle());
    this.client.addEventListener('status', ({detail}) => this.#forced(detail));
    this.client.addEventListener('bye', ({detail}) => this.#dismissed(detail));
    this.client.open();
  }

  render() {
    const {store} = this.client;
    const name = store.self?.name ?? this.session.claims.name ?? this.session.claims.sub;
    const {accepting} = this.commands;
    const {narrow, shown, inFront} = this.#panes;
    const current = narrow && !inFront ? null : this.#panes.active;
    return html`
      <header>
        <h1>${mark}<span>${t('desk.heading')}</span></h1>
        <console-status .client=${this.client} @problem=${({detail}) => this.commands.complain(detail.error)}></console-status>
        <console-menu .name=${name}
          @help=${() => this.#ask('help')} @logout=${this.#signOut}></console-menu>
      </header>
      <console-nav current=${this.#page.current?.area ?? 'desk'} ?oversees=${oversees(store.self)}
        ?administers=${store.self?.roles?.includes('chat-admin')} .waiting=${waiting(store).length + offered(store).length}
        .unread=${this.reading.total}></console-nav>
      <connection-banner .client=${this.client}></connection-banner>
      ${this.#beside()}
      <main class="desk ${narrow ? 'narrow' : ''}" ?hidden=${this.#page.current !== null}>
        <nav aria-label=${t('desk.lists')} ?hidden=${inFront}>
          <console-offers .client=${this.client} .current=${current} .accepting=${accepting} @open=${this.#open}
            @accept=${this.#accept} @decline=${this.#decline}></console-offers>
          <console-queue .client=${this.client} .current=${current} .accepting=${accepting} .watch=${this.queue}
            @open=${this.#open} @accept=${this.#accept}></console-queue>
          <console-conversations .client=${this.client} .reading=${this.reading} .typing=${this.typing} .shown=${shown}
            .current=${current} ?ready=${this.#ready} @open=${this.#open}></console-conversations>
        </nav>
        <div class="panes" ?hidden=${narrow && !inFront}>
          ${shown.length ? repeat(shown, (id) => id, (id) => guarded(() => this.#pane(id))) : this.#nothingOpen()}
        </div>
      </main>
      <console-dialogs .client=${this.client} .api=${this.api} @end=${({detail}) => this.commands.end(detail.conversation)}
        @transferred=${({detail}) => this.commands.handedOver(detail)} @merged=${({detail}) => this.#merged(detail)}
        @reopen=${({detail}) => this.commands.reopen(detail.conversation, detail.owner)} @visitor=${this.#refreshVisitors}
        @signout=${({detail}) => this.#leave(detail.how)}></console-dialogs>
      <parley-toast dismiss=${t('dismiss')}></parley-toast>
    `;
  }

  #beside() {
    const page = this.#page.current;
    return page === null
      ? nothing
      : html`<main class="page">${this.#pageOf(page)}</main>`;
  }

  /** @param {Page} page */
  #pageOf({area, parts}) {
    if (this.#page.code === 'loading') {
      return html`<p role="status">${t('desk.loading')}</p>`;
    }
    if (this.#page.code === 'missing') {
      return html`<p role="alert">${t('page.missing')}</p>
        <parley-button @click=${() => location.reload()}>${t('page.reload')}</parley-button>`;
    }
    switch (area) {
      case 'blocks':
        return html`<console-blocks .api=${this.api}></console-blocks>`;
      case 'board':
        return this.#board();
      case 'visitors':
        return this.#visitors(parts);
      default:
        return this.#admin(parts);
    }
  }

  #admin(parts) {
    return html`<console-admin .api=${this.api} .parts=${parts}
      @news=${({detail}) => this.renderRoot.querySelector('parley-toast').show(detail)}></console-admin>`;
  }

  #board() {
    return html`<console-board .client=${this.client} .api=${this.api} .queue=${this.queue} .reading=${this.reading} .typing=${this.typing}
      @taken=${({detail}) => this.#panes.show(detail.conversation, {writing: true})}></console-board>`;
  }

  /** @param {string[]} parts of the address */
  #visitors([site]) {
    return html`<console-visitors .client=${this.client} .api=${this.api} .queue=${this.queue} .visitors=${this.visitors} .canned=${this.canned}
      .site=${site} @show=${({detail}) => this.#panes.show(detail.conversation, {writing: true})}
      @past=${({detail}) => this.#ask('past', detail.past, detail.title)} @lift=${({detail}) => this.commands.lift(detail.visitor)}
      @block=${({detail}) => this.#ask('block', detail.visitor, detail.name)}></console-visitors>`;
  }

  updated() {
    this.#ready && this.pasts.keep(this.#panes.open);
    const {total} = this.reading;
    const page = this.#page.current;
    document.title = total ? t('desk.title.unread', {n: total}) : t(page ? `${page.area}.title` : 'desk.title');
  }

  #pane(id) {
    return html`<console-pane role="region" aria-label=${this.#labelOf(id)} data-conversation=${id} .client=${this.client}
      .api=${this.api} .reading=${this.reading} .typing=${this.typing} .canned=${this.canned} .conversation=${id}
      ?narrow=${this.#panes.narrow} ?accepting=${this.commands.accepting.has(id)} ?panel=${this.#panes.panel === id}
      @focusin=${() => this.#panes.use(id)} @accept=${this.#accept} @decline=${this.#decline}
      @lift=${({detail}) => this.commands.lift(detail.visitor)}
      @panel=${() => this.#panes.togglePanel(id)} @past=${({detail}) => this.#ask('past', detail.past, detail.title)}
      @merge=${({detail}) => this.#ask('merge', id, detail.from)} @unmerge=${({detail}) => this.commands.unmerge(detail.conversation)}
      @reopen=${() => this.commands.reopen(id)} @lead=${({detail}) => this.#panes.lead(id, detail.into)}
      @block=${({detail}) => this.#ask('block', detail.visitor, this.#nameOf(id))}
      @transfer=${() => this.#ask('transfer', id)} @label=${() => this.#ask('labels', id)}
      @end=${() => this.#askToEnd(id)} @hide=${() => this.#panes.hide(id)} @back=${() => this.#panes.leave()}></console-pane>`;
  }

  #nothingOpen() {
    return html`<div class="nothing">${inbox}<p>${t('desk.nothing')}</p><p>${t('desk.nothing.hint')}</p></div>`;
  }

  #open = ({detail}) => this.#panes.show(detail.conversation);

  #accept = ({detail}) => this.commands.accept(detail.conversation);

  #decline = ({detail}) => this.commands.decline(detail.conversation);

  // Who leaves says what becomes of those they talk with
  #signOut = () => {
    const {length} = own(this.client.store);
    length ? this.#ask('signout', length) : this.session.end('logout');
  };

  async #leave(how) {
    if (await this.commands.leave(how)) {
      this.session.end('logout');
    }
  }

  #askToEnd(conversation) {
    this.#ask('end', conversation, this.#nameOf(conversation));
  }

  #merged({from, into}) {
    this.commands.merged();
    this.#panes.lead(from, into);
  }

  #refreshVisitors() {
    /** @type {NodeListOf<ConsolePane | ConsoleVisitors>} */
    const shown = this.renderRoot.querySelectorAll('console-pane, console-visitors');
    shown.forEach((one) => one.refreshVisitor?.()); // The code of a page may still be on its way
  }

  #ask(dialog, ...about) {
    this.#dialogs.show(dialog, ...about);
  }

  get #dialogs() {
    return this.renderRoot.querySelector('console-dialogs');
  }

  #press(event) {
    if (!this.#dialogs.open) {
      pressKey(event, {
        renderRoot: this.renderRoot,
        page: this.#page,
        client: this.client,
        panes: this.#panes,
        commands: this.commands,
        ask: (dialog, ...about) => this.#ask(dialog, ...about),
        askToEnd: (conversation) => this.#askToEnd(conversation),
        showUnread: () => this.#showUnread(),
      });
    }
  }

  #showUnread() {
    const next = own(this.client.store).find((conversation) => this.reading.unread(conversation) > 0);
    if (next) {
      this.#panes.show(next.id);
    }
  }

  /** After (re)connecting: panes of conversations that are not ours to see any more make way. */
  #settle() {
    if (this.client.state === 'live' && !this.#ready) {
      this.#ready = true;
      this.#panes.prune((id) => this.client.store.conversations.has(id));
      this.#leadToTheFirstSite();
    }
  }

  /** Without a site nobody can chat, and only an administrator can make one. */
  async #leadToTheFirstSite() {
    if (this.client.store.self.roles?.includes('chat-admin') && !this.#page.current) {
      const sites = await this.api.get('/sites').catch(() => [nothing]);
      if (!sites.length) {
        location.hash = addressOf('admin', 'sites', '-', 'new');
      }
    }
  }

  #forced({status, by}) {
    this.client.store.self.status = status;
    this.#toast(t('board.forced', {name: by?.name ?? t('operator.unknown'), status: t(`status.${status}`)}), 'info');
  }

  #dismissed({code, reconnect}) {
    if (reconnect) {
      return;
    }
    if (code === CloseCode.TOKEN) {
      this.session.end(this.#ready ? 'expired' : 'refused');
    } else if (code === CloseCode.FORBIDDEN) {
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

  #toast(text, tone) {
    this.renderRoot.querySelector('parley-toast').show({text, tone});
  }
}

customElements.define('console-desk', ConsoleDesk);
