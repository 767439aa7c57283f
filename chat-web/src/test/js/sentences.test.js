import {loadConsoleTexts} from '../../main/webapp/console/base/texts.js';
import {sentence} from '../../main/webapp/console/pane/sentences.js';
import {entry, olivia} from './fakes.js';
import {equal, ok, test} from './runner.js';

const system = {kind: 'system', id: 'idle'};
const ben = {kind: 'operator', id: 'o-2', name: 'Ben'};

async function said(values, self = olivia) {
  await loadConsoleTexts();
  return sentence(entry(1, values), self);
}

test('silenceShouldBeToldAndNobodyBlamedForItsEnd', async () => {
  ok(/^The visitor is silent\. The conversation ends at .+ unless somebody writes$/.test(
    await said({kind: 'idle', author: system, data: {closes: '2026-01-01T12:10:00.000Z'}})), 'the warning');
  equal(await said({kind: 'idle', author: system, data: {}}), 'The visitor is silent');
  equal(
    await said({kind: 'closed', author: system, data: {reason: 'idle'}}),
    'The conversation ended because the visitor was silent',
  );
});

test('whatNobodyDidShouldHaveNoName', async () => {
  const data = {department: 'd-2', departmentName: 'Sales'};
  equal(await said({kind: 'transferred', author: system, data}), 'The conversation went on to Sales, because nobody was there');
  equal(await said({kind: 'transferred', author: ben, data}), 'Ben transferred the conversation to Sales');
  equal(await said({kind: 'transferred', author: olivia, data}), 'You transferred the conversation to Sales');
  equal(await said({kind: 'closed', author: ben}), 'Ben ended the conversation');
  equal(await said({kind: 'left', author: system, data: {operator: 'o-2', name: 'Ben'}}), 'Ben left');
  equal(await said({kind: 'assigned', author: system, data: {operator: 'o-1', name: 'Olivia'}}), 'You took the conversation');
});
