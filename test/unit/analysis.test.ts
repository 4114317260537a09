/** The analysis of a file: what it costs, what it depends on, and that nothing breaks it. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, AnalysisCache, type Analysis } from '../../server/src/core/analysis.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import type { Pace } from '../../server/src/core/speech/speech.ts';
import { markdown } from '../support/markdownArbitrary.ts';
import { words } from '../support/words.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, isListed: true };

const file = Array.from({ length: 30 }, (_, i) => `## Question ${i} (30 s)\n\nAnswer ${i}: ${words(15 + i)}.\n`).join('\n');

test('a keystroke in one answer analyses one answer', () => {
  const cache = new AnalysisCache();
  analyse(file, OPTIONS, cache);
  expect(cache.analyses).toBe(30);
  analyse(file.replace('Answer 15: we', 'Answer 15: so we'), OPTIONS, cache);
  expect(cache.analyses).toBe(31);
});

test('lines added above move every finding and analyse nothing', () => {
  const cache = new AnalysisCache();
  const before = analyse(file, OPTIONS, cache);
  const { analyses } = cache;
  const after = analyse(`Some words before.\n\n${file}`, OPTIONS, cache);
  expect(cache.analyses).toBe(analyses);
  const moved = 'Some words before.\n\n'.length;
  expect(after.findings.map(({ span }) => span.start)).toEqual(before.findings.map(({ span }) => span.start + moved));
});

test('other settings analyse everything again', () => {
  const cache = new AnalysisCache();
  analyse(file, OPTIONS, cache);
  const fast = analyse(file, { settings: { ...DEFAULT_SETTINGS, pace: 'fast' }, isListed: true }, cache);
  expect(cache.analyses).toBe(60);
  expect(fast.answers[0]!.analysis.speech.estimate.seconds).toBeLessThan(
    analyse(file, OPTIONS).answers[0]!.analysis.speech.estimate.seconds,
  );
});

test('memory follows the file, not its history', () => {
  const cache = new AnalysisCache();
  for (let i = 0; i < 40; i++) analyse(`# Q (30 s)\n\n${words(20 + i)}.`, OPTIONS, cache);
  const { analyses } = cache;
  analyse(`# Q (30 s)\n\n${words(20)}.`, OPTIONS, cache);
  expect(cache.analyses).toBe(analyses + 1);
});

describe('an answers file is one', () => {
  test.each([
    ['with a target in a heading', '# Q (30 s)\n\nWords.', true],
    ['with a target in a comment', '# Q\n<!-- target: 30 s -->\n\nWords.', true],
    ['that says so', '---\ninterviewAnswers: true\n---\n# Q', true],
    ['that says so with a hyphen', '---\ninterview-answers: true\n---\n# Q', true],
    ['with a default target', '---\ntarget: 30 s\n---\n# Q', true],
    ['with a target that is still to be filled in', '# Q (≈ seconds)', true],
    ['and nothing else: prose', '# Q\n\nWait 30 seconds.', false],
    ['and nothing else: it says no', '---\ninterviewAnswers: false\n---\n# Q (30 s)', false],
    ['and nothing else: a time in the text', '# Meeting at 9:30\n\n(30 s)', false],
    ['and nothing else: empty', '', false],
  ])('%s', (_, text, expected) => {
    expect(analyse(text, { settings: DEFAULT_SETTINGS, isListed: false }).isAnswersFile).toBe(expected);
  });
});

describe('an empty answers file, and strange ones', () => {
  test.each([
    '',
    '\n',
    '\ufeff',
    '\ufeff# Q (5 s)\n\nWords.',
    '---',
    '---\n',
    '+++\na = 1\n+++\n# Q',
    '#',
    '# ',
    '\u0000',
    '\ud800',
    '# (5 s)',
    '# Q (5 s)',
  ])('%j', (text) => {
    expect(() => analyse(text, OPTIONS)).not.toThrow();
  });
});

test('a byte order mark moves nothing', () => {
  const text = '\ufeff# Q (≈ seconds)\n\nWords.';
  const [finding] = analyse(text, OPTIONS).findings;
  expect(text.slice(finding!.span.start, finding!.span.end)).toBe('(≈ seconds)');
});

/** Everything a user would see of an analysis. */
function visible({ findings, answers, isAnswersFile }: Analysis): unknown {
  return {
    isAnswersFile,
    findings,
    times: answers.map(({ answer, analysis }) => [answer.base + answer.content.headingSpan.start, analysis.speech.estimate]),
  };
}

