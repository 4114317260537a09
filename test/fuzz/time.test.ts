/** Text of every hard kind, twice as long: it takes about twice the time, in steps that never hold the server up. */

import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { analyseInSteps, AnalysisCache } from '../../server/src/core/analysis.ts';
import { readEvidence } from '../../server/src/core/claims/evidenceFile.ts';
import { readGlossary } from '../../server/src/core/glossary/readGlossary.ts';
import { parseHistory } from '../../server/src/core/rehearsal/history.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { readTranscript } from '../../server/src/core/transcripts/readTranscript.ts';
import { NASTY_MARKDOWN, type Nasty } from './nastyMarkdown.ts';
import { NASTY_TRANSCRIPTS } from './nastyTranscripts.ts';
import { PATIENCE } from './runs.ts';

const { settings } = readSettings({ rules: Object.fromEntries(RULES.map(({ id }) => [id, 'warning'])) });

/** UTF-16 units; a million with `FUZZ_SIZE=1000000`. */
const SIZE = Number(process.env['FUZZ_SIZE'] ?? 40_000);
/** Milliseconds of processor time for the longest step, whatever the text: two seconds for a megabyte, on a machine that others use too. */
const LONGEST_STEP = 2_000;
/** Milliseconds of short steps that are measured together. */
const SHORT = 10;
/** Where less is measured, the difference is noise. */
const MEASURABLE = 400;
/** Below what the square makes of it, four; some texts are the power of one and a half by what they repeat. */
const GROWTH = 3;

// Between two texts the runner hears of the last one; it takes a worker that is silent for a minute for dead.
beforeEach(async () => {
  await setImmediate();
});

describe('the analysis with all rules', () => {
  test.each(NASTY_MARKDOWN.map((nasty) => [nasty.name, nasty] as const))(
    '%s',
    (_, nasty) => {
      check(nasty, analyseAll);
    },
    PATIENCE,
  );

  /** Analyses a file and returns the milliseconds of the longest step and of all. */
  function analyseAll(text: string): { longest: number; all: number } {
    const steps = analyseInSteps(text, { settings, isListed: true }, new AnalysisCache());
    let [longest, all] = [0, 0];
    for (let isDone = false; !isDone;) {
      // To ask the system for the processor's time takes as long as a short step: those that follow each other count as one.
      const until = performance.now() + SHORT;
      const { spent, result } = timed(() => {
        for (;;)
          if (steps.next().done === true) return true;
          else if (performance.now() > until) return false;
      });
      longest = Math.max(longest, spent);
      all += spent;
      isDone = result;
    }
    return { longest, all };
  }
});

describe.each([
  ['transcripts', readTranscript, [...NASTY_TRANSCRIPTS, ...NASTY_MARKDOWN]],
  ['glossaries', readGlossary, NASTY_MARKDOWN],
  ['evidence', readEvidence, NASTY_MARKDOWN],
  ['histories', parseHistory, NASTY_TRANSCRIPTS],
] as const)('reading %s', (_, read, corpus) => {
  test.each(corpus.map((nasty) => [nasty.name, nasty] as const))(
    '%s',
    (_title, nasty) => {
      check(nasty, (text) => {
        const { spent } = timed(() => read(text));
        return { longest: spent, all: spent };
      });
    },
    PATIENCE,
  );
});

/** Holds the longest step against its bound, and the whole against that of half the text. */
function check({ name, make }: Nasty, measure: (text: string) => { longest: number; all: number }): void {
  const { longest, all } = measure(make(SIZE));
  expect([name, longest < LONGEST_STEP]).toEqual([name, true]);
  if (all < MEASURABLE) return;
  // The collector of garbage may strike any run: the best of three tells, and a good one is enough.
  const ratios: number[] = [];
  while (ratios.length < 3 && !ratios.some((ratio) => ratio < GROWTH)) {
    ratios.push(measure(make(SIZE)).all / measure(make(SIZE / 2)).all);
  }
  expect([name, Math.min(...ratios) < GROWTH, ratios]).toEqual([name, true, ratios]);
}

/** Milliseconds of processor time. */
function timed<Result>(work: () => Result): { spent: number; result: Result } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { spent: (user + system) / 1000, result };
}
