/** The report for people: one line a finding, in the form that editors and terminals turn into links. */

import { count } from '../../core/text/format.ts';
import type { CheckedFile, ReportedFinding } from '../checkedFile.ts';
import type { Totals } from '../totals.ts';
import { printable, printableLine } from '../terminal.ts';
import { format, type Format } from './format.ts';

export const TEXT: Format = {
  head: '',
  file: (file) => file.findings.map((finding) => `${findingLine(file, finding)}\n`).join(''),
  separator: '',
  tail: (totals) => `${summary(totals)}\n`,
  isByLine: true,
};

export function formatText(files: readonly CheckedFile[]): string {
  return format(files, TEXT);
}

/** `path:line:column: severity: message [rule]`, counted from 1; another word may stand in place of the severity. */
export function findingLine({ path }: CheckedFile, { range, severity, message, rule }: ReportedFinding, word: string = severity): string {
  const { line, character } = range.start;
  return `${printableLine(path)}:${line + 1}:${character + 1}: ${word}: ${printable(message)} [${rule}]`;
}

/** The line that counts. */
export function summary({ files, answers, findings, known, hints }: Totals): string {
  const more = known > 0 ? ` and ${known} in the baseline` : '';
  const hidden = hints > 0 ? `; ${count(hints, 'hint')} with --hints` : '';
  return `${count(answers, 'answer')} in ${count(files, 'file')}, ${count(findings, 'finding')}${more}${hidden}`;
}
