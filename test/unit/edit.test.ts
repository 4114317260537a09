/** Edits: applied at once, they mean the text before any of them. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, insertion, type Edit } from '../../server/src/core/text/edit.ts';

test('edits mean the text before them, in whatever order they come', () => {
  const edits: readonly Edit[] = [
    { span: { start: 6, end: 7 }, newText: 'C' },
    insertion(0, '> '),
    { span: { start: 2, end: 4 }, newText: '' },
    insertion(7, '!'),
  ];
  expect(applyEdits('a bb  c', edits)).toBe('> a   C!');
});

test('what is put in comes before what is replaced at the same place', () => {
  const replaced: Edit = { span: { start: 0, end: 3 }, newText: 'new' };
  expect(applyEdits('old', [replaced, insertion(0, '# ')])).toBe('# new');
});

test('property: as if each were done by itself, the last one first', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '🙂', '\r\n', ' '), maxLength: 30 });
  fc.assert(
    fc.property(texts, fc.array(fc.tuple(fc.nat(20), texts)), fc.infiniteStream(fc.boolean()), (text, cuts, isEdited) => {
      // Neighbouring cuts bound stretches that don't overlap; some of them are replaced.
      const places = [...new Set(cuts.map(([at]) => Math.min(at, text.length)))].sort((a, b) => a - b);
      const edits = places
        .slice(1)
        .flatMap((end, i) => (isEdited.next().value ? [{ span: { start: places[i]!, end }, newText: cuts[i]![1] }] : []));
      const oneByOne = edits.reduceRight((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);
      expect(applyEdits(text, [...edits].reverse())).toBe(oneByOne);
    }),
  );
});
