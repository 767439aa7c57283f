import {sections} from '../../main/webapp/console/admin/sections.js';
import {equal, test} from './runner.js';

test('aNewReplyShouldGetAUuidAlsoOnAPageWithoutTls', async () => {
  const asked = [];
  /** @type {any} */
  const api = {put: async (path, body) => asked.push([path, body])};
  try {
    Object.defineProperty(crypto, 'randomUUID', {configurable: true, value: undefined});
    await sections.replies.save(/** @type {any} */ ({api, site: 'shop'}), {shortcut: 'hi'});
  } finally {
    Reflect.deleteProperty(crypto, 'randomUUID'); // Its prototype has it
  }
  const [[path, body]] = asked;
  equal([/^\/canned-replies\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(path), body], [true, {shortcut: 'hi', site: 'shop'}], path);
});
