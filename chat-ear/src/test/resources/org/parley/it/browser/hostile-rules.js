/*
 * Says each property that this browser knows, with each of many values that it takes, to everything on the page, as
 * importantly as a page can: in each round some properties at once. Returns how many rules there were, and those under
 * which the chat looks otherwise than before.
 */
() => {
  const GROUP = 25;
  const chat = document.querySelector('parley-chat');
  const parts = ['.root', '.launcher', '.launcher svg', '.panel', 'iframe'].map((part) => chat.shadowRoot.querySelector(part));
  const names = [...getComputedStyle(document.documentElement), 'direction', 'unicode-bidi', 'zoom', 'overlay'];
  const values = [
    'none', 'hidden', '0', '1', '0.3', '3', '1px', '47px', '40%', '-20px', '2s', 'red', 'black', 'transparent', 'rtl', 'ltr', 'bidi-override', 'isolate-override', 'vertical-rl',
    'upright', 'rotate(20deg)', 'scale(2)', '1 2', '20deg', 'blur(4px)', 'inset(50%)', 'circle(1px)', 'static', 'relative', 'absolute', 'sticky', 'fixed', 'block', 'inline', 'flex', 'grid',
    'table', 'contents', 'list-item', 'inherit', 'initial', 'unset', 'revert', 'collapse', 'strict', 'content', 'size', 'paint', 'layout', 'auto', 'both', 'left', 'right', 'center', 'start', 'end',
    'stretch', 'uppercase', 'underline', 'pre', 'nowrap', 'break-all', 'multiply', 'difference', 'isolate', 'transform', 'opacity', 'scroll', 'clip', 'visible', 'dark', 'light', 'italic', 'bold',
    'cursive', 'monospace', 'url("data:,")', '"✗"', 'linear-gradient(red, red)', 'all', 'all 9s', 'border-box', 'content-box', 'under', 'wait', 'no-drop', 'x', 'x 9s', '9 9', '2 / 3', 'column', 'wrap',
    'preserve-3d', 'element', 'max-content', 'min-content', 'fit-content', 'jump', 'manual', 'small-caps', 'super', 'condensed', 'ultra-expanded', '--x', 'inert', 'double', 'solid', '5px solid red',
  ];
  // What a browser draws nothing of, whatever is in it, or draws larger, is the whole document's affair
  const spared = /^(display: none|content: (url|linear)|content-visibility: hidden|interactivity|zoom)/;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const look = () => {
    const {x, y, width, height} = parts[1].getBoundingClientRect();
    return [
      document.elementFromPoint(x + width / 2, y + height / 2) === chat, parts[1].checkVisibility({visibilityProperty: true}),
      ...parts.flatMap((part) => {
        const box = part.getBoundingClientRect();
        const style = getComputedStyle(part);
        return [`${box.x} ${box.y} ${box.width} ${box.height}`, ...[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`)];
      }),
    ];
  };
  const rule = (declaration) => {
    const everything = spared.test(declaration) ? '*:not(html)' : '*';
    return `${everything}, *::before, *::after, *::backdrop, :root > *, body > *, parley-chat, [site], :empty:not(html),
        :not(#a#b#c):not(html) { ${declaration} !important }
      @layer first { ${everything} { ${declaration} !important } }`;
  };
  const before = look();
  const changesOf = (declarations) => {
    sheet.replaceSync(declarations.map(rule).join(''));
    return look().filter((one, index) => one !== before[index]);
  };
  const lists = names.map((name) => values.filter((value) => CSS.supports(name, value)).map((value) => `${name}: ${value}`));
  // All at once is more than a browser bears
  const groups = Array.from({length: Math.ceil(lists.length / GROUP)}, (_, index) => lists.slice(index * GROUP, (index + 1) * GROUP));
  const rounds = groups.flatMap((group) =>
    Array.from({length: Math.max(...group.map(({length}) => length))}, (_, round) =>
      group.filter(({length}) => length).map((list) => list[round % list.length])),
  );
  rounds.push(...['initial', 'inherit', 'unset', 'revert'].map((value) => [`all: ${value}`]));
  const changed = rounds
    .filter((round) => changesOf(round).length)
    .map((round) => round.flatMap((one) => (changesOf([one]).length ? `${one} → ${changesOf([one]).slice(0, 3)}` : [])));
  document.adoptedStyleSheets = [];
  return {rules: rounds.flat().length, changed};
}
