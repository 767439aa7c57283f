import {css} from '../../lib/lit-element/lit-element.js';
import {base} from '../../ui/shared.js';
import {turning} from '../looks/icons.js';

export const paneStyles = [
  base,
  turning,
  css`
    :host {
      container: pane / inline-size;
      display: flex;
      flex-direction: column;
      min-inline-size: 0;
      min-block-size: 0;
      border: 1px solid var(--parley-line);
      border-radius: var(--parley-radius-l);
      background: var(--parley-surface);
      overflow: hidden;
      transition: border-color var(--parley-quick);
    }
    :host(:focus-within) {
      border-color: var(--parley-accent);
    }
    :host([narrow]) {
      border-width: 1px 0 0;
      border-radius: 0;
    }
    .header {
      display: flex;
      align-items: center;
      gap: var(--parley-space-2);
      min-block-size: 3.25rem;
      padding-inline: var(--parley-space-4) var(--parley-space-2);
      border-block-end: 1px solid var(--parley-line);
    }
    :host([narrow]) .header {
      padding-inline-start: var(--parley-space-1);
    }
    .who {
      flex: 1;
      min-inline-size: 0;
    }
    h2,
    .where {
      margin: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    h2 {
      font-size: var(--parley-text-m);
      font-weight: var(--parley-bold);
    }
    .where {
      color: var(--parley-text-muted);
      font-size: var(--parley-text-xs);
    }
    .header parley-badge,
    console-pane-menu {
      flex: none;
    }
    .where parley-badge {
      margin-inline-start: var(--parley-space-1);
    }
    @container pane (max-width: 30rem) {
      .state {
        display: none;
      }
    }
    .header parley-button:not([variant='plain']) {
      --parley-button-padding: 0.125rem 0.625rem;
      flex: none;
    }
    .body {
      flex: 1;
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      min-block-size: 0;
    }
    .talk {
      display: flex;
      flex-direction: column;
      min-inline-size: 0;
      min-block-size: 0;
    }
    /* Without room beside the conversation the panel stands above it, never over it */
    :host([panel]) .body:has(console-visitor) {
      grid-template-rows: minmax(0, 2fr) minmax(0, 3fr);
    }
    console-visitor {
      order: -1;
      border-block-end: 1px solid var(--parley-line);
    }
    @container pane (min-width: 42rem) {
      :host([panel]) .body:has(console-visitor) {
        grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(15rem, 30%);
      }
      console-visitor {
        order: 0;
        border-block-end: 0;
        border-inline-start: 1px solid var(--parley-line);
      }
    }
    console-history {
      flex: 1;
    }
    .notice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--parley-space-2) var(--parley-space-3);
      padding: var(--parley-space-3) var(--parley-space-4);
      border-block-start: 1px solid var(--parley-line);
      background: var(--parley-sunken);
      color: var(--parley-text-muted);
    }
    .notice p {
      flex: 1 1 10rem;
      margin: 0;
    }
    .fill {
      flex: 1;
    }
    .behind {
      margin: 0;
      padding: var(--parley-space-1) var(--parley-space-4);
      background: var(--parley-warn-soft);
      color: var(--parley-warn-text);
      font-size: var(--parley-text-s);
    }
  `,
];
