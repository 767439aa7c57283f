/**
 * Why a connection is closed. The names are the server's, and docs/protocol.md has the same table. Constants of their own:
 * who packages the files leaves out those that nobody means.
 */
export const PROTOCOL = 4400;
export const TOKEN = 4401;
export const FORBIDDEN = 4403;
export const REPLACED = 4409;
export const RATE_LIMITED = 4429;
export const INTERNAL = 4500;
export const DRAINING = 4503;
export const SLOW_READER = 4508;
export const SILENT = 4510;

/** Seconds to stay away after 4429. */
const RATE_LIMIT_PAUSE = 30;

/**
 * @param {number} code
 * @param {{reconnect?: boolean, retryAfter?: number}} bye
 * @returns {import('../types.js').Verdict} The range decides, so that a code added later is understood.
 */
export function afterClose(code, bye) {
  if (code === TOKEN) {
    return {reconnect: true, newToken: true};
  }
  if (code === RATE_LIMITED) {
    return {reconnect: true, wait: bye.retryAfter ?? RATE_LIMIT_PAUSE};
  }
  return {reconnect: (code < 4400 || code > 4499) && bye.reconnect !== false};
}
