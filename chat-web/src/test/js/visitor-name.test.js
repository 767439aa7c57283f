import {personName} from '../../main/webapp/console/looks/visitor-name.js';
import {equal, ok, test} from './runner.js';

test('aVisitorShouldNotLookLikeAColleague', () => {
  equal(personName({kind: 'operator', name: 'Olivia'}), 'Olivia');
  ok(personName({kind: 'visitor', name: 'Olivia'}) !== 'Olivia', 'the same name for both');
  ok(personName({kind: 'visitor', name: null}) !== personName({kind: 'operator', name: null}), 'the same for the nameless');
});
