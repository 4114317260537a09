/** A server that ends by itself is started again a few times, and not for ever. */

import { expect, test } from 'vitest';
import { MOST_RESTARTS, Restarts, RESTARTS_MILLISECONDS } from '../../../client/src/restarts.ts';

/** Ends at these seconds; what is done each time. */
function check(seconds: readonly number[], expected: string): void {
  let now = 0;
  const restarts = new Restarts(() => now);
  const done = seconds.map((second) => {
    now = second * 1000;
    return restarts.ended() ? 'again' : 'over';
  });
  expect(done.join(' ')).toBe(expected);
}

test('four times within three minutes, and the fifth is over', () => check([0, 1, 2, 3, 4], 'again again again again over'));
test('an end now and then is nothing', () => check([0, 100, 200, 300, 400, 500], 'again again again again again again'));
test('a row of ends later is over, too', () => check([0, 1000, 1001, 1002, 1003, 1004], 'again again again again again over'));

test('says how often, until it is long ago', () => {
  let now = 0;
  const restarts = new Restarts(() => now);
  expect(restarts.remark).toBe(undefined);
  restarts.ended();
  expect(restarts.remark).toBe('The server stopped unexpectedly and was started again (1 of at most 4 times).');
  now = RESTARTS_MILLISECONDS + 1;
  expect(restarts.remark).toBe(undefined);
});

test('says that it is over, however long it is ago, and begins anew by hand', () => {
  let now = 0;
  const restarts = new Restarts(() => now);
  for (let i = 0; i <= MOST_RESTARTS; i++) restarts.ended();
  now = 10 * RESTARTS_MILLISECONDS;
  expect(restarts.isGivenUp).toBe(true);
  expect(restarts.remark).toBe('The server stopped unexpectedly 5 times within three minutes and is not started again.');
  restarts.begin();
  expect(restarts.remark).toBe(undefined);
  expect(restarts.ended()).toBe(true);
});
