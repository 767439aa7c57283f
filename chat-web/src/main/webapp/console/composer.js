import {LitElement, css, html} from '../lib/lit-element/lit-element.js';
import '../ui/button.js';
import '../ui/field.js';
import {base} from '../ui/shared.js';
import {draftOf, keepDraft} from './drafts.js';
import {send, turning} from './icons.js';
import {t} from './texts.js';

/** The counter appears when fewer characters than this are left. */
const close = 300;

/** Where the operator writes. Text that is too long is never cut: it says so and stays. */
class ConsoleComposer extends LitElement {
  static shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static properties = {
    client: {attribute: false},
    conversation: {},
    name: {},
    _text: {state: true},
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
      parley-field {
        flex: 1;
        min-inline-size: 0;
        --parley-field-max: 12rem;
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('conversation')) {
      this._text = draftOf(this.conversation);
    }
  }

  render() {
    const left = this.client.limits.text - this._text.length;
    return html`<form novalidate @submit=${this.#send}>
      <parley-field multiline labelhidden label=${t('composer.label', {name: this.name})}
        placeholder=${t('composer.placeholder')} .value=${this._text} enterkeyhint="send"
        .hint=${left >= 0 && left < close ? t('composer.left', {n: left}) : undefined}
        .error=${left < 0 ? t('composer.over', {n: -left}) : undefined}
        @input=${this.#typed} @keydown=${this.#key}></parley-field>
      <parley-button variant="primary" type="submit" label=${t('composer.send')}
        ?disabled=${!this._text.trim() || left < 0}>${send}</parley-button>
    </form>`;
  }

  /** Puts a text before what stands there already. */
  take(text) {
    this._text = [text, this._text].filter(Boolean).join('\n');
    keepDraft(this.conversation, this._text);
    this.focus();
  }

  #typed({currentTarget}) {
    this._text = currentTarget.value;
    keepDraft(this.conversation, this._text);
    this.client.typing(this.conversation, this._text.trim() ? undefined : '');
  }

  // While an input method is composing, Enter belongs to it (229: Safari ends the composition first)
  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
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
    this._text = '';
    keepDraft(this.conversation, '');
    // A refusal shows on the message itself, in the history
    this.client.send(this.conversation, text).catch(() => {});
    this.dispatchEvent(new Event('sent'));
    this.focus();
  }
}

customElements.define('console-composer', ConsoleComposer);
