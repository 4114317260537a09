/** Binary search: for any sorted list it finds what going through it does. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partitionPoint } from '../../server/src/core/text/partitionPoint.ts';

test.each([
  ['nothing', [], 3, 0],
  ['all below', [1, 2], 3, 2],
  ['none below', [4, 5], 3, 0],
  ['equal ones', [1, 3, 3, 4], 3, 1],
])('%s', (_, sorted, below, expected) => expect(partitionPoint(sorted.length, (i) => sorted[i]! < below)).toBe(expected));

test('finds what going through the list does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (numbers, below) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      expect(partitionPoint(sorted.length, (i) => sorted[i]! < below)).toBe(sorted.filter((one) => one < below).length);
    }),
  );
});
