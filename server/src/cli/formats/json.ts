/** The report as JSON, version 1: the shape is promised to scripts and described in docs/cli.md. */

import type { CheckedFile, ReportedAnswer } from '../checkedFile.ts';
import { printableJson } from '../terminal.ts';
import { setIn, type Format } from './format.ts';

/** In all, what `printableJson({ version: 1, files }, 2)` would write. */
export const JSON_FORMAT: Format = {
  head: '{\n  "version": 1,\n  "files": [',
  file: (file) => `\n${setIn(printableJson(fileReport(file), 2), 4)}`,
  separator: ',',
  tail: (_, isEmpty) => `${isEmpty ? '' : '\n  '}]\n}\n`,
  isByLine: false,
};

function fileReport({ path, answers = [], findings }: CheckedFile): object {
  return {
    path,
    answers: answers.map(answerReport),
    findings: findings.map(({ rule, severity, message, range, related, data }) => ({
      rule,
      severity,
      message,
      range,
      ...(related.length > 0 && { related }),
      ...(data !== undefined && { data }),
    })),
  };
}

function answerReport({ target, estimate, ...answer }: ReportedAnswer): object {
  return {
    ...answer,
    target: target === undefined ? null : targetReport(target),
    estimate: { seconds: round(estimate.seconds), low: round(estimate.low), high: round(estimate.high) },
  };
}

function targetReport({ minSeconds, maxSeconds }: NonNullable<ReportedAnswer['target']>): object {
  // JSON has no infinity: a target without an upper bound has null there.
  return { minSeconds, maxSeconds: Number.isFinite(maxSeconds) ? maxSeconds : null };
}

/** Hundredths of a second: more digits would claim what no estimate knows. */
function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
