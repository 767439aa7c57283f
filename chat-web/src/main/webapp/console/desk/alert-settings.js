/** Whether this browser rings and shows notifications. */
const prefix = 'parley.alerts.';

export function wantsSound() {
  return stored('sound') !== 'off';
}

export function wantsNotifications() {
  return stored('notifications') === 'on' && permission() === 'granted';
}

/** Whether the person has told the browser to let none through, which only they can take back. */
export function notificationsBlocked() {
  return permission() === 'denied';
}

export function keepSound(on) {
  keep('sound', on);
}

/**
 * Call it from a click: that is when a browser asks.
 *
 * @returns {Promise<boolean>} whether there will be notifications
 */
export async function keepNotifications(on) {
  const allowed = on && (await ask());
  keep('notifications', allowed);
  return allowed;
}

async function ask() {
  return permission() === 'default' ? (await Notification.requestPermission()) === 'granted' : permission() === 'granted';
}

function permission() {
  return globalThis.Notification?.permission ?? 'denied';
}

function keep(name, on) {
  try {
    localStorage.setItem(prefix + name, on ? 'on' : 'off');
  } catch {
    // Storage is blocked: the next load begins with what we do by ourselves
  }
}

function stored(name) {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}
