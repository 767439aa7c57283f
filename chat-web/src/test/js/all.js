// Serve chat-web/src, or the repository, and open index.html: the tests import ../../main/webapp.
import './addresses.test.js';
import './back-off.test.js';
import './canned-replies.test.js';
import './close-codes.test.js';
import './connection.test.js';
import './conversation-view.test.js';
import './desk-model.test.js';
import './entry-flow.test.js';
import './history-lines.test.js';
import './keep-alive.test.js';
import './live-visitors.test.js';
import './merges.test.js';
import './outbox.test.js';
import './outbox-storage.test.js';
import './page-address.test.js';
import './polling.test.js';
import './sending.test.js';
import './store.test.js';
import './tabs.test.js';
import './visit.test.js';
import './visitor-pass.test.js';
import {run} from './runner.js';

const results = await run();
const lines = results.failed.map(({name, error}) => `FAILED ${name}\n       ${error}`);
document.querySelector('pre').textContent = [`${results.passed} passed, ${results.failed.length} failed`, ...lines].join('\n');
window.testResults = results;
