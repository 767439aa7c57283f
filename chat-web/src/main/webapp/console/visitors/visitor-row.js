import {html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/badge.js';
import {invitationBadge} from '../looks/invitation-badge.js';
import {languageName} from '../base/language.js';
import {placeOf} from '../base/page-address.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';
import {formatWaiting} from '../looks/waiting-time.js';

/**
 * @import {Invitation, LiveVisitor, Self} from '../../client/frames.js'
 */

/**
 * One of the live visitors, as the list shows them.
 *
 * @param {LiveVisitor & {gone: boolean}} one `gone` says that they are not there any more
 * @param {{self: Self, invitation?: Invitation, withSite: boolean}} how
 */
export function visitorRow(one, {self, invitation, withSite}) {
  const {visitor, proven, page, title, pageSince, gone} = one;
  return html`<span class="first">
      <bdi class="name">${visitorName({summary: {visitor}})}</bdi>
      ${visitor.name ? html`<parley-badge tone=${proven ? 'ok' : 'neutral'}>${t(proven ? 'visitor.proven' : 'visitor.unproven')}</parley-badge>` : nothing}
      ${gone ? html`<parley-badge tone="warn">${t('visitors.gone')}</parley-badge>` : nothing}
      <span class="time" title=${t('visitors.time')}>${formatWaiting(Date.now() - Date.parse(pageSince))}</span>
    </span>
    <span class="second page">${title ? html`<bdi class="fixed">${title}</bdi>` : nothing}<bdi class="wide">${page ? placeOf(page) : t('visitor.page.untold')}</bdi></span>
    <span class="facts">${facts(one, withSite).map((fact) => html`<bdi>${fact}</bdi>`)}</span>
    ${one.conversation || invitation
      ? html`<span class="tags">${talk(one, self)}${invitation ? invitationBadge(invitation, self) : nothing}</span>`
      : nothing}`;
}

/** @param {LiveVisitor} one @param {boolean} withSite */
function facts({site, referrer, pages, returning, browser, language, address}, withSite) {
  return [
    withSite && site,
    pages > 0 && t('visitor.pages', {n: pages}),
    referrer && t('visitors.from', {place: placeOf(referrer)}),
    returning && t('visitor.returning'),
    browser ?? t('visitor.browser.unknown'),
    language && languageName(language),
    address,
  ].filter(Boolean);
}

/** @param {LiveVisitor} one @param {Self} self */
function talk({conversation, owner}, self) {
  if (!conversation) {
    return nothing;
  }
  const mine = owner?.id === self?.id;
  return html`<parley-badge tone=${mine ? 'accent' : owner ? 'neutral' : 'warn'}>${mine
    ? t('visitors.talks.own')
    : owner ? t('visitors.talks', {name: owner.name ?? t('operator.unknown')}) : t('visitors.waits')}</parley-badge>`;
}
