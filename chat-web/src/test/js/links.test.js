import {withLinks} from '../../main/webapp/client/links.js';
import {equal, ok, test} from './runner.js';

/** @typedef {import('../../main/webapp/client/links.js').Link} Link */

/** A string has neither `text` nor `href`. @param {string} text */
const piecesOf = (text) => /** @type {Partial<Link>[]} */ (withLinks(text));

/** The links of a text, as a reader marks them: «between these». */
const marked = (text) => withLinks(text).map((piece) => (typeof piece === 'string' ? piece : `«${piece.text}»`)).join('');

/** @param {string[]} texts with their links between « and » */
function linksShouldBe(texts) {
  for (const text of texts) {
    equal(marked(text.replace(/[«»]/g, '')), text);
  }
}

test('whatIsNoLinkShouldStayInOnePiece', () => {
  const texts = [
    '<img src=x onerror=alert(1)> javascript:alert(1) data:text/html,x ftp://example.com file:///etc/passwd',
    'https://', 'https://[oops', 'http:example.com', 'www.', 'www.example', 'www..com', 'a@b', '@example.com', 'ada@', '@ada@social.example', 'x-www.example.com', 'xhttps://example.com',
    'JAVASCRIPT://example.com/%0aalert(1)', 'vbscript://www', 'https://nobody', 'mailto:', 'mailto:nobody', 'ada@1.2',
  ];
  texts.forEach((text) => equal(withLinks(text), [text]));
});

test('pagesAndAddressesShouldBeFoundAndNothingOfTheTextLost', () => {
  equal(withLinks('See https://example.com/a?b=c#d, www.example.com or ada@example.com.'), [
    'See ', {text: 'https://example.com/a?b=c#d', href: 'https://example.com/a?b=c#d'}, ', ',
    {text: 'www.example.com', href: 'https://www.example.com'}, ' or ',
    {text: 'ada@example.com', href: 'mailto:ada@example.com'}, '.',
  ]);
});

test('addressesOfAllKindsShouldBeWhole', () => {
  linksShouldBe([
    '«http://b.example»', '«HTTPS://EXAMPLE.COM/A»', '«http://localhost:8080/x»', '«http://intranet/page»', '«http://nas:5000»',
    '«http://192.168.0.1:8080/a»', '«http://[::1]:8080/a»', '«https://example.com:8443/a?b=c&d=e;f#g/h»',
    '«https://example.com/~ada/a,b;c/@d/!e$f+g=h/%E4%BA%AC|x»', '«https://example.com/?q={id}»', '«https://example.com/a_(b)_[c]»',
    '«https://web.archive.org/web/2020/https://example.com/»', '«https://müller.example/straße»', '«https://例子.中国/路径»',
    '«https://пример.рф/страница»', '«https://مثال.السعودية/صفحة»', '«https://zh.wikipedia.org/wiki/北京»', '«www.example.中国»',
    '«https://ja.wikipedia.org/wiki/レオナルド・ダ・ヴィンチ»', '«https://he.wikipedia.org/wiki/צה״ל»', '«https://ar.wikipedia.org/wiki/القاهرة»',
    '«https://example.com/?q=北京&p=a»', '«https://en.wikipedia.org/wiki/Michelson–Morley_experiment»',
    '«mailto:ada@example.com?subject=Hello%20there»', "«o'brien+chat@mail.example.co.uk»", '«ADA.LOVELACE@EXAMPLE.COM»', '«ada@例子.中国»',
    '«https://example.com/», «https://example.com/b»', '«https://example.com/a»,«https://example.com/b»',
  ]);
});

test('aSentenceShouldGoOnAfterALink', () => {
  linksShouldBe([
    'Is it «https://example.com/a»?', '«https://example.com»!', 'So: «https://example.com/a».', '«https://example.com/a»...', '«https://example.com/a»…',
    '«https://example.com»? Yes', '«https://example.com/a»;', '«https://example.com»: look', 'It is «https://example.com»’s page', "«https://example.com»'s page",
    'Write to «ada@example.com».', '«ada@example.com»?', '«www.example.com».', '«https://example.com/a»—it is there', '«https://example.com/» – there',
    '«https://example.com/a»\nand', '«https://example.com/a»🎉', '«https://example.com»🎉',
  ]);
});

