import {filled, matching} from '../../main/webapp/console/model/canned-replies.js';
import {equal, test} from './runner.js';

const summary = {site: 'shop', department: {id: 'd-1'}};
const reply = (shortcut, values) => ({id: shortcut, site: {id: 'shop'}, shortcut, language: 'en', text: 'words', ...values});
const found = (replies, words, languages = []) =>
  matching(replies, summary, words, languages).map(({shortcut, language}) => `${shortcut} ${language}`);

test('onlyRepliesOfTheSiteAndDepartmentShouldBeOffered', () => {
  const replies = [
    reply('all'), reply('own', {department: 'd-1'}), reply('other', {department: 'd-2'}), reply('away', {site: {id: 'bank'}}),
  ];
  equal(found(replies, ''), ['own en', 'all en']);
});

test('shortcutsShouldComeBeforeTexts', () => {
  const replies = [reply('a', {text: 'We open at nine'}), reply('reopen'), reply('open')];
  equal(found(replies, 'OPEN'), ['open en', 'reopen en', 'a en']);
});

test('theVisitorsLanguageShouldComeFirstThenTheOperators', () => {
  const replies = ['de', 'ar', 'en', 'zh-CN'].map((language) => reply('hi', {language}));
  equal(found(replies, 'hi', ['zh', 'ar']), ['hi zh-CN', 'hi ar', 'hi de', 'hi en']);
});

test('knownVariablesShouldBeFilledAndOthersStay', () => {
  const values = {'visitor.name': 'Ada', site: 'A shop'};
  equal(filled('Hello {visitor.name}, this is {site}. {order}', values), 'Hello Ada, this is A shop. {order}');
});

test('anUnknownNameShouldLeaveAWholeSentence', () => {
  const values = {'visitor.name': null};
  equal(filled('Hello {visitor.name}, how are you?', values), 'Hello, how are you?');
  equal(filled('Hello {visitor.name|there}!', values), 'Hello there!');
  equal(filled('{visitor.name} Hello', values), 'Hello');
});

test('aNameThatLooksLikeAPatternShouldStayAsItIs', () => {
  equal(filled('Hello {visitor.name}', {'visitor.name': '$& {site}'}), 'Hello $& {site}');
});
