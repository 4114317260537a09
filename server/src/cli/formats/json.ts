/** The report as JSON, version 1: the shape is promised to scripts and described in docs/cli.md. */

import { isSection } from '../../core/answers/parseAnswers.ts';
import type { AnalysedAnswer } from '../../core/analysis.ts';
import type { Target } from '../../core/answers/target.ts';
import { toRange, type CheckedFile } from '../checkedFile.ts';
import { printableJson } from '../terminal.ts';

export function formatJson(files: readonly CheckedFile[]): string {
  return `${printableJson({ version: 1, files: files.map(fileReport) }, 2)}\n`;
}

function fileReport(file: CheckedFile): object {
  const { path, lines, analysis } = file;
  return {
    path,
    answers: analysis.answers.filter(({ answer }) => !isSection(answer)).map((analysed) => answerReport(file, analysed)),
    findings: analysis.findings.map(({ rule, severity, message, span, related, data }) => ({
      rule,
      severity,
      message,
      range: toRange({ path, lines, analysis }, span),
      ...(related.length > 0 && { related: related.map((one) => ({ message: one.message, range: toRange(file, one.span) })) }),
      ...(data !== undefined && { data }),
    })),
  };
}

function answerReport({ lines, analysis }: CheckedFile, analysed: AnalysedAnswer): object {
  const { answer, analysis: own } = analysed;
  const { content, base } = answer;
  const { seconds, low, high } = own.speech.estimate;
  const target = analysis.measured.get(analysed)?.target ?? content.target;
  return {
    heading: content.title,
    line: lines.positionAt(base + content.headingSpan.start).line,
    words: own.speech.words.length,
    spoken: content.spoken.text,
    target: target === undefined ? null : targetReport(target),
    estimate: { seconds: round(seconds), low: round(low), high: round(high) },
  };
}

function targetReport({ minSeconds, maxSeconds }: Pick<Target, 'minSeconds' | 'maxSeconds'>): object {
  // JSON has no infinity: a target without an upper bound has null there.
  return { minSeconds, maxSeconds: Number.isFinite(maxSeconds) ? maxSeconds : null };
}

/** Hundredths of a second: more digits would claim what no estimate knows. */
function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
