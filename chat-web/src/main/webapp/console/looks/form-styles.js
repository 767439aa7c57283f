import {css} from '../../lib/lit-element/lit-element.js';

/** Small forms in dialogs. */
export const formStyles = css`
  /* What somebody else wrote makes no form wider than its place */
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--parley-space-4);
  }
  label {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--parley-space-1);
    font-weight: var(--parley-medium);
  }
  select {
    max-inline-size: 100%;
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
