/** Moving sections: what ends up where, what is refused, and that nothing is ever lost. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../../server/src/core/answers/parseAnswers.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { moveSection, placeOfDrop, type Place } from '../../../server/src/core/overview/moveSection.ts';
import { markdown } from '../../support/markdownArbitrary.ts';

const FILE = `---
lang: en
---

# One

## A (30 s)

Alpha.

## B

Beta.

### B1

Below.

# Two

## C

Gamma.
`;

/** Drops the heading `what` on the heading `onto` (on nothing without one), and gives the headings and what they hold. */
function drop(text: string, what: string, onto: string | undefined): string {
  const file = parseAnswers(text, { tables: false });
  const index = (title: string): number => file.answers.findIndex(({ content }) => content.title === title);
  const from = index(what);
  return move(text, from, placeOfDrop(file, from, onto === undefined ? undefined : index(onto)));
}

function move(text: string, from: number, to: Place): string {
  const result = moveSection(text, from, to);
  return 'refused' in result ? result.refused : applyEdits(text, result.edits);
}

/** "# One | ## A (30 s): Alpha. | …" */
function brief(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split(/\n(?=#)|\n\n+(?=.+\n[=-]+)/)
    .map((part) => part.trim().replace(/\n+/, ': '))
    .filter((part) => part !== '')
    .join(' | ');
}

describe('dropping a heading', () => {
  test.each([
    ['C', 'A', '# One | ## C: Gamma. | ## A (30 s): Alpha. | ## B: Beta. | ### B1: Below. | # Two'],
    ['A', 'B', '# One | ## B: Beta. | ### B1: Below. | ## A (30 s): Alpha. | # Two | ## C: Gamma.'],
    ['A', 'C', '# One | ## B: Beta. | ### B1: Below. | # Two | ## C: Gamma. | ## A (30 s): Alpha.'],
    ['A', 'Two', '# One | ## B: Beta. | ### B1: Below. | # Two | ## C: Gamma. | ## A (30 s): Alpha.'],
    ['Two', 'One', '# Two | ## C: Gamma. | # One | ## A (30 s): Alpha. | ## B: Beta. | ### B1: Below.'],
    ['One', undefined, '# Two | ## C: Gamma. | # One | ## A (30 s): Alpha. | ## B: Beta. | ### B1: Below.'],
    ['A', 'One', '# One | ## B: Beta. | ### B1: Below. | ## A (30 s): Alpha. | # Two | ## C: Gamma.'],
  ])('%s on %s', (what, onto, expected) => {
    expect(brief(drop(FILE, what, onto))).toBe(expected);
  });

  test('changes its rank to that of the place', () => {
    expect(brief(drop(FILE, 'B1', 'A'))).toContain('### B1: Below.');
    expect(brief(drop(FILE, 'B1', 'Two'))).toContain('# Two | ## C: Gamma. | ## B1: Below.');
    expect(brief(drop(FILE, 'Two', 'B1'))).toBe('# One | ## A (30 s): Alpha. | ## B: Beta. | ### Two | #### C: Gamma. | ### B1: Below.');
    expect(brief(drop(FILE, 'B', undefined))).toContain('# B: Beta. | ## B1: Below.');
  });

  test('on itself changes nothing', () => {
    expect(drop(FILE, 'B', 'B')).toBe(FILE);
  });

  test('into itself is refused', () => {
    expect(drop(FILE, 'B', 'B1')).toMatch(/into itself/);
    expect(move(FILE, 0, { kind: 'into', heading: 0 })).toMatch(/into itself/);
  });

  test('below the sixth rank is refused', () => {
    expect(drop('# One\n\n## Two\n\n# A\n\n###### F\n', 'A', 'Two')).toMatch(/sixth/);
  });

  test('where an open fence would swallow it is refused', () => {
    expect(move('# A\n\n# B\n\n```\nopen\n', 1, { kind: 'before', heading: 0 })).toMatch(/isn’t closed/);
    expect(move('# A\n\n# B\n\n```\nopen\n', 0, { kind: 'end' })).toMatch(/isn’t closed/);
  });

  test('a heading that is gone is refused', () => {
    expect(move('# A\n', 3, { kind: 'end' })).toMatch(/no longer/);
  });
});

describe('what stands around', () => {
  test('the last section gets its line end', () => {
    expect(drop('# A\n\nAlpha.\n\n# B\n\nBeta.', 'B', 'A')).toBe('# B\n\nBeta.\n\n# A\n\nAlpha.\n\n');
    expect(drop('# A\n\nAlpha.\n\n# B\n\nBeta.', 'A', undefined)).toBe('# B\n\nBeta.\n\n# A\n\nAlpha.\n\n');
  });

  test('the line ends of the file are kept', () => {
    expect(drop('# A\r\n# B\r\nBeta.', 'B', 'A')).toBe('# B\r\nBeta.\r\n\r\n# A\r\n');
  });

  test('text before the first heading stays there', () => {
    expect(drop('Intro.\n\n# A\n\n# B\n', 'B', 'A')).toBe('Intro.\n\n# B\n\n# A\n\n');
  });

  test('underlined headings change rank as well', () => {
    expect(drop('# Top\n\n## X\n\nB\n=\n\ntext\n\nC\n-\n', 'B', 'X')).toBe('# Top\n\nB\n-\n\ntext\n\n### C\n\n## X\n\n');
  });
});

describe('any move of any text', () => {
  const heading = fc.constantFrom('# One (30 s)', '## Two', '### Three', '###### Six', 'Under\n===', 'Dashed\n---', ' ## Indented ##');
  const texts = fc
    .array(fc.tuple(heading, markdown), { minLength: 2, maxLength: 7 })
    .chain((parts) => fc.constantFrom('\n', '\n\n').map((gap) => parts.map(([head, body]) => `${head}${gap}${body}`).join(gap)));
  /** Numbers that become indices of headings, whatever their count is. */
  const moves = fc.record({
    text: fc.oneof({ weight: 4, arbitrary: texts }, markdown),
    from: fc.nat(1000),
    kind: fc.constantFrom('before', 'after', 'into', 'end'),
    heading: fc.nat(1000),
  });

  function moveAnywhere({ text, from, kind, heading: onto }: { text: string; from: number; kind: Place['kind']; heading: number }) {
    const count = Math.max(1, parseAnswers(text, { tables: false }).answers.length);
    return moveSection(text, from % count, kind === 'end' ? { kind } : { kind, heading: onto % count });
  }

  /** The words of a text in no order, and without what a change of rank changes. */
  const words = (text: string): string =>
    text
      .split(/[\r\n]+/)
      .filter((line) => !/^\s*(?:=+|-+)\s*$/.test(line))
      .join(' ')
      .split(/\s+/)
      .filter((word) => word !== '' && !/^#+$/.test(word))
      .sort()
      .join(' ');

  test('loses nothing, and moves whole sections only', () => {
    let done = 0;
    fc.assert(
      fc.property(moves, (wanted) => {
        const { text } = wanted;
        const result = moveAnywhere(wanted);
        if ('refused' in result || result.edits.length === 0) return;
        done++;
        const after = applyEdits(text, result.edits);
        expect(words(after)).toBe(words(text));
        const [before, moved] = [text, after].map((one) => parseAnswers(one, { tables: false }).answers);
        const own = (answers: typeof before): readonly string[] =>
          answers!.map(({ content }) => `${content.title}: ${content.spoken.text}`).sort();
        expect(own(moved)).toEqual(own(before));
      }),
      { numRuns: 150 },
    );
    expect(done).toBeGreaterThan(15);
  }, 60_000);

  test('has edits that do not overlap', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(moves, (wanted) => {
        const result = moveAnywhere(wanted);
        if ('refused' in result || result.edits.length === 0) return;
        const [a, b] = result.edits;
        expect(a!.span.end).toBeLessThanOrEqual(b!.span.start);
      }),
    );
  });
});
