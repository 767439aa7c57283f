import {BackOff} from '../../main/webapp/client/back-off.js';
import {equal, test} from './runner.js';

const backOffBy = (random) => new BackOff(/** @type {any} */ ({random: () => random}));
const next = (backOff, count) => Array.from({length: count}, () => backOff.next());

test('backOffShouldDoubleUpToThirtySeconds', () => {
  equal(next(backOffBy(1), 7), [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
});

test('backOffShouldSpreadFromZeroToTheWholePause', () => {
  equal(next(backOffBy(0), 3), [0, 0, 0]);
  equal(next(backOffBy(0.5), 3), [500, 1000, 2000]);
});

test('backOffShouldBeginAnewAfterReset', () => {
  const backOff = backOffBy(1);
  next(backOff, 4);
  backOff.reset();
  equal(backOff.next(), 1000);
});
