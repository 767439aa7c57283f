/**
 * @import {LitElement} from '../../lib/lit-element/lit-element.js'
 *
 * @typedef {LitElement & {takeFocus?: () => Promise<void>}} Area
 */

/** The areas of the desk that F6 moves between. */
const areas = 'console-status, console-offers, console-queue, console-conversations, console-pane';

/**
 * The next area that takes the focus; one that cannot is passed over.
 *
 * @param {ParentNode} desk
 * @param {1 | -1} by
 */
export async function stepToArea(desk, by) {
  const open = [.../** @type {NodeListOf<Area>} */ (desk.querySelectorAll(areas))].filter((area) => area.checkVisibility());
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

/**
 * Puts the focus on a conversation in the lists, or on the first one.
 *
 * @param {ParentNode} desk
 * @param {string} [conversation]
 */
export function focusInLists(desk, conversation) {
  /** @type {NodeListOf<LitElement>} */
  const lists = desk.querySelectorAll('nav > *');
  const items = [...lists].flatMap(listItems);
  (items.find((item) => item.dataset.conversation === conversation) ?? items[0])?.focus();
}

/** @param {Area} area @returns {HTMLElement | undefined} */
function entrance(area) {
  return area.renderRoot.querySelector('input:checked:enabled') ?? listItems(area).find((item) => item.roving);
}

/** @param {LitElement} area */
function listItems(area) {
  return [...area.renderRoot.querySelectorAll('parley-list-item')];
}
