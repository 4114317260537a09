/** UTF-8 is made and read as the platform does it. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../server/src/core/text/utf8.ts';

/** Any UTF-16 units, lone surrogates among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'a',
        '\u0000',
        '\u007f',
        '\u0080',
        '߿',
        'ࠀ',
        '\ud7ff',
        '\ud800',
        '\udbff',
        '\udc00',
        '\udfff',
        '\ue000',
        '\uffff',
        '😀',
      ),
    )
    .map((all) => all.join('')),
);

test('the bytes are those of TextEncoder, the text that of TextDecoder', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const bytes = encodeUtf8(text);
      expect([...bytes]).toEqual([...new TextEncoder().encode(text)]);
      expect(decodeUtf8(bytes)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    }),
    { numRuns: 500 },
  );
});

test('there and back again is the same, but for lone surrogates', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // A surrogate that isn't one of a pair.
      const wellFormed = text.replace(/\p{Cs}/gu, '\ufffd');
      expect(decodeUtf8(encodeUtf8(text))).toBe(wellFormed);
    }),
  );
});

test('a part of the bytes is the part of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, text, after) => {
      const start = encodeUtf8(before).length;
      const end = start + encodeUtf8(text).length;
      expect(decodeUtf8(encodeUtf8(before + text + after), start, end)).toBe(text);
    }),
  );
});

test('any bytes give some text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(typeof decodeUtf8(bytes)).toBe('string');
    }),
    { numRuns: 500 },
  );
});
