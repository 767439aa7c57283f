/**
 * @import {ChatClient} from '../client/chat-client.js'
 * @import {Invitation, InvitationState} from '../client/frames.js'
 * @import {Translate} from '../i18n/i18n.js'
 * @import {Host} from './host.js'
 */

/** What a visitor is to the staff who watch: the page they are on, and what becomes of an invitation. */
export class Visit {
  /** @type {Invitation | null} the last one, while nothing has become of it */
  invitation = null;
  /** The visitor has said yes, and the conversation is on its way. */
  answering = false;
  #client;
  #host;
  #labels;
  #changed;
  /** @type {string} the id of the invitation that was seen */
  #shown;
  /** @type {{type: 'invitation', invitation: string, state: InvitationState} | null} */
  #unsaid;
  #onScreen = false;

  /**
   * @param {ChatClient} client
   * @param {Host} host
   * @param {Translate} t
   * @param {() => void} changed hears that there is something else to draw
   */
  constructor(client, host, t, changed) {
    this.#client = client;
    this.#host = host;
    this.#labels = {title: t('invited'), yes: t('invited.yes'), no: t('invited.no')};
    this.#changed = changed;
    client.addEventListener('invitation', ({detail}) => this.#invited(detail));
    client.addEventListener('state', () => {
      this.#tellPage();
      this.#tell();
    });
    host.addEventListener('page', () => this.#tellPage());
    host.addEventListener('card', ({detail}) => this.move(detail.state));
    host.addEventListener('closed', () => this.invitation?.mode === 'open' && this.move('dismissed'));
    document.addEventListener('visibilitychange', () => this.seen());
    client.store.invitations.forEach((invitation) => this.#invited(invitation));
    this.#tellPage();
  }

  /** The window is on the screen, or is not any more. */
  seen(onScreen = this.#onScreen) {
    this.#onScreen = onScreen;
    if (onScreen && document.visibilityState === 'visible') {
      this.move('shown');
    }
  }

  /** What asks for an answer. */
  get question() {
    return this.invitation?.mode === 'open' ? null : this.invitation;
  }

  /**
   * What asks for an answer, in the window. `html` and `textView` are the window's own: this file has no library.
   *
   * @param {typeof import('../lib/lit-html/lit-html.js').html} html
   * @param {typeof import('./parts.js').textView} textView
   */
  view(html, textView) {
    const {author, text} = this.question ?? {};
    const {title, yes, no} = this.#labels;
    return this.question && html`<section class="invited" aria-label=${title}>
      <span class="who">${author?.name}</span>
      <p class="bubble" dir="auto">${textView(text, this.#changed)}</p>
      <div class="choice"><button class="primary" @click=${() => this.move('answered')}>${yes}</button>
        <button @click=${() => this.move('dismissed')}>${no}</button></div></section>`;
  }

  /** @param {'shown' | 'answered' | 'dismissed'} state what became of the invitation, if there is one */
  move(state) {
    const {invitation, mode} = this.invitation ?? {};
    if (!invitation || (state === 'shown' && this.#shown === invitation)) {
      return;
    }
    this.#shown = invitation;
    this.#unsaid = {type: 'invitation', invitation, state};
    if (state !== 'shown') {
      this.invitation = null;
      this.answering = state === 'answered' && mode !== 'open';
      this.#changed();
    }
    this.#tell();
  }

  /** The conversation is here. */
  answered() {
    this.answering = false;
  }

  /** A word of the visitor in a conversation that was opened for them. */
  wrote() {
    this.invitation?.mode === 'open' && this.move('answered');
  }

  /** @param {Invitation} frame */
  #invited(frame) {
    const {invitation, state, mode, text, author} = frame;
    if (!this.#client.store.invitations.has(invitation)) {
      if (this.#shown === invitation || this.invitation?.invitation === invitation) {
        this.invitation = null;
        this.answering &&= state === 'answered';
        this.#host.tell('invitation', {});
      }
    } else if (this.#shown !== invitation) {
      this.invitation = frame;
      state === 'queued' && this.#client.tell({type: 'invitation', invitation, state: 'delivered'});
      mode === 'open'
        ? this.#host.tell('open')
        : this.#host.tell('invitation', {...this.#labels, text, name: author?.name});
      this.seen();
    }
    this.#changed();
  }

  /** After a broken line again: the server may be another. */
  #tellPage() {
    this.#host.page && this.#client.tell({type: 'page', ...this.#host.page});
  }

  /** What a broken line swallows is said on the next one. */
  async #tell() {
    const word = this.#unsaid;
    try {
      word && (await this.#client.command(word));
    } catch ({code}) {
      if (code === 'disconnected') {
        return;
      }
      this.answering = false; // Too late, or nobody is there any more
      this.#changed();
    }
    if (this.#unsaid === word) {
      this.#unsaid = null;
    }
  }
}
