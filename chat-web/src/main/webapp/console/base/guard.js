import {html} from '../../lib/lit-element/lit-element.js';
import {t} from './texts.js';

/**
 * What `render` gives; words where it throws: what one visitor says takes nobody else from the screen.
 *
 * @param {() => unknown} render one row, panel or entry
 */
export function guarded(render) {
  try {
    return render();
  } catch (error) {
    console.error(error);
    return html`<span class="muted">${t('unreadable')}</span>`;
  }
}
