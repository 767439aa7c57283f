import {html, render} from '../lib/lit-html/lit-html.js';
import {linked} from '../ui/linked.js';

/**
 * @import {Translate} from '../i18n/i18n.js'
 *
 * @typedef {import('../lib/lit-html/lit-html.js').TemplateResult} View
 */

const icon = (path) => html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${path}></path></svg>`;

export const icons = {
  minimise: icon('m5 7.5 5 5 5-5'),
  end: icon('M8 3.5H5.5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2H8M12.5 6.5 16 10l-3.5 3.5M16 10H8'),
  send: icon('M10 16V4.5M5 9l5-5 5 5'),
  down: icon('M10 4v12M5 11l5 5 5-5'),
};

/** Its name is said aloud, and as a tooltip. @param {View} shape @param {string} label @param {() => void} press */
export const iconButton = (shape, label, press) =>
  html`<button class="plain" aria-label=${label} title=${label} @click=${press}>${shape}</button>`;

/** Few texts have links: what finds them comes when one may. */
const MAY_LINK = /:\/\/|www\.|@/i;
/** @type {typeof import('../client/links.js').withLinks} */
let withLinks;

/** A text with its links, after a `redraw` maybe. @param {string} text @param {() => void} redraw */
export function textView(text, redraw) {
  if (!withLinks && MAY_LINK.test(text)) {
    // @ts-ignore An address may be a URL
    const loaded = import(new URL('../client/links.js', import.meta.url));
    loaded.then(
      (module) => {
        withLinks = module.withLinks;
        redraw();
      },
      () => {}, // The next drawing asks again
    );
  }
  return linked(withLinks?.(text) ?? [text]);
}

/** Who writes, and how to answer. @param {Translate} t @param {boolean} [busy] */
export const contactFields = (t, busy) =>
  ['name', 'email'].map((name) => html`<label for=${name}>${t(name)}</label>
    <input id=${name} name=${name} type=${name === 'email' ? name : 'text'} autocomplete=${name} dir="auto" maxlength="200"
      required ?readonly=${busy}>`);

/**
 * A Part with properties, which templates and `update` set.
 *
 * @template T the properties, by their names
 * @typedef {(new (...args: any[]) => T) & typeof Part} PartWith
 */

/**
 * An element that Lit's templates draw, without a shadow, once for all changes of a turn.
 *
 * @typedef {{render(): View, updated?(): void}} Drawn what a Part has
 */
export class Part extends /** @type {(new (...args: any[]) => Drawn) & typeof HTMLElement} */ (HTMLElement) {
  #drawn;

  connectedCallback() {
    this.update();
  }

  /** Takes new values of its properties; resolves once they are seen. @param {object} [values] @returns {Promise<void>} */
  update(values) {
    Object.assign(this, values);
    return (this.#drawn ??= Promise.resolve().then(() => {
      this.#drawn = null;
      render(this.render(), this, {host: this});
      this.updated?.();
    }));
  }

  /** @param {string} type @param {unknown} [detail] */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

/** The key of what there is to say of a refusal. @param {{code: string}} error @param {string} otherwise */
export function failureKey(error, otherwise) {
  return ['too-large', 'invalid', 'closed', 'forbidden'].includes(error?.code) ? `failed.${error.code}` : otherwise;
}
