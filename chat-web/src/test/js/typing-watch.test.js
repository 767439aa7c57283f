import {TypingWatch} from '../../main/webapp/console/model/typing-watch.js';
import {Bench, ada, entry, olivia, summary} from './fakes.js';
import {equal, test} from './runner.js';

const ben = {kind: 'operator', id: 'o-2', name: 'Ben'};
const active = {owner: olivia, visitor: ada};
const typing = (values) => ({type: 'typing', conversation: 'c-1', participant: ada, text: 'I would li', ...values});
const changed = (values) => ({type: 'conversation', ...summary(0, {...active, version: 2, ...values})});

async function watched() {
  const bench = await new Bench().live([summary(0, active)]);
  const watch = new TypingWatch(bench.client);
  return {bench, shown: () => watch.of('c-1')?.text ?? null};
}

test('whatIsTypedShouldShowUntilItsEndIsTold', async () => {
  const {bench, shown} = await watched();
  await bench.socket.say(typing());
  equal(shown(), 'I would li');
  await bench.socket.say(typing({text: ''}));
  equal(shown(), null);
  await bench.socket.say(typing({participant: olivia, text: undefined}));
  equal(shown(), '');
  await bench.socket.say(entry(1, {author: olivia}));
  equal(shown(), null);
});

test('whatIsTypedShouldEndWhenTheConversationDoesOrChangesHands', async () => {
  for (const values of [{status: 'closed'}, {owner: ben}, {status: 'queued', owner: null}]) {
    for (const participant of [ada, olivia]) {
      const {bench, shown} = await watched();
      await bench.socket.say(typing({participant}));
      equal(shown(), 'I would li');
      await bench.socket.say(changed(values));
      equal(shown(), null, JSON.stringify(values));
    }
  }
});

test('whoHasNoPartShouldNotBeSeenTyping', async () => {
  const {bench, shown} = await watched();
  await bench.socket.say(typing({participant: ben}));
  equal(shown(), null);
});
