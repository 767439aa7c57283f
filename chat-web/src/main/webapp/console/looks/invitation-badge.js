import {html} from '../../lib/lit-element/lit-element.js';
import '../../ui/badge.js';
import {t} from '../base/texts.js';

const tones = {queued: 'neutral', delivered: 'accent', shown: 'accent', answered: 'ok', dismissed: 'warn', expired: 'neutral'};

/**
 * What has become of an invitation, and of whose.
 *
 * @param {import('../../client/frames.js').Invitation} invitation
 * @param {import('../../client/frames.js').Self} self
 */
export function invitationBadge({state, author}, self) {
  const text = t(`invitation.${state}`);
  return html`<parley-badge tone=${tones[state]}>${author.id === self?.id ? text : t('invitation.of', {name: author.name, state: text})}</parley-badge>`;
}
