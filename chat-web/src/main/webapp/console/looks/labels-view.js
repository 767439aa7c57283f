import {html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/badge.js';
import {t} from '../base/texts.js';

/** @import {Summary} from '../../client/frames.js' */

export const priorities = ['low', 'normal', 'high', 'urgent'];

const tones = {low: 'neutral', high: 'warn', urgent: 'danger'};

/** How urgent a conversation is, where that is worth a word. @param {Pick<Summary, 'priority'> | undefined} summary */
export function priorityBadge(summary) {
  const priority = summary?.priority ?? 'normal';
  return priority === 'normal'
    ? nothing
    : html`<parley-badge class="fixed" tone=${tones[priority]}>${t(`priority.${priority}`)}</parley-badge>`;
}

/** @param {Pick<Summary, 'tags'> | undefined} summary */
export function tagBadges(summary) {
  return (summary?.tags ?? []).map((tag) => html`<parley-badge class="tag" tone="accent"><bdi>${tag}</bdi></parley-badge>`);
}
