/** Close codes of `chat.v1`; docs/protocol.md has the same table. */
export const CloseCode = Object.freeze({
  PROTOCOL: 4400,
  UNAUTHORIZED: 4401,
  FORBIDDEN: 4403,
  REPLACED: 4409,
  RATE_LIMITED: 4429,
  INTERNAL: 4500,
  SHUTTING_DOWN: 4503,
  SLOW_READER: 4508,
  HEARTBEAT_MISSED: 4510,
});

/** Seconds to stay away after 4429 when the server names no number. */
const RATE_LIMIT_PAUSE = 30;

/**
 * What to do once a socket has closed. The range decides, so that a code added later is understood too.
 *
 * @param {number} code
 * @param {{reconnect?: boolean, retryAfter?: number}} [bye] the frame that came before, if one did
 * @returns {{reconnect: boolean, renewToken: boolean, waitSeconds?: number}}
 */
export function afterClose(code, bye = {}) {
  if (code === CloseCode.UNAUTHORIZED) {
    return {reconnect: true, renewToken: true};
  }
  if (code === CloseCode.RATE_LIMITED) {
    return {reconnect: true, renewToken: false, waitSeconds: bye.retryAfter ?? RATE_LIMIT_PAUSE};
  }
  const final = (code >= 4400 && code <= 4499) || bye.reconnect === false;
  return {reconnect: !final, renewToken: false};
}
