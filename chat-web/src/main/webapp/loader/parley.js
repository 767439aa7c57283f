/*
 * The one script of a host page (docs/embedding.md): a button, and a window for the widget once somebody wants it. A
 * classic script, and all that a host page pays for a chat that nobody opens.
 */
(() => {
  if (customElements.get('parley-chat')) {
    return;
  }

  const script = document.currentScript;
  const base = new URL('..', script.src);
  /** After this long without a word from the widget we say that the chat cannot be reached. */
  const PATIENCE = 15_000;

  const TEXTS = {
    en: {open: 'Open chat', close: 'Close chat', title: 'Chat', unread: 'new messages', wait: 'Opening the chat…',
      dead: 'The chat cannot be reached at the moment.', again: 'Try again'},
    zh: {open: '打开聊天', close: '关闭聊天', title: '聊天', unread: '新消息', wait: '正在打开聊天…',
      dead: '暂时无法连接到聊天服务。', again: '重试'},
    ar: {open: 'فتح الدردشة', close: 'إغلاق الدردشة', title: 'الدردشة', unread: 'رسائل جديدة', wait: 'جارٍ فتح الدردشة…',
      dead: 'يتعذّر الوصول إلى الدردشة حاليًا.', again: 'إعادة المحاولة'},
  };

  const STYLE = `
    :host { all: initial; color-scheme: light dark; position: fixed; z-index: 2147483000;
      inset-block-end: max(20px, env(safe-area-inset-bottom)); inset-inline-end: 20px;
      font: 15px/1.45 system-ui, sans-serif; }
    :host([data-color-scheme=light]) { color-scheme: light }
    :host([data-color-scheme=dark]) { color-scheme: dark }
    [hidden] { display: none !important }
    button { font: inherit; cursor: pointer; border: 0 }
    button:focus-visible { outline: 3px solid #0b6870; outline-offset: 3px; box-shadow: 0 0 0 3px #fff }
    .launcher { position: relative; display: grid; place-items: center; inline-size: 60px; block-size: 60px; padding: 0;
      border-radius: 50%; background: #0b6870; color: #fff; box-shadow: 0 6px 24px rgb(8 40 44 / .32);
      transition: transform .16s, background .16s }
    .launcher:hover { background: #084f55; transform: translateY(-2px) }
    svg { inline-size: 28px; block-size: 28px; fill: none; stroke: currentColor; stroke-width: 1.8;
      stroke-linecap: round; stroke-linejoin: round }
    .badge { position: absolute; inset-block-start: -3px; inset-inline-end: -3px; min-inline-size: 22px; padding: 0 6px;
      box-sizing: border-box; border-radius: 11px; background: #b42318; color: #fff; font: 600 12px/22px system-ui, sans-serif;
      box-shadow: 0 0 0 2px #fff }
    .panel { position: absolute; inset-block-end: 76px; inset-inline-end: 0; border-radius: 18px; overflow: hidden;
      background: Canvas; color: CanvasText; box-shadow: 0 16px 56px rgb(8 24 32 / .26), 0 0 0 1px rgb(8 24 32 / .07);
      animation: rise .18s ease-out }
    .panel { inline-size: 392px; block-size: min(680px, calc(100vh - 116px)) }
    iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; visibility: hidden }
    .ready iframe { visibility: visible }
    .notice { display: grid; place-content: center; justify-items: center; gap: 16px; block-size: 100%; padding: 24px;
      box-sizing: border-box; text-align: center }
    .panel button, .card button { padding: 9px 18px; border-radius: 8px; background: #0b6870; color: #fff }
    button.plain { background: none; color: inherit; text-decoration: underline }
    @keyframes rise { from { opacity: 0; transform: translateY(10px) } }
    @media (max-width: 500px), (max-height: 460px) {
      .panel { position: fixed; inset: 0; inline-size: auto; block-size: auto; border-radius: 0 }
      .launcher[aria-expanded=true] { display: none }
    }
    @media (prefers-reduced-motion: reduce) { .panel, .card { animation: none } .launcher { transition: none } }
    @media (forced-colors: active) { .launcher, .badge { border: 1px solid } }
    @media print { :host { display: none } }`;

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
    #parts = {};
    #texts;
    #onMessage = (event) => this.#hear(event);

    connectedCallback() {
      instance = this;
      this.site = this.getAttribute('site') ?? '';
      this.lang = this.getAttribute('lang') || document.documentElement.lang || navigator.language;
      const language = this.lang.slice(0, 2).toLowerCase();
      this.#texts = TEXTS[language] ?? TEXTS.en;
      this.dir = language === 'ar' ? 'rtl' : getComputedStyle(document.documentElement).direction;
      if (!this.shadowRoot) {
        this.#build();
      }
      addEventListener('message', this.#onMessage);
      const left = this.#remember();
      if (left) {
        // A window that fills a phone's screen does not come back by itself
        left === 'open' && innerWidth > 500 ? this.open(false) : this.#load();
      }
      this.consent(this.dataset.visitors === 'on');
    }

    disconnectedCallback() {
      removeEventListener('message', this.#onMessage);
      this.#with((visits) => visits.watch(false));
      this.#unload();
    }

    open(focus = true) {
      if (!this.#frame) {
        this.#load();
      }
      this.#focus = focus;
      this.#turn(true);
      if (focus) {
        (this.#ready ? this.#frame : this.#parts.panel).focus();
      }
    }

    close() {
      const within = this.shadowRoot.activeElement;
      this.#turn(false);
      if (within) {
        this.#parts.launcher.focus();
      }
    }

    toggle() {
      this.#open ? this.close() : this.open();
    }

    /** Whether operators may see the visitor's pages before any chat. */
    consent(given) {
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
      this.#visits ??= import(new URL('visits.js', script.src)).then(({Visits}) => new Visits({
        root: this.shadowRoot,
        make,
        say: (...words) => this.#say(...words),
        answered: (wanted) => wanted ? this.open() : this.#parts.launcher.focus(),
      }));
      this.#visits.catch(() => (this.#visits = null)); // Another page or invitation tries again
    }

    #with(use) {
      this.#visits?.then(use, () => {});
    }

    #build() {
      const root = this.attachShadow({mode: 'open'});
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet]; // Needs no 'unsafe-inline'
      const notice = make('span', '');
      const again = make('button', '', this.#texts.again);
      const back = make('button', 'plain', this.#texts.close);
      const words = make('div', 'notice', notice, again, back);
      const panel = make('div', 'panel', words);
      const launcher = make('button', 'launcher');
      words.setAttribute('role', 'status');
      panel.tabIndex = -1;
      again.onclick = () => {
        this.#unload();
        this.#load();
      };
      back.onclick = () => this.close();
      launcher.onclick = () => this.toggle();
      root.append(panel, launcher);
      this.#parts = {panel, notice, again, launcher};
      root.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && this.#open) {
          this.close();
        }
      });
      this.#draw();
    }

    #load() {
      const address = new URL('widget/', base);
      const {colorScheme: scheme, attributes = ''} = this.dataset;
      address.search = new URLSearchParams({
        site: this.site, origin: location.origin, lang: this.lang, ...(scheme && {scheme}),
      });
      address.hash = encodeURIComponent(attributes); // In no log
      this.#frame = document.createElement('iframe');
      this.#frame.title = this.#texts.title;
      this.#frame.src = address;
      this.#parts.notice.textContent = this.#texts.wait;
      this.#parts.again.hidden = true;
      this.#parts.panel.append(this.#frame);
      this.#timer = setTimeout(() => {
        this.#parts.notice.textContent = this.#texts.dead;
        this.#parts.again.hidden = false;
        this.#tell('error', {code: 'unreachable'});
      }, PATIENCE);
    }

    #unload() {
      clearTimeout(this.#timer);
      this.#frame?.remove();
      this.#frame = null;
      this.#ready = false;
      this.#parts.panel.classList.remove('ready');
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
      const {panel, launcher} = this.#parts;
      const {open, close, unread} = this.#texts;
      panel.hidden = !this.#open;
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
      const key = `parley:${this.site}`;
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
          this.#parts.panel.classList.add('ready');
          this.#say(this.#open ? 'opened' : 'closed');
          this.#with((visits) => visits.again());
          if (this.shadowRoot.activeElement === this.#parts.panel) {
            this.#frame.focus();
          }
          return this.#tell('ready');
        case 'close':
          this.close();
          return this.#parts.launcher.focus();
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
  customElements.define('parley-chat', ParleyChat);

  const wrapped = new Map();
  const api = {
    open: () => instance?.open(),
    close: () => instance?.close(),
    toggle: () => instance?.toggle(),
    show: () => instance?.style.removeProperty('display'),
    consent: (given) => instance?.consent(given),
    hide: () => instance?.style.setProperty('display', 'none'),
    on(name, listener) {
      wrapped.set(listener, ({detail}) => listener(detail));
      document.addEventListener(`parley:${name}`, wrapped.get(listener));
    },
    off: (name, listener) => document.removeEventListener(`parley:${name}`, wrapped.get(listener)),
    push: ([method, ...values]) => api[method]?.(...values),
  };

  const start = () => {
    if (script.dataset.site) {
      const element = document.createElement('parley-chat');
      const {site, lang = '', ...wishes} = script.dataset;
      element.setAttribute('site', site);
      element.setAttribute('lang', lang);
      Object.assign(element.dataset, wishes);
      document.body.append(element);
    }
    const queued = Array.isArray(window.Parley) ? window.Parley : [];
    window.Parley = api;
    queued.forEach(api.push);
  };
  document.body ? start() : addEventListener('DOMContentLoaded', start);
})();
