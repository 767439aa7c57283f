import {withAddresses} from '../../main/webapp/widget/conversation-view.js';
import {equal, test} from './runner.js';

test('aTextWithoutAddressesShouldStayInOnePiece', () => {
  const text = '<img src=x onerror=alert(1)> javascript:alert(1) data:text/html,x ftp://example.com';
  equal(withAddresses(text), [text]);
});

test('webAddressesShouldBeFoundAndNothingOfTheTextLost', () => {
  equal(withAddresses('See https://example.com/a?b=c and http://b.example.'), [
    'See ', {address: 'https://example.com/a?b=c'}, ' and ', {address: 'http://b.example'}, '.',
  ]);
});

test('aBracketShouldBelongToTheAddressOnlyWhenItWasOpenedThere', () => {
  equal(withAddresses('(https://example.com/a_(b))'), ['(', {address: 'https://example.com/a_(b)'}, ')']);
});

test('whatOnlyLooksLikeAnAddressShouldStayText', () => {
  equal(withAddresses('https://[oops'), ['https://[oops']);
});
