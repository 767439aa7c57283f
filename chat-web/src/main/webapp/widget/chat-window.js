import {html, nothing} from '../lib/lit-html/lit-html.js';
import {countUnread, currentConversation, isOpen, newestOfOthers} from './conversation-view.js';
import {Part, iconButton, icons, keepDraft} from './parts.js';

/** Milliseconds until a network is called slow, and a broken line is mentioned. */
const SLOW = 4000;
const BLINK = 1500;

/** The visitor's window: the welcome with the first message, then the conversation. */
class ChatWindow extends Part {
  #left = new Set();
  #place = null;
  #read = 0;
  #unread = 0;
  #synced = false;
  #begun = false;
  #running;
  #timers = {};

  connectedCallback() {
    super.connectedCallback();
    this.host.addEventListener('opened', ({detail}) => this.#opened(detail.focus));
    document.addEventListener('visibilitychange', () => this.#markRead());
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.ending ? this.#ask(false) : this.host.tell('close');
      }
    });
    this.#later('slow', SLOW);
  }

  listen(client) {
    this.client = client;
    client.addEventListener('change', () => this.update());
    client.addEventListener('state', ({detail}) => this.#stateChanged(detail.state));
    client.addEventListener('typing', ({detail}) => this.#log?.typing(detail));
    client.addEventListener('queue', ({detail}) => {
      this.#place = detail;
      this.update();
    });
    client.addEventListener('entry', ({detail}) => this.#entered(detail));
    client.addEventListener('bye', ({detail}) => {
      this.update({ended: this.ended || !detail.reconnect});
    });
  }

  get #conversation() {
    return this.client && currentConversation(this.client.store, this.#left);
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
    return html`<main aria-label=${this.t('title')}>${this.#header(conversation)} ${this.#banner()}
      ${conversation ? this.#talk(conversation) : this.#welcome()}</main>`;
  }

  #header(conversation) {
    const name = conversation?.summary.owner?.name;
    return html`<header>
      <span class="face" aria-hidden="true">${name ? Array.from(name)[0] : html`<i></i>`}</span>
      <div class="title">
        <h1><bdi>${name ?? this.t('title')}</bdi></h1>
        ${conversation ? html`<p>${this.t(`status.${conversation.summary.status}`)}</p>` : nothing}
      </div>
      ${conversation && isOpen(conversation)
        ? iconButton(icons.end, this.t('end'), () => this.#ask(true))
        : nothing}
      ${this.host.embedded
        ? iconButton(icons.minimise, this.t('minimise'), () => this.host.tell('close'))
        : nothing}
    </header>`;
  }

  #banner() {
    const text = this.ended ? 'line.ended' : this.broken ? 'line.broken' : '';
    return html`<div class="banner" role="status">${text ? html`<p>${this.t(text)}
      ${this.ended ? html`<button class="link" @click=${() => location.reload()}>${this.t('reload')}</button>` : nothing}</p>` : nothing}</div>`;
  }

  #welcome() {
    const words = this.refused ? 'refused' : 'hello';
    return html`<div class="welcome">
      <h2>${this.t(words)}</h2>
      <p>${this.t(`${words}.hint`)}</p>
      ${this.refused ? nothing : this.#synced || this.#starting ? this.#firstMessage() : this.#waiting()}
    </div>`;
  }

  #waiting() {
    return html`<p class="wait" role="status"><i class="spinner"></i>
      ${this.t(this.slow ? 'slow.open' : 'open')}</p>`;
  }

  #firstMessage() {
    const failed = this.client.starting?.error;
    return html`<parley-composer .starting=${true} .t=${this.t} .limit=${this.client.limits.text} .draft=${this.#startDraft}
        .busy=${this.#starting} @write=${this.#start} @again=${() => this.update({again: true})}></parley-composer>
      <p class="note" role="status">${this.#starting && this.again ? this.t('again.start') : nothing}
        ${this.#starting && (this.slow || this.client.state !== 'live') ? this.t('slow.start') : nothing}
        ${failed ? this.t('failed.start', {reason: failed.message ?? failed.code}) : nothing}</p>`;
  }

  #talk(conversation) {
    const {id, summary} = conversation;
    return html`<div class="talk">
      <parley-log .t=${this.t} .self=${this.client.store.self} .conversation=${conversation}
        @older=${() => this.client.older(id).catch(() => {})} @reading=${this.#markRead}
        @retry=${({detail}) => this.client.retry(detail).catch(() => {})}
        @discard=${({detail}) => this.client.discard(detail)}></parley-log>
      ${summary.status === 'queued' ? html`<p class="queue" role="status">${this.#queue(id)}</p>` : nothing}
      ${this.problem ? html`<p class="note" role="alert">${this.problem}</p>` : nothing}
      ${this.#foot(conversation)}
    </div>`;
  }

  #foot(conversation) {
    const {id} = conversation;
    if (!isOpen(conversation)) {
      return html`<div class="foot-bar"><p>${this.t('over.hint')}</p>
        <button class="primary" @click=${() => this.#leave(id)}>${this.t('again')}</button></div>`;
    }
    if (this.ending) {
      // No dialog: one click takes it back
      return html`<section class="foot-bar" role="alertdialog" aria-label=${this.t('end')} aria-describedby="sure">
        <p id="sure">${this.t('end.sure')}</p>
        <button @click=${() => this.#ask(false)}>${this.t('cancel')}</button>
        <button class="danger" @click=${() => this.#end(id)}>${this.t('end')}</button></section>`;
    }
    return html`<parley-composer .t=${this.t} .limit=${this.client.limits.text} .draft=${`parley:${this.site}:${id}`}
      @write=${(event) => this.#send(id, event)}
      @typing=${({detail}) => this.client.typing(id, detail)}></parley-composer>`;
  }

  #queue(id) {
    const {conversation, position, waiting} = this.#place ?? {};
    if (conversation !== id) {
      return this.t('queue');
    }
    const minutes = Math.max(1, Math.round(waiting / 60));
    return this.t('queue.place', {n: position}) + (waiting ? ` ${this.t('queue.wait', {n: minutes})}` : '');
  }

  updated() {
    const conversation = this.#conversation;
    const running = Boolean(conversation && isOpen(conversation));
    this.querySelectorAll('parley-log, parley-composer').forEach((part) => part.update());
    if (this.#synced && running !== this.#running) {
      this.#running = running;
      this.host.tell('conversation', {running});
      if (running) {
        keepDraft(this.#startDraft, ''); // It may have started after a reload
        this.#calmDown('slow');
        if (this.#begun) {
          this.#begun = false;
          this.#focusComposer();
        }
      }
    }
    this.#countUnread(conversation);
  }

  /** The composer stays busy until the conversation is here. */
  async #start({target, detail: text}) {
    this.update({again: false});
    this.#begun = true;
    this.#calmDown('slow');
    this.#later('slow', SLOW);
    try {
      await this.client.start({text});
    } catch {
      this.#begun = false;
      target.focus(); // The note below says why
    }
  }

  #send(id, {target, detail: text}) {
    this.update({problem: ''});
    this.client.send(id, text).catch(() => {
      // The log shows it
    });
    target.clear();
  }

  #leave(id) {
    this.#left.add(id);
    this.#log?.silence();
    this.#focusComposer();
  }

  async #ask(ending) {
    await this.update({ending});
    this.querySelector(ending ? '.foot-bar button' : 'header button').focus();
  }

  async #end(conversation) {
    this.update({ending: false, problem: ''});
    try {
      await this.client.command({type: 'close', conversation});
      this.querySelector('.foot-bar button')?.focus();
    } catch {
      this.update({problem: this.t('end.failed')});
    }
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
    if (live && entry.kind === 'message' && entry.author?.id !== this.client.store.self?.id) {
      this.host.tell('message', {detail: {conversation: entry.conversation, author: entry.author?.name}});
    }
  }

  #markRead() {
    const conversation = this.#conversation;
    const newest = conversation && newestOfOthers(conversation, this.client.store.self);
    if (newest && this.host.opened && document.visibilityState === 'visible') {
      this.#read = Math.max(this.#read, newest);
      this.client.read(conversation.id, newest);
      this.#countUnread(conversation);
    }
  }

  #countUnread(conversation) {
    const count = conversation ? countUnread(conversation, this.client.store.self, this.#read) : 0;
    if (count !== this.#unread) {
      this.#unread = count;
      this.host.tell('unread', {count});
    }
  }

  #opened(focus) {
    // No keyboard over half of a phone's screen
    if (focus && matchMedia('(pointer: fine)').matches) {
      this.#focusComposer();
    } else {
      this.update();
    }
  }

  async #focusComposer() {
    await this.update();
    (this.querySelector('parley-composer') ?? this.querySelector('header button'))?.focus();
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
