/** The areas of the desk that F6 moves between. */
const areas = 'console-status, console-offers, console-queue, console-conversations, console-pane';

/** @param {ShadowRoot} desk @param {1 | -1} by */
export function stepToArea(desk, by) {
  const open = [...desk.querySelectorAll(areas)].filter((area) => area.checkVisibility() && (area.takeFocus || entrance(area)));
  const from = open.findIndex((area) => area.matches(':focus-within'));
  const start = from < 0 && by < 0 ? 0 : from;
  const area = open.at((start + by) % open.length);
  if (area?.takeFocus) {
    area.takeFocus();
  } else if (area) {
    entrance(area).focus();
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
