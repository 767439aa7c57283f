import {orders} from '../model/desk-model.js';

/** How this browser sorts the operator's own conversations. */
const storageKey = 'parley.order';

export function chosenOrder() {
  try {
    const order = localStorage.getItem(storageKey);
    return order in orders ? order : 'opened';
  } catch {
    return 'opened';
  }
}

export function keepOrder(order) {
  try {
    localStorage.setItem(storageKey, order);
  } catch {
    // Storage is blocked: the order lasts as long as the page
  }
}
