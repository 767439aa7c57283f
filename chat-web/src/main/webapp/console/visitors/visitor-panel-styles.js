import {css} from '../../lib/lit-element/lit-element.js';

export const panelStyles = css`
  :host {
    display: block;
    min-block-size: 0;
    overflow-y: auto;
    overflow-wrap: anywhere;
    background: var(--parley-sunken);
  }
  section {
    padding: var(--parley-space-2) var(--parley-space-4) var(--parley-space-4);
    font-size: var(--parley-text-s);
  }
  .top {
    display: flex;
    align-items: center;
    gap: var(--parley-space-2);
    margin-inline-end: calc(-1 * var(--parley-space-2));
  }
  .top parley-badge {
    flex: none;
    background: var(--parley-raised);
  }
  h3 {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    font-size: var(--parley-text-m);
  }
  h4 {
    margin: var(--parley-space-4) 0 var(--parley-space-1);
    font-size: var(--parley-text-s);
  }
  h4 .muted {
    font-weight: normal;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(4.5rem, auto) minmax(0, 1fr);
    gap: var(--parley-space-1) var(--parley-space-3);
    margin: 0;
  }
  dt,
  .muted {
    color: var(--parley-text-muted);
  }
  dd {
    margin: 0;
  }
  a {
    color: var(--parley-accent-text);
  }
  ol,
  ul {
    display: grid;
    gap: var(--parley-space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .past {
    display: grid;
    inline-size: 100%;
    padding: var(--parley-space-1) var(--parley-space-2);
    border: 1px solid var(--parley-line);
    border-radius: var(--parley-radius-m);
    background: var(--parley-raised);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .past:hover {
    background: var(--parley-hover);
  }
  .merge {
    --parley-button-padding: 0.125rem 0.625rem;
    display: block;
    margin-block: var(--parley-space-1) var(--parley-space-2);
  }
  .block {
    margin-block-start: var(--parley-space-5);
  }
  .blocked {
    margin-block: var(--parley-space-1) var(--parley-space-3);
    padding: var(--parley-space-2) var(--parley-space-3) var(--parley-space-3);
    border-radius: var(--parley-radius-m);
    background: var(--parley-danger-soft);
    color: var(--parley-danger-text);
  }
  .blocked p {
    margin: 0 0 var(--parley-space-2);
  }
`;
