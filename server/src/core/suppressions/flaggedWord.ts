/** The word or phrase that a finding is about, for the dictionary and the glossary. */

import type { Analysis } from '../analysis.ts';
import type { Finding } from '../findings.ts';
import { withoutTail } from '../text/tail.ts';

/** As it goes into a vocabulary: an acronym without its plural. Undefined for rules that no vocabulary silences. */
export function flaggedWord({ file }: Analysis, { rule, span }: Pick<Finding, 'rule' | 'span'>): string | undefined {
  if (!WORD_RULES.has(rule)) return undefined;
  const written = withoutTail(file.text.slice(span.start, span.end), /[*_`]/).replace(/^[*_`]+/, '');
  if (!/^[\p{L}\p{N}][\p{L}\p{N} '’&.+/-]{0,40}$/u.test(written)) return undefined;
  return /^[\p{N}&/-]*\p{Lu}[\p{Lu}\p{N}&/-]*s$/u.test(written) ? written.slice(0, -1) : written;
}

/** What can be explained in a glossary; a wordy phrase has nothing to explain. */
export function isTerm(rule: Finding['rule']): boolean {
  return rule !== 'jargon/wordy' && WORD_RULES.has(rule);
}

/** The rules that ask the vocabulary. */
const WORD_RULES: ReadonlySet<Finding['rule']> = new Set<Finding['rule']>([
  'jargon/undefined-acronym',
  'jargon/ambiguous-acronym',
  'jargon/technical-term',
  'jargon/wordy',
]);
