/** Why a connection is closed. The names are the server's, and docs/protocol.md has the same table. */
export const CloseCode = {
  PROTOCOL: 4400,
  TOKEN: 4401,
  FORBIDDEN: 4403,
  REPLACED: 4409,
  RATE_LIMITED: 4429,
  INTERNAL: 4500,
  DRAINING: 4503,
  SLOW_READER: 4508,
  SILENT: 4510,
};

/** Seconds to stay away after 4429. */
const RATE_LIMIT_PAUSE = 30;

/** @returns {import('../types.js').Verdict} The range decides, so that a code added later is understood. */
export function afterClose(code, bye) {
  if (code === CloseCode.TOKEN) {
    return {reconnect: true, newToken: true};
  }
  if (code === CloseCode.RATE_LIMITED) {
    return {reconnect: true, wait: bye.retryAfter ?? RATE_LIMIT_PAUSE};
  }
  return {reconnect: (code < 4400 || code > 4499) && bye.reconnect !== false};
}
