/** How many entries one request brings at most. */
const page = 200;

/**
 * Reads a conversation that the client does not keep, from its beginning.
 *
 * @param {import('../../client/chat-client.js').ChatClient} client
 * @param {string} id
 * @returns {Promise<import('../../client/types.js').Conversation>} its entries in both logs; rejects with a ChatError
 */
export async function wholeLog(client, id) {
  const [entries, internal] = await Promise.all(['public', 'internal'].map((log) => read(client, id, log)));
  return {id, summary: null, entries, internal, pending: [], receipts: new Map(), upToDate: true};
}

/**
 * @param {import('../../client/chat-client.js').ChatClient} client
 * @param {string} conversation
 * @param {string} log
 */
async function read(client, conversation, log) {
  /** @type {import('../../client/frames.js').Entry[]} */
  const entries = [];
  let head = 1;
  while (entries.length < head) {
    const answer = await client.command({type: 'sync', conversation, log, after: entries.length, limit: page});
    entries.push(...answer.entries.map((entry) => ({log, ...entry})));
    head = answer.entries.length ? answer.head : 0;
  }
  return entries;
}