test('sentencesOfOtherScriptsShouldGoOnAfterALink', () => {
  linksShouldBe([
    '请看«https://example.com»谢谢', '请看«https://example.com/a»谢谢', '请看«https://example.com/a»，谢谢。', '请看«https://example.com/a»。', '网址：«www.example.com»。谢谢',
    '网址«www.example.com»谢谢', '写信给«ada@example.com»谢谢', '写信给«ada@example.com»，谢谢', '请看«https://example.com».谢谢', '（«https://example.com/a»）', '«https://example.com/a»（官网）',
    '「«https://example.com/a»」を見て', '『«https://example.com/a»』', '«https://example.com/a»を見てください', '«https://example.com/a»、«https://example.com/b»', '【«https://example.com»】',
    '《«https://example.com/a»》', '“«https://example.com/a»”', '«https://example.com/a»에서 보세요', '«ada@example.com»으로', 'ดูที่«https://example.com/a»นะ',
    'زوروا «https://example.com/a»، ثم', 'هل رأيت «https://example.com/a»؟', '«https://example.com/a»؛', 'و«https://example.com»', '(«https://example.com/a»)', 'راسلنا على «ada@example.com»،',
    'ראו «https://example.com/a».', 'ב«https://example.com/a»', 'ב-«https://example.com/a»', 'ב-«www.example.com»', 'ל-«ada@example.com»', '...«ada@example.com»', '״«https://example.com/a»״', 'כתבו ל«ada@example.com».', 'см. «https://example.com/a».', 'смотри«https://example.com/a»там',
    'देखिए «https://example.com/a»।', 'Δείτε «https://example.com/a»·', '«https://example.com/page»．', '«https://example.com/page»！', '«https://example.com/page»？', '«https://example.com/?a=b»；',
  ]);
});

test('bracketsShouldBelongToALinkOnlyInPairs', () => {
  linksShouldBe([
    '(«https://example.com/a_(b)»)', '(see «https://example.com/a»)', '[«https://example.com/a»]', '[text](«https://example.com/a»)', '<«https://example.com/a»>', '{«https://example.com/a»}',
    '(«https://example.com/a»).', '(«https://example.com/a?b=(c)»)', '«https://example.com/a»(see', '«https://example.com»(see below)', '(«www.example.com»)', '(«ada@example.com»)', '<«ada@example.com»>',
    '("«https://example.com/a»")', '[(«https://example.com/a[(b)]»)]', '(«https://example.com/a», there)',
  ]);
});

test('quotesAndEmphasisShouldStayOutside', () => {
  linksShouldBe([
    '"«https://example.com/a»"', "'«https://example.com/a»'", '„«https://example.com/a»“', '«https://example.com/a»"b', '‘«https://example.com/a»’', '‚«https://example.com/a»‘', '`«https://example.com/a»`',
    '*«https://example.com/a»*', '**«https://example.com/a»**', '_«https://example.com/a_b»_', '__«https://example.com/a»__', '~~«https://example.com/a»~~', '*«https://example.com»*', '_«www.example.com»_',
    '*«ada@example.com»*', '_«ada@example.com»_', '**«https://example.com/a»**谢谢', '_«https://example.com/a_b»_谢谢', '*«https://example.com/a»*,', '**«https://example.com/a»**.', '***«https://example.com/a»***',
    '*(«https://example.com/a»)*', '＊«https://example.com/a»＊',
  ]);
  // These two marks are our own
  equal(marked('\u00abhttps://example.com/a\u00bb'), '««https://example.com/a»»');
  equal(marked('\u2039https://example.com/a\u203a'), '‹«https://example.com/a»›');
});

test('apostrophesAndOtherMarksInsideShouldBeKept', () => {
  linksShouldBe([
    "«https://en.wikipedia.org/wiki/Rubik's_Cube»", '«https://fr.wikipedia.org/wiki/L’Avare»', "'«https://example.com/it's/here»'", '«https://example.com/a*b*c»', '«https://example.com/a_b_»', '«https://example.com/~a~/»',
  ]);
});

test('whoPretendsToBeAnotherShouldNotBeLinked', () => {
  // A name before an @ is not the one that is called
  ok(!piecesOf('https://bank.example@evil.example/a').some(({href}) => href?.startsWith('http')), 'a name before an @ is a link');
  // Nothing that turns the direction of reading is inside a link
  for (const control of ['\u202e', '\u2066', '\u200f', '\u200b', '\u061c', '\ufeff', '\u0000', '\u00ad']) {
    equal(piecesOf(`https://example.com/a${control}gpj.b`).find(({href}) => href).text, 'https://example.com/a', control.codePointAt(0).toString(16));
  }
});

test('everyLinkShouldBeOfAHarmlessKindWhateverTheText', () => {
  const parts = [
    'https://', 'http://', 'www.', 'mailto:', 'javascript:', 'example.com', 'ada', '@', '/', '?', '#', '(', ')', '[', ']', '*', '_', '\'', '"', '。', '，', ' ', '谢', 'ش', 'ש', '.', ':', '80', '\u202e', '%', '\\', '\ud83c', '🎉', '«',
  ];
  let seed = 7;
  const next = (limit) => (seed = (seed * 48271) % 2147483647) % limit;
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({length: 1 + next(12)}, () => parts[next(parts.length)]).join('');
    const pieces = piecesOf(text);
    equal(pieces.map((piece) => piece.text ?? piece).join(''), text, text);
    pieces.filter(({href}) => href).forEach(({href}) => ok(['http:', 'https:', 'mailto:'].includes(new URL(href).protocol), href));
  }
});

test('aLongTextShouldNotTakeLong', () => {
  const hostile = ['a_', 'https://a.b/(', 'www.a.', 'a@', 'https://a.b/', '((', 'a.', "a'", 'mailto:a', '@'];
  const begun = performance.now();
  hostile.forEach((part) => withLinks(part.repeat(4000 / part.length)));
  ok(performance.now() - begun < 4000, `${performance.now() - begun} ms`);
});
