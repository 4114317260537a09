/** What is too long or too full of marks is read roughly, and the file says so. */

import { expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { interviewFile } from '../support/interviewText.ts';

/** The texts under which the rule reports something. */
function check(text: string, expected: readonly string[]): void {
  const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, isListed: true });
  const own = findings.filter(({ rule }) => rule === 'file/not-read-in-full');
  expect(own.map(({ span }) => text.slice(span.start, span.end))).toEqual(expected);
}

test('brackets by the ten thousand', () => check(`# A (30 s)\n\n${'[a] '.repeat(20_000)}\n\n# B\n\nWe *did*.\n`, ['[a] '.repeat(20)]));
test('quotes within quotes', () => check(`# A (30 s)\n\n${'>'.repeat(70)} a\n`, [`${'>'.repeat(70)} a`]));
test('lists within lists', () => check(`# A (30 s)\n\n${'- '.repeat(200)}a\n`, ['- '.repeat(40)]));
test('an answer of hours', () => check(`# A (30 s)\n\n${'We moved it. '.repeat(10_000)}\n`, ['We moved it. '.repeat(7).slice(0, 80)]));

test('answers that are too long together', () => {
  const text = `# A\n\n${'and then we moved it over '.repeat(1_000)}\n\n`.repeat(40);
  check(text, ['and then we moved it over '.repeat(7).slice(0, 80)]);
});
test('a hundred thousand words', () => {
  check(interviewFile(100_000), []);
  // With a mark in each line, a list and a link in each answer.
  check(interviewFile(100_000).replaceAll(' the ', ' *the* ').replaceAll('\n\n', '\n\n- [As said](http://example.org) in `code`\n\n'), []);
});
test('a chapter of five thousand words with marks and no headings', () => {
  const prose = interviewFile(5_000).replaceAll(/^## .*$/gm, '- [As said](http://example.org), *yes*.');
  check(`# A (30 min)\n\n${prose}`, []);
});

test('answers beyond five thousand', () => check(`${'# A\n\nYes.\n'.repeat(5_000)}# B\n\nNo.\n# C\n`, ['No.']));
test('five thousand answers', () => check('# A\n\nYes.\n'.repeat(5_000), []));
test('answers beyond five thousand behind a preamble', () => check(`Hello.\n\n${'# A\n\nYes.\n'.repeat(5_000)}# B\n\nNo.\n# C\n`, ['No.']));

test('many pieces that are each full of marks', () => {
  // Each of them is read alone; together they would take seconds.
  const text = `# A\n\n${'[a][b] <b> `c` *d* '.repeat(150)}\n\n`.repeat(100);
  const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, isListed: true });
  const own = findings.filter(({ rule }) => rule === 'file/not-read-in-full');
  expect(own).toHaveLength(1);
  expect(own[0]!.span.start).toBeGreaterThan(text.length / 100);
});

test('a list of three hundred items with links and emphasis', () => {
  check(`# A (30 s)\n\n${'- **We** moved [the service](http://example.org) over, *slowly*.\n'.repeat(300)}`, []);
});
test('a numbered list', () => {
  check(`# A (30 s)\n\n${Array.from({ length: 100 }, (_, i) => `${i + 1}. We moved **the service** over.\n`).join('')}`, []);
});
test('a table', () => check(`# A (30 s)\n\n| a | b |\n|---|---|\n${'| We moved it | in a week |\n'.repeat(100)}`, []));
test('a long text with some marks', () =>
  check(`# A (30 s)\n\n${'We moved *the service* over in `one` week, [as said](x).\n\n'.repeat(400)}`, []));
test('one long paragraph of many lines', () => check(`# A (30 s)\n\n${'We *moved* the service\nover in a week.\n'.repeat(100)}`, []));
test('quotes of some levels', () => check('# A (30 s)\n\n> a\n>> b\n>>> c\n>>>>> d\n', []));
test('a page of footnotes', () => {
  const notes = Array.from({ length: 40 }, (_, i) => `[^${i}]: A note with a [link](http://example.org/${i}).\n`);
  check(`# A (30 s)\n\nWe did${notes.map((_, i) => `[^${i}]`).join(' and ')}.\n\n${notes.join('')}`, []);
});
