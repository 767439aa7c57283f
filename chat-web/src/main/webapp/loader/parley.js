/*
 * The one script of a host page (docs/embedding.md): a button, and a window for the widget once somebody wants it. A
 * classic script, and all that a host page pays for a chat that nobody opens.
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const known = /** @type {any} */ (customElements.get('parley-chat'));
  if (known) {
    known.start(script);
    return;
  }

  const base = new URL('..', script.src);
  /** After this long without a word from the widget, and once its page is there, we say that the chat cannot be reached. */
  const PATIENCE = 15_000;
  const LOADED = 5000;

  const TEXTS = {
    en: {open: 'Open chat', close: 'Close chat', title: 'Chat', unread: 'new messages', wait: 'Opening the chat…',
      dead: 'The chat cannot be reached at the moment.', again: 'Try again'},
    zh: {open: '打开聊天', close: '关闭聊天', title: '聊天', unread: '新消息', wait: '正在打开聊天…',
      dead: '暂时无法连接到聊天服务。', again: '重试'},
    ar: {open: 'فتح الدردشة', close: 'إغلاق الدردشة', title: 'الدردشة', unread: 'رسائل جديدة', wait: 'جارٍ فتح الدردشة…',
      dead: 'يتعذّر الوصول إلى الدردشة حاليًا.', again: 'إعادة المحاولة'},
  };

  // What is important within a shadow weighs more than anything that the page says, and what is in the top layer has no
  // ancestors to suffer from
  const STYLE = `
    :host { all: initial !important; display: contents !important; direction: ltr !important; unicode-bidi: normal !important }
    :host::before, :host::after { content: none !important }
    .root { all: initial; display: block; position: fixed; z-index: 2147483000; color-scheme: light dark;
      inset-block-end: max(20px, env(safe-area-inset-bottom)); inset-inline-end: 20px; font: 15px/1.45 system-ui, sans-serif }
    :host([data-color-scheme=light]) .root { color-scheme: light }
    :host([data-color-scheme=dark]) .root { color-scheme: dark }
    [hidden] { display: none !important }
    button { font: inherit; cursor: pointer; border: 0 }
    button:focus-visible { outline: 3px solid #0b6870; outline-offset: 3px; box-shadow: 0 0 0 3px #fff }
    .launcher { position: relative; display: grid; place-items: center; inline-size: 60px; block-size: 60px; padding: 0;
      border-radius: 50%; background: #0b6870; color: #fff; box-shadow: 0 6px 24px rgb(8 40 44 / .32) }
    .launcher:hover { background: #084f55 }
    svg { inline-size: 28px; block-size: 28px; fill: none; stroke: currentColor; stroke-width: 1.8;
      stroke-linecap: round; stroke-linejoin: round }
    .badge { position: absolute; inset-block-start: -3px; inset-inline-end: -3px; min-inline-size: 22px; padding: 0 6px;
      box-sizing: border-box; border-radius: 11px; background: #b42318; color: #fff; font: 600 12px/22px system-ui, sans-serif;
      box-shadow: 0 0 0 2px #fff }
    .panel { position: absolute; inset-block-end: 76px; inset-inline-end: 0; border-radius: 18px; overflow: hidden;
      background: Canvas; color: CanvasText; box-shadow: 0 16px 56px rgb(8 24 32 / .26), 0 0 0 1px rgb(8 24 32 / .07);
      inline-size: 392px; block-size: min(680px, calc(100vh - 116px)) }
    iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; visibility: hidden }
    .ready iframe { visibility: visible }
    .ready .notice { display: none }
    .notice { display: grid; place-content: center; justify-items: center; gap: 16px; block-size: 100%; padding: 24px;
      box-sizing: border-box; text-align: center }
    .panel button, .card button { padding: 9px 18px; border-radius: 8px; background: #0b6870; color: #fff }
    button.plain { background: none; color: inherit; text-decoration: underline }
    @media (max-width: 500px), (max-height: 460px) {
      .panel { position: fixed; inset: 0; inline-size: auto; block-size: auto; border-radius: 0 }
      .launcher[aria-expanded=true] { display: none }
    }
    @media (forced-colors: active) { .launcher, .badge { border: 1px solid } }
    @media print { .root { display: none } }`;

  const CHAT = 'M21 11.6a8.3 8.3 0 0 1-12 7.4L3.6 20.4 5 15.3a8.3 8.3 0 1 1 16-3.7z';
  const CROSS = 'm6 6 12 12M18 6 6 18';

  // Trusted Types may forbid innerHTML
  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  };

  const icon = (path) => {
    const [svg, shape] = ['svg', 'path'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    shape.setAttribute('d', path);
    svg.append(shape);
    return svg;
  };

  const optional = (use) => {
    try {
      return use();
    } catch {
      return null; // Storage is forbidden: the chat forgets
    }
  };

  class ParleyChat extends HTMLElement {
    #frame = null;
    #open = false;
    #focus = false;
    #ready = false;
    #unread = 0;
    #timer;
    #visits;
    #consent;
    #texts;
    #site;
    #language;
    #root;
    #panel;
    #notice;
    #retry;
    #launcher;
    #onMessage = (event) => this.#hear(event);

    /**
     * What a script of ours asks for: the first, and those that come again with pages that are replaced.
     *
     * @param {{dataset: DOMStringMap}} script
     */
    static start({dataset: {site, lang = '', ...wishes}}) {
      if (site) {
        own ??= document.createElement('parley-chat');
        own.setAttribute('site', site);
        own.setAttribute('lang', lang);
        Object.assign(own.dataset, wishes);
        own.isConnected || own.return();
      }
      const queued = Array.isArray(window.Parley) ? window.Parley : [];
      window.Parley = api;
      queued.forEach(api.push);
    }

    static observedAttributes = ['data-attributes'];

    /** Another page says something else of the visitor. */
    attributeChangedCallback() {
      this.#frame && this.#again();
    }

    connectedCallback() {
      instance = this;
      this.#site = this.getAttribute('site') ?? '';
      this.#language = this.lang || document.documentElement.lang || navigator.language;
      if (!this.shadowRoot) {
        this.#build();
      }
      this.#draw();
      optional(() => this.#root.showPopover());
      addEventListener('message', this.#onMessage);
      const left = this.#remember();
      // A window that fills a phone's screen does not come back by itself
      if (this.#open || (left === 'open' && innerWidth > 500)) {
        this.open(false);
      } else if (left) {
        this.#load();
      }
      this.consent(this.#consent ?? this.dataset.visitors === 'on');
    }

    /** Moved as a whole: the frame goes on. */
    connectedMoveCallback() {}

    disconnectedCallback() {
      removeEventListener('message', this.#onMessage);
      this.#with((visits) => visits.watch(false));
      this.#unload();
      // A page that replaces its body, or all of it, does not mean us
      this === own && setTimeout(() => this.isConnected || this.return());
    }

    /** Beside the body, which belongs to the page. */
    return() {
      const {documentElement} = document;
      documentElement ? documentElement.append(this) : setTimeout(() => this.return(), 100);
    }

    open(focus = true) {
      focus && this.show();
      if (!this.#frame) {
        this.#load();
      }
      this.#focus = focus;
      this.#turn(true);
      if (focus) {
        (this.#ready ? this.#frame : this.#panel).focus();
      }
    }

    close() {
      const within = this.shadowRoot.activeElement;
      this.#turn(false);
      if (within) {
        this.#launcher.focus();
      }
    }

    toggle() {
      this.#open ? this.close() : this.open();
    }

    show() {
      this.#root.hidden = false;
    }

    hide() {
      this.#root.hidden = true;
    }

    /** Whether operators may see the visitor's pages before any chat. */
    consent(given) {
      this.#consent = given;
      given && this.#need();
      this.#with((visits) => visits.watch(given));
      if (given) {
        this.#frame || this.#load();
      } else if (!this.#open && !this.#remember()) {
        this.#unload();
      }
    }

    /** What watches pages and shows invitations is a file of its own, for few visitors. Scripts of others know no './'. */
    #need() {
      // @ts-ignore An address may be a URL
      this.#visits ??= import(new URL('visits.js', script.src)).then(({Visits}) => new Visits({
        root: this.#root,
        make,
        say: (...words) => this.#say(...words),
        answered: (wanted) => wanted ? this.open() : this.#launcher.focus(),
      }));
      this.#visits.catch(() => (this.#visits = null)); // Another page or invitation tries again
    }

    #with(use) {
      this.#visits?.then(use, () => {});
    }

    #build() {
      const language = this.#language.slice(0, 2).toLowerCase();
      this.#texts = TEXTS[language] ?? TEXTS.en;
      const shadow = this.attachShadow({mode: 'open'});
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet]; // Needs no 'unsafe-inline'
      this.#notice = make('span', '');
      this.#retry = make('button', '', this.#texts.again);
      const back = make('button', 'plain', this.#texts.close);
      const words = make('div', 'notice', this.#notice, this.#retry, back);
      this.#panel = make('div', 'panel', words);
      this.#launcher = make('button', 'launcher');
      const root = (this.#root = make('div', 'root', this.#panel, this.#launcher));
      words.setAttribute('role', 'status');
      this.#panel.tabIndex = -1;
      this.#retry.onclick = () => this.#again();
      back.onclick = () => this.close();
      this.#launcher.onclick = () => this.toggle();
      root.lang = this.#language;
      root.dir = language === 'ar' ? 'rtl' : document.dir;
      root.popover = 'manual';
      shadow.append(root);
      root.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && this.#open) {
          this.close();
        }
      });
    }

    #load() {
      const address = new URL('widget/', base);
      const {colorScheme: scheme, attributes = '', department} = this.dataset;
      // @ts-ignore It becomes a text by itself
      address.search = new URLSearchParams({
        site: this.#site, origin: location.origin, lang: this.#language, ...(scheme && {scheme}), ...(department && {department}),
      });
      address.hash = encodeURIComponent(attributes); // In no log
      this.#frame = document.createElement('iframe');
      this.#frame.title = this.#texts.title;
      this.#frame.src = address;
      this.#notice.textContent = this.#texts.wait;
      this.#retry.hidden = true;
      this.#panel.append(this.#frame);
      this.#wait(PATIENCE);
      this.#frame.onload = () => this.#ready || this.#wait(LOADED);
    }

    #wait(ms) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#notice.textContent = this.#texts.dead;
        this.#retry.hidden = false;
        this.#tell('error', {code: 'unreachable'});
      }, ms);
    }

    #again() {
      this.#unload();
      this.#load();
    }

    #unload() {
      clearTimeout(this.#timer);
      this.#frame?.remove();
      this.#frame = null;
      this.#ready = false;
      this.#panel.classList.remove('ready');
    }

    #turn(open) {
      if (this.#open !== open) {
        this.#open = open;
        this.#draw();
        this.#say(open ? 'opened' : 'closed');
        this.#tell(open ? 'opened' : 'closed');
        if (this.#remember()) {
          this.#remember(open ? 'open' : 'closed');
        }
      }
    }

    #draw() {
      const launcher = this.#launcher;
      const {open, close, unread} = this.#texts;
      this.#root.style.zoom = 1 / (this.parentElement?.currentCSSZoom ?? 1);
      this.#panel.hidden = !this.#open;
      this.#open && this.#with((visits) => visits.hide());
      launcher.replaceChildren(icon(this.#open ? CROSS : CHAT));
      launcher.setAttribute('aria-expanded', this.#open);
      launcher.setAttribute('aria-label', this.#open ? close : open + (this.#unread ? ` – ${unread}: ${this.#unread}` : ''));
      if (this.#unread && !this.#open) {
        launcher.append(make('span', 'badge', this.#unread > 99 ? '99+' : this.#unread));
      }
    }

    /** @returns {string | null} whether the window of a running conversation was left open; null when none runs */
    #remember(state) {
      const key = `parley:${this.#site}`;
      return optional(() => {
        if (state === undefined) {
          return localStorage.getItem(key);
        }
        return state ? localStorage.setItem(key, state) : localStorage.removeItem(key);
      });
    }

    #hear({origin, source, data}) {
      if (origin !== base.origin || !this.#frame || source !== this.#frame.contentWindow) {
        return;
      }
      switch (data?.parley) {
        case 'ready':
          clearTimeout(this.#timer);
          this.#ready = true;
          this.#panel.classList.add('ready');
          this.#say(this.#open ? 'opened' : 'closed');
          this.#with((visits) => visits.again());
          if (this.shadowRoot.activeElement === this.#panel) {
            this.#frame.focus();
          }
          return this.#tell('ready');
        case 'close':
          this.close();
          return this.#launcher.focus();
        case 'conversation':
          return this.#remember(data.running ? (this.#open ? 'open' : 'closed') : '');
        case 'open':
          return this.open(false);
        case 'invitation':
          this.#need();
          return this.#with((visits) => this.#open || visits.invite(data));
        case 'unread':
          this.#unread = data.count;
          this.#draw();
          return this.#tell('unread', {count: data.count});
        case 'message':
        case 'connection':
        case 'error':
          return this.#tell(data.parley, data.detail);
      }
    }

    #say(word, values) {
      if (this.#ready) {
        this.#frame.contentWindow.postMessage({parley: word, focus: this.#focus, ...values}, base.origin);
      }
      return this.#ready;
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`parley:${name}`, {detail, bubbles: true, composed: true}));
    }
  }

  let instance = null;
  /** The one that a script of ours made. */
  let own = null;
  customElements.define('parley-chat', ParleyChat);

  const calling = (method) => (...values) => {
    own && !instance.isConnected && own.return();
    instance?.isConnected
      ? instance[method](...values)
      : console.error(`Parley.${method}: this page has no chat`);
  };

  const heard = {};
  const api = {
    on(name, listener) {
      const wrapped = (heard[name] ??= new Map());
      wrapped.has(listener) || wrapped.set(listener, ({detail}) => listener(detail));
      document.addEventListener(`parley:${name}`, wrapped.get(listener));
    },
    off: (name, listener) => document.removeEventListener(`parley:${name}`, heard[name]?.get(listener)),
    push: ([method, ...values]) => api[method]?.(...values),
  };
  ['open', 'close', 'toggle', 'show', 'hide', 'consent'].forEach((method) => (api[method] = calling(method)));

  const start = () => ParleyChat.start(script);
  document.body ? start() : addEventListener('DOMContentLoaded', start);
})();
