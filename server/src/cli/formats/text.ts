/** The report for people: one line a finding, in the form that editors and terminals turn into links. */

import type { Finding } from '../../core/analysis.ts';
import { isSection } from '../../core/answers/parseAnswers.ts';
import { count } from '../../core/text/format.ts';
import { toRange, type CheckedFile } from '../checkedFile.ts';
import { printable } from '../terminal.ts';

export function formatText(files: readonly CheckedFile[]): string {
  const lines = files.flatMap((file) => file.analysis.findings.map((finding) => findingLine(file, finding)));
  return `${[...lines, summary(files)].join('\n')}\n`;
}

/** `path:line:column: severity: message [rule]`, counted from 1; another word may stand in place of the severity. */
export function findingLine(file: CheckedFile, { span, severity, message, rule }: Finding, word: string = severity): string {
  const { line, character } = toRange(file, span).start;
  return `${printable(file.path)}:${line + 1}:${character + 1}: ${word}: ${printable(message)} [${rule}]`;
}

/** The line that counts. */
export function summary(files: readonly CheckedFile[]): string {
  const answers = sum(files, ({ analysis }) => analysis.answers.filter(({ answer }) => !isSection(answer)).length);
  const findings = sum(files, ({ analysis }) => analysis.findings.length);
  const known = sum(files, (file) => file.known ?? 0);
  const more = known > 0 ? ` and ${known} in the baseline` : '';
  const hints = sum(files, (file) => file.hints ?? 0);
  const hidden = hints > 0 ? `; ${count(hints, 'hint')} with --hints` : '';
  return `${count(answers, 'answer')} in ${count(files.length, 'file')}, ${count(findings, 'finding')}${more}${hidden}`;
}

function sum(files: readonly CheckedFile[], value: (file: CheckedFile) => number): number {
  return files.reduce((total, file) => total + value(file), 0);
}