test('any text: nothing throws, every span is inside, and a warm cache changes nothing', () => {
  fc.assert(
    fc.property(fc.array(markdown, { minLength: 1, maxLength: 4 }), (texts) => {
      const cache = new AnalysisCache();
      for (const text of texts) {
        const analysis = analyse(text, OPTIONS, cache);
        expect(visible(analysis)).toEqual(visible(analyse(text, OPTIONS)));
        for (const { span, related, fixes } of analysis.findings) {
          for (const { start, end } of [
            span,
            ...related.map((one) => one.span),
            ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
          ]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
        for (const {
          analysis: { speech },
        } of analysis.answers) {
          expect(speech.estimate.low).toBeLessThanOrEqual(speech.estimate.seconds);
          expect(speech.estimate.high).toBeGreaterThanOrEqual(speech.estimate.seconds);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('formatting alone changes no time', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('plain', 'words', 'to', 'say'), { minLength: 2, maxLength: 12 }), fc.nat(), (list, pick) => {
      const at = pick % list.length;
      const plain = list.join(' ');
      const formatted = list.map((word, i) => (i === at ? `**${word}**` : word)).join(pick % 2 === 0 ? ' ' : '\n');
      const seconds = (body: string): number => analyse(`# Q\n\n${body}`, OPTIONS).answers[0]!.analysis.speech.estimate.seconds;
      expect(seconds(formatted)).toBeCloseTo(seconds(plain), 9);
    }),
    { numRuns: 30 },
  );
});

describe('a pace that was learned', () => {
  const english = paceOf(1.2, 3);
  const settings = { settings: DEFAULT_SETTINGS, isListed: true };
  const mixed = `${file}\n## Warum wir?\n\nIch habe das nicht allein gemacht, und das war auch gut so, denn wir sind ein Team.\n`;
  const seconds = ({ answers }: Analysis): readonly number[] => answers.map(({ analysis }) => analysis.speech.estimate.seconds);

  test('stretches the estimates, narrows their intervals, and only in its language', () => {
    const before = analyse(mixed, settings);
    const after = analyse(mixed, { ...settings, paces: new Map([['en', english]]) });
    expect(after.answers.map(({ analysis }) => analysis.language)).toEqual([...Array<string>(30).fill('en'), 'de']);
    seconds(after).forEach((now, i) => expect(now / seconds(before)[i]!).toBeCloseTo(i < 30 ? 1.2 : 1, 5));
    const { low, high } = after.answers[0]!.analysis.speech.estimate;
    const was = before.answers[0]!.analysis.speech.estimate;
    expect(high / low).toBeLessThan(was.high / was.low);
  });

  test('reaches the findings', () => {
    const rules = (paces: ReadonlyMap<string, Pace>): readonly string[] =>
      analyse(`# Q (30 s)\n\n${words(70)}.\n\n${words(40)}.`, { ...settings, paces }).findings.map(({ rule }) => rule);
    expect(rules(new Map())).not.toContain('duration/over');
    expect(rules(new Map([['en', paceOf(1.4, 3)]]))).toContain('duration/over');
  });

  /** How many answers are analysed again when these paces follow those. */
  function check(before: ReadonlyMap<string, Pace>, after: ReadonlyMap<string, Pace>, expected: number): void {
    const cache = new AnalysisCache();
    analyse(mixed, { ...settings, paces: before }, cache);
    const { analyses } = cache;
    analyse(mixed, { ...settings, paces: after }, cache);
    expect(cache.analyses - analyses).toBe(expected);
  }

  test('analyses its language again', () => check(new Map(), new Map([['en', english]]), 30));
  test('of another language analyses that one again', () =>
    check(
      new Map([['en', english]]),
      new Map([
        ['en', english],
        ['de', english],
      ]),
      1,
    ));
  test('that is the same analyses nothing', () => check(new Map([['en', english]]), new Map([['en', paceOf(1.2, 3)]]), 0));
  test('that is as fast, from more rehearsals, is described anew', () =>
    check(new Map([['en', english]]), new Map([['en', paceOf(1.2, 4)]]), 30));
  test('of a language that nobody uses here analyses nothing', () => check(new Map(), new Map([['fr', english]]), 0));
  test('that is forgotten gives back what was', () => check(new Map([['en', english]]), new Map(), 30));

  test('a keystroke still costs one answer', () => {
    const cache = new AnalysisCache();
    const paces = new Map([['en', english]]);
    analyse(file, { ...settings, paces }, cache);
    analyse(file.replace('Answer 15: we', 'Answer 15: so we'), { ...settings, paces }, cache);
    expect(cache.analyses).toBe(31);
  });
});

function paceOf(factor: number, count: number): Pace {
  return { factor, sigma: 0.06, source: { kind: 'rehearsals', count } };
}

test.each([
  '# Mail me@example.org now',
  '# Mail me@example.org now ##',
  'Mail me@example.org now\n=====',
  '# See www.example.org or so (30 s)',
])('a heading with an address without marks: %j', (text) => {
  const { answers } = analyse(`${text}\n\nWe did.\n`, { settings: DEFAULT_SETTINGS, isListed: true });
  expect(text.slice(0, answers[0]!.answer.content.headingTextEnd)).toBe(text.replace(/ ##$|\n=+$/, ''));
});

test('what rules of the file find is the same after edits as in a new analysis', () => {
  const long = 'In order to find it, I utilized the SLO and a great deal of patience, basically, all day. '.repeat(2);
  const part = fc.constantFrom('# A\n\n', '## B (5 s)\n\n', '## C (5 min)\n\n', '# D (5 s)\n\n', '### E\n\n', `${long}\n\n`, 'Short.\n\n');
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 8 }), { minLength: 2, maxLength: 5 }), (texts) => {
      const cache = new AnalysisCache();
      for (const parts of texts) {
        const text = parts.join('');
        const warm = analyse(text, OPTIONS, cache);
        expect(warm.findings).toEqual(analyse(text, OPTIONS).findings);
      }
    }),
    // Each run analyses ten files.
    { numRuns: 30 },
  );
});
