/** Any text as an answers file: nothing is thrown, every place is within the file, fixes apply, and what was kept changes nothing. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, AnalysisCache, type Analysis, type AnalysisOptions } from '../../server/src/core/analysis.ts';
import { folds } from '../../server/src/core/editing/folding.ts';
import { selectionsAt } from '../../server/src/core/editing/selection.ts';
import { importQuestions } from '../../server/src/core/overview/importQuestions.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { readSettings, type Settings } from '../../server/src/core/settings.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { answersText, applyEdit, edits } from './arbitraries.ts';
import { PATIENCE, runs } from './runs.ts';

/** All rules, also those that are off unless asked for. */
const ALL_ON: Settings = readSettings({ rules: Object.fromEntries(RULES.map(({ id }) => [id, 'warning'])) }).settings;
const OPTIONS: AnalysisOptions = { settings: ALL_ON, isListed: true };

function isWithin({ start, end }: Span, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
}

/** What can be seen of an analysis. */
function visible({ isAnswersFile, findings, answers, measured, suppressions }: Analysis) {
  return {
    isAnswersFile,
    findings,
    times: answers.map(({ answer, analysis }) => [answer.content.title, answer.base, analysis.speech.estimate.seconds]),
    measured: [...measured.values()].length,
    suppressions: suppressions.length,
  };
}

describe('any text', () => {
  test(
    'has findings, fixes, folds and selections within it',
    () => {
      fc.assert(
        fc.property(answersText, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
          const analysis = analyse(text, OPTIONS);
          for (const { span, related, message, fixes } of analysis.findings) {
            expect(message).not.toMatch(/undefined|NaN|\[object/);
            for (const place of [span, ...related.map((one) => one.span), ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))]) {
              expect([place, isWithin(place, text)]).toEqual([place, true]);
            }
          }
          for (const { span } of folds(analysis)) expect(isWithin(span, text)).toBe(true);
          const selections = selectionsAt(analysis, Math.floor(at * text.length));
          for (const span of selections) expect(isWithin(span, text)).toBe(true);
          for (const [i, outer] of selections.slice(1).entries()) {
            expect(outer.start <= selections[i]!.start && selections[i]!.end <= outer.end).toBe(true);
          }
          for (const { analysis: own } of analysis.answers) expect(own.speech.estimate.seconds).toBeGreaterThanOrEqual(0);
        }),
        runs(250),
      );
    },
    PATIENCE,
  );

  test(
    'takes every fix, and is read again',
    () => {
      fc.assert(
        fc.property(answersText, fc.nat(), (text, which) => {
          const fixes = analyse(text, OPTIONS).findings.flatMap(({ fixes: own }) => own);
          if (fixes.length === 0) return;
          const wanted = [...fixes[which % fixes.length]!.edits].sort((a, b) => a.span.start - b.span.start);
          for (const [i, { span }] of wanted.slice(1).entries()) expect(wanted[i]!.span.end).toBeLessThanOrEqual(span.start);
          const fixed = wanted.reduceRight(
            (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
            text,
          );
          const again = analyse(fixed, OPTIONS);
          expect(again.findings.every(({ span }) => isWithin(span, fixed))).toBe(true);
        }),
        runs(120),
      );
    },
    PATIENCE,
  );

  test(
    'is analysed after any edits as if it were new',
    () => {
      fc.assert(
        fc.property(answersText, edits, (text, changes) => {
          const cache = new AnalysisCache();
          let current = text;
          analyse(current, OPTIONS, cache);
          for (const change of changes) {
            current = applyEdit(current, change).text;
            expect(visible(analyse(current, OPTIONS, cache))).toEqual(visible(analyse(current, OPTIONS)));
          }
        }),
        runs(80),
      );
    },
    PATIENCE,
  );

  test(
    'has the same findings whatever was analysed before',
    () => {
      fc.assert(
        fc.property(answersText, answersText, (one, other) => {
          const before = visible(analyse(one, OPTIONS));
          analyse(other, OPTIONS);
          expect(visible(analyse(one, OPTIONS))).toEqual(before);
        }),
        runs(60),
      );
    },
    PATIENCE,
  );

  test(
    'can be a list of questions, and the outline of them is read',
    () => {
      fc.assert(
        fc.property(answersText, (text) => {
          const { markdown } = importQuestions(text, { targetSeconds: 30 });
          expect(analyse(markdown, OPTIONS).findings.every(({ span }) => isWithin(span, markdown))).toBe(true);
        }),
        runs(80),
      );
    },
    PATIENCE,
  );
});

describe('formatting', () => {
  const word = fc.constantFrom('we', 'moved', 'the', 'service', 'over', 'in', 'a', 'week', 'LLM', '37%', 'and', 'then', 'it', 'ran');
  const sentence = fc.array(word, { minLength: 3, maxLength: 12 });

  test('of words changes no time', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.nat(),
        fc.constantFrom<[string, string]>(
          ['*', '*'],
          ['**', '**'],
          ['_', '_'],
          ['`', '`'],
          ['[', '](http://example.org)'],
          ['~~x~~ ', ''],
          ['<b>', '</b>'],
          ['<!-- x -->', ''],
        ),
        (words, where, [open, close]) => {
          // A comment at the start of a line makes it HTML as a whole.
          const at = open.startsWith('<') ? 1 + (where % (words.length - 1)) : where % words.length;
          const plain = `# A (30 s)\n\n${words.join(' ')}.\n`;
          const formatted = `# A (30 s)\n\n${words.map((one, i) => (i === at ? open + one + close : one)).join(' ')}.\n`;
          expect(secondsOf(formatted)).toBe(secondsOf(plain));
        },
      ),
      runs(150),
    );
  });
  test('of the paragraph changes no time', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('> ', '  ', '   '), fc.constantFrom('\n', '\r\n', '\r'), (words, prefix, end) => {
        const plain = `# A (30 s)\n\n${words.join(' ')}.\n`;
        const formatted = ['# A (30 s) ##', '', `${prefix}${words.join(end + prefix)}.`, '', ''].join(end);
        expect(secondsOf(formatted)).toBe(secondsOf(plain));
      }),
      runs(150),
    );
  });

  function secondsOf(text: string): number {
    return analyse(text, OPTIONS).answers[0]!.analysis.speech.estimate.seconds;
  }
});
