/** Which meaning of an ambiguous acronym is meant, by the acronyms beside it: what the finding says, and what its first fix writes. */

import { expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { expansionByCompany } from '../../server/src/core/jargon/company.ts';
import type { VocabularySources } from '../../server/src/core/jargon/vocabulary.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';

test.each([
  ['what those beside it know', 'DPO', ['SFT', 'PPO', 'DPO'], 'direct preference optimization'],
  ['an older trade in its company', 'ADR', ['CQRS', 'CORS'], 'architecture decision record'],
  ['one beside it only', 'DPO', ['SFT'], undefined],
  ['the same one twice', 'DPO', ['SFT', 'SFT'], undefined],
  ['others beside it', 'DPO', ['SLA', 'URL', 'CRM'], undefined],
  ['others that are ambiguous themselves', 'DPO', ['EM', 'OOD', 'AP'], undefined],
  ['acronyms that no list has', 'DPO', ['QXZ', 'QXY'], undefined],
  ['a meaning only', 'SFT', ['PPO', 'VLM'], undefined],
  ['none at all', 'QXZ', ['PPO', 'VLM'], undefined],
  ['several meanings that fit', 'ANN', ['SFT', 'PPO'], undefined],
])('by %s', (_, name, beside, expected) => expect(expansionByCompany(name, beside)).toBe(expected));

const HEARD: VocabularySources = { transcript: [{ name: 'DPO', expansion: 'dairy products officer' }] };

test.each<[string, string, string | undefined, boolean, VocabularySources?]>([
  ['says what is meant', 'We did SFT first, then DPO, and PPO last.', '(direct preference optimization)', true],
  ['leaves open what may be meant', 'We asked the DPO twice.', undefined, false],
  ['believes what a transcript says before any list', 'We did SFT first, then DPO, and PPO last.', '(dairy products officer)', true, HEARD],
])('%s', (_, text, said, isPreferred, vocabulary = {}) => {
  const { findings } = analyse(`# Why?\n\n${text}\n`, {
    settings: { ...DEFAULT_SETTINGS, audience: 'recruiter' },
    isListed: true,
    vocabulary,
  });
  const finding = findings.find(({ rule, message }) => rule.startsWith('jargon/') && message.includes('"DPO"'))!;
  expect(/\([a-z ]+\)/.exec(finding.message)?.[0]).toBe(said);
  const [first, ...others] = finding.fixes.filter(({ title }) => title.startsWith('Say "'));
  expect(first?.isPreferred).toBe(isPreferred);
  expect(others.some((fix) => fix.isPreferred === true)).toBe(false);
});
