import {formatTime, loadTexts} from '../../main/webapp/i18n/i18n.js';
import {equal, test} from './runner.js';

test('textsShouldBeAskedForAgainWhileTheServerIsAway', async () => {
  const {fetch, setTimeout} = globalThis;
  const answers = [() => Promise.reject(new TypeError('Failed to fetch')), () => ({ok: false, status: 404}), () => ({ok: false, status: 503})];
  const asked = [];
  try {
    Object.assign(globalThis, {
      fetch: async (address) => {
        asked.push(String(address).split('/i18n/')[1]);
        return (answers.shift() ?? (() => ({ok: true, json: async () => ({hello: 'Bonjour'})})))();
      },
      setTimeout: (run, ms) => setTimeout(run, ms === 1000 ? 0 : ms), // The runner has a limit of its own
    });
    const t = await loadTexts('widget', ['zh-CN']);
    equal([t('hello'), asked], ['Bonjour', Array(4).fill('zh-CN/widget.json')]);
  } finally {
    Object.assign(globalThis, {fetch, setTimeout});
  }
});

test('languageThatNobodyKnowsShouldNotBreakAPage', async () => {
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'languages');
  try {
    for (const languages of [['en-US@posix'], ['en_US'], [''], ['en--US', 'ar'], []]) {
      Object.defineProperty(navigator, 'languages', {configurable: true, value: languages});
      await loadTexts('widget', languages);
      equal([languages, formatTime(Date.UTC(2026, 0, 1, 12)).length > 3], [languages, true]);
    }
    equal(document.documentElement.lang, 'en');
  } finally {
    Reflect.deleteProperty(navigator, 'languages');
    equal(Object.getOwnPropertyDescriptor(Navigator.prototype, 'languages'), own);
    await loadTexts('widget', ['en']);
  }
});
