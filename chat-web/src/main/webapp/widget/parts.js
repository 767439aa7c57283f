import {html, render} from '../lib/lit-html/lit-html.js';
import {linked} from '../ui/linked.js';

const icon = (path) => html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${path}></path></svg>`;

export const icons = {
  minimise: icon('m5 7.5 5 5 5-5'),
  end: icon('M8 3.5H5.5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2H8M12.5 6.5 16 10l-3.5 3.5M16 10H8'),
  send: icon('M10 16V4.5M5 9l5-5 5 5'),
  down: icon('M10 4v12M5 11l5 5 5-5'),
};

/** Its name is said aloud, and as a tooltip. */
export const iconButton = (shape, label, press) =>
  html`<button class="plain" aria-label=${label} title=${label} @click=${press}>${shape}</button>`;

/** Few texts have links: what finds them comes when one may. */
const MAY_LINK = /:\/\/|www\.|@/i;
let withLinks;

/** A text with its links, after a `redraw` maybe. */
export function textView(text, redraw) {
  if (!withLinks && MAY_LINK.test(text)) {
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

/** Who writes, and how to answer. */
export const contactFields = (t, busy) =>
  ['name', 'email'].map((name) => html`<label for=${name}>${t(name)}</label>
    <input id=${name} name=${name} type=${name === 'email' ? name : 'text'} autocomplete=${name} dir="auto" maxlength="200"
      required ?readonly=${busy}>`);

/** An element that Lit's templates draw, without a shadow, once for all changes of a turn. */
export class Part extends HTMLElement {
  #drawn;

  connectedCallback() {
    this.update();
  }

  /** Takes new values of its properties; resolves once they are seen. */
  update(values) {
    Object.assign(this, values);
    return (this.#drawn ??= Promise.resolve().then(() => {
      this.#drawn = null;
      render(this.render(), this, {host: this});
      this.updated?.();
    }));
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

/** The key of what there is to say of a refusal. */
export function failureKey(error, otherwise) {
  return ['too-large', 'invalid', 'closed', 'forbidden'].includes(error?.code) ? `failed.${error.code}` : otherwise;
}
