/** The report as SARIF 2.1.0, for code-scanning services. */

import { docsPath, RULES } from '../../core/rules/registry.ts';
import type { Severity } from '../../core/rules/rule.ts';
import type { Span } from '../../core/text/span.ts';
import { VERSION } from '../../version.ts';
import { toRange, type CheckedFile } from '../checkedFile.ts';
import { printableJson } from '../terminal.ts';

export function formatSarif(files: readonly CheckedFile[]): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'interview-answers', version: VERSION, informationUri: HOME, rules: RULES.map(ruleReport) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(results),
      },
    ],
  };
  return `${printableJson(log, 2)}\n`;
}

const HOME = 'https://github.com/interview-answers/interview-answers';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

function ruleReport({ id, summary, severity }: (typeof RULES)[number]): object {
  return {
    id,
    shortDescription: { text: summary },
    helpUri: `${HOME}/blob/main/${docsPath(id)}`,
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function results(file: CheckedFile): readonly object[] {
  return file.analysis.findings.map(({ rule, severity, message, span, related }) => ({
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(file, span)],
    ...(related.length > 0 && {
      relatedLocations: related.map((one) => ({ ...location(file, one.span), message: { text: one.message } })),
    }),
  }));
}

/** A reference that means the file and nothing else: no scheme, no host, no query, whatever the file is called. */
export function uriOf(file: string): string {
  // A lone surrogate has no bytes to be written as.
  const [first = '', ...more] = file
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent);
  const path = [first, ...more].join('/');
  if (/^[A-Za-z]%3A$/.test(first)) return `file:///${path.replace('%3A', ':')}`;
  return path.startsWith('//') ? `file://${path}` : path;
}

/** SARIF counts lines and columns from 1. */
function location(file: CheckedFile, span: Span): object {
  const { start, end } = toRange(file, span);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file.path) },
      region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
    },
  };
}
