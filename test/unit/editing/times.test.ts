/** What headings and text show of the time: lenses, hints, the ruler, and the faded tail. */

import { describe, expect, test } from 'vitest';
import { analyse, type Analysis } from '../../../server/src/core/analysis.ts';
import { beyondTarget } from '../../../server/src/core/editing/beyondTarget.ts';
import { headingTimes } from '../../../server/src/core/editing/headingTimes.ts';
import { timeRuler } from '../../../server/src/core/editing/timeRuler.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/core/settings.ts';
import { mark, unmark } from '../../support/marked.ts';
import { words } from '../../support/words.ts';

function analysed(text: string): Analysis {
  return analyse(text, { settings: DEFAULT_SETTINGS, isListed: false });
}

describe('heading times', () => {
  /** `«…»` is the heading; expected are the texts, numbers of estimates as N. */
  function check(marked: string, expected: readonly string[]): void {
    const { text, ranges } = unmark(marked);
    const times = headingTimes(analysed(text));
    expect(times.map((time) => time.text.replace(/^(?:\d+ min )?\d+ s/, 'N s'))).toEqual(expected);
    expect(
      mark(
        text,
        times.map(({ heading }) => heading),
      ),
    ).toBe(mark(text, ranges));
  }

  test('an answer with a target, and one without', () => {
    check('«# A (30 s)»\n\nWe built it.\n\n«# B»\n\nIt runs.\n', ['N s of 30 s', 'N s']);
  });
  test('a section shows what is below it', () => check('«# Part»\n\n«## A (30 s)»\n\nWe built it.\n', ['N s', 'N s of 30 s']));
  test('not where nothing is said', () => check('# A (30 s)\n\n<!-- later -->\n', []));
  test('not in a file that is about something else', () => check('# A\n\nWe built it.\n', []));
  test('a hint goes before closing marks', () => {
    const text = '## A (30 s) ##\n\nWe built it.\n';
    expect(headingTimes(analysed(text))[0]!.textEnd).toBe(text.indexOf(' ##\n'));
  });
});

describe('time ruler', () => {
  /** `‸` in the expected text stands for a mark; its text follows in braces. */
  function ruled(text: string): string {
    let at = 0;
    let result = '';
    for (const { at: offset, text: shown } of timeRuler(analysed(text))) {
      result += `${text.slice(at, offset)}{${shown}}`;
      at = offset;
    }
    return result + text.slice(at);
  }

  test('has a mark each ten seconds and one at the target', () => {
    const shown = [...ruled(`# A (25 s)\n\n${words(220)}.\n`).matchAll(/\{(.*?)\}/g)].map(([, mark]) => mark);
    expect(shown.slice(0, 4)).toEqual(['10 s', '20 s', '25 s: target', '30 s']);
  });
  test('has one mark where target and tick meet', () => {
    const shown = [...ruled(`# A (20 s)\n\n${words(220)}.\n`).matchAll(/\{(.*?)\}/g)].map(([, mark]) => mark);
    expect(shown.slice(0, 3)).toEqual(['10 s', '20 s: target', '30 s']);
  });
  test('stands before words', () => {
    expect(ruled(`# A (25 s)\n\n${words(220)}.\n`)).not.toMatch(/[a-z]\{|\}\s/);
  });
  test('starts again with each answer', () => {
    const shown = [...ruled(`# A (5 min)\n\n${words(60)}.\n\n# B (5 min)\n\n${words(60)}.\n`).matchAll(/\{(.*?)\}/g)].map(
      ([, mark]) => mark,
    );
    expect(shown).toEqual(['10 s', '10 s']);
  });
  test('goes on where one target covers several answers', () => {
    const text = `# A (5 min)\n\n## B\n\n${words(60)}.\n\n## C\n\n${words(60)}.\n`;
    expect([...ruled(text).matchAll(/\{(.*?)\}/g)].map(([, mark]) => mark)).toEqual(['10 s', '20 s']);
  });
  test('names the time after a long planned pause', () => {
    expect(ruled('# A (5 min)\n\nWe built it. [pause 35s] It runs.\n')).toBe('# A (5 min)\n\nWe built it. [pause 35s] {30 s}It runs.\n');
  });
  test('has no mark in a short answer', () => expect(timeRuler(analysed('# A (30 s)\n\nWe built it.\n'))).toEqual([]));
});

describe('beyond the target', () => {
  function faded(text: string): readonly string[] {
    return beyondTarget(analysed(text), DEFAULT_SETTINGS).map(({ span }) => text.slice(span.start, span.end));
  }

  test('the rest of an answer that is too long', () => {
    const text = `# A (10 s)\n\n${words(60)}.\n\n## B (5 min)\n\nIt runs.\n`;
    const [tail, ...more] = faded(text);
    expect(more).toEqual([]);
    expect(`${words(60)}.`.endsWith(tail!)).toBe(true);
    expect(tail!.length).toBeGreaterThan(60);
    expect(tail!.length).toBeLessThan(words(60).length - 60);
  });
  test('every answer that the target covers, and no heading', () => {
    const text = `# A (5 s)\n\n## B\n\n${words(40)}.\n\n## C\n\nIt runs.\n`;
    const tails = faded(text);
    expect(tails).toHaveLength(2);
    expect(tails[1]).toBe('It runs.');
  });
  test('not what the tolerance forgives', () => {
    // 60 words take some 20 s; a target that is missed by less than 10 % is not reported either.
    const seconds = Math.ceil(analysed(`# A (5 s)\n\n${words(60)}.\n`).answers[0]!.analysis.speech.estimate.seconds) - 1;
    expect(faded(`# A (${seconds} s)\n\n${words(60)}.\n`)).toEqual([]);
  });
  test('not an answer that meets its target', () => expect(faded(`# A (1 min)\n\n${words(60)}.\n`)).toEqual([]));
  test('not without an upper end', () => expect(faded(`# A (at least 5 s)\n\n${words(60)}.\n`)).toEqual([]));
});
