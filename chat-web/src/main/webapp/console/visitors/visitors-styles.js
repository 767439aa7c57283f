import {css} from '../../lib/lit-element/lit-element.js';

export const visitorsStyles = css`
  h2 {
    margin: var(--parley-space-3) 0;
    color: inherit;
    font-size: 1.25rem;
  }
  .head {
    margin-block-end: var(--parley-space-3);
  }
  search {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--parley-space-3);
  }
  search parley-field {
    inline-size: 18rem;
    max-inline-size: 100%;
  }
  select {
    max-inline-size: 16rem;
  }
  .board {
    display: grid;
    gap: var(--parley-space-4);
  }
  .whole {
    min-inline-size: 0;
  }
  .count,
  .muted,
  .facts {
    color: var(--parley-text-muted);
    font-size: var(--parley-text-s);
  }
  .count {
    min-block-size: 1.25rem;
    margin: 0 0 var(--parley-space-2);
  }
  .warning {
    margin: 0 0 var(--parley-space-2);
    padding: var(--parley-space-2) var(--parley-space-3);
    border-radius: var(--parley-radius-m);
    background: var(--parley-warn-soft);
    color: var(--parley-warn-text);
  }
  .list parley-list {
    overflow: hidden;
    border-radius: var(--parley-radius-m);
    background: var(--parley-surface);
  }
  parley-list-item {
    border-radius: 0;
  }
  parley-list-item + parley-list-item {
    border-block-start: 1px solid var(--parley-line);
  }
  .page > .fixed {
    flex: 0 1 auto;
    overflow: hidden;
    color: var(--parley-text);
  }
  .page {
    gap: var(--parley-space-2);
  }
  .time {
    font-variant-numeric: tabular-nums;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--parley-space-3);
    overflow-wrap: anywhere;
  }
  .news {
    display: block;
    margin-block-end: var(--parley-space-2);
  }
  .pager {
    display: flex;
    justify-content: space-between;
    margin-block-start: var(--parley-space-3);
  }
  aside {
    align-self: start;
    overflow: hidden;
    border: 1px solid var(--parley-line);
    border-radius: var(--parley-radius-l);
  }
  @container console (min-width: 60rem) {
    .chosen .board {
      grid-template-columns: minmax(0, 1fr) 24rem;
    }
    aside {
      position: sticky;
      inset-block-start: 0;
      display: grid;
      max-block-size: calc(100dvh - 8rem);
    }
  }
  @container console (max-width: 59.99rem) {
    .chosen search,
    .chosen .whole {
      display: none;
    }
  }
`;
