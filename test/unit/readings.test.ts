/** How words are read, and the edit that has one read differently. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { readingAt, sayDifferentlyFix, unusualReadings } from '../../server/src/core/readings.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { unmark } from '../support/marked.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, isListed: true };

function readingsOf(text: string): string {
  return analyse(text, OPTIONS)
    .answers.flatMap(unusualReadings)
    .map(({ written, said }) => `${written}=${said}`)
    .join('; ');
}

describe('pronunciations in the front matter', () => {
  test('override what the model would say', () => {
    expect(readingsOf('---\npronunciations:\n  GR00T: groot\n---\n# Q\n\nWe use GR00T.')).toBe('GR00T=groot');
  });

  test('override those of the settings', () => {
    const settings = { ...DEFAULT_SETTINGS, pronunciations: { GR00T: 'one', QX1: 'queue' } };
    const text = '---\npronunciations: {GR00T: two}\n---\n# Q\n\nGR00T and QX1.';
    const [answer] = analyse(text, { settings, isListed: true }).answers;
    expect(unusualReadings(answer!).map(({ said }) => said)).toEqual(['two', 'queue']);
  });

  test.each(['pronunciations: 3', 'pronunciations:', 'pronunciations: [a, b]', 'pronunciations:\n  GR00T: [1]'])(
    '%j says nothing',
    (yaml) => {
      expect(() => readingsOf(`---\n${yaml}\n---\n# Q\n\nWords.`)).not.toThrow();
    },
  );
});

/** Marks `‸` at the word; the file after the edit. */
function check(marked: string, expected: string): void {
  const { text, cursor } = unmark(marked);
  const fix = sayDifferentlyFix(analyse(text, OPTIONS), cursor);
  const edited = fix === undefined ? text : applyEdits(text, fix.edits);
  expect(edited.replace(/("ZX9": )"[^"]*"/, '$1…')).toBe(expected);
  if (fix !== undefined) {
    // The edit keeps the reading until the writer changes it, and can be read again.
    expect(analyse(edited, OPTIONS).file.frontMatter.problems).toEqual([]);
    expect(analyse(edited, OPTIONS).file.frontMatter.pronunciations).toHaveProperty('ZX9');
  }
}

describe('the edit that says a word differently', () => {
  test.each([
    ['without front matter', '# Q\n\nA Z‸X9, so.', '---\npronunciations:\n  "ZX9": …\n---\n\n# Q\n\nA ZX9, so.'],
    ['with other front matter', '---\nlang: en\n---\n# Q\n\nA Z‸X9.', '---\nlang: en\npronunciations:\n  "ZX9": …\n---\n# Q\n\nA ZX9.'],
    [
      'with other pronunciations',
      '---\npronunciations:\n    A: b\nlang: en\n---\n# Q\n\nA Z‸X9.',
      '---\npronunciations:\n    "ZX9": …\n    A: b\nlang: en\n---\n# Q\n\nA ZX9.',
    ],
    [
      'with pronunciations on one line',
      '---\npronunciations: {A: b}\n---\n# Q\n\nA Z‸X9.',
      '---\npronunciations: { "ZX9": …,A: b}\n---\n# Q\n\nA ZX9.',
    ],
    ['in quotes and emphasis', '# Q\n\nA "**Z‸X9**".', '---\npronunciations:\n  "ZX9": …\n---\n\n# Q\n\nA "**ZX9**".'],
  ])('%s', (_, marked, expected) => check(marked, expected));

  test.each([
    ['an ordinary word', '# Q\n\nAn ordi‸nary word.'],
    ['a hyphenated word', '# Q\n\nA well-kn‸own word.'],
    ['a heading', '# Z‸X9\n\nWords.'],
    ['code', '# Q\n\n```\nZ‸X9\n```'],
    ['before the first answer', 'Z‸X9'],
  ])('is not offered for %s', (_, marked) => check(marked, unmark(marked).text));
});

test('a reading has the span of its word in the file', () => {
  const { text, cursor, ranges } = unmark('---\nlang: en\n---\n# Q\n\nOne &amp; a «Z‸X9» here.');
  const reading = readingAt(analyse(text, OPTIONS), cursor)!;
  expect(reading.written).toBe('ZX9');
  expect(reading.span).toEqual(ranges[0]);
});
