import {html} from '../lib/lit-element/lit-element.js';

const icon = (path) => html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${path}></path></svg>`;

export const icons = {
  minimise: icon('m5 7.5 5 5 5-5'),
  end: icon('M8 3.5H5.5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2H8M12.5 6.5 16 10l-3.5 3.5M16 10H8'),
  send: icon('M10 16V4.5M5 9l5-5 5 5'),
  down: icon('M10 4v12M5 11l5 5 5-5'),
};

/** Its name is said aloud, and as a tooltip. */
export const iconButton = (shape, label, press) =>
  html`<button class="plain" aria-label=${label} title=${label} @click=${press}>${shape}</button>`;
