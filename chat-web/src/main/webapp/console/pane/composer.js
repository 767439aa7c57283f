import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/button.js';
import {sends} from '../../client/writing.js';
import {base} from '../../ui/shared.js';
import {filled} from '../model/canned-replies.js';
import {draftOf, keepDraft} from '../model/drafts.js';
import {Following} from '../base/following.js';
import {note, send, turning} from '../looks/icons.js';
import {t} from '../base/texts.js';
import './writing-field.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {CannedReply} from '../base/resources.js'
 * @import {CannedReplies} from '../model/canned-replies.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {CannedReplies} canned
 * @property {string} conversation
 * @property {string} name the visitor's
 * @property {string | null} _slash what stands behind a slash, while replies are offered
 * @property {string} _text
 * @property {boolean} _note
 */

/** A slash at the beginning of a word, and what stands between it and the cursor. */
const command = /(?<=^|\s)\/([^\s/]*)$/;

/** The counter appears when fewer characters than this are left. */
const close = 300;

/**
 * Where the operator writes: to the visitor, or a note that only staff sees. A slash offers canned replies. Text that is
 * too long is never cut: it says so and stays.
 */
export class ConsoleComposer extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false},
    canned: {attribute: false},
    conversation: {},
    name: {},
    _slash: {state: true},
    _text: {state: true},
    _note: {state: true},
  };

  static styles = [
    base,
    turning,
    css`
      form {
        display: flex;
        align-items: flex-end;
        gap: var(--parley-space-2);
        padding-block: var(--parley-space-3);
        padding-inline: max(var(--parley-space-3), (100% - 52rem) / 2);
        border-block-start: 1px solid var(--parley-line);
      }
      form.note {
        border-block-start: 1px dashed var(--parley-warn);
        background: var(--parley-warn-soft);
      }
      console-writing-field {
        flex: 1;
        min-inline-size: 0;
        --parley-field-max: 12rem;
      }
      p {
        margin: 0;
        padding-block-start: var(--parley-space-2);
        padding-inline: max(var(--parley-space-3), (100% - 52rem) / 2);
        background: var(--parley-warn-soft);
        color: var(--parley-warn-text);
        font-size: var(--parley-text-s);
        font-weight: var(--parley-medium);
      }
      p + form.note {
        border: 0;
      }
    `,
  ];

  constructor() {
    super();
    new Following(this, () => this.canned, ['change']);
    this._slash = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#pause();
  }

  willUpdate(changed) {
    if (changed.has('conversation')) {
      this.#pause(changed.get('conversation'));
      this._note = !draftOf(this.conversation) && draftOf(this.conversation, true) !== '';
      this._text = draftOf(this.conversation, this._note);
    }
  }

  render() {
    const left = this.client.limits.text - this._text.length;
    const mode = this._note ? '.note' : '';
    return html`${this._note ? html`<p>${t('composer.note.only')}</p>` : nothing}
      <form novalidate class=${this._note ? 'note' : ''} @submit=${this.#send}>
      <parley-button variant="plain" label=${t('composer.note')} pressed=${this._note ? 'true' : 'false'}
        shortcut="Alt+Shift+M" @click=${this.switchNote}>${note}</parley-button>
      <console-writing-field multiline labelhidden label=${t(`composer.label${mode}`, {name: this.name})}
        placeholder=${t(`composer.placeholder${mode}`)} .value=${this._text} enterkeyhint="send"
        .hint=${left >= 0 && left < close ? t('composer.left', {n: left}) : undefined}
        .error=${left < 0 ? t('composer.over', {n: -left}) : undefined}
        .choices=${this.#choices()} choiceslabel=${t('canned.label')} @choose=${this.#choose} @dismiss=${this.#dismiss}
        @input=${this.#typed} @keydown=${this.#key} @focusout=${() => this.#pause()}></console-writing-field>
      <parley-button variant="primary" type="submit" label=${t(`composer.send${mode}`)}
        ?disabled=${!this._text.trim() || left < 0}>${send}</parley-button>
    </form>`;
  }

  /** Where one writes, and not the first button. */
  focus(options) {
    this.#field?.focus(options);
  }

  /** Puts a text before what stands there already. @param {{text: string, note?: boolean}} taken */
  take({text, note = false}) {
    this.#write(note);
    this.#keep([text, this._text].filter(Boolean).join('\n'));
    this.focus();
  }

  /** Between message and note; what was written stays with its own. */
  switchNote() {
    this.#write(!this._note);
    this.focus();
  }

  #write(note) {
    if (note !== this._note) {
      this._note = note;
      this._text = draftOf(this.conversation, note);
      this._slash = null;
      this.#pause();
    }
  }

  /** Nobody writes here now. @param {string} [conversation] */
  #pause(conversation = this.conversation) {
    conversation && this.client.typing(conversation, '');
  }

  get #field() {
    return this.renderRoot.querySelector('console-writing-field');
  }

  get #summary() {
    return this.client.store.conversations.get(this.conversation)?.summary;
  }

  /** Canned replies for what stands between the slash and the cursor. */
  #choices() {
    const summary = this.#summary;
    return this._slash === null || !summary || !this.canned
      ? []
      : this.canned.matching(summary, this._slash, [summary.language, document.documentElement.lang]);
  }

  async #choose({detail: {choice}}) {
    const {control} = this.#field;
    const before = this._text.slice(0, control.selectionStart).replace(command, '');
    const after = this._text.slice(control.selectionStart);
    const inserted = filled(choice.text, this.#values(choice));
    this._slash = null;
    this.#keep(before + inserted + after);
    await this.updateComplete;
    await this.#field.updateComplete;
    control.setSelectionRange(before.length + inserted.length, before.length + inserted.length);
    this.focus();
  }

  /** @param {CannedReply} reply */
  #values({site}) {
    const {visitor, department} = this.#summary;
    return {
      'visitor.name': visitor?.name,
      'operator.name': this.client.store.self?.name,
      department: department?.name,
      site: site.name,
    };
  }

  #dismiss() {
    this._slash = null;
  }

  #keep(text) {
    this._text = text;
    keepDraft(this.conversation, text, this._note);
  }

  #typed({currentTarget}) {
    const {value, control} = currentTarget;
    this.#keep(value);
    this._slash = command.exec(value.slice(0, control.selectionStart))?.[1] ?? null;
    if (!this._note) {
      this.client.typing(this.conversation, this._text.trim() ? undefined : '');
    }
  }

  #key(event) {
    if (sends(event)) {
      event.preventDefault();
      this.#send(event);
    }
  }

  #send(event) {
    event.preventDefault();
    const text = this._text;
    if (!text.trim() || text.length > this.client.limits.text) {
      return;
    }
    this.#keep('');
    // A refusal shows on the message itself, in the history
    const sent = this._note ? this.client.write('note', this.conversation, text) : this.client.send(this.conversation, text);
    sent.catch(() => {});
    this.dispatchEvent(new Event('sent'));
    this.focus();
  }
}

customElements.define('console-composer', ConsoleComposer);
