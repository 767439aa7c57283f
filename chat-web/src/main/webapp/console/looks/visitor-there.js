import {html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/badge.js';
import {t} from '../base/texts.js';
import {formatWaiting} from './waiting-time.js';

/**
 * Whether the visitor of a conversation has a living device, and since when not.
 *
 * @param {import('../../client/types.js').Conversation} conversation
 */
export function visitorThere({gone, summary}) {
  if (summary?.status !== 'active') {
    return nothing;
  }
  return gone?.participant.kind === 'visitor'
    ? html`<parley-badge class="fixed" tone="warn">${t('visitor.gone', {time: formatWaiting(Date.now() - Date.parse(gone.since))})}</parley-badge>`
    : html`<parley-badge class="fixed" tone="ok">${t('visitor.here')}</parley-badge>`;
}
