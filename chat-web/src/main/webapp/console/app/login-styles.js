import {css} from '../../lib/lit-element/lit-element.js';
import {base} from '../../ui/shared.js';

export const loginStyles = [
  base,
  css`
    :host {
      display: grid;
      place-items: center;
      min-block-size: 100%;
      padding: var(--parley-space-4);
    }
    main {
      inline-size: min(100%, 23rem);
      padding: var(--parley-space-6) var(--parley-space-5);
      border: 1px solid var(--parley-line);
      border-radius: var(--parley-radius-l);
      background: var(--parley-surface);
      box-shadow: var(--parley-shadow-m);
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--parley-space-3);
      margin-block-end: var(--parley-space-5);
    }
    h1 {
      margin: 0;
      font-size: var(--parley-text-xl);
      font-weight: var(--parley-bold);
      line-height: 1.2;
    }
    header p {
      margin: 0.125rem 0 0;
      color: var(--parley-text-muted);
    }
    header svg {
      flex: none;
      inline-size: 2.5rem;
      block-size: 2.5rem;
      color: var(--parley-accent);
    }
    form {
      display: grid;
      gap: var(--parley-space-4);
    }
    .notice {
      margin: 0 0 var(--parley-space-4);
      padding: var(--parley-space-2) var(--parley-space-3);
      border-radius: var(--parley-radius-m);
      background: var(--parley-warn-soft);
      color: var(--parley-warn-text);
    }
    .problem {
      background: var(--parley-danger-soft);
      color: var(--parley-danger-text);
    }
    .notice:empty {
      display: none;
    }
    details {
      margin-block-start: var(--parley-space-5);
      padding-block-start: var(--parley-space-3);
      border-block-start: 1px solid var(--parley-line);
    }
    summary {
      padding-block: var(--parley-space-2);
      border-radius: var(--parley-radius-s);
      color: var(--parley-accent-text);
      cursor: pointer;
    }
    details form {
      padding-block-start: var(--parley-space-2);
    }
  `,
];
