import {css, html, svg} from '../../lib/lit-element/lit-element.js';

/** Pictures beside words; those that stand alone get their name from the button around them. */
const icon = (path) => html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor"
  stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

export const mark = html`<svg viewBox="0 0 32 32" width="32" height="32" fill="currentColor" aria-hidden="true">
  <path fill-rule="evenodd" d="M7 3h18a5 5 0 0 1 5 5v11a5 5 0 0 1-5 5h-8l-7 6v-6H7a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5zm2 6.750a1.250 1.250 0 0 0 0 2.500h14a1.250 1.250 0 0 0 0-2.500zm0 5.500a1.250 1.250 0 0 0 0 2.500h8.500a1.250 1.250 0 0 0 0-2.500z" />
</svg>`;

export const back = html`<span class="turn">${icon(svg`<path d="M12 4.500 6.500 10l5.500 5.500" />`)}</span>`;
export const hide = icon(svg`<path d="m5.500 5.500 9 9m0-9-9 9" />`);
export const person = icon(svg`<circle cx="10" cy="7" r="3" /><path d="M4 16.500c.5-3.500 3-5 6-5s5.500 1.500 6 5" />`);
export const more = icon(svg`<path d="M4.500 10h.01M10 10h.01M15.500 10h.01" stroke-width="2.600" />`);
export const down = icon(svg`<path d="M10 4.500v11m-4.500-4.500L10 15.500l4.500-4.500" />`);
export const send = html`<span class="turn">${icon(svg`<path d="M3.500 10 16.500 4l-4.500 12.500-2.500-5z M9.500 11.500 16.500 4" />`)}</span>`;
export const note = icon(svg`<path d="M4.500 3.500h11v8.500l-4 4.500h-7zM15.500 12h-4v4.500M7.500 7.500h5m-5 3h2.500" />`);
export const clock = icon(svg`<circle cx="10" cy="10" r="6.500" /><path d="M10 6.500V10l2.250 1.500" />`);
export const check = icon(svg`<path d="m4.500 10.500 3.500 3.500 7.500-8" />`);
export const doubleCheck = icon(svg`<path d="m2 10.500 3.500 3.500L13 6m-3 7 1 1 7.500-8" />`);
export const warning = icon(svg`<path d="M10 3.500 17.500 16h-15zM10 8v3.500m0 2.250v.1" />`);
export const inbox = icon(svg`<path d="M3 11.500 5 4.500h10l2 7v4H3zm0 0h4l1 2h4l1-2h4" />`);

/** Some pictures point in the direction of reading. */
export const turning = css`
  .turn,
  .turn svg {
    display: block;
  }
  .turn:dir(rtl) {
    transform: scaleX(-1);
  }
`;
