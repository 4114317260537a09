/** The whole interview in numbers: every heading with its time against its target, its findings, and the totals above it. */

import type { AnalysedAnswer, Analysis } from '../analysis.ts';
import { inFile, isSection, type AnswersFile } from '../answers/parseAnswers.ts';
import { sectionSpans } from '../answers/sections.ts';
import { SEVERITIES, type Severity } from '../rules/rule.ts';
import type { Settings } from '../settings.ts';
import type { Estimate } from '../speech/speech.ts';
import { estimateTogether } from '../targets/measure.ts';
import { verdictOf, type Verdict } from '../targets/verdict.ts';
import type { Span } from '../text/span.ts';
import { sum } from '../text/sum.ts';
import { keyPointsOf } from './keyPoints.ts';

export interface Outline {
  readonly isAnswersFile: boolean;
  /** Every heading, in the order of the file. */
  readonly rows: readonly OutlineRow[];
  readonly total: OutlineTotals;
}

/** Durations are in seconds. */
export interface OutlineRow {
  readonly title: string;
  /** The heading in the file. */
  readonly heading: Span;
  /** The heading and all that is below it. */
  readonly section: Span;
  readonly level: number;
  /** Index into the rows. */
  readonly parent: number | undefined;
  readonly kind: RowKind;
  /** Of the answer itself; of all that its target covers, where it has one. */
  readonly estimate: Estimate;
  /** What is said under the heading itself, without the headings below it. */
  readonly ownSeconds: number;
  readonly words: number;
  readonly target: TargetBounds | undefined;
  readonly verdict: Verdict | undefined;
  readonly findings: FindingCounts;
  readonly keyPoints: readonly string[];
  /** With all headings below, where there are some. */
  readonly total: OutlineTotals | undefined;
}

/**
 * A `section` only holds other headings and has no target; a `part` has no target of its own, because one above covers it;
 * every other heading is an `answer`.
 */
export type RowKind = 'section' | 'answer' | 'part';

/** Seconds; `maxSeconds` is Infinity where there is no upper end. */
export interface TargetBounds {
  readonly minSeconds: number;
  readonly maxSeconds: number;
}

export type FindingCounts = Readonly<Record<Severity, number>>;

export interface OutlineTotals extends Estimate {
  readonly words: number;
  readonly answers: number;
  /** How many of the answers say nothing yet. */
  readonly unwritten: number;
  readonly over: number;
  readonly under: number;
  /** The sum of the targets; undefined where something is said that no target covers, since the two would not compare. */
  readonly target: TargetBounds | undefined;
  readonly findings: FindingCounts;
}

/** The outline of an analysed file. Other Markdown has its headings, and no times. */
export function outlineOf(analysis: Analysis, settings: Settings): Outline {
  if (!analysis.isAnswersFile) return { isAnswersFile: false, rows: headingsOf(analysis), total: totals(analysis, [], []) };
  const sections = sectionSpans(analysis.file);
  const findings = countFindings(analysis);
  const kinds = kindsOf(analysis.file);
  const bare = analysis.answers.map((answer, i): OutlineRow => {
    const measured = analysis.measured.get(answer);
    const { content } = answer.answer;
    return {
      title: content.title,
      heading: inFile(answer.answer, content.headingSpan),
      section: sections[i]!,
      level: content.level,
      parent: answer.answer.parent,
      kind: kinds[i]!,
      estimate: measured?.estimate ?? answer.analysis.speech.estimate,
      ownSeconds: answer.analysis.speech.estimate.seconds,
      words: measured?.words ?? answer.analysis.speech.words.length,
      target: measured?.target ?? content.target,
      verdict: measured === undefined ? undefined : verdictOf(measured, settings),
      findings: findings[i]!,
      keyPoints: keyPointsOf(answer.analysis.speech.sentences, content.spoken.text),
      total: undefined,
    };
  });
  const rows = bare.map((row, i) =>
    analysis.answers[i]!.answer.children.length === 0 ? row : { ...row, total: totals(analysis, bare, subtree(analysis.answers, i)) },
  );
  return {
    isAnswersFile: true,
    rows,
    total: totals(
      analysis,
      bare,
      bare.map((_, i) => i),
    ),
  };
}

