import {html, svg} from '../lib/lit-element/lit-element.js';

const icon = (shape) =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${shape}</svg>`;

export const icons = {
  minimise: icon(svg`<path d="m5 7.5 5 5 5-5"/>`),
  end: icon(svg`<path d="M8 3.5H5.5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2H8M12.5 6.5 16 10l-3.5 3.5M16 10H8"/>`),
  send: icon(svg`<path d="M10 16V4.5M5 9l5-5 5 5"/>`),
  down: icon(svg`<path d="M10 4v12M5 11l5 5 5-5"/>`),
};
