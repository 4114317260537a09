/** Sets each answer's estimate against the target that applies to it. */

import type { AnalysedAnswer, AnalysedFile } from '../analysis.ts';
import { inFile, isSection } from '../answers/parseAnswers.ts';
import { toSource } from '../answers/sourceMap.ts';
import type { Target } from '../answers/target.ts';
import type { Estimate } from '../speech/speech.ts';
import { estimateOf } from '../speech/pace.ts';
import { formatRange } from '../text/format.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import { sum } from '../text/sum.ts';

/** An answer, or an answer with the headings below it that its target covers, beside the target. */
export interface Measured {
  readonly answer: AnalysedAnswer;
  readonly target: Pick<Target, 'minSeconds' | 'maxSeconds'>;
  /** Whether the target is the answer's own, and not the file's default. */
  readonly isOwn: boolean;
  /** The target in the file; for a default target, the heading. */
  readonly reportSpan: Span;
  readonly estimate: Estimate;
  readonly words: number;
  /** What was measured, in the order in which it is said. */
  readonly parts: readonly AnalysedAnswer[];
}

/** An analysed file before its times are set against its targets. */
export type Unmeasured = Pick<AnalysedFile, 'file' | 'answers'>;

/** A written word in the file. */
export interface WordPlace {
  readonly span: Span;
  readonly text: string;
}

/** Every answer that has a target and something to say, in the order of the file. */
export function measureAgainstTargets(file: Unmeasured): ReadonlyMap<AnalysedAnswer, Measured> {
  const ofAll = file.file.frontMatter.target;
  const covered = ofAll === undefined ? NONE : coveredBy(file);
  const measured = new Map<AnalysedAnswer, Measured>();
  for (const [i, answer] of file.answers.entries()) {
    const own = answer.answer.content.target;
    if (own !== undefined) {
      const parts = partsOf(file, i).filter(({ analysis }) => analysis.speech.words.length > 0);
      if (parts.length > 0) measured.set(answer, measure(answer, own, inFile(answer.answer, own.span), parts));
    } else if (ofAll !== undefined && !covered.has(i) && answer.analysis.speech.words.length > 0) {
      const heading = inFile(answer.answer, answer.answer.content.headingSpan);
      measured.set(answer, measure(answer, ofAll, heading, [answer]));
    }
  }
  return measured;
}

const NONE: ReadonlySet<number> = new Set();

/** Answers that have neither a target of their own, nor one that covers them, nor a default. */
export function withoutTarget(file: Unmeasured): readonly AnalysedAnswer[] {
  if (file.file.frontMatter.target !== undefined) return [];
  const covered = coveredBy(file);
  return file.answers.filter(
    ({ answer }, i) =>
      answer.content.target === undefined && answer.content.malformedTarget === undefined && !covered.has(i) && !isSection(answer),
  );
}

/** The word at which `seconds` have been spoken, counted over the measured parts; undefined when it is never reached. */
export function wordReachedAt(measured: Measured, seconds: number): WordPlace | undefined {
  let before = 0;
  for (const { answer, analysis } of measured.parts) {
    const { words, estimate } = analysis.speech;
    if (before + estimate.seconds > seconds) {
      const word = words.find(({ to }) => before + to > seconds) ?? words.at(-1);
      if (word === undefined) return undefined;
      const { spoken } = answer.content;
      return { span: shiftSpan(toSource(spoken.map, word), answer.base), text: spoken.text.slice(word.start, word.end) };
    }
    before += estimate.seconds;
  }
  return undefined;
}

/** "30 s", "1 min to 2 min", "at most 90 s", "at least 2 min". */
export function formatTarget({ minSeconds, maxSeconds }: Pick<Target, 'minSeconds' | 'maxSeconds'>): string {
  return formatRange(minSeconds, maxSeconds);
}

/**
 * An answer and what its own target covers: all headings below it when it says nothing itself, else those that
 * have no target of their own.
 */
export function partsOf(file: Unmeasured, index: number): readonly AnalysedAnswer[] {
  const { answer } = file.answers[index]!;
  if (answer.children.length === 0) return [file.answers[index]!];
  const takesAll = answer.content.spoken.text === '';
  const parts: AnalysedAnswer[] = [];
  const visit = (i: number): void => {
    parts.push(file.answers[i]!);
    for (const child of file.answers[i]!.answer.children) {
      if (takesAll || file.answers[child]!.answer.content.target === undefined) visit(child);
    }
  };
  visit(index);
  return parts;
}

function measure(answer: AnalysedAnswer, target: Target, reportSpan: Span, parts: readonly AnalysedAnswer[]): Measured {
  const { minSeconds, maxSeconds } = target;
  const seconds = sum(parts, ({ analysis }) => analysis.speech.estimate.seconds);
  return {
    answer,
    target: { minSeconds, maxSeconds },
    isOwn: answer.answer.content.target === target,
    reportSpan,
    estimate: parts.length === 1 ? parts[0]!.analysis.speech.estimate : estimateTogether(parts, seconds),
    words: sum(parts, ({ analysis }) => analysis.speech.words.length),
    parts,
  };
}

/**
 * The interval around the seconds of several answers. Where they are in several languages, that of the first one counts.
 * `parts` has at least one.
 */
export function estimateTogether(parts: readonly AnalysedAnswer[], seconds: number, plannedSeconds = 0): Estimate {
  const { pace, language } = parts[0]!.analysis;
  return estimateOf(seconds, pace, language, plannedSeconds);
}

/** Indices of the answers that the target of a heading above them covers. */
function coveredBy(file: Unmeasured): ReadonlySet<number> {
  const covered = new Set<number>();
  file.answers.forEach(({ answer }, i) => {
    const { parent } = answer;
    if (parent === undefined) return;
    const above = file.answers[parent]!.answer.content;
    if (above.target !== undefined || covered.has(parent)) covered.add(i);
  });
  return covered;
}
