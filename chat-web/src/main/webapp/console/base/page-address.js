/**
 * What a visitor's browser said of a page, as what it is: only a web page's address becomes a link.
 *
 * @param {string} [said]
 * @returns {URL | null} null for what is no web page's address
 */
export function webAddress(said) {
  const url = URL.canParse(said) ? new URL(said) : null;
  return ['http:', 'https:'].includes(url?.protocol) ? url : null;
}

/** An address without what is the same for all; what is none stays as it was said. @param {string} said */
export function placeOf(said) {
  const url = webAddress(said);
  return url ? `${url.host}${url.pathname === '/' && !url.search ? '' : url.pathname}${url.search}` : said;
}
