/**
 * The shapes of what the HTTP resources answer, as far as the desk uses them (docs/protocol.md has all of it). Nothing imports
 * this file while the console runs. Times are RFC 3339; a field that may be left out is `[so]`.
 *
 * @import {LiveVisitor, Person, Summary} from '../../client/frames.js'
 *
 * @typedef {object} Block
 * @property {Person} visitor
 * @property {string} site
 * @property {Person} by
 * @property {string} since
 * @property {string} [until] absent: until it is lifted
 * @property {string} [reason]
 *
 * @typedef {object} VisitorKnown what is known of a visitor
 * @property {Person} visitor
 * @property {string} site
 * @property {boolean} proven
 * @property {Record<string, string>} attributes
 * @property {string} since
 * @property {Partial<LiveVisitor>} [live]
 * @property {Block} [block]
 *
 * @typedef {Pick<Summary, 'id' | 'status' | 'opened' | 'tags'> & Partial<Pick<Summary, 'owner' | 'subject' | 'closed'>> & {department: string}}
 *     ListedConversation one in the list of a visitor's; `department` is a name
 *
 * @typedef {Pick<Summary, 'id' | 'site' | 'status' | 'department' | 'visitor' | 'opened' | 'owner'>} OpenConversation
 *
 * @typedef {{url: string, at: string, title?: string, referrer?: string}} PageView
 *
 * @typedef {object} CannedReply
 * @property {string} id
 * @property {{id: string, name: string}} site
 * @property {string} [department] its id; absent: for the whole site
 * @property {string} shortcut
 * @property {string} language BCP 47
 * @property {string} text
 *
 * @typedef {{day: string} & Record<'attempts' | 'delivered' | 'shown' | 'answered' | 'dismissed' | 'failed', number>} InvitationDay
 */

export {};
