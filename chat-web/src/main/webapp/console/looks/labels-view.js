import {html, nothing} from '../../lib/lit-element/lit-element.js';
import '../../ui/badge.js';
import {t} from '../base/texts.js';

export const priorities = ['low', 'normal', 'high', 'urgent'];

const tones = {low: 'neutral', high: 'warn', urgent: 'danger'};

/** How urgent a conversation is, where that is worth a word. */
export function priorityBadge(summary) {
  const priority = summary?.priority ?? 'normal';
  return priority === 'normal'
    ? nothing
    : html`<parley-badge class="fixed" tone=${tones[priority]}>${t(`priority.${priority}`)}</parley-badge>`;
}

export function tagBadges(summary) {
  return (summary?.tags ?? []).map((tag) => html`<parley-badge class="tag" tone="accent"><bdi>${tag}</bdi></parley-badge>`);
}
