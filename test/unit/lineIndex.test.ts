/** Offsets to lines and characters, with every kind of line end. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';

test.each([
  ['', [0]],
  ['a', [0]],
  ['a\nb', [0, 2]],
  ['a\r\nb\r\n', [0, 3, 6]],
  ['a\rb\r', [0, 2, 4]],
  ['\n\r\n\r\r\n', [0, 1, 3, 4, 6]],
  ['a\u2028b', [0]],
])('lines of %j begin at %j', (text, starts) => {
  const lines = new LineIndex(text);
  expect(starts.map((start) => lines.positionAt(start))).toEqual(starts.map((_, line) => ({ line, character: 0 })));
  expect(lines.positionAt(text.length).line).toBe(starts.length - 1);
});

test('any text: a line for each end of line, and back from a position to its offset', () => {
  const texts = fc.array(fc.constantFrom('a', 'é', '\n', '\r', '\r\n', '\u2029')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const lines = new LineIndex(text);
      expect(lines.positionAt(text.length).line).toBe(text.split(/\r\n|\r|\n/).length - 1);
      for (let offset = 0; offset <= text.length; offset++) {
        const isInLineEnd = text[offset] === '\n' && text[offset - 1] === '\r';
        if (!isInLineEnd) expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
      }
    }),
  );
});
