/** Texts a million characters long, of one kind of jargon: what takes time that grows with the square of it would never finish here. */

import { expect, test } from 'vitest';
import { jargonOf } from '../../server/src/core/jargon/facts.ts';

test.each([
  ['capitals', 'A'.repeat(1_000_000)],
  ['acronyms', 'LLM, '.repeat(200_000)],
  ['acronyms and open brackets', 'ABC ('.repeat(200_000)],
  ['closed brackets', '(A) '.repeat(250_000)],
  ['capitals with dots', 'X.Y.'.repeat(250_000)],
  ['capitals with hyphens', 'A-'.repeat(500_000)],
  ['capitals with ampersands', 'A&'.repeat(500_000)],
  ['expansions', 'large language model LLM '.repeat(40_000)],
  ['halves of phrases', 'in order in order '.repeat(55_000)],
  ['terms', 'race condition race '.repeat(50_000)],
  ['spaces', ' '.repeat(1_000_000)],
])(
  'a million characters of %s are no trouble',
  (_, text) => {
    // Anything quadratic would take minutes, and run into the time limit.
    const { shortForms } = jargonOf(text, 'en');
    expect(shortForms.every(({ span }, i) => span.end <= (shortForms[i + 1]?.span.start ?? Infinity))).toBe(true);
  },
  60_000,
);
