/** The smallest runner that does: tests by name, one after the other, each told from the others only by its name. */
const tests = [];

/** A test that hangs is a test that failed. */
const LIMIT = 30_000;

/** @param {string} name @param {() => unknown} body */
export function test(name, body) {
  tests.push({name, body});
}

/** @returns {Promise<{passed: number, failed: {name: string, error: string}[]}>} */
export async function run() {
  const results = {passed: 0, failed: []};
  for (const {name, body} of tests) {
    try {
      await Promise.race([body(), tooLong()]);
      results.passed += 1;
    } catch (error) {
      results.failed.push({name, error: String(error?.stack ?? error)});
    }
  }
  return results;
}

/** @param {unknown} actual @param {unknown} expected @param {unknown} [what] they are */
export function equal(actual, expected, what = '') {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) {
    throw new Error(`${what} is ${is}, should be ${should}`);
  }
}

/** @param {unknown} value @param {string} what is wrong */
export function ok(value, what) {
  if (!value) {
    throw new Error(what);
  }
}

/**
 * @param {Promise<unknown>} promise
 * @returns {Promise<import('../../main/webapp/client/chat-error.js').ChatError>} what it was rejected with
 */
export async function rejection(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was not rejected');
}

function tooLong() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(`Not finished after ${LIMIT} ms`)), LIMIT));
}
