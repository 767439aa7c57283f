import {html, nothing} from '../lib/lit-html/lit-html.js';
import * as CloseCode from '../client/line/close-code.js';
import {isSpoken} from '../client/log-lines.js';
import {mergedWith} from '../client/store.js';
import {composes, keepDraft, moveDraft} from '../client/writing.js';
import {currentConversation, entrance, isOpen, otherConversations} from './conversation-view.js';
import './composer.js';
import {afterwards, header, leaveForm, sure} from './edges.js';
import './message-log.js';
import {Part, failureKey, textView} from './parts.js';
import {Reading} from './reading.js';
import {queueText, staffing, waitsForNobody} from './words.js';

/**
 * @import {ChatClient} from '../client/chat-client.js'
 * @import {Conversation} from '../client/types.js'
 * @import {PartWith} from './parts.js'
 *
 * @typedef {object} Properties
 * @property {import('../i18n/i18n.js').Translate} t
 * @property {import('./host.js').Host} host
 * @property {string} site
 * @property {string} [department] the key of the one that the page wants
 * @property {ChatClient} [client] while the site lets nobody in there is none
 * @property {string} [chosen] the conversation that is shown, of several
 * @property {boolean} refused whether the site lets nobody in
 * @property {number | false} ended the code by which the line has ended for good
 * @property {boolean} broken
 * @property {boolean} slow
 * @property {boolean} lonely whether nobody has come for long
 * @property {boolean} ending whether the visitor is asked before a conversation ends
 * @property {boolean} again whether the visitor pressed while it was busy
 * @property {string} problem
 * @property {string} said what is read out
 */

/** Milliseconds until a network is called slow, and a broken line is mentioned. */
const SLOW = 4000;
const BLINK = 1000;

/** Milliseconds between two words about the place in the queue: it may move at every second. */
const CALM = 30_000;

/** The visitor's window: the welcome with the first message, then the conversation. */
export class ChatWindow extends /** @type {PartWith<Properties>} */ (Part) {
  /** @type {Set<string>} */
  #left = new Set();
  /** @type {import('./visit.js').Visit | undefined} */
  #visit;
  /** @type {Promise<typeof import('./visit.js')> | null} */
  #watching;
  /** @type {Reading} */
  #reading;
  #synced = false;
  #begun = false;
  #reply = '';
  #hadSomebody = false;
  #running;
  /** @type {Conversation | undefined} */
  #talking;
  #seeking = false;
  /** @type {Record<string, ReturnType<typeof setTimeout> | null>} by the property that each will set */
  #timers = {};

  connectedCallback() {
    super.connectedCallback();
    this.host.addEventListener('opened', ({detail}) => this.#opened(detail.focus));
    document.addEventListener('visibilitychange', () => this.#markRead());
    addEventListener('focus', () => this.#markRead());
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !composes(event)) {
        this.ending ? this.#ask(false) : this.host.tell('close');
      }
    });
    this.#later('slow', SLOW);
  }

