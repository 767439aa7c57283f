import {css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {withLinks} from '../../client/links.js';
import {formatDay, formatTime} from '../../i18n/i18n.js';
import '../../ui/button.js';
import {linked} from '../../ui/linked.js';
import {check, clock, doubleCheck, note as noteIcon, warning} from '../looks/icons.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';
import {personName} from '../looks/visitor-name.js';
import {sentence} from './sentences.js';

/**
 * @import {Self} from '../../client/frames.js'
 * @import {HistoryLine} from './history-lines.js'
 */

const stateIcons = {sending: clock, sent: check, delivered: doubleCheck, read: doubleCheck, failed: warning};

/**
 * One of `historyLines`.
 *
 * @param {HistoryLine} line
 * @param {Self} self
 * @param {Actions} [actions] for a message that failed
 * @param {() => void} [undo] for a merge that can be undone
 */
export function lineView(line, self, actions = {}, undo = undefined) {
  switch (line.type) {
    case 'day':
      return html`<p class="day"><span>${formatDay(line.at)}</span></p>`;
    case 'part':
      return html`<p class="day part"><span><bdi>${line.department ?? t('merge.part')}</bdi></span></p>`;
    case 'merge':
      return mergeLine(line, self, undo);
    case 'system':
      return html`<p class="system"><bdi>${sentence(line.entry, self)}</bdi> <time>${formatTime(line.at)}</time></p>`;
    default:
      return messageLine(line, actions);
  }
}

/** @typedef {{retry?: () => void, edit?: () => void, discard?: () => void}} Actions */

/** Where conversations became one. @param {HistoryLine} line @param {Self} self @param {() => void} [undo] */
function mergeLine({entry, at, holds}, self, undo) {
  const said = html`<bdi>${sentence(entry, self)}</bdi> ${holds ? nothing : t('merge.undone')} <time>${formatTime(at)}</time>`;
  return holds
    ? html`<div class="day merge"><p class="system">${said}
        ${undo ? html`<parley-button @click=${undo}>${t('unmerge.menu')}</parley-button>` : nothing}</p></div>`
    : html`<p class="system">${said}</p>`;
}

/** @param {HistoryLine} line @param {Actions} actions */
function messageLine(line, actions) {
  const {own, staff, author, text, note, whisper, at, state, starts, ends, tells} = line;
  const colleague = staff && !own;
  const name = own ? t('history.you') : personName(author);
  const way = whisper ? 'whisper' : 'note';
  return html`<div class="message ${staff ? 'staff' : ''} ${own ? 'own' : ''} ${note ? 'note' : ''} ${starts ? 'starts' : ''} ${state ?? ''}"
    data-state=${own ? state : nothing}>
    ${note && starts
      ? html`<p class="label">${noteIcon} <bdi>${own ? t(`${way}.own`) : t(`${way}.by`, {name})}</bdi></p>`
      : colleague && starts ? html`<p class="label" aria-hidden="true"><bdi>${name}</bdi></p>` : nothing}
    <span class="visually-hidden">${note ? t(`${way}.spoken`, {name}) : name}:</span>
    <p class="bubble" dir="auto">${linked(withLinks(text))}</p>
    ${ends || (own && tells)
      ? html`<p class="meta"><time>${formatTime(at)}</time>${own && tells
          ? html`<span class="state">${stateIcons[state]} ${t(`message.${state}`)}</span>`
          : nothing}</p>`
      : nothing}
    ${state === 'failed'
      ? html`<div class="failure"><p>${problemText(line.error)}</p>
          <parley-button @click=${actions.retry}>${t('retry')}</parley-button>
          ${actions.edit
            ? html`<parley-button @click=${actions.edit}>${t('message.edit')}</parley-button>`
            : html`<parley-button @click=${actions.discard}>${t('message.discard')}</parley-button>`}</div>`
      : nothing}
  </div>`;
}

export const bubbles = css`
  .day {
    display: flex;
    align-items: center;
    gap: var(--parley-space-3);
    margin: var(--parley-space-4) 0 var(--parley-space-2);
    color: var(--parley-text-muted);
    font-size: var(--parley-text-xs);
  }
  .day::before,
  .day::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--parley-line);
  }
  .day span::first-letter {
    text-transform: uppercase;
  }
  .part {
    color: var(--parley-accent-text);
    font-weight: var(--parley-medium);
  }
  .merge::before,
  .merge::after {
    flex-shrink: 0;
    flex-basis: 1rem;
    border-block-start: 2px solid var(--parley-accent);
  }
  .merge .system {
    flex: 0 1 auto;
    margin: 0;
    color: var(--parley-text);
  }
  .merge parley-button {
    --parley-button-padding: 0.125rem 0.625rem;
    margin-inline-start: var(--parley-space-2);
  }
  .system {
    margin: var(--parley-space-3) 0;
    color: var(--parley-text-muted);
    font-size: var(--parley-text-xs);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .system time {
    margin-inline-start: var(--parley-space-1);
    white-space: nowrap;
  }
  .message {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    margin-block-start: 0.1875rem;
  }
  .message.starts {
    margin-block-start: var(--parley-space-3);
  }
  .bubble {
    max-inline-size: min(88%, 40rem);
    margin: 0;
    padding: 0.375rem 0.6875rem;
    border: 1px solid var(--parley-line);
    border-radius: var(--parley-radius-s) var(--parley-radius-l) var(--parley-radius-l) var(--parley-radius-s);
    background: var(--parley-raised);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .bubble a {
    color: inherit;
  }
  .message.starts .bubble {
    border-start-start-radius: var(--parley-radius-l);
  }
  .staff {
    align-items: flex-end;
  }
  .staff .bubble,
  .staff.starts .bubble {
    border-radius: var(--parley-radius-l) var(--parley-radius-s) var(--parley-radius-s) var(--parley-radius-l);
  }
  .staff .bubble {
    border-color: var(--parley-accent);
  }
  .own .bubble {
    border-color: transparent;
    background: var(--parley-accent-soft);
  }
  .staff.starts .bubble {
    border-start-end-radius: var(--parley-radius-l);
  }
  .message.note .bubble {
    border: 1px dashed var(--parley-warn);
    background: var(--parley-warn-soft);
  }
  .label {
    display: flex;
    align-items: center;
    gap: var(--parley-space-1);
    margin: 0 0.25rem 0.125rem;
    color: var(--parley-text-muted);
    font-size: var(--parley-text-xs);
    font-weight: var(--parley-medium);
  }
  .note .label {
    color: var(--parley-warn-text);
  }
  .label svg {
    inline-size: 0.9375rem;
    block-size: 0.9375rem;
  }
  .sending .bubble {
    opacity: 0.75;
  }
  .failed .bubble {
    border: 1px solid var(--parley-danger);
    background: none;
  }
  .meta {
    display: flex;
    align-items: center;
    gap: var(--parley-space-2);
    margin: 0.125rem 0.25rem 0;
    color: var(--parley-text-muted);
    font-size: var(--parley-text-xs);
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 0.1875rem;
  }
  .state svg {
    inline-size: 0.9375rem;
    block-size: 0.9375rem;
  }
  .read .state {
    color: var(--parley-accent-text);
  }
  .failed .state {
    color: var(--parley-danger-text);
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--parley-space-2);
    margin-block-start: var(--parley-space-1);
    font-size: var(--parley-text-s);
  }
  .failure p {
    margin: 0;
    color: var(--parley-danger-text);
    text-align: end;
  }
  .preview {
    margin-block-start: var(--parley-space-3);
  }
  .preview .bubble {
    border: 1px dashed var(--parley-line-strong);
    background: none;
    color: var(--parley-text-muted);
    font-style: italic;
  }
  .dots {
    display: inline-flex;
    gap: 0.1875rem;
  }
  .dots i {
    inline-size: 0.3125rem;
    block-size: 0.3125rem;
    border-radius: 50%;
    background: currentColor;
    animation: pulse 1.2s ease-in-out infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 150ms;
  }
  .dots i:nth-child(3) {
    animation-delay: 300ms;
  }
  @keyframes pulse {
    40% {
      opacity: 0.25;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }
`;
