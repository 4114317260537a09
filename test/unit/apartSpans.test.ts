/** Stretches that are taken one after the other: the same are kept as by comparing each with all. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApartSpans, overlap, type Span } from '../../server/src/core/text/span.ts';

const span: fc.Arbitrary<Span> = fc.tuple(fc.nat(60), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));

test('property: a stretch is kept if it overlaps none that was kept', () => {
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const taken = new ApartSpans();
      const kept: Span[] = [];
      for (const one of spans) {
        const isApart = !kept.some((other) => overlap(other, one));
        expect(taken.take(one)).toBe(isApart);
        if (isApart) kept.push(one);
      }
    }),
  );
});
