import {LitElement, css, html} from '../../lib/lit-element/lit-element.js';
import '../../ui/dialog.js';
import {base} from '../../ui/shared.js';
import {shortcuts} from '../base/shortcuts.js';
import {t} from '../base/texts.js';

/** What the keyboard can do. */
class ConsoleHelp extends LitElement {
  static styles = [
    base,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--parley-space-2) var(--parley-space-4);
        margin: 0;
      }
      dd {
        margin: 0;
      }
      kbd {
        padding: 0.0625rem 0.375rem;
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-s);
        background: var(--parley-sunken);
        font: inherit;
        font-size: var(--parley-text-s);
        white-space: nowrap;
      }
    `,
  ];

  render() {
    return html`<parley-dialog heading=${t('help.heading')} closelabel=${t('close')}>
      <dl>
        ${shortcuts.map(({keys, text}) => html`<dt><kbd dir="ltr">${keys}</kbd></dt><dd>${t(text)}</dd>`)}
      </dl>
    </parley-dialog>`;
  }

  get open() {
    return this.renderRoot.querySelector('parley-dialog')?.open ?? false;
  }

  show() {
    this.renderRoot.querySelector('parley-dialog').show();
  }
}

customElements.define('console-help', ConsoleHelp);
