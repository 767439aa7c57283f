import {html} from '../lib/lit-html/lit-html.js';
import {withLinks} from '../client/links.js';

/** A text with its links. Lit puts each piece in as a text node: markup stays letters. A link reads from left to right in any sentence. */
export function linked(text) {
  return withLinks(text).map((piece) =>
    piece.href ? html`<a href=${piece.href} dir="ltr" target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>` : piece,
  );
}
