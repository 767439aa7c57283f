/** Pages beside the desk; each has an address of its own, such as `#/admin/departments/shop/support`. */
const areas = ['admin', 'blocks', 'board', 'visitors'];

/** @returns {{area: string, parts: string[]} | null} null for the desk itself */
export function pageOf(hash) {
  const [area, ...parts] = hash.replace(/^#\//, '').split('/').map(decoded);
  return areas.includes(area) ? {area, parts} : null;
}

/** @returns {string} the address of a page */
export function addressOf(...parts) {
  return `#/${parts.filter((part) => part !== undefined).map(encodeURIComponent).join('/')}`;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
