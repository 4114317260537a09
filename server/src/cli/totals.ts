/** What all files of a report come to, added up file by file. */

import type { Severity } from '../core/rules/rule.ts';
import { SEVERITIES } from '../core/rules/rule.ts';
import type { CheckedFile } from './checkedFile.ts';

export interface Totals {
  readonly files: number;
  readonly answers: number;
  readonly findings: number;
  /** Findings that a baseline knows. */
  readonly known: number;
  /** Hints that are not reported. */
  readonly hints: number;
  /** Of the findings; undefined without any. */
  readonly worst: Severity | undefined;
}

export const NOTHING_YET: Totals = { files: 0, answers: 0, findings: 0, known: 0, hints: 0, worst: undefined };

export function withFile(totals: Totals, { answerCount, findings, known = 0, hints = 0 }: CheckedFile): Totals {
  return {
    files: totals.files + 1,
    answers: totals.answers + answerCount,
    findings: totals.findings + findings.length,
    known: totals.known + known,
    hints: totals.hints + hints,
    worst: SEVERITIES.find((severity) => severity === totals.worst || findings.some((finding) => finding.severity === severity)),
  };
}

export function totalsOf(files: readonly CheckedFile[]): Totals {
  return files.reduce(withFile, NOTHING_YET);
}
