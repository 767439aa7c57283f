import {sections} from '../../main/webapp/console/admin/sections.js';
import {equal, test} from './runner.js';

test('aNewReplyShouldGetAUuidAlsoOnAPageWithoutTls', async () => {
  const own = Object.getOwnPropertyDescriptor(crypto, 'randomUUID');
  const asked = [];
  const api = {put: async (path, body) => asked.push([path, body])};
  try {
    Object.defineProperty(crypto, 'randomUUID', {configurable: true, value: undefined});
    await sections.replies.save({api, site: 'shop'}, {shortcut: 'hi'});
  } finally {
    delete crypto.randomUUID;
    own && Object.defineProperty(crypto, 'randomUUID', own);
  }
  const [[path, body]] = asked;
  equal([/^\/canned-replies\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(path), body], [true, {shortcut: 'hi', site: 'shop'}], path);
});
