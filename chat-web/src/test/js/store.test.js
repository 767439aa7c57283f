import {pastOf, recall} from '../../main/webapp/client/former.js';
import {replay} from '../../main/webapp/client/line/tab-host.js';
import {Bench, ada, entry, olivia, summary} from './fakes.js';
import {equal, test} from './runner.js';

test('anOlderSummaryShouldBeIgnored', async () => {
  const bench = await new Bench().live([summary(0, {version: 5, status: 'active'})]);
  await bench.socket.say({type: 'conversation', ...summary(0, {version: 4, status: 'queued'})});
  equal(bench.conversation.summary.status, 'active');
  await bench.socket.say({type: 'conversation', ...summary(0, {version: 6, status: 'closed'})});
  equal(bench.conversation.summary.status, 'closed');
});

test('aConversationThatWelcomeLeavesOutShouldBeForgotten', async () => {
  const bench = await new Bench().live();
  await bench.socket.say({type: 'conversation', ...summary(1, {status: 'queued'})});
  equal(bench.conversation.summary.status, 'queued');
  await bench.reconnect();
  equal(bench.conversation, undefined);
});

test('receiptsShouldOnlyRise', async () => {
  const bench = await new Bench().live([summary()]);
  const receipt = (values) => ({type: 'receipt', conversation: 'c-1', participant: olivia, ...values});
  await bench.socket.say(receipt({delivered: 4}), receipt({read: 3}), receipt({delivered: 2}));
  const {delivered, read} = bench.conversation.receipts.get(olivia.id);
  equal([delivered, read], [4, 3]);
});

test('presenceShouldKeepWhatAChangeDoesNotMention', async () => {
  const bench = await new Bench().live();
  const omar = {id: 'o-2', name: 'Omar', status: 'away'};
  await bench.socket.say({type: 'presence', operators: [omar, {...olivia, status: 'accepting'}], departments: []});
  await bench.socket.say({type: 'presence', operators: [{...omar, status: 'accepting'}]});
  const known = [...bench.client.store.presence.operators.values()].map(({name, status}) => [name, status]);
  equal(known, [['Omar', 'accepting'], ['Olivia', 'accepting']]);
});

test('limitsShouldComeFromTheServer', async () => {
  const bench = new Bench();
  await bench.open();
  await bench.socket.open();
  await bench.socket.say({type: 'welcome', self: ada, heartbeat: 20, limits: {text: 99}, conversations: []});
  equal(bench.client.limits.text, 99);
});

test('nothingShouldBeUpToDateWithoutALine', async () => {
  const bench = await new Bench().live([summary()]);
  equal(bench.conversation.upToDate, true);
  await bench.socket.end(1006);
  equal(bench.conversation.upToDate, false);
  await bench.clock.advance(1000);
  await bench.greet([summary()]);
  equal(bench.conversation.upToDate, true);
});

test('aFrameOfANewerServerShouldDisturbNothing', async () => {
  const bench = await new Bench().live([summary()]);
  await bench.socket.say({type: 'hologram', conversation: 'c-1'});
  equal(bench.client.state, 'live');
});

test('anInvitationShouldBeKnownUntilSomethingHasBecomeOfIt', async () => {
  const bench = await new Bench().live();
  const invitation = (state) => ({type: 'invitation', invitation: 'i-1', state, text: 'Hello'});
  const known = () => [...bench.client.store.invitations.keys()];
  await bench.socket.say(invitation('delivered'), invitation('shown'));
  equal(known(), ['i-1']);
  await bench.socket.say(invitation('dismissed'));
  equal(known(), []);
  await bench.socket.say(invitation('queued'));
  await bench.reconnect();
  equal(known(), []);
});

test('aTabThatComesLaterShouldHearOfInvitationsAndTheQueue', async () => {
  const bench = await new Bench().live();
  const frames = [
    {type: 'invitation', invitation: 'i-1', state: 'delivered', text: 'Hello'},
    {type: 'queue', conversation: 'c-1', position: 3, waiting: 120},
  ];
  await bench.socket.say(...frames);
  const replayed = replay(bench.client.store, {}).filter(({type}) => type === 'invitation' || type === 'queue');
  equal(replayed, frames);
});

test('aPastThatWasKeptShouldStayAndGoOnWhenItIsOursAgain', async () => {
  const past = JSON.parse(JSON.stringify(pastOf(/** @type {any} */ ({summary: summary(2), entries: [entry(1), entry(2)], internal: []}))));
  const bench = new Bench();
  recall(bench.client.store, 'c-1', past);
  await bench.open();
  await bench.socket.open();
  equal(bench.socket.of('hello')[0].cursors, {'c-1': {public: 2, internal: 0}});
  const welcome = (conversations) => ({type: 'welcome', session: 's-1', self: olivia, heartbeat: 20, conversations});
  await bench.socket.say(welcome([]), {type: 'synced'});
  equal([bench.conversation.summary, bench.conversation.former.id, bench.conversation.entries.length], [null, 'c-1', 2]);
  await bench.socket.end(1006);
  await bench.clock.advance(1000);
  await bench.socket.open();
  await bench.socket.say(welcome([summary(3)]), entry(3), {type: 'synced'});
  equal(bench.conversation.entries.map(({seq}) => seq), [1, 2, 3]);
});