  /** @param {ChatClient} client */
  listen(client) {
    this.client = client;
    this.#reading = new Reading(client, this.host);
    client.addEventListener('invitation', () => this.#watch());
    this.host.addEventListener('page', () => this.#watch());
    this.host.page && this.#watch();
    client.addEventListener('change', () => this.update());
    client.addEventListener('state', ({detail}) => this.#stateChanged(detail.state));
    client.addEventListener('typing', ({detail}) => this.#log?.typing(detail));
    client.addEventListener('presence', () => this.#presenceChanged());
    client.addEventListener('entry', ({detail}) => this.#entered(detail));
    client.addEventListener('bye', ({detail}) => {
      this.update({ended: this.ended || (!detail.reconnect && detail.code)});
    });
  }

  /** Few visitors are watched or invited before they write: what that needs comes with the first page or invitation. */
  async #watch() {
    // @ts-ignore An address may be a URL
    this.#watching ??= import(new URL('../widget/visit.js', import.meta.url)).catch(() => null);
    const module = await this.#watching;
    if (!module) {
      this.#watching = null; // The next one asks again
    } else if (!this.#visit) {
      this.#visit = new module.Visit(this.client, this.host, this.t, () => this.update());
      new IntersectionObserver((seen) => this.#visit.seen(seen.at(-1).isIntersecting)).observe(this);
    }
  }

  get #conversation() {
    return this.client && currentConversation(this.client.store, this.#left, this.chosen);
  }

  /** The conversation, after those that were merged into it. */
  get #all() {
    const conversation = this.#conversation;
    return conversation ? mergedWith(this.client.store, conversation) : [];
  }

  get #others() {
    return this.client ? otherConversations(this.client.store, this.#conversation) : [];
  }

  get #log() {
    return this.querySelector('parley-log');
  }

  get #startDraft() {
    return `parley:${this.site}:start`;
  }

  get #starting() {
    return this.client?.starting?.state === 'sending';
  }

  render() {
    const conversation = this.#conversation;
    // One landmark with a name: the page around has its own
    return html`<main aria-label=${this.t('title')}>${header(this.t, conversation, this.#entrance, {
      end: () => this.#ask(true),
      close: this.host.embedded && (() => this.host.tell('close')),
    })} ${this.#banner()}
      <p class="unseen" role="status">${this.said}</p>
      ${conversation ? this.#talk(conversation) : this.#welcome()}</main>`;
  }

  /** Where a conversation would begin, as far as we know. */
  get #entrance() {
    return this.client && entrance(this.client.store, this.department);
  }

  #banner() {
    const text = this.ended === CloseCode.FORBIDDEN ? 'failed.forbidden' : this.ended ? 'line.ended' : this.broken ? 'line.broken' : '';
    return html`<div class="banner" role="status">${text ? html`<p>${this.t(text)}
      ${this.ended ? html`<button class="link" @click=${() => location.reload()}>${this.t('reload')}</button>` : nothing}</p>` : nothing}</div>`;
  }

  #welcome() {
    const words = this.refused ? 'refused' : this.#offline ? 'offline' : 'hello';
    const state = staffing(this.#entrance);
    const hint = words !== 'hello' ? `${words}.hint` : state && (state === 'busy' ? state : `hello.${state}`);
    const ready = (this.#synced || this.#starting) && !this.#visit?.answering;
    return html`<div class="welcome">
      ${this.#visit?.question ? this.#invitation() : html`<h2>${this.t(words)}</h2>
      <p role="status">${hint ? this.t(hint) : nothing}</p>`}
      ${this.refused ? nothing : ready ? this.#firstMessage() : this.#waiting()}
    </div>`;
  }

  #invitation() {
    return this.#visit?.view(html, textView);
  }

