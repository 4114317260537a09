/** The report as SARIF 2.1.0, for code-scanning services. */

import { docsPath, RULES } from '../../core/rules/registry.ts';
import type { Severity } from '../../core/rules/rule.ts';
import { VERSION } from '../../version.ts';
import type { CheckedFile, Range } from '../checkedFile.ts';
import { printableJson } from '../terminal.ts';
import { setIn, type Format } from './format.ts';

const HOME = 'https://github.com/interview-answers/interview-answers';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** Where the results of the files go into the rest of the log. */
const RESULTS = '"results": []';

function logAround(): readonly [before: string, after: string] {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'interview-answers', version: VERSION, informationUri: HOME, rules: RULES.map(ruleReport) } },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  };
  const json = JSON.stringify(log, null, 2);
  const at = json.lastIndexOf(RESULTS) + RESULTS.length - 1;
  return [json.slice(0, at), json.slice(at)];
}

const [BEFORE, AFTER] = logAround();

/** In all, what `printableJson` would write of the log with all results in it. */
export const SARIF: Format = {
  head: BEFORE,
  file: (file) =>
    results(file)
      .map((result) => `\n${setIn(printableJson(result, 2), 8)}`)
      .join(','),
  separator: ',',
  tail: (_, isEmpty) => `${isEmpty ? '' : '\n      '}${AFTER}\n`,
  isByLine: false,
};

function ruleReport({ id, summary, severity }: (typeof RULES)[number]): object {
  return {
    id,
    shortDescription: { text: summary },
    helpUri: `${HOME}/blob/main/${docsPath(id)}`,
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function results({ path, findings }: CheckedFile): readonly object[] {
  return findings.map(({ rule, severity, message, range, related }) => ({
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(path, range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((one) => ({ ...location(path, one.range), message: { text: one.message } })),
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
function location(path: string, { start, end }: Range): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
    },
  };
}
