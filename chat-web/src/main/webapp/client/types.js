/**
 * The shapes that the modules of this folder share. Nothing imports this file while the library runs: it costs a page
 * nothing, and an editor reads it through `import('./types.js')`.
 *
 * @import {Bye, Entry, Person, Summary, There} from './frames.js'
 *
 * @typedef {object} Environment all that the library takes from the browser
 * @property {new (url: string, protocols: string[]) => WebSocket} WebSocket
 * @property {(run: (nothing?: undefined) => void, ms: number) => unknown} setTimeout
 * @property {(timer: unknown) => void} clearTimeout
 * @property {() => number} now milliseconds since 1970
 * @property {() => number} random from 0 up to, not including, 1
 * @property {() => string} randomId that nobody else ever makes
 * @property {EventTarget} network tells `online`, and `pagehide`, `freeze`, `pageshow` and `resume` of the page
 * @property {typeof fetch} fetch
 * @property {() => Worker} ticker sends a message every five seconds, however hidden the page is
 * @property {() => Promise<typeof import('./line/polling.js')>} polling loads polling.js, which few networks need
 * @property {() => Promise<typeof import('./line/tab-host.js')>} tabHost loads tab-host.js, which the first of several tabs needs
 * @property {LockManager} [locks] missing on pages without TLS: then every tab has a line of its own
 * @property {typeof BroadcastChannel} [BroadcastChannel]
 * @property {() => IDBFactory} indexedDB may throw where storage is forbidden
 * @property {() => Storage} storage may throw where storage is forbidden
 * @property {string} location the page's address
 *
 * @typedef {object} ClientOptions
 * @property {string} [base] context root of the chat server; `/chat` when left out
 * @property {string} name this client's name and version
 * @property {(expired: boolean) => Promise<string>} token gives the JWT, a new one when `expired` is true; a ChatError
 *     `unauthorized`, `forbidden`, `not-found`, `invalid` or `misdirected` ends the attempts, any other error is tried again
 * @property {string} storageKey whose unsent messages this browser keeps; several people may use one browser
 * @property {import('./line/tab-wishes.js').TabWishes} [wishes] for staff: what their tabs watch and follow together
 * @property {Partial<Environment>} [environment] what to take instead of the browser's own
 *
 * @typedef {object} ConnectionOptions
 * @property {Environment} environment
 * @property {string} base the chat server's address, with a slash at the end
 * @property {(expired: boolean) => Promise<string>} token
 * @property {import('./line/tabs.js').Tabs} tabs
 * @property {{hello: () => Command, frame: (frame: Frame) => void, state: (state: string, code?: number) => void,
 *     bye: (bye: Bye) => void}} on `code` is why the line broke
 *
 * @typedef {{
 *     send(text: string): void,
 *     close(): void,
 *     onopen?(event?: Event): void,
 *     onmessage?(event: {data: string | Frame}): void,
 *     onclose?(event: {code: number, reason?: string}): void,
 * }} Line what Connection speaks through, with the face of a WebSocket: a WebSocket, a PollSocket, or a line to the leading
 *     tab. `data` of a message is a text or, from the latter two, the frame itself
 *
 * @typedef {object} TabMessage what tabs say to each other
 * @property {string} [from] the line of a following tab
 * @property {string} [text] its frame
 * @property {string} [to] the line that is meant; left out, all that were greeted
 * @property {Frame[]} [frames]
 * @property {{code: number}} [close] the line is gone
 * @property {true} [here] the leading tab is live: dial
 *
 * @typedef {object} Verdict what to do after a close
 * @property {boolean} reconnect
 * @property {boolean} [newToken] ask for a new token first
 * @property {number} [wait] seconds that the server told us to wait
 *
 * @typedef {object} Conversation
 * @property {string} id
 * @property {Summary | null} summary as the server sent it last; null until it has, and when it is not ours to see any more
 * @property {Summary} [former] the last summary of one that is not ours to see any more
 * @property {There | null} [gone] who of the other side has no living device: the `there` frame
 * @property {Entry[]} entries the public log, by number, without gaps; it may begin above 1
 * @property {Entry[]} internal the log for staff
 * @property {Pending[]} pending messages of ours that are not in the log yet, oldest first
 * @property {Map<string, {participant: Person, delivered: number, read: number}>} receipts by participant's id
 * @property {boolean} upToDate false while entries are known to be missing, or cannot be known
 * @property {boolean} [lost] the server had less of it than this device, so it is fetched anew
 *
 * @typedef {object} Pending
 * @property {string} id
 * @property {string} text
 * @property {boolean} [offline] whether a start leaves a message, because nobody is there
 * @property {boolean} note whether it goes to the internal log
 * @property {number} at milliseconds since 1970
 * @property {'sending' | 'failed'} state
 * @property {{code: string, message: string}} [error] why it failed
 *
 * @typedef {{type: string, [field: string]: any}} Frame of the server, or as though: its type decides the fields (frames.js)
 *
 * @typedef {{type: string, id?: string, conversation?: string, text?: string, offline?: boolean, [field: string]: unknown}} Command
 *     a frame that asks for something; with an `id` it gets an `ack` or an `error`
 *
 * @typedef {object} OutboxItem a command that waits
 * @property {string} id
 * @property {string} lane a conversation's id, or `start`; commands of one lane leave in order, one at a time
 * @property {number} position its place among all that wait
 * @property {Command} frame
 * @property {number} at milliseconds since 1970
 * @property {'sending' | 'failed'} state
 * @property {{code: string, message: string, field?: string}} [error]
 * @property {number} [seq] the number that its `ack` gave it
 */

/**
 * EventTarget whose events have details.
 *
 * @template E the details, by the types of the events
 * @typedef {(new (...args: any[]) => {
 *     addEventListener<T extends keyof E>(type: T, hear: (event: CustomEvent<E[T]>) => void): void,
 *     removeEventListener<T extends keyof E>(type: T, hear: (event: CustomEvent<E[T]>) => void): void,
 * }) & typeof EventTarget} TargetOf
 */

export {};
