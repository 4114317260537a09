/** Words that are read without an expression are those that the expression finds, whatever stands between and behind them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findShortForms } from '../../server/src/core/jargon/acronyms.ts';
import { wordsOf } from '../../server/src/core/jargon/alignment.ts';
import { tokenise } from '../../server/src/core/speech/tokens.ts';
import { narrow } from '../../server/src/core/text/narrow.ts';
import { primed } from '../../server/src/core/text/primed.ts';

const sign = fc.constantFrom(...'aZ9 \n.,;:!?-_&/()"\'’“”éßΩЖ漢ー\u0301\u00a0–…€$%@#°²😀');
const text = fc
  .array(fc.oneof(sign, fc.constantFrom('word', 'LLM', 'R&D', 'it’s', 'U.S.', 'end-to-end', '3,000', '.NET', 'AT&T')), { maxLength: 24 })
  .map((signs) => signs.join(''));

describe('words without an expression', () => {
  it('of jargon', () => {
    fc.assert(
      fc.property(text, (written) => {
        const found = [...written.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)].map(({ index, 0: word }) => [index, index + word.length]);
        expect(wordsOf(written).map(({ start, end }) => [start, end])).toEqual(found);
      }),
    );
  });

  it('of speech: a blank beyond ASCII leaves all to the expression, and nothing changes', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(tokenise(written.replaceAll(' ', '\u00a0'))).toEqual(tokenise(written));
      }),
    );
  });

  it('that are acronyms: with a letter beyond ASCII in front, which is none of any', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', 'LLM', 'R&D', 'iOS', 'CI/CD', 'it', 'a-B', 'x&Y', 'GPUs', '9'), { maxLength: 12 }),
        (words) => {
          const names = findShortForms(words.join(' , ')).map(({ name }) => name);
          expect(findShortForms(words.map((word) => `é ${word}`).join(' , ')).map(({ name }) => name)).toEqual(names);
        },
      ),
    );
  });
});

describe('what the engine is spared', () => {
  it('leaves a text as it is, however wide', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (written) => {
        expect(narrow(written)).toBe(written);
      }),
    );
    expect(narrow('a'.repeat(5000))).toHaveLength(5000);
  });

  it('leaves an expression as it is', () => {
    const pattern = /=+/g;
    expect(primed(pattern)).toBe(pattern);
    expect(pattern.lastIndex).toBe(0);
    expect([...'a=b=='.matchAll(primed(pattern))].map(({ index }) => index)).toEqual([1, 3]);
  });
});
