/** How each answer of a file stands: its script, which answer of the history it is, and what its rehearsals have shown. */

import type { Analysis } from '../analysis.ts';
import { identifyAnswers, type Run } from './history.ts';
import { dueOf, type Due } from './schedule.ts';
import { scriptOf, type Script, type ScriptTarget } from './script.ts';

/** An answer that can be rehearsed: something is said below its heading. */
export interface Rehearsable {
  /** Index of the answer in the file. */
  readonly index: number;
  readonly script: Script;
  /** Its id in the history; undefined for one that was never rehearsed. */
  readonly identity: string | undefined;
}

/** All that can be rehearsed in a file by itself, sections included, in the order of the file. */
export function rehearsablesOf(analysis: Analysis, runs: readonly Run[], file: string): readonly Rehearsable[] {
  const scripts = analysis.answers.flatMap((_, index) => {
    const script = scriptOf(analysis, { kind: 'answer', index });
    return script === undefined ? [] : [{ index, script }];
  });
  // Sections are among them, so that the runs of a section are not taken for those of an answer in it.
  const ids = identifyAnswers(
    runs,
    scripts.map(({ script }) => script),
    file,
  );
  return scripts.map((one, i) => ({ ...one, identity: ids[i] }));
}

/** What the kept runs of an answer have come to. */
export interface Standing {
  readonly due: Due;
  readonly latest: Run | undefined;
  readonly count: number;
  /** Seconds of the best run from start to end: nearest to the target, or the shortest where there is none. */
  readonly best: number | undefined;
}

/** How an answer stands by its kept runs, oldest first. `now` is in milliseconds since 1970. */
export function standingOf(kept: readonly Run[], target: ScriptTarget | null, now: number): Standing {
  const whole = kept.filter(({ flaws }) => flaws.length === 0).map(({ seconds }) => seconds);
  const best = whole.toSorted((a, b) => distance(a, target) - distance(b, target) || a - b)[0];
  return { due: dueOf(kept, now), latest: kept.at(-1), count: kept.length, best };
}

/** Seconds by which a time misses a target; 0 without one. */
function distance(seconds: number, target: ScriptTarget | null): number {
  if (target === null) return 0;
  return Math.max(0, target.minSeconds - seconds, seconds - (target.maxSeconds ?? Infinity));
}
