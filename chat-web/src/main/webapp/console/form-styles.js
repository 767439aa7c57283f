import {css} from '../lib/lit-element/lit-element.js';

/** Small forms in dialogs. */
export const formStyles = css`
  form {
    display: grid;
    gap: var(--parley-space-4);
  }
  label {
    display: grid;
    gap: var(--parley-space-1);
    font-weight: var(--parley-medium);
  }
  select {
    min-block-size: var(--parley-target);
    padding-inline: var(--parley-space-2);
    border: 1px solid var(--parley-line-strong);
    border-radius: var(--parley-radius-m);
    background: var(--parley-surface);
    color: inherit;
    font: inherit;
  }
  @media (any-pointer: coarse) {
    select {
      font-size: 1rem;
    }
  }
  .actions {
    display: flex;
    justify-content: flex-end;
    gap: var(--parley-space-2);
  }
`;
