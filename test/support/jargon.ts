/** What the tests of the jargon rules share: text with marks in, findings out. */

import { expect } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/findings.ts';
import type { VocabularySources } from '../../server/src/core/jargon/vocabulary.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { mark, unmark } from './marked.ts';

export function findings(text: string, settings: unknown = {}, vocabulary: VocabularySources = {}): readonly Finding[] {
  return analyse(text, { settings: readSettings(settings).settings, isListed: true, vocabulary }).findings;
}

export const QUESTION = '# Tell me about your work\n\n';

/** An answer in which what the rule reports is marked with «…»; nothing is marked where it must stay silent. */
export function check(rule: string, marked: string, settings: unknown = {}, vocabulary: VocabularySources = {}): void {
  const full = marked.startsWith('#') || marked.startsWith('---') ? marked : `${QUESTION}${marked}`;
  const { text } = unmark(full);
  const spans = findings(text, settings, vocabulary).filter((finding) => finding.rule === rule);
  expect(
    mark(
      text,
      spans.map(({ span }) => span),
    ),
  ).toBe(full);
}

/** What the fix with this title makes of an answer, and that nothing is left to report there. */
export function checkFix(
  rule: string,
  title: string,
  before: string,
  after: string,
  settings: unknown = {},
  vocabulary: VocabularySources = {},
): void {
  const wrap = (text: string): string => (text.startsWith('#') || text.startsWith('---') ? text : `${QUESTION}${text}`);
  const text = wrap(before);
  const finding = findings(text, settings, vocabulary).find((one) => one.rule === rule)!;
  const fix = finding.fixes.find((one) => one.title.startsWith(title))!;
  expect(fix, finding.fixes.map((one) => one.title).join('; ')).toBeDefined();
  const edited = applyEdits(text, fix.edits);
  expect(edited).toBe(wrap(after));
  const again = findings(edited, settings, vocabulary).filter((one) => one.rule === rule && one.message === finding.message);
  expect(again).toEqual([]);
}

export const recruiter = { audience: 'recruiter' };
export const manager = { audience: 'hiringManager' };
export const engineer = { audience: 'engineer' };
export const researcher = { audience: 'researcher' };