  /** Nobody was there when the visitor wanted to start, or would be; who invites is. */
  get #offline() {
    const {error, offline} = this.client?.starting ?? {};
    const closed = !this.#starting && this.#entrance?.letsStart === false;
    return (error?.code === 'unreachable' || Boolean(offline) || closed) && !this.#visit?.question;
  }

  #waiting() {
    return html`<p class="wait" role="status"><i class="spinner"></i>
      ${this.t(this.slow ? 'slow.open' : 'open')}</p>`;
  }

  #firstMessage() {
    const failed = this.#failure;
    return html`<parley-composer .starting=${true} .offline=${this.#offline} .t=${this.t}
        .limit=${this.client.limits.text} .draft=${this.#startDraft} .busy=${this.#starting}
        @write=${this.#start} @again=${() => this.update({again: true})}></parley-composer>
      <p class="note" role="status">${this.#starting && this.again ? this.t('again.start') : nothing}
        ${this.#starting && (this.slow || this.client.state !== 'live') ? this.t('slow.start') : nothing}
        ${failed ? this.t(failureKey(failed, 'failed.start')) : nothing}</p>`;
  }

  /** The form that is shown says enough about `unreachable`. */
  get #failure() {
    const {error} = this.client.starting ?? {};
    return error?.code === 'unreachable' ? undefined : error;
  }

  #talk(conversation) {
    const {summary} = conversation;
    this.#carryDraft(conversation);
    return html`<div class="talk">
      ${this.#others.map((one) => html`<p class="note"><button class="link" @click=${() => this.update({chosen: one.id})}>${this.t(
        'other', {name: one.summary.department.name})}${this.#reading.unreadIn(one) ? ` · ${this.t('new')}` : ''}</button></p>`)}
      <parley-log .t=${this.t} .self=${this.client.store.self} .conversations=${this.#all}
        @older=${() => this.#all.forEach((one) => this.client.older(one.id).catch(() => {}))} @reading=${this.#markRead}
        @retry=${({detail}) => this.client.retry(detail).catch(() => {})}
        @discard=${({detail}) => this.client.discard(detail)}></parley-log>
      ${summary.status === 'queued' ? html`<p class="queue">${queueText(this.t, this.client.store, conversation)}</p>` : nothing}
      ${this.lonely ? leaveForm(this.t, (form) => this.#leaveMessage(form)) : nothing}
      ${this.#invitation()}
      ${this.problem ? html`<p class="note" role="alert">${this.problem}</p>` : nothing}
      ${this.#foot(conversation)}
    </div>`;
  }

  /** What was being written goes on where the conversation does. */
  #carryDraft(conversation) {
    const from = this.#talking;
    if (from?.summary.mergedInto === conversation.id) {
      moveDraft(this.#draft(from), this.#draft(conversation));
    }
    this.#talking = conversation;
  }

  #draft({id}) {
    return `parley:${this.site}:${id}`;
  }

  #foot(conversation) {
    const {id} = conversation;
    if (!isOpen(conversation)) {
      // Whose line is ended has one way on, and the banner shows it
      return this.ended ? nothing : afterwards(this.t, {reopen: () => this.#command('reopen', id), again: () => this.#leave(id)});
    }
    if (this.ending) {
      return sure(this.t, {no: () => this.#ask(false), yes: () => this.#command('close', id)});
    }
    return html`<parley-composer .t=${this.t} .limit=${this.client.limits.text} .draft=${this.#draft(conversation)}
      @write=${(event) => this.#send(id, event)}
      @typing=${({detail}) => this.client.typing(id, detail)}></parley-composer>`;
  }

  #leaveMessage(form) {
    this.client.start({offline: true, form}).catch(() => this.update({problem: this.t('failed')}));
  }

  /** Offers the form in time, and takes it back when somebody comes. */
  #beLonely(conversation) {
    const {patience} = this.client?.limits ?? {};
    if (patience && conversation && waitsForNobody(this.client.store, conversation)) {
      this.#later('lonely', patience * 1000);
    } else if (this.#timers.lonely) {
      this.#calmDown('lonely');
    }
  }

  updated() {
    const conversation = this.#conversation;
    const running = Boolean(conversation && isOpen(conversation));
    /** @type {NodeListOf<Part>} */ (this.querySelectorAll('parley-log, parley-composer')).forEach((part) => part.update());
    this.#seeking && this.#focusComposer();
    this.#beLonely(conversation);
    if (this.#synced && running !== this.#running) {
      this.#running = running;
      this.host.tell('conversation', {running});
      if (running) {
        this.#reply && this.client.send(conversation.id, this.#reply).catch(() => {});
        keepDraft(this.#startDraft, ''); // It may have started after a reload
        this.#calmDown('slow');
        if (this.#begun || this.#visit?.answering) {
          this.#begun = false;
          this.#visit?.answered();
          this.#focusComposer();
        }
      }
    }
    if (!this.#visit?.answering) {
      this.#reply = '';
    }
    this.#countUnread();
    this.#say(
      this.#visit?.question?.text ?? (conversation?.summary.status === 'queued' ? queueText(this.t, this.client.store, conversation) : ''),
    );
  }

  /** Has it read out, later when something was lately. */
  #say(text) {
    if (text !== (this.said ?? '') && !this.#timers.said) {
      this.#timers.said = setTimeout(() => {
        this.#timers.said = null;
        this.update();
      }, CALM);
      this.update({said: text});
    }
  }

  /** The composer stays busy until the conversation is here. */
  async #start({target, detail: text}) {
    if (this.#visit?.question) {
      this.#visit.move('answered');
      this.#reply = text; // Once there is a conversation
      return;
    }
    this.update({again: false});
    this.#begun = true;
    this.#calmDown('slow');
    this.#later('slow', SLOW);
    try {
      const {locale: language} = Intl.DateTimeFormat().resolvedOptions();
      const {department} = this;
      await this.client.start({text, language, department, ...(target.offline && {offline: true, form: target.form})});
    } catch (error) {
      if (this.department && error.code === 'not-found') {
        console.error(`data-department: ${error.message}`);
        this.department = undefined; // The visitor may write all the same
        return this.#start({target, detail: text});
      }
      this.#begun = false;
      await this.update();
      target.focus(); // The note below says why, or the form
    }
  }

  #send(id, {target, detail: text}) {
    this.update({problem: ''});
    this.#visit?.wrote();
    this.client.send(id, text).catch(() => {
      // The log shows it
    });
    target.clear();
  }

  #leave(id) {
    this.#left.add(id);
    this.#log?.silence();
    // What was being written when it ended goes on in the next one
    moveDraft(this.#draft({id}), this.#startDraft);
    this.update().then(() => this.#focusComposer());
  }

  #markRead() {
    this.#reading?.mark(this.#all) && this.#countUnread();
  }

  #countUnread() {
    this.#reading?.count([...this.#all, ...this.#others]);
  }

  async #ask(ending) {
    await this.update({ending});
    /** @type {HTMLElement} */ (this.querySelector(ending ? '.foot-bar button' : 'header button')).focus();
  }

  async #command(type, conversation) {
    this.#begun = type === 'reopen';
    this.update({ending: false, problem: ''});
    try {
      await this.client.command({type, conversation});
      /** @type {HTMLElement} */ (this.querySelector('.foot-bar button'))?.focus();
    } catch (error) {
      this.update({problem: this.t(error.code === 'forbidden' ? 'failed.forbidden' : `${type}.failed`)});
    }
  }

  /** Somebody has come: then nobody need leave a message. */
  #presenceChanged() {
    const {id, error} = this.client.starting ?? {};
    const {accepting} = this.#entrance ?? {};
    if (accepting && !this.#hadSomebody && error?.code === 'unreachable') {
      this.client.discard(id);
    }
    this.#hadSomebody = accepting;
  }

  #stateChanged(state) {
    if (state === 'live') {
      this.#calmDown('broken');
      this.#calmDown('slow');
      this.#synced = true;
      this.ended = false;
    } else {
      this.#log?.silence();
      if (this.#synced) {
        this.#later('broken', BLINK);
      }
    }
    this.host.tell('connection', {detail: {state}});
    this.update();
  }

  #entered({entry, live}) {
    this.#log?.silence(entry.author?.id);
    if (live && isSpoken(entry) && entry.author?.id !== this.client.store.self?.id) {
      this.host.tell('message', {detail: {conversation: entry.conversation, author: entry.author?.name}});
    }
  }

  #opened(focus) {
    // No keyboard over half of a phone's screen
    if (focus && matchMedia('(pointer: fine)').matches) {
      this.#focusComposer();
    }
    this.update();
  }

  /** As soon as there is one, unless the visitor has turned to something else meanwhile. */
  async #focusComposer() {
    const composer = this.querySelector('parley-composer');
    /** @type {HTMLElement} */
    const waiting = this.querySelector('header button');
    if (!this.#seeking || /** @type {Element[]} */ ([document.body, waiting]).includes(document.activeElement)) {
      await composer?.update();
      (composer ?? waiting)?.focus();
    }
    this.#seeking = !composer;
  }

  #later(property, ms) {
    this.#timers[property] ??= setTimeout(() => {
      this.update({[property]: true});
    }, ms);
  }

  #calmDown(property) {
    clearTimeout(this.#timers[property]);
    this.#timers[property] = null;
    this.update({[property]: false});
  }
}

customElements.define('parley-window', ChatWindow);
