import {t} from '../base/texts.js';

/** @import {Person} from '../../client/frames.js' */

/**
 * What to call the visitor of a conversation. Nameless ones get a tag, so that two of them can be told apart.
 *
 * @param {{summary?: {visitor?: Person}, former?: {visitor?: Person}} | undefined} conversation
 */
export function visitorName(conversation) {
  const visitor = (conversation?.summary ?? conversation?.former)?.visitor;
  return visitor?.name || t('visitor.anonymous', {tag: visitor?.id?.slice(-4) ?? ''}).trim();
}

/**
 * What to call who wrote or did something: a visitor is told from colleagues, whatever name they have given themselves.
 *
 * @param {Person | undefined} person
 */
export function personName(person) {
  if (person?.kind === 'visitor') {
    return person.name ? t('visitor.named', {name: person.name}) : t('visitor.anonymous', {tag: ''}).trim();
  }
  return person?.name || t('operator.unknown');
}
