import {LitElement, css, html, nothing} from '../../lib/lit-element/lit-element.js';
import {repeat} from '../../lib/lit/directives/repeat.js';
import '../../ui/badge.js';
import '../../ui/button.js';
import '../../ui/dialog.js';
import {base} from '../../ui/shared.js';
import './board-follow.js';
import {Following, Ticking} from '../base/following.js';
import {guarded} from '../base/guard.js';
import {pageStyles} from '../looks/page-styles.js';
import {problemText} from '../base/problem-text.js';
import {t} from '../base/texts.js';
import {visitorName} from '../looks/visitor-name.js';
import {formatWaiting} from '../looks/waiting-time.js';

/**
 * @import {ChatClient} from '../../client/chat-client.js'
 * @import {ChatError} from '../../client/chat-error.js'
 * @import {Board, BoardDepartment, BoardOperator, Times} from '../../client/frames.js'
 * @import {Api} from '../base/api.js'
 * @import {OpenConversation} from '../base/resources.js'
 * @import {QueueWatch} from '../model/queue-watch.js'
 * @import {Reading} from '../model/reading.js'
 * @import {TypingWatch} from '../model/typing-watch.js'
 * @import {DeclarationsOf, ElementWith} from '../../ui/shared.js'
 *
 * @typedef {object} Properties
 * @property {ChatClient} client
 * @property {Api} api
 * @property {QueueWatch} queue
 * @property {Reading} reading
 * @property {TypingWatch} typing
 * @property {Board} [_board]
 * @property {OpenConversation[]} _open
 * @property {string | undefined} _followed a conversation
 * @property {{id: string, name: string} | undefined} _forced the operator who is asked about
 * @property {ChatError | undefined} _error
 */

const tones = {accepting: 'ok', away: 'warn', offline: 'neutral'};

/** The supervisors' board: departments, operators and conversations, live. Fires `taken` {conversation}. */
export class ConsoleBoard extends /** @type {ElementWith<Properties>} */ (LitElement) {
  /** @type {DeclarationsOf<Properties>} */
  static properties = {
    client: {attribute: false}, api: {attribute: false}, queue: {attribute: false}, reading: {attribute: false}, typing: {attribute: false},
    _board: {state: true}, _open: {state: true}, _followed: {state: true}, _forced: {state: true}, _error: {state: true},
  };

  static styles = [
    base,
    pageStyles,
    css`
      .table {
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        background: var(--parley-surface);
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: var(--parley-space-2) var(--parley-space-3);
        border-block-end: 1px solid var(--parley-line);
        text-align: start;
      }
      thead th {
        color: var(--parley-text-muted);
        font-size: var(--parley-text-s);
      }
    `,
  ];

  /** @param {CustomEvent<Board>} event */
  #board = ({detail}) => this.#take(detail);

  constructor() {
    super();
    this._open = [];
    new Following(this, () => this.client, ['change']);
    new Ticking(this, 1000);
  }

  connectedCallback() {
    super.connectedCallback();
    this.client.addEventListener('board', this.#board);
    this.queue.alsoWatch(['board']);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.client.removeEventListener('board', this.#board);
    this.queue.alsoWatch();
  }

  /** @param {Board} board */
  async #take(board) {
    this._board = board;
    try {
      this._open = await this.api.get('/board/conversations');
      this._error = undefined;
    } catch (error) {
      this._error = error;
    }
  }

  render() {
    if (!this._board) {
      return html`<h2>${t('board.heading')}</h2><p role="status">${t(this.queue.state === 'failed' ? 'board.failed' : 'desk.loading')}</p>`;
    }
    const {departments, operators} = this._board;
    return html`<h2>${t('board.heading')}</h2>
      ${this._error ? html`<p role="alert">${problemText(this._error)}</p>` : nothing}
      ${this._followed ? this.#follow(this._followed) : nothing}
      ${table(t('admin.departments'), ['department', 'waiting', 'longest', 'offered', 'messages', 'active', 'waits', 'responses'],
        repeat(departments, ({id}) => id, (one) => this.#department(one)))}
      ${table(t('board.operators'), ['operator', 'status', 'load', 'actions'], repeat(operators, ({id}) => id, (one) => this.#operator(one)))}
      ${table(t('board.conversations'), ['visitor', 'department', 'operator', 'since', 'actions'],
        repeat(this._open, ({id}) => id, (one) => guarded(() => this.#conversation(one))))}
      ${this.#question()}`;
  }

  /** @param {BoardDepartment} one */
  #department({name, site, waiting, longest, offered, messages, active, hour}) {
    return html`<tr><th scope="row"><bdi>${name}</bdi> · <bdi>${site}</bdi></th><td>${waiting}</td><td>${age(longest)}</td><td>${offered}</td>
      <td>${messages}</td><td>${active}</td><td>${took(hour.waits)}</td><td>${took(hour.responses)}</td></tr>`;
  }

