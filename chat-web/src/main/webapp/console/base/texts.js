import {loadTexts} from '../../i18n/i18n.js';
import {languageWishes} from './language.js';

/**
 * The console's texts; every module sees the language that was loaded last.
 *
 * @type {import('../../i18n/i18n.js').Translate}
 */
export let t = (key) => key;

export async function loadConsoleTexts() {
  t = await loadTexts('console', languageWishes());
}
