import {afterClose} from '../../main/webapp/client/line/close-code.js';
import {equal, test} from './runner.js';

test('codesFrom4400To4499ShouldEndTheConnection', () => {
  for (const code of [4400, 4403, 4409, 4450, 4499]) {
    equal(afterClose(code, {}).reconnect, false, code);
  }
});

test('allOtherCodesShouldReconnect', () => {
  for (const code of [1000, 1001, 1006, 1012, 4399, 4500, 4503, 4508, 4510, 4599]) {
    equal(afterClose(code, {}).reconnect, true, code);
  }
});

test('code4401ShouldAskForANewToken', () => equal(afterClose(4401, {}), {reconnect: true, newToken: true}));

test('code4429ShouldWaitAsLongAsTheServerSays', () => {
  equal(afterClose(4429, {retryAfter: 7}), {reconnect: true, wait: 7});
  equal(afterClose(4429, {}), {reconnect: true, wait: 30});
});

test('aByeThatForbidsReconnectingShouldBeObeyed', () => equal(afterClose(4503, {reconnect: false}).reconnect, false));
