/** What VS Code reads out of the command line's reports, by the problem matchers of the manifest. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportOf } from '../../server/src/cli/checkedFile.ts';
import { formatText } from '../../server/src/cli/formats/text.ts';
import { REPORT_BEGINS } from '../../server/src/cli/watch.ts';
import { analyse } from '../../server/src/core/analysis.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { readSettings } from '../../server/src/core/settings.ts';

interface Matcher {
  readonly name: string;
  readonly pattern: { readonly regexp: string } & Readonly<Record<'file' | 'line' | 'column' | 'severity' | 'message' | 'code', number>>;
  readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
}

const { problemMatchers } = (
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    contributes: { problemMatchers: readonly [Matcher, Matcher] };
  }
).contributes;
const [once, watching] = problemMatchers;

function report(file: string, text: string, severity?: string): readonly string[] {
  const { settings } = readSettings(severity === undefined ? {} : { rules: { 'duration/over': severity } });
  return formatText([reportOf(file, analyse(text, { settings, isListed: true }))])
    .trimEnd()
    .split('\n');
}

const OVER = `# Why us (2 s)\n\n${'We build things that people want to have. '.repeat(4)}\n`;

/** Reads the one line of `duration/over`. */
function checkMatch(file: string, severity: string): void {
  const line = report(file, OVER, severity).find((one) => one.endsWith('[duration/over]'))!;
  const found = new RegExp(once.pattern.regexp).exec(line)!;
  const part = (name: Exclude<keyof Matcher['pattern'], 'regexp'>): string => found[once.pattern[name]]!;
  expect([part('file'), part('line'), part('column'), part('severity'), part('code')]).toEqual([
    file,
    '1',
    '10',
    severity,
    'duration/over',
  ]);
  expect(part('message')).toMatch(/^About .*\.$/);
}

test.each(['error', 'warning', 'information', 'hint'])('a finding of severity %s', (severity) => checkMatch('answers.md', severity));
test.each(['my answers/a (1).md', 'C:\\answers\\a.md', './a:b.md', 'a.md:1:2.md'])('in a file called %s', (file) =>
  checkMatch(file, 'warning'),
);

test('every rule has a name that is read', () => {
  for (const { id } of RULES) expect(`a.md:1:1: hint: It is so. [${id}]`).toMatch(new RegExp(once.pattern.regexp));
});

test.each([
  '6 answers in 1 file, 1 finding',
  REPORT_BEGINS,
  'a.md:1:1: mended: It was so. [duration/over]',
  'interview-answers: can’t read "a.md": gone',
])('what is no finding: %s', (line) => expect(line).not.toMatch(new RegExp(once.pattern.regexp)));

test('a round begins and ends, and no finding looks like that', () => {
  expect(watching.pattern).toEqual(once.pattern);
  const { beginsPattern, endsPattern } = watching.background!;
  const lines = report('answers.md', OVER);
  expect(REPORT_BEGINS).toMatch(new RegExp(beginsPattern));
  expect(lines.filter((line) => new RegExp(beginsPattern).test(line))).toEqual([]);
  expect(lines.filter((line) => new RegExp(endsPattern).test(line))).toEqual([lines.at(-1)]);
});
