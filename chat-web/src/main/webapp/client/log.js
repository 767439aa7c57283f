/** A log is an array of entries, by number, without gaps; it may start above 1 when older ones are not loaded. */

/** @returns {number} the number of the newest entry, 0 when there is none */
export function last(log) {
  return log.at(-1)?.seq ?? 0;
}

/** @returns {number} the number of the oldest entry that is loaded, 0 when there is none */
export function first(log) {
  return log[0]?.seq ?? 0;
}

/**
 * Takes an entry if it is the next one. An empty log begins wherever the server begins.
 *
 * @returns {'added' | 'known' | 'gap'}
 */
export function append(log, entry) {
  if (log.length && entry.seq <= last(log)) {
    return 'known';
  }
  if (log.length && entry.seq !== last(log) + 1) {
    return 'gap';
  }
  log.push(entry);
  return 'added';
}

/** Puts older entries before the ones we have; whatever does not end right before them is left out. */
export function prepend(log, older) {
  for (const entry of older.toReversed()) {
    if (!log.length || entry.seq === first(log) - 1) {
      log.unshift(entry);
    }
  }
}
