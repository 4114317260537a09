/** The report for people: one line a finding, in the form that editors and terminals turn into links. */

import { isSection } from '../../core/answers/parseAnswers.ts';
import { count } from '../../core/text/format.ts';
import { toRange, type CheckedFile } from '../checkedFile.ts';

export function formatText(files: readonly CheckedFile[]): string {
  const lines: string[] = [];
  let findings = 0;
  let answers = 0;
  for (const file of files) {
    answers += file.analysis.answers.filter(({ answer }) => !isSection(answer)).length;
    for (const { span, severity, message, rule } of file.analysis.findings) {
      const { line, character } = toRange(file, span).start;
      lines.push(`${printable(file.path)}:${line + 1}:${character + 1}: ${severity}: ${printable(message)} [${rule}]`);
      findings++;
    }
  }
  lines.push(`${count(answers, 'answer')} in ${count(files.length, 'file')}, ${count(findings, 'finding')}`);
  return `${lines.join('\n')}\n`;
}

/** Text of a file may hold control characters that a terminal would obey; they are shown, not sent. */
function printable(text: string): string {
  return text.replace(CONTROL, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Control characters, and the marks that turn the direction of writing. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
