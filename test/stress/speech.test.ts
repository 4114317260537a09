/** Texts a million characters long, of one kind: what takes time that grows with the square of it would never finish here. */

import { expect, test } from 'vitest';
import { paceFromSetting } from '../../server/src/core/speech/pace.ts';
import { speak } from '../../server/src/core/speech/speak.ts';

const options = { pace: paceFromSetting('normal'), lexicon: new Map([['GR00T', 'groot']]) };

test.each([
  ['one letter', 'a'.repeat(1_000_000)],
  ['digits', '9'.repeat(1_000_000)],
  ['dots', '.'.repeat(1_000_000) + 'x'],
  ['hyphens', 'a-'.repeat(500_000)],
  ['slashes', '1/'.repeat(500_000)],
  ['capitals', 'A'.repeat(1_000_000)],
  ['quotes', '"'.repeat(1_000_000)],
  ['brackets', '('.repeat(500_000) + ')'.repeat(500_000)],
  ['Han', '漢'.repeat(500_000)],
  ['line feeds', '\n'.repeat(1_000_000)],
  ['spaces', ' '.repeat(1_000_000)],
  ['lone surrogates', '\uD800'.repeat(500_000)],
  ['emoji', '🎉'.repeat(300_000)],
  ['dots and spaces', '. '.repeat(300_000)],
  ['blank lines with spaces', '\n  '.repeat(300_000)],
  ['short addresses', 'a@b.'.repeat(250_000)],
])(
  'a million characters of %s are no trouble',
  (_, text) => {
    // Anything quadratic would take minutes, and run into the time limit.
    const { words } = speak({ text, stagePauses: [] }, options);
    expect(words.every(({ to }, i) => to <= (words[i + 1]?.from ?? Infinity))).toBe(true);
  },
  30_000,
);
