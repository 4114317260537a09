/** The report as workflow commands, which GitHub shows beside the lines of a pull request. */

import type { Severity } from '../../core/rules/rule.ts';
import { toRange, type CheckedFile } from '../checkedFile.ts';
import { printable } from '../terminal.ts';
import { summary } from './text.ts';

export function formatGithub(files: readonly CheckedFile[]): string {
  return `${[...files.flatMap(commands), summary(files)].join('\n')}\n`;
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

function commands(file: CheckedFile): readonly string[] {
  return file.analysis.findings.map(({ rule, severity, message, span }) => {
    const { start, end } = toRange(file, span);
    const properties = {
      file: file.path,
      line: start.line + 1,
      endLine: end.line + 1,
      // Columns are only understood within one line. They count from 1, and the last one is inside.
      ...(start.line === end.line && { col: start.character + 1, endColumn: Math.max(start.character + 1, end.character) }),
      title: rule,
    };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${LEVELS[severity]} ${written.join(',')}::${escapeData(message)}`;
  });
}

/** As the runner takes it back: percent signs and line ends, and in properties also what separates them. */
function escapeData(text: string): string {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return printable(escaped);
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
