/** What Markdown says without its signs. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../server/src/core/answers/plainText.ts';

function check(markdown: string, expected: string): void {
  expect(plainText(markdown)).toBe(expected);
}

describe('takes out', () => {
  test('emphasis, code and links, and keeps what they say', () =>
    check('**It** is *a* `queue`, [see](https://a.b) ![this](c.png).', 'It is a queue, see this.'));
  test('escapes and entities', () => check('a\\*b\\* &lt;c&gt; &amp; d', 'a*b* <c> & d'));
  test('rules, comments and definitions', () => check('a\n\n---\n\n<!-- b -->\n\n[c]: d\n\ne', 'a\n\ne'));
  test('the lines of a table', () => check('| a | b |\n| --- | ---: |\n| c | 1 |', 'a  b\nc  1'));
  test('the sign of a quote', () => check('> a\n> b', 'a\nb'));
});

describe('keeps', () => {
  test('paragraphs apart', () => check('# A\n\nb\n\nc', 'A\n\nb\n\nc'));
  test('the lines of a paragraph, also where they end in two spaces', () => check('a  \nb\nc', 'a\nb\nc'));
  test('items, and what is in them', () => check('- a\n- b\n  - c', '- a\n- b\n  - c'));
  test('code as it is', () => check('```js\n*a*\n```', '*a*'));
  test('signs that mean nothing', () => check('2 * 3 < 7 & a_b_c', '2 * 3 < 7 & a_b_c'));
});

test('never throws, and plain words stay', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof plainText(text) === 'string'));
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), (words) => plainText(words.join(' ')) === words.join(' ')),
  );
});
