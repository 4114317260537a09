/** Marks in the text at every ten seconds of speech and where the target is reached. */

import type { AnalysedAnswer, Analysis } from '../analysis.ts';
import { toSource } from '../answers/sourceMap.ts';
import { t } from '../locale/locale.ts';
import { wordReachedAt } from '../targets/measure.ts';
import { formatSeconds } from '../text/format.ts';

export interface RulerMark {
  /** UTF-16 offset in the file: before the word during which the time is reached. */
  readonly at: number;
  readonly kind: 'tick' | 'target';
  /** "10 s", or "30 s: target". */
  readonly text: string;
}

/**
 * The marks of the file in the order of their offsets. Ticks count from the start of each answer, or of the first of
 * several that one target covers.
 */
export function timeRuler(analysis: Analysis): readonly RulerMark[] {
  const targets = new Map(targetMarks(analysis).map((mark) => [mark.at, mark]));
  const before = secondsBefore(analysis);
  const ticks = analysis.answers.flatMap((answer) => ticksOf(answer, before.get(answer) ?? 0)).filter(({ at }) => !targets.has(at));
  return [...ticks, ...targets.values()].sort((a, b) => a.at - b.at);
}

/** Close enough to steer by, far enough apart to read past. */
const TICK_SECONDS = 10;

/** Seconds that were spoken under the same target when an answer begins; the outermost target counts. */
function secondsBefore(analysis: Analysis): ReadonlyMap<AnalysedAnswer, number> {
  const before = new Map<AnalysedAnswer, number>();
  for (const { parts } of analysis.measured.values()) {
    let seconds = 0;
    for (const part of parts) {
      if (!before.has(part)) before.set(part, seconds);
      seconds += part.analysis.speech.estimate.seconds;
    }
  }
  return before;
}

function ticksOf({ answer, analysis: { speech } }: AnalysedAnswer, before: number): readonly RulerMark[] {
  const marks: RulerMark[] = [];
  let next = (Math.floor(before / TICK_SECONDS) + 1) * TICK_SECONDS;
  for (const word of speech.words) {
    if (before + word.to <= next) continue;
    // A long planned pause may hold several ticks; the last of them is where the next word stands.
    const seconds = Math.max(next, Math.floor((before + word.from) / TICK_SECONDS) * TICK_SECONDS);
    marks.push({ at: answer.base + toSource(answer.content.spoken.map, word).start, kind: 'tick', text: formatSeconds(seconds) });
    next = seconds + TICK_SECONDS;
  }
  return marks;
}

function targetMarks(analysis: Analysis): readonly RulerMark[] {
  return [...analysis.measured.values()].flatMap((measured) => {
    const { maxSeconds } = measured.target;
    const reached = wordReachedAt(measured, maxSeconds);
    return reached === undefined
      ? []
      : [{ at: reached.span.start, kind: 'target' as const, text: t('{0}: target', formatSeconds(maxSeconds)) }];
  });
}
