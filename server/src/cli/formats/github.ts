/** The report as workflow commands, which GitHub shows beside the lines of a pull request. */

import type { Severity } from '../../core/rules/rule.ts';
import type { CheckedFile } from '../checkedFile.ts';
import { printable } from '../terminal.ts';
import { format, type Format } from './format.ts';
import { TEXT } from './text.ts';

export const GITHUB: Format = { ...TEXT, file: commands };

export function formatGithub(files: readonly CheckedFile[]): string {
  return format(files, GITHUB);
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

function commands({ path, findings }: CheckedFile): string {
  const lines = findings.map(({ rule, severity, message, range: { start, end } }) => {
    const properties = {
      file: path,
      line: start.line + 1,
      endLine: end.line + 1,
      // Columns are only understood within one line. They count from 1, and the last one is inside.
      ...(start.line === end.line && { col: start.character + 1, endColumn: Math.max(start.character + 1, end.character) }),
      title: rule,
    };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${LEVELS[severity]} ${written.join(',')}::${escapeData(message)}\n`;
  });
  return lines.join('');
}

/** As the runner takes it back: percent signs and line ends, and in properties also what separates them. */
function escapeData(text: string): string {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return printable(escaped);
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
