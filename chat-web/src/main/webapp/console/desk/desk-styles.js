import {css} from '../../lib/lit-element/lit-element.js';
import {base} from '../../ui/shared.js';

export const deskStyles = [
  base,
  css`
    :host {
      container: console / inline-size;
      display: flex;
      flex-direction: column;
      block-size: 100dvh;
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--parley-space-4);
      min-block-size: 3.25rem;
      padding-inline: var(--parley-space-4) var(--parley-space-3);
      border-block-end: 1px solid var(--parley-line);
      background: var(--parley-surface);
    }
    h1 {
      display: flex;
      align-items: center;
      gap: var(--parley-space-2);
      margin: 0;
      font-size: var(--parley-text-l);
      font-weight: var(--parley-bold);
    }
    h1 svg {
      flex: none;
      inline-size: 1.625rem;
      block-size: 1.625rem;
      color: var(--parley-accent);
    }
    console-menu {
      margin-inline-start: auto;
    }
    console-nav {
      padding: var(--parley-space-1) var(--parley-space-3);
      border-block-end: 1px solid var(--parley-line);
      background: var(--parley-surface);
    }
    .page {
      flex: 1;
      display: flex;
      flex-direction: column;
      min-block-size: 0;
    }
    .desk {
      flex: 1;
      display: grid;
      grid-template-columns: 18rem minmax(0, 1fr);
      min-block-size: 0;
    }
    .desk.narrow {
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      padding: 0 var(--parley-space-2) var(--parley-space-4);
      border-inline-end: 1px solid var(--parley-line);
      background: var(--parley-surface);
      overflow-y: auto;
    }
    .narrow nav {
      border: 0;
    }
    .panes {
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      gap: var(--parley-space-3);
      min-block-size: 0;
      padding: var(--parley-space-3);
    }
    .narrow .panes {
      padding: 0;
    }
    [hidden] {
      display: none !important;
    }
    .nothing {
      align-self: center;
      justify-self: center;
      max-inline-size: 22rem;
      color: var(--parley-text-muted);
      text-align: center;
    }
    .nothing svg {
      inline-size: 2.5rem;
      block-size: 2.5rem;
      opacity: 0.7;
    }
    .nothing p {
      margin: var(--parley-space-1) 0;
    }
    .nothing p:first-of-type {
      color: var(--parley-text);
      font-size: var(--parley-text-l);
      font-weight: var(--parley-medium);
    }
    @container console (max-width: 45rem) {
      header {
        gap: var(--parley-space-2);
        padding-inline: var(--parley-space-3) var(--parley-space-2);
      }
      h1 span {
        position: absolute;
        inline-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    @container console (max-width: 22rem) {
      h1 svg {
        display: none;
      }
    }
  `,
];
