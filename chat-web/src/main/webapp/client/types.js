/**
 * The shapes that the modules of this folder share. Nothing imports this file while the library runs: it costs a page
 * nothing, and an editor reads it through `import('./types.js')`.
 *
 * @typedef {object} Environment all that the library takes from the browser
 * @property {new (url: string, protocols: string[]) => WebSocket} WebSocket
 * @property {(run: () => void, ms: number) => unknown} setTimeout
 * @property {(timer: unknown) => void} clearTimeout
 * @property {() => number} now milliseconds since 1970
 * @property {() => number} random from 0 up to, not including, 1
 * @property {() => string} randomId that nobody else ever makes
 * @property {EventTarget} network tells `online`
 * @property {() => IDBFactory} indexedDB may throw where storage is forbidden
 * @property {string} location the page's address
 *
 * @typedef {object} ClientOptions
 * @property {string} [base] context root of the chat server; `/chat` when left out
 * @property {string} name this client's name and version
 * @property {(expired: boolean) => Promise<string>} token gives the JWT, a new one when `expired` is true; a ChatError
 *     `unauthorized`, `forbidden`, `not-found` or `invalid` ends the attempts, any other error is tried again
 * @property {string} storageKey whose unsent messages this browser keeps; several people may use one browser
 * @property {Partial<Environment>} [environment] what to take instead of the browser's own
 *
 * @typedef {object} ConnectionOptions
 * @property {Environment} environment
 * @property {string} url ws: or wss:
 * @property {(expired: boolean) => Promise<string>} token
 * @property {{hello: () => object, frame: (frame: object) => void, state: (state: string) => void,
 *     bye: (bye: {code: number, reason: string, reconnect: boolean}) => void}} on
 *
 * @typedef {object} Verdict what to do after a close
 * @property {boolean} reconnect
 * @property {boolean} [newToken] ask for a new token first
 * @property {number} [wait] seconds that the server told us to wait
 *
 * @typedef {object} Conversation
 * @property {string} id
 * @property {object | null} summary as the server sent it last; null until it has
 * @property {object[]} entries the public log, by number, without gaps; it may begin above 1
 * @property {object[]} internal the log for staff
 * @property {Pending[]} pending messages of ours that are not in the log yet, oldest first
 * @property {Map<string, {participant: object, delivered: number, read: number}>} receipts by participant's id
 * @property {boolean} upToDate false while entries are known to be missing, or cannot be known
 *
 * @typedef {object} Pending
 * @property {string} id
 * @property {string} text
 * @property {number} at milliseconds since 1970
 * @property {'sending' | 'failed'} state
 * @property {{code: string, message: string}} [error] why it failed
 *
 * @typedef {object} OutboxItem a command that waits
 * @property {string} id
 * @property {string} lane a conversation's id, or `start`; commands of one lane leave in order, one at a time
 * @property {number} position its place among all that wait
 * @property {object} frame
 * @property {number} at milliseconds since 1970
 * @property {'sending' | 'failed'} state
 * @property {{code: string, message: string, field?: string}} [error]
 * @property {number} [seq] the number that its `ack` gave it
 */

export {};
