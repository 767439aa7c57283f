import {ChatError} from '../../client/chat-error.js';

/** The context root, from the page's own address: an administrator may have deployed us anywhere. */
export const base = new URL('..', location.href).pathname.replace(/\/$/, '');

/**
 * @template T
 * @param {string} path
 * @param {object} [body]
 * @param {string} [token]
 * @returns {Promise<T>} as `ask`
 */
export function post(path, body, token) {
  return ask('POST', path, token, body ?? {});
}

/**
 * @template T
 * @param {string} method
 * @param {string} path below `/api/v1`
 * @param {string} [token]
 * @param {object} [body]
 * @returns {Promise<T | null>} the answer, null when there is nothing to say; rejects with a ChatError, `disconnected` when no answer came
 */
export async function ask(method, path, token, body) {
  /** @type {Record<string, string>} */
  const headers = {Accept: 'application/json'};
  if (body) {
    headers['Content-Type'] = 'application/json';
  }
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  const response = await answer(`${base}/api/v1${path}`, {method, headers, body: body && JSON.stringify(body)});
  if (response.status === 204) {
    return null;
  }
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
