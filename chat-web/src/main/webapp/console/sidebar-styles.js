import {css} from '../lib/lit/index.js';

/** The look that the queue and the own conversations share. */
export const sidebar = css`
  :host {
    display: block;
  }
  h2 {
    display: flex;
    align-items: center;
    gap: var(--parley-space-2);
    min-block-size: 1.5rem;
    margin: var(--parley-space-4) var(--parley-space-3) var(--parley-space-1);
    color: var(--parley-text-muted);
    font-size: var(--parley-text-s);
    font-weight: var(--parley-bold);
  }
  .empty {
    margin: 0 var(--parley-space-3);
    color: var(--parley-text-muted);
    font-size: var(--parley-text-s);
  }
  .first,
  .second {
    display: flex;
    align-items: center;
    gap: var(--parley-space-2);
    min-inline-size: 0;
  }
  .name {
    overflow: hidden;
    font-weight: var(--parley-medium);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .second {
    display: block;
    overflow: hidden;
    color: var(--parley-text-muted);
    font-size: var(--parley-text-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  bdi {
    text-align: match-parent;
  }
  .time {
    margin-inline-start: auto;
    color: var(--parley-text-muted);
    font-size: var(--parley-text-xs);
    white-space: nowrap;
  }
`;
