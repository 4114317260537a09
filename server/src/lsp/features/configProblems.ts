/** Diagnostics on config files that can't be used, or not in full, whether they are open or not. */

import { DiagnosticSeverity, type Connection } from 'vscode-languageserver';
import type { ConfigProblem } from '../../core/config/configFile.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { PRODUCT_NAME } from '../../protocol/index.ts';
import { toRange } from '../convert.ts';

/** Publishes what is wrong with a file; nothing takes it back. */
export function configProblems(connection: Connection) {
  return function configProblems(uri: string, text: string, problems: readonly ConfigProblem[]): void {
    const lines = new LineIndex(text);
    const diagnostics = problems.map(({ message, start, end }) => ({
      range: toRange(lines, { start, end }),
      severity: DiagnosticSeverity.Warning,
      source: PRODUCT_NAME,
      code: 'config/unusable',
      message,
    }));
    void connection.sendDiagnostics({ uri, diagnostics });
  };
}
