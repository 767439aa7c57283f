import {t} from '../base/texts.js';

/**
 * @param {import('../../client/frames.js').Summary} summary
 * @returns {string} who hands a conversation over that this operator is asked to take, and their note; '' for nobody
 */
export function passedOn({offer}) {
  const {from, note} = offer ?? {};
  return from ? [t('offer.from', {name: from.name ?? t('operator.unknown')}), note].filter(Boolean).join(' ') : '';
}
