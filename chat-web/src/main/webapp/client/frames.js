/**
 * The shapes of what the server says, as far as the pages use them (docs/protocol.md has all of it). Nothing imports this
 * file while the library runs, as with types.js. Times are RFC 3339; a field that may be left out is `[so]`.
 *
 * @typedef {object} Person
 * @property {'visitor' | 'operator' | 'system'} kind
 * @property {string} [id]
 * @property {string | null} [name] null when unknown
 *
 * @typedef {'accepting' | 'away' | 'offline'} OperatorStatus
 *
 * @typedef {Person & {status?: OperatorStatus, roles?: string[], departments?: string[]}} Self the caller; of staff with
 *     what they are and the ids of the departments that they serve
 *
 * @typedef {object} Limits
 * @property {number} text UTF-16 units
 * @property {number} [frame] bytes
 * @property {number} [mergeUndo] staff: seconds
 * @property {number} [reopenHours] staff
 * @property {number} [patience] visitors: seconds; 0 for never
 *
 * @typedef {object} Welcome
 * @property {Self} self
 * @property {Partial<Limits>} limits
 * @property {boolean} [batch] whether messages hold several frames, and the `ack` of a line stands for its entry
 * @property {Summary[]} conversations
 *
 * @typedef {'public' | 'internal'} LogName
 *
 * @typedef {object} Summary how a conversation stands
 * @property {string} id
 * @property {string} site
 * @property {'queued' | 'active' | 'closed'} status
 * @property {{id: string, name: string}} department
 * @property {Person | null} owner
 * @property {Person} visitor
 * @property {Record<LogName, number>} head the newest number of each log
 * @property {{public: number}} [read] how far the receiver has read, who takes part
 * @property {string} opened
 * @property {string | null} closed
 * @property {string | null} subject
 * @property {'low' | 'normal' | 'high' | 'urgent'} [priority] of here on for staff
 * @property {string[]} [tags]
 * @property {string} [language] BCP 47
 * @property {string} [queued] since when it waits in the queue
 * @property {string} [responded]
 * @property {{operator: Person, until: string, from?: Person, note?: string}} [offer] while one operator is asked to take it
 * @property {boolean} [leftMessage] the visitor does not wait; of here on for all
 * @property {string} [mergedInto]
 * @property {string[]} [merged]
 * @property {true} [revoked]
 * @property {number} version
 *
 * @typedef {object} Entry
 * @property {string} conversation
 * @property {LogName} log
 * @property {number} seq
 * @property {string} at
 * @property {string} kind later versions have more than we know
 * @property {Person} [author]
 * @property {string} [text]
 * @property {string} [id] the sender's own
 * @property {EntryData} [data]
 *
 * @typedef {object} EntryData what goes with an entry, by its kind
 * @property {string} [operator] the id of whom it is about
 * @property {string} [name] the same one's
 * @property {string} [department]
 * @property {string} [departmentName]
 * @property {'true'} [returned]
 * @property {'true'} [takenOver]
 * @property {string} [into]
 * @property {string} [from]
 * @property {'true'} [undone]
 * @property {string} [closes]
 * @property {string} [reason]
 * @property {'declined' | 'lapsed' | 'returned'} [event]
 * @property {string} [tags] separated by blanks
 * @property {string} [priority]
 * @property {string} [blocked] until when, '' for good
 *
 * @typedef {object} Ack the answer to a command: what else it says depends on that
 * @property {'ack'} type
 * @property {string} re
 * @property {string} [conversation]
 * @property {number} [seq]
 * @property {string} [at]
 * @property {Entry[]} [entries] without `conversation` and `log`
 * @property {number} [head]
 * @property {number} [visitors] how many fit, inside the window and outside
 *
 * @typedef {{conversation: string, participant: Person, delivered?: number, read?: number}} Receipt
 *
 * @typedef {{conversation: string, participant: Person, text?: string}} Typing
 *
 * @typedef {object} There
 * @property {string} type
 * @property {string} conversation
 * @property {Person} participant
 * @property {boolean} there
 * @property {string} [since]
 * @property {boolean} [offline]
 * @property {string} [until]
 *
 * @typedef {{id: string, name: string, status: OperatorStatus}} OperatorThere
 *
 * @typedef {object} DepartmentThere
 * @property {string} id
 * @property {string} site
 * @property {string} key
 * @property {string} name
 * @property {boolean} open
 * @property {boolean} staffed
 * @property {boolean} accepting
 * @property {boolean} letsStart
 * @property {string} [opens]
 *
 * @typedef {{operators?: OperatorThere[], departments?: DepartmentThere[]}} Presence
 *
 * @typedef {{type: string, conversation: string, position: number, waiting?: number}} QueuePlace `waiting` in seconds
 *
 * @typedef {'queued' | 'delivered' | 'shown' | 'answered' | 'dismissed' | 'expired'} InvitationState
 *
 * @typedef {object} Invitation
 * @property {string} type
 * @property {string} invitation its id
 * @property {InvitationState} state
 * @property {'invite' | 'open'} mode
 * @property {string} site
 * @property {Person} visitor
 * @property {Person} author
 * @property {{id: string, name: string}} department
 * @property {string} text
 * @property {string | null} conversation
 * @property {string} at
 * @property {string} expires
 *
 * @typedef {object} LiveVisitor
 * @property {Person} visitor
 * @property {string} site
 * @property {true} [left] then the fields below are absent
 * @property {boolean} [proven]
 * @property {string | null} [page]
 * @property {string | null} [title]
 * @property {string | null} [referrer]
 * @property {string} [since] when the visit began
 * @property {string} [pageSince]
 * @property {number} [pages]
 * @property {string | null} [browser]
 * @property {string | null} [language] BCP 47
 * @property {Record<string, string>} [attributes]
 * @property {boolean} [returning]
 * @property {string} [address]
 * @property {string | null} [conversation]
 * @property {Person | null} [owner]
 *
 * @typedef {LiveVisitor & {total: number, more?: LiveVisitor[]}} LiveVisitors
 *
 * @typedef {{count: number, median?: number, most?: number}} Times seconds
 *
 * @typedef {object} BoardDepartment
 * @property {string} id
 * @property {string} site
 * @property {string} name
 * @property {number} waiting
 * @property {string} [longest]
 * @property {number} offered
 * @property {number} messages
 * @property {number} active
 * @property {{waits: Times, responses: Times}} hour
 * @property {{waits: Times, responses: Times}} today
 *
 * @typedef {OperatorThere & {active: number, offered: number, capacity: number}} BoardOperator
 *
 * @typedef {{departments: BoardDepartment[], operators: BoardOperator[], nobodys: number}} Board
 *
 * @typedef {{code: number, reason: string, reconnect: boolean, retryAfter?: number}} Bye
 */

export {};