const NO_FINDINGS: FindingCounts = { error: 0, warning: 0, information: 0, hint: 0 };

function headingsOf({ file }: Analysis): readonly OutlineRow[] {
  const sections = sectionSpans(file);
  const kinds = kindsOf(file);
  return file.answers.map((answer, i) => ({
    title: answer.content.title,
    heading: inFile(answer, answer.content.headingSpan),
    section: sections[i]!,
    level: answer.content.level,
    parent: answer.parent,
    kind: kinds[i]!,
    estimate: { seconds: 0, low: 0, high: 0 },
    ownSeconds: 0,
    words: 0,
    target: undefined,
    verdict: undefined,
    findings: NO_FINDINGS,
    keyPoints: [],
    total: undefined,
  }));
}

function kindsOf({ answers }: AnswersFile): readonly RowKind[] {
  const covered: boolean[] = [];
  return answers.map((answer) => {
    const { target } = answer.content;
    const isCovered = answer.parent !== undefined && covered[answer.parent]!;
    covered.push(isCovered || target !== undefined);
    if (target !== undefined) return 'answer';
    if (isCovered) return 'part';
    return isSection(answer) ? 'section' : 'answer';
  });
}

/** The findings between each heading and the next. */
function countFindings(analysis: Analysis): readonly FindingCounts[] {
  const counts = analysis.answers.map(() => ({ ...NO_FINDINGS }));
  const starts = analysis.answers.map(({ answer }) => inFile(answer, answer.content.span).start);
  let row = -1;
  // Findings are in the order of the file.
  for (const { span, severity } of analysis.findings) {
    while (row + 1 < starts.length && starts[row + 1]! <= span.start) row++;
    const count = counts[row];
    if (count !== undefined) count[severity]++;
  }
  return counts;
}

function subtree(answers: readonly AnalysedAnswer[], index: number): readonly number[] {
  return [index, ...answers[index]!.answer.children.flatMap((child) => subtree(answers, child))];
}

function totals(analysis: Analysis, rows: readonly OutlineRow[], indices: readonly number[]): OutlineTotals {
  const own = indices.map((i) => analysis.answers[i]!);
  const seconds = sum(own, ({ analysis: { speech } }) => speech.estimate.seconds);
  const spoken = own.filter(isSpokenHere);
  const estimate =
    spoken.length === 1
      ? spoken[0]!.analysis.speech.estimate
      : own.length === 0
        ? { seconds: 0, low: 0, high: 0 }
        : estimateTogether(own, seconds);
  const answers = indices.filter((i) => rows[i]!.kind === 'answer');
  return {
    seconds: estimate.seconds,
    low: estimate.low,
    high: estimate.high,
    words: sum(own, ({ analysis: { speech } }) => speech.words.length),
    answers: answers.length,
    unwritten: answers.filter((i) => rows[i]!.words === 0).length,
    over: indices.filter((i) => rows[i]!.verdict === 'over').length,
    under: indices.filter((i) => rows[i]!.verdict === 'under').length,
    target: sumOfTargets(rows, indices),
    findings: Object.fromEntries(SEVERITIES.map((severity) => [severity, sum(indices, (i) => rows[i]!.findings[severity])])) as Record<
      Severity,
      number
    >,
  };
}

/** A target above others already holds theirs, so each branch counts with its topmost one. */
function sumOfTargets(rows: readonly OutlineRow[], indices: readonly number[]): TargetBounds | undefined {
  const included = new Set(indices);
  const covered = new Set<number>();
  let total: TargetBounds | undefined;
  for (const i of indices) {
    const { parent, target, words } = rows[i]!;
    if (parent !== undefined && included.has(parent) && covered.has(parent)) covered.add(i);
    else if (target !== undefined) {
      covered.add(i);
      total = {
        minSeconds: (total?.minSeconds ?? 0) + target.minSeconds,
        maxSeconds: (total?.maxSeconds ?? 0) + target.maxSeconds,
      };
    } else if (words > 0) return undefined;
  }
  return total;
}

function isSpokenHere({ analysis }: AnalysedAnswer): boolean {
  return analysis.speech.words.length > 0;
}
