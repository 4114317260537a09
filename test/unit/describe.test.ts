/** What a heading's hover says, and that nothing of the file becomes markup in it. */

import { describe, expect, test } from 'vitest';
import { daysEast } from '../../server/src/core/rehearsal/days.ts';
import { analyse, type Paces } from '../../server/src/core/analysis.ts';
import { describeHeadingAt, type Moment } from '../../server/src/core/describe.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';

/** The hover at the start of the file's first heading, as lines. */
function hover(text: string): readonly string[] {
  const analysis = analyse(text, { settings: DEFAULT_SETTINGS, isListed: true });
  return (describeHeadingAt(analysis, text.indexOf('#'))?.markdown ?? '').split('\n');
}

/** The line that contains a text, with its numbers as N. */
function check(text: string, part: string, expected: string): void {
  const line = hover(text).find((one) => one.includes(part));
  expect(line?.replace(/\d+/g, 'N')).toBe(expected);
}

describe('says', () => {
  test.each([
    ['the time and the interval', '# Q\n\nWe made it work.', 'to say', '**About N s to say**, likely N s to N s'],
    ['the pauses and their share', '# Q\n\nWe made it work, and it held.', 'Pauses', '| Pauses | N s (N %) |'],
    ['planned pauses', '# Q\n\nWe made it. [pause 2s] It held.', 'Planned', '| Planned pauses | N s |'],
    ['the pace', '# Q\n\nWe made it work.', 'Pace', '| Pace | normal, N words a minute here |'],
    ['each sentence', '# Q\n\nWe made it work. Then it broke.', 'Then', '- N s: Then it broke\\.'],
    ['how words are read', '# Q\n\nThe 25B-A3.5B model.', 'Read as', 'Read as: NB\\-AN\\.NB → “twenty five b a three point five b”.'],
    ['the target', '# Q (30 s)\n\nWe made it work.', 'Target', 'Target: N s: N s under.'],
    [
      'the default target',
      '---\ntarget: 30 s\n---\n# Q\n\nWe made it work.',
      'Target',
      'Target: N s (the default of this file): N s under.',
    ],
    [
      'what is below',
      '# Q\n\n## A\n\nOne two.\n\n## B\n\nThree four.',
      'below',
      'With the N headings below: About N s, likely N s to N s.',
    ],
    ['that there is nothing', '# Q\n', 'Nothing', 'Nothing to say yet.'],
  ])('%s', (_, text, part, expected) => check(text, part, expected));
});

describe('takes the file as data', () => {
  test.each([
    ['a command link', 'See \\[run](command:x) now. And more.'],
    ['an image', 'Look at \\!\\[x](http://a.b/c.png) now. And more.'],
    ['HTML', 'It is &lt;img src=x onerror=alert(1)&gt; now. And more.'],
    ['a table', 'It is a | b now. And more.'],
  ])('%s', (_, body) => {
    const text = hover(`# Q\n\n${body}`).join('\n');
    expect(text).toContain('now');
    expect(text).not.toMatch(/<img|[^\\]\]\(|[^\\]!\[|: [^|]*[^\\]\|/);
  });
});

test('a long answer shows its longest sentences, and counts the others', () => {
  const text = hover(`# Q\n\n${'We made it work. '.repeat(20)}`).join('\n');
  expect(text.match(/^- /gm)).toHaveLength(12);
  expect(text).toContain('and 8 shorter ones.');
});

test('text is no heading', () => {
  const text = '# Q\n\nWords.';
  expect(describeHeadingAt(analyse(text, { settings: DEFAULT_SETTINGS, isListed: true }), text.length)).toBeUndefined();
});

test('a learned pace says from what, and how long ago', () => {
  const check = (paces: Paces, moment: Moment | undefined, expected: string): void => {
    const analysis = analyse('# Q\n\nWe made it work.', { settings: DEFAULT_SETTINGS, isListed: true, paces });
    expect(describeHeadingAt(analysis, 0, moment)!.markdown).toContain(`| Pace | ${expected}, `);
  };
  const now = Date.UTC(2025, 2, 8, 12);
  const learned = (latest: number): Paces =>
    new Map([['en', { factor: 1.1, sigma: 0.05, source: { kind: 'rehearsals', count: 7, latest } }]]);
  check(learned(now - 3_600_000), { now, dayOf: daysEast(0) }, 'yours, from 7 rehearsals, latest today');
  check(learned(now - 3_600_000), { now, dayOf: daysEast(720) }, 'yours, from 7 rehearsals, latest yesterday');
  check(learned(now - 3_600_000), undefined, 'yours, from 7 rehearsals');
  check(new Map(), { now, dayOf: daysEast(0) }, 'normal');
});
