import {css} from '../../lib/lit-element/lit-element.js';

/** Pages beside the desk. */
export const pageStyles = css`
  :host {
    display: block;
    flex: 1;
    min-block-size: 0;
    padding: var(--parley-space-4);
    overflow-y: auto;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--parley-space-3);
  }
  h2 {
    margin: var(--parley-space-3) 0;
    font-size: 1.25rem;
  }
  a {
    color: var(--parley-accent-text);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: var(--parley-space-1) var(--parley-space-2);
    border-block-end: 1px solid var(--parley-line);
  }
  nav a {
    padding: var(--parley-space-2);
    text-decoration: none;
  }
  nav a[aria-current] {
    border-block-end: 2px solid var(--parley-accent);
    color: inherit;
    font-weight: var(--parley-bold);
  }
  ul {
    display: grid;
    gap: var(--parley-space-2);
    max-inline-size: 52rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--parley-space-3);
    padding: var(--parley-space-2) var(--parley-space-3);
    border: 1px solid var(--parley-line);
    border-radius: var(--parley-radius-m);
    background: var(--parley-surface);
  }
  li div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  li p {
    margin: 0;
    color: var(--parley-text-muted);
    font-size: var(--parley-text-s);
  }
`;