  /** @param {BoardOperator} one */
  #operator({id, name, status, active, offered, capacity}) {
    return html`<tr><th scope="row"><bdi>${name}</bdi></th><td><parley-badge tone=${tones[status]}>${t(`status.${status}`)}</parley-badge></td>
      <td>${t('board.load.of', {load: active + offered, capacity})}</td>
      <td>${status === 'accepting' && id !== this.client.store.self?.id
        ? html`<parley-button label=${t('board.force.of', {name})} @click=${() => (this._forced = {id, name})}>${t('board.force')}</parley-button>`
        : nothing}</td></tr>`;
  }

  /** @param {OpenConversation} one */
  #conversation({id, visitor, department, owner, opened}) {
    const name = visitorName({summary: {visitor}});
    return html`<tr><th scope="row"><bdi>${name}</bdi></th><td><bdi>${department.name}</bdi></td><td><bdi>${owner?.name ?? t('pane.state.queued')}</bdi></td>
      <td>${age(opened)}</td><td><parley-button data-conversation=${id} label=${t('board.follow.of', {name})} @click=${() => this.#turnTo(id)}>${t('board.follow')}</parley-button></td></tr>`;
  }

  /** @param {string} id */
  #follow(id) {
    return repeat([id], (one) => one, (one) => html`<board-follow .client=${this.client} .reading=${this.reading} .typing=${this.typing} .conversation=${one}
      @close=${() => this.#turnTo()} @taken=${({detail}) => this.dispatchEvent(new CustomEvent('taken', {detail}))}></board-follow>`);
  }

  /**
   * Follows a conversation, or none any more; the focus goes along, and back to where it came from.
   *
   * @param {string} [id]
   */
  async #turnTo(id) {
    const before = this._followed;
    this._followed = id;
    await this.updateComplete;
    const row = `[data-conversation="${CSS.escape(before ?? '')}"]`;
    const target = id ? 'board-follow' : this.renderRoot.querySelector(row) ? row : '.table:last-of-type';
    /** @type {HTMLElement} */ (this.renderRoot.querySelector(target))?.focus();
  }

  #question() {
    const {id, name} = this._forced ?? {};
    return html`<parley-dialog heading=${t('board.force.heading', {name: name ?? ''})} closelabel=${t('cancel')} ?open=${Boolean(id)}
      @close=${({currentTarget}) => this.#force(currentTarget.returnValue === 'yes')}>${t('board.force.text')}
      <div slot="actions"><parley-button @click=${() => this.#dialog.close()}>${t('cancel')}</parley-button>
        <parley-button variant="danger" @click=${() => this.#dialog.close('yes')}>${t('board.force.confirm')}</parley-button></div></parley-dialog>`;
  }

  get #dialog() {
    return this.renderRoot.querySelector('parley-dialog');
  }

  async #force(agreed) {
    const {id} = this._forced ?? {};
    this._forced = undefined;
    if (agreed && id) {
      try {
        await this.client.command({type: 'force', operator: id, status: 'away'});
      } catch (error) {
        this._error = error;
      }
    }
  }
}

function table(name, columns, rows) {
  return html`<h2>${name}</h2><div class="table" tabindex="0" role="region" aria-label=${name}><table>
    <thead><tr>${columns.map((one) => html`<th scope="col">${t(`board.${one}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** @param {string | undefined} time */
const age = (time) => (time ? formatWaiting(Date.now() - Date.parse(time)) : '–');

/** @param {Times} times */
const took = ({count, median, most}) => (count ? `${formatWaiting(median * 1000)} / ${formatWaiting(most * 1000)}` : '–');

customElements.define('console-board', ConsoleBoard);
