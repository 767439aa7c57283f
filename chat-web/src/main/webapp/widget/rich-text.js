const ADDRESS = /https?:\/\/[^\s<>"']+/gi;

/** What ends a sentence rather than an address; a closing bracket belongs to it only when it was opened there. */
const TAIL = /[.,;:!?…，。；：！？、]+$/;

/** The whole text in pieces: strings, and `{address}` for what is to be a link. */
export function withAddresses(text) {
  const pieces = [];
  let from = 0;
  for (const {0: found, index} of text.matchAll(ADDRESS)) {
    const address = trimmed(found);
    pieces.push(text.slice(from, index), URL.canParse(address) ? {address} : address);
    from = index + address.length;
  }
  return [...pieces, text.slice(from)].filter(Boolean);
}

function trimmed(found) {
  let address = found.replace(TAIL, '');
  while (address.endsWith(')') && address.split('(').length < address.split(')').length) {
    address = address.slice(0, -1).replace(TAIL, '');
  }
  return address;
}
