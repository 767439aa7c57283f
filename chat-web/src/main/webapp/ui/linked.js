import {html} from '../lib/lit-html/lit-html.js';

/**
 * The pieces of a text (`webapp/client/links.js`). Lit puts each in as a text node: markup stays letters. A link reads from
 * left to right in any sentence.
 *
 * @param {(string | import('../client/links.js').Link)[]} pieces
 */
export function linked(pieces) {
  // A string has no `href`
  return /** @type {Partial<import('../client/links.js').Link>[]} */ (pieces).map((piece) =>
    piece.href ? html`<a href=${piece.href} dir="ltr" target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>` : piece,
  );
}
