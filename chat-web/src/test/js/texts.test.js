import {loadTexts} from '../../main/webapp/i18n/i18n.js';
import {equal, test} from './runner.js';

test('textsShouldBeAskedForAgainWhileTheServerIsAway', async () => {
  const {fetch, setTimeout} = globalThis;
  const answers = [() => Promise.reject(new TypeError('Failed to fetch')), () => ({ok: false, status: 404}), () => ({ok: false, status: 503})];
  const asked = [];
  try {
    globalThis.fetch = async (address) => {
      asked.push(String(address).split('/i18n/')[1]);
      return (answers.shift() ?? (() => ({ok: true, json: async () => ({hello: 'Bonjour'})})))();
    };
    globalThis.setTimeout = (run, ms) => setTimeout(run, ms === 1000 ? 0 : ms); // The runner has a limit of its own
    const t = await loadTexts('widget', ['zh-CN']);
    equal([t('hello'), asked], ['Bonjour', Array(4).fill('zh-CN/widget.json')]);
  } finally {
    Object.assign(globalThis, {fetch, setTimeout});
  }
});
