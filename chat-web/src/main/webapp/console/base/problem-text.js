import {t} from './texts.js';

/** Codes that have words of their own; what a newer server may add falls back to `internal`. */
const known = new Set([
  'disconnected', 'unavailable', 'rate-limited', 'unauthorized', 'forbidden', 'not-found', 'closed', 'too-large',
  'invalid', 'conflict', 'unreachable', 'timeout', 'misdirected',
]);

/**
 * What happened, whether something was lost, and what to do next.
 *
 * @param {{code: string, retryAfter?: number}} error
 */
export function problemText(error) {
  const code = known.has(error?.code) ? error.code : 'internal';
  return code === 'rate-limited' && error.retryAfter
    ? t('problem.rate-limited.seconds', {n: error.retryAfter})
    : t(`problem.${code}`);
}
