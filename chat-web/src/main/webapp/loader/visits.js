const STYLE = `
  .card { position: absolute; inset-block-end: 76px; inset-inline-end: 0; inline-size: min(320px, 100vw - 72px);
    padding: 16px; border-radius: 18px; overflow: hidden; overflow-wrap: anywhere; background: Canvas; color: CanvasText;
    box-shadow: 0 16px 56px rgb(8 24 32 / .26), 0 0 0 1px rgb(8 24 32 / .07) }
  .card p { unicode-bidi: plaintext; max-block-size: 40vh; margin: 4px 0 12px; overflow: auto }`;

/** Milliseconds in which a page may still get its title; later it may count what is unread in it. */
const SETTLING = 30_000;

/**
 * What the loader needs for visitors whom operators may see or invite: it tells the widget each page, and shows an
 * invitation as a small card above the button.
 */
export class Visits {
  #loader;
  #card;
  #timer;
  #page = null;
  #since;

  /**
   * @param {object} loader
   * @param {HTMLElement} loader.root where the card stands
   * @param {(tag: string, className: string, ...children: (Node | string)[]) => HTMLElement} loader.make
   * @param {(word: string, values: object) => boolean} loader.say tells the widget; false while it cannot hear
   * @param {(wanted: boolean) => void} loader.answered the card is gone; opens the window when it is wanted
   */
  constructor(loader) {
    this.#loader = loader;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    /** @type {ShadowRoot} */ (loader.root.getRootNode()).adoptedStyleSheets.push(sheet);
    this.#card = loader.make('section', 'card');
    this.#card.hidden = true;
    loader.root.prepend(this.#card);
    const seen = (changes) => changes.at(-1).isIntersecting && loader.say('card', {state: 'shown'});
    new IntersectionObserver(seen).observe(this.#card);
  }

  watch(on) {
    clearInterval(this.#timer);
    if (on) {
      this.#timer = setInterval(() => this.#look(), 1000); // pushState tells nobody
    }
  }

  /** The widget is a new one: it knows no page yet. */
  again() {
    this.#page = null;
  }

  /** A page that builds itself may have its title later than its address. */
  #look() {
    const {href: url} = location;
    const {title} = document;
    const other = url !== this.#page?.url;
    const now = Date.now();
    if (other || (title !== this.#page.title && now - this.#since < SETTLING)) {
      const referrer = other ? this.#page?.url ?? document.referrer : this.#page.referrer;
      const page = {url, title, referrer};
      if (this.#loader.say('page', {page})) {
        this.#page = page;
        this.#since = other ? now : this.#since;
      }
    }
  }

  /** @param {object} invitation without a text it is over */
  invite({title, name = '', text = '', yes, no}) {
    const {make, say, answered} = this.#loader;
    const words = make('p', '');
    const choose = (label, className, state) => {
      const button = make('button', className, label);
      button.onclick = () => {
        say('card', {state});
        this.hide();
        answered(state === 'answered');
      };
      return button;
    };
    this.#card.hidden = !text;
    this.#card.setAttribute('aria-label', title);
    words.setAttribute('role', 'status');
    this.#card.replaceChildren(make('b', '', name), words, choose(yes, '', 'answered'), choose(no, 'plain', 'dismissed'));
    setTimeout(() => words.append(text), 100); // Screen readers say what changes, not what is new
  }

  hide() {
    this.#card.hidden = true;
  }
}
