import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {live} from '../../lib/lit/directives/live.js';
import '../../ui/button.js';
import {base, visuallyHidden} from '../../ui/shared.js';
import {keepNotifications, keepSound, notificationsBlocked, wantsNotifications, wantsSound} from './alert-settings.js';
import {languages, storeLanguage} from '../base/language.js';
import {applyScheme, chosenScheme, schemes} from '../base/scheme.js';
import {t} from '../base/texts.js';

/**
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {string} name
 * @property {boolean} _open
 */

/** Who I am, and how I like my desk. Fires `help` and `logout`. */
export class ConsoleMenu extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {name: {}, _open: {state: true}};

  static styles = [
    base,
    visuallyHidden,
    css`
      .initial {
        display: grid;
        place-items: center;
        inline-size: 1.75rem;
        block-size: 1.75rem;
        border-radius: 50%;
        background: var(--parley-accent-soft);
        color: var(--parley-accent-text);
        font-size: var(--parley-text-s);
        font-weight: var(--parley-bold);
      }
      .name {
        max-inline-size: 10rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      #panel {
        inset: auto;
        inset-block-start: 3.5rem;
        inset-inline-end: var(--parley-space-3);
        inline-size: 16rem;
        max-inline-size: calc(100vw - 1.5rem);
        margin: 0;
        padding: var(--parley-space-4);
        border: 1px solid var(--parley-line);
        border-radius: var(--parley-radius-l);
        background: var(--parley-raised);
        color: var(--parley-text);
        box-shadow: var(--parley-shadow-l);
      }
      #panel:popover-open {
        display: grid;
        gap: var(--parley-space-3);
      }
      h2 {
        margin: 0;
        font-size: var(--parley-text-m);
        overflow-wrap: anywhere;
      }
      label {
        display: grid;
        gap: var(--parley-space-1);
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
      }
      .check {
        display: flex;
        align-items: center;
        gap: var(--parley-space-2);
        min-block-size: 1.75rem;
        color: var(--parley-text);
        font-size: var(--parley-text-m);
      }
      input {
        flex: none;
        inline-size: 1.125rem;
        block-size: 1.125rem;
        margin: 0;
        accent-color: var(--parley-accent);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
      }
      .hint {
        margin: 0;
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
      }
      select {
        min-block-size: var(--parley-target);
        padding-inline: var(--parley-space-2);
        border: 1px solid var(--parley-line-strong);
        border-radius: var(--parley-radius-m);
        background: var(--parley-surface);
        color: var(--parley-text);
        font: inherit;
        font-size: var(--parley-text-m);
      }
      @container console (max-width: 45rem) {
        .name {
          position: absolute;
          inline-size: 1px;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  render() {
    return html`<parley-button variant="plain" expanded=${this._open ? 'true' : 'false'} @click=${() => this.#panel.togglePopover()}>
        <span class="initial" aria-hidden="true">${[...(this.name || '?')][0].toUpperCase()}</span><span class="name" dir="auto">${this.name}</span>
        <span class="visually-hidden">${t('menu.label')}</span>
      </parley-button>
      <div id="panel" popover role="dialog" aria-labelledby="name" @toggle=${this.#toggled}>
        <h2 id="name" dir="auto">${this.name}</h2>
        <label>${t('menu.language')}
          <select name="language" @change=${this.#speak}>
            ${Object.entries(languages).map(
              ([key, name]) => html`<option value=${key} lang=${key}
                ?selected=${key === document.documentElement.lang}>${name}</option>`,
            )}
          </select>
        </label>
        <label>${t('menu.scheme')}
          <select name="scheme" @change=${(event) => applyScheme(event.target.value)}>
            ${schemes.map(
              (scheme) => html`<option value=${scheme} ?selected=${scheme === chosenScheme()}>${t(`menu.scheme.${scheme}`)}</option>`,
            )}
          </select>
        </label>
        <fieldset>
          <legend>${t('menu.alerts')}</legend>
          <label class="check"><input type="checkbox" name="sound" .checked=${live(wantsSound())}
            @change=${({target}) => keepSound(target.checked)} />${t('menu.sound')}</label>
          <label class="check"><input type="checkbox" name="notifications" .checked=${live(wantsNotifications())}
            ?disabled=${notificationsBlocked()} @change=${this.#notify} />${t('menu.notifications')}</label>
          ${notificationsBlocked() ? html`<p class="hint">${t('menu.notifications.blocked')}</p>` : nothing}
        </fieldset>
        <parley-button @click=${() => this.#leave('help')}>${t('menu.help')}</parley-button>
        <parley-button @click=${() => this.#leave('logout')}>${t('menu.logout')}</parley-button>
      </div>`;
  }

  /** @returns {HTMLElement} */
  get #panel() {
    return this.renderRoot.querySelector('#panel');
  }

  #toggled({newState}) {
    this._open = newState === 'open';
    if (this._open) {
      this.renderRoot.querySelector('select').focus();
    }
  }

  async #notify({target}) {
    await keepNotifications(target.checked);
    this.requestUpdate();
  }

  // Drafts, panes and the session survive a reload, so the simplest way is also a safe one
  #speak({target}) {
    storeLanguage(target.value);
    const url = new URL(location.href);
    url.searchParams.delete('lang');
    history.replaceState(history.state, '', url);
    location.reload();
  }

  #leave(type) {
    this.#panel.hidePopover();
    this.dispatchEvent(new Event(type));
  }
}

customElements.define('console-menu', ConsoleMenu);
