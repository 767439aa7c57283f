import {placeOf, webAddress} from '../../main/webapp/console/base/page-address.js';
import {equal, test} from './runner.js';

test('whatIsNoWebAddressShouldStayWords', () => {
  const odd = ['https://%', 'https://', '/cart', '', 'javascript:alert(1)', 'data:text/html,x', 'https://shop.1/', null, undefined];
  equal(odd.map((said) => [webAddress(said), placeOf(said)]), odd.map((said) => [null, said]));
});

test('anAddressShouldBeShownWithoutWhatIsTheSameForAll', () => {
  equal(['https://shop.example/', 'http://shop.example/cart?a=%', 'https://shop.example/?q'].map(placeOf),
    ['shop.example', 'shop.example/cart?a=%', 'shop.example/?q']);
});
