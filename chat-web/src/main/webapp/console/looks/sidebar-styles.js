import {css} from '../../lib/lit-element/lit-element.js';

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
  .second {
    gap: 0.25em;
  }
  .name {
    overflow: hidden;
    font-weight: var(--parley-medium);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .second {
    color: var(--parley-text-muted);
    font-size: var(--parley-text-s);
  }
  /* Each text is cut at its own end, but all begin on the same side */
  .second > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .second > .fixed {
    flex: none;
    overflow: visible;
  }
  .second > .wide {
    flex: 1;
  }
  :host(:dir(ltr)) bdi {
    text-align: left;
  }
  :host(:dir(rtl)) bdi {
    text-align: right;
  }
  .tags {
    display: flex;
    gap: var(--parley-space-1);
    margin-block-start: 0.1875rem;
    overflow: hidden;
  }
  .time {
    margin-inline-start: auto;
    color: var(--parley-text-muted);
    font-size: var(--parley-text-xs);
    white-space: nowrap;
  }
`;
