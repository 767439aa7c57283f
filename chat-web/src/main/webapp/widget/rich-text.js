import {html} from '../lib/lit/index.js';

const ADDRESS = /https?:\/\/[^\s<>"']+/gi;

/** What ends a sentence rather than an address; a closing bracket belongs to it only when it was opened there. */
const TAIL = /[.,;:!?…，。；：！？、]+$/;

/** Text as text, its web addresses as links. Lit puts every part in as a text node: markup stays letters. */
export function richText(text) {
  const parts = [];
  let from = 0;
  for (const {0: found, index} of text.matchAll(ADDRESS)) {
    const address = trimmed(found);
    parts.push(text.slice(from, index), URL.canParse(address) ? link(address) : address);
    from = index + address.length;
  }
  return [...parts, text.slice(from)];
}

function trimmed(found) {
  let address = found.replace(TAIL, '');
  while (address.endsWith(')') && address.split('(').length < address.split(')').length) {
    address = address.slice(0, -1).replace(TAIL, '');
  }
  return address;
}

const link = (address) => html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`;
