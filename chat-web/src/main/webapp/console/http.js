import {ChatError} from '../client/chat-client.js';

/** The context root, from this module's own address: an administrator may have deployed us anywhere. */
export const base = new URL('..', import.meta.url).pathname.replace(/\/$/, '');

/**
 * @param {string} path below `/api/v1`
 * @param {object} [body]
 * @param {string} [token]
 * @returns {Promise<object>} the answer; rejects with a ChatError, `disconnected` when no answer came
 */
export async function post(path, body, token) {
  const headers = {'Content-Type': 'application/json', Accept: 'application/json'};
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  const response = await answer(`${base}/api/v1${path}`, {method: 'POST', headers, body: JSON.stringify(body ?? {})});
  const content = await response.json().catch(() => null);
  if (!response.ok || !content) {
    throw new ChatError({
      code: content?.code ?? codeOf(response.status),
      message: content?.detail ?? content?.title ?? response.statusText,
      retryAfter: content?.retryAfter ?? (Number(response.headers.get('Retry-After')) || undefined),
      field: content?.field,
    });
  }
  return content;
}

async function answer(url, request) {
  try {
    return await fetch(url, request);
  } catch {
    throw new ChatError({code: 'disconnected', message: 'No answer'});
  }
}

// Our server always names the code. Without one somebody else answered: a proxy, or a server that is still starting and
// knows no `/chat` yet. Only a container's own 401 comes without a document and means what it says.
function codeOf(status) {
  return {401: 'unauthorized', 429: 'rate-limited'}[status] ?? 'unavailable';
}
