import {html, nothing} from '../lib/lit-html/lit-html.js';
import {isOpen} from './conversation-view.js';
import {contactFields, iconButton, icons} from './parts.js';
import {entranceText, stateText} from './words.js';

/**
 * What stands above and below what is said.
 *
 * @import {DepartmentThere} from '../client/frames.js'
 * @import {Conversation} from '../client/types.js'
 * @import {Translate} from '../i18n/i18n.js'
 */

/**
 * Who answers, and how things are. `close` is missing where there is no page around the window.
 *
 * @param {Translate} t
 * @param {Conversation | undefined} conversation
 * @param {DepartmentThere | undefined} entrance
 * @param {{end: () => void, close?: false | (() => void)}} press
 */
export function header(t, conversation, entrance, {end, close}) {
  const name = conversation?.summary.owner?.name;
  return html`<header>
    <span class="face" aria-hidden="true">${name ? Array.from(name)[0] : html`<i></i>`}</span>
    <div class="title">
      <h1><bdi>${name ?? t('title')}</bdi></h1>
      <p role="status">${conversation ? stateText(t, conversation) : entranceText(t, entrance)}</p>
    </div>
    ${conversation && isOpen(conversation) ? iconButton(icons.end, t('end'), end) : nothing}
    ${close ? iconButton(icons.minimise, t('minimise'), close) : nothing}
  </header>`;
}

/**
 * Nobody has come for so long that the visitor may say how to be reached, instead of waiting.
 *
 * @param {Translate} t
 * @param {(form: Record<string, FormDataEntryValue>) => void} leave
 */
export function leaveForm(t, leave) {
  const submit = (event) => {
    event.preventDefault();
    leave(Object.fromEntries(new FormData(event.target)));
  };
  return html`<form class="leave" @submit=${submit}><p>${t('offline.hint')}</p>
    ${contactFields(t)}<button class="primary">${t('leave')}</button></form>`;
}

/**
 * The question before a conversation ends. No dialog: one click takes it back.
 *
 * @param {Translate} t
 * @param {Record<'no' | 'yes', () => void>} press
 */
export function sure(t, {no, yes}) {
  return html`<section class="foot-bar" role="alertdialog" aria-label=${t('end')} aria-describedby="sure">
    <p id="sure">${t('end.sure')}</p>
    <button @click=${no}>${t('cancel')}</button>
    <button class="danger" @click=${yes}>${t('end')}</button></section>`;
}

/** How to go on when it has ended. @param {Translate} t @param {Record<'reopen' | 'again', () => void>} press */
export function afterwards(t, {reopen, again}) {
  return html`<div class="foot-bar"><p>${t('over.hint')}</p>
    <button @click=${reopen}>${t('reopen')}</button>
    <button class="primary" @click=${again}>${t('again')}</button></div>`;
}
