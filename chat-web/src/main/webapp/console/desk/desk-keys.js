import {standing} from '../model/desk-model.js';
import {stepToArea} from './focus-areas.js';
import {actionOf} from '../base/shortcuts.js';

/**
 * What the keys of the desk do: the current conversation is the one that was used last. Where a page stands in the desk's
 * place only those work that turn pages.
 *
 * @param {KeyboardEvent} event
 * @param {{renderRoot: ParentNode, page: import('./page-beside.js').PageBeside, client: import('../../client/chat-client.js').ChatClient,
 *     panes: import('./pane-switch.js').PaneSwitch, commands: import('./desk-commands.js').DeskCommands,
 *     ask: (dialog: string, ...about: unknown[]) => void, askToEnd: (conversation: string) => void,
 *     showUnread: () => void}} desk
 */
export function pressKey(event, {renderRoot, page, client, panes, commands, ask, askToEnd, showUnread}) {
  const action = actionOf(event);
  if (!action || (page.current !== null && action !== 'visitors')) {
    return;
  }
  event.preventDefault();
  const {active} = panes;
  const mine = standing(client.store.conversations.get(active), client.store.self) === 'mine';
  const actions = {
    next: () => stepToArea(renderRoot, 1),
    previous: () => stepToArea(renderRoot, -1),
    accept: () => commands.acceptFirst(),
    decline: () => commands.declineFirst(),
    transfer: () => mine && ask('transfer', active),
    unread: () => showUnread(),
    end: () => mine && askToEnd(active),
    hide: () => active && panes.hide(active),
    visitor: () => active && panes.togglePanel(active),
    label: () => mine && ask('labels', active),
    visitors: () => page.toggle('visitors'),
    note: () => active && panes.paneOf(active)?.switchNote(),
    help: () => ask('help'),
  };
  actions[action]();
}
