import {composes} from '../../client/writing.js';

/**
 * Keys that work everywhere on the desk. Each holds a modifier or is a function key, so that none gets in the way of
 * writing. `event.code` names the key and not the letter: with Alt a Mac writes another one, and Arabic has its own.
 */
const bindings = [
  {keys: 'F6', text: 'help.next', action: 'next', hit: ({code, shiftKey}) => code === 'F6' && !shiftKey},
  {keys: 'Shift + F6', text: 'help.previous', action: 'previous', hit: ({code, shiftKey}) => code === 'F6' && shiftKey},
  {keys: 'Alt + Shift + A', text: 'help.accept', action: 'accept', hit: withAltShift('KeyA')},
  {keys: 'Alt + Shift + D', text: 'help.decline', action: 'decline', hit: withAltShift('KeyD')},
  {keys: 'Alt + Shift + N', text: 'help.unread', action: 'unread', hit: withAltShift('KeyN')},
  {keys: 'Alt + Shift + E', text: 'help.end', action: 'end', hit: withAltShift('KeyE')},
  {keys: 'Alt + Shift + H', text: 'help.hide', action: 'hide', hit: withAltShift('KeyH')},
  {keys: 'Alt + Shift + M', text: 'help.note', action: 'note', hit: withAltShift('KeyM')},
  {keys: 'Alt + Shift + T', text: 'help.transfer', action: 'transfer', hit: withAltShift('KeyT')},
  {keys: 'Alt + Shift + V', text: 'help.visitor', action: 'visitor', hit: withAltShift('KeyV')},
  {keys: 'Alt + Shift + G', text: 'help.label', action: 'label', hit: withAltShift('KeyG')},
  {keys: 'Alt + Shift + L', text: 'help.visitors', action: 'visitors', hit: withAltShift('KeyL')},
  {keys: 'Alt + Shift + K', text: 'help.help', action: 'help', hit: withAltShift('KeyK')},
];

/** What the help shows: the above, and what single places understand. */
export const shortcuts = [
  {keys: 'Enter', text: 'help.send'},
  {keys: 'Shift + Enter', text: 'help.line'},
  {keys: '/', text: 'help.canned'},
  {keys: '↑ ↓ Home End', text: 'help.list'},
  ...bindings,
];

/** @returns {string | undefined} the action that a key press asks for */
export function actionOf(event) {
  const free = !composes(event) && !event.ctrlKey && !event.metaKey;
  return free ? bindings.find(({hit}) => hit(event))?.action : undefined;
}

function withAltShift(wanted) {
  return ({code, altKey, shiftKey}) => code === wanted && altKey && shiftKey;
}
