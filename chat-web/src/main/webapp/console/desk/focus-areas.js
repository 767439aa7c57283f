/** The areas of the desk that F6 moves between. */
const areas = 'console-status, console-offers, console-queue, console-conversations, console-pane';

/**
 * The next area that takes the focus; one that cannot is passed over.
 *
 * @param {ShadowRoot} desk
 * @param {1 | -1} by
 */
export async function stepToArea(desk, by) {
  const open = [...desk.querySelectorAll(areas)].filter((area) => area.checkVisibility());
  const from = open.findIndex((area) => area.matches(':focus-within'));
  const start = from < 0 && by < 0 ? 0 : from;
  for (let steps = 1; steps <= open.length; steps++) {
    const area = open.at((start + steps * by) % open.length);
    await (area.takeFocus ? area.takeFocus() : entrance(area)?.focus());
    if (area.matches(':focus-within')) {
      return;
    }
  }
}

/** Puts the focus on a conversation in the lists, or on the first one. */
export function focusInLists(desk, conversation) {
  const items = [...desk.querySelectorAll('nav > *')].flatMap(listItems);
  (items.find((item) => item.dataset.conversation === conversation) ?? items[0])?.focus();
}

function entrance(area) {
  return area.renderRoot.querySelector('input:checked:enabled') ?? listItems(area).find((item) => item.roving);
}

function listItems(area) {
  return [...area.renderRoot.querySelectorAll('parley-list-item')];
}
