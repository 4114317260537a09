/** Rule `jargon/ambiguous-acronym`: the audience knows an acronym in several meanings, and nothing tells which one is meant. */

import { describeAudience, type Audience } from '../jargon/audience.ts';
import { expandFix, vocabularyFix } from '../jargon/fixes.ts';
import { jargonOfFile, placeInFile, spokenOf, type FileJargon, type Use } from '../jargon/ofFile.ts';
import { meaningsOf } from '../jargon/pack.ts';
import { either } from '../text/format.ts';
import type { FileRule, Found } from './rule.ts';
import { t } from '../locale/locale.ts';

export const ambiguousAcronym: FileRule<'jargon/ambiguous-acronym'> = {
  id: 'jargon/ambiguous-acronym',
  scope: 'file',
  severity: 'information',
  summary: 'An acronym has several meanings for the audience, and the answer does not tell which one is meant.',
  *check(file, settings): Iterable<Found> {
    const jargon = jargonOfFile(file, settings);
    for (const [name, uses] of jargon.uses) {
      if (meaningsOf(name).length < 2 || jargon.definitions.has(name) || jargon.vocabulary.hasOwn(name)) continue;
      const use = uses.find((one) => isAmbiguous(one, jargon));
      if (use === undefined) continue;
      const expansions = meaningsFor(name, use.answer.audience);
      yield {
        span: placeInFile(use.answer, use.spoken),
        audience: use.answer.audience,
        message: t('To {0} "{1}" may be {2}. Say which one you mean.', describeAudience(use.answer.audience), name, either(expansions)),
        fixes: [...expansions.map((expansion) => expandFix(file, use, expansion, false)), vocabularyFix(file, name)],
      };
    }
  },
};

function meaningsFor(name: string, audience: Audience): readonly string[] {
  return meaningsOf(name)
    .filter(({ audiences }) => audiences.has(audience))
    .map(({ expansion }) => expansion);
}

function isAmbiguous({ name, answer, spoken }: Use, { vocabulary }: FileJargon): boolean {
  const meanings = meaningsFor(name, answer.audience);
  if (meanings.length < 2) return false;
  const text = spokenOf(answer);
  // "5 PM" and "300 KB" are no managers and no knowledge base.
  if (/\d\s?$/.test(text.slice(Math.max(0, spoken.start - 2), spoken.start))) return false;
  // What was asked with the acronym is answered with it; and a word of one meaning nearby tells which one it is.
  if (vocabulary.expansionsOf(name).some(({ from }) => from !== 'pack')) return false;
  const near = `${answer.question} ${text.slice(0, spoken.start)} ${text.slice(spoken.end)}`.toLowerCase();
  const told = meanings.filter((expansion) => tellingWords(expansion, meanings).some((word) => near.includes(word)));
  return told.length !== 1;
}

/** The words of a meaning that the others don't have. */
function tellingWords(expansion: string, meanings: readonly string[]): readonly string[] {
  const others = meanings
    .filter((meaning) => meaning !== expansion)
    .join(' ')
    .toLowerCase();
  return expansion
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word.length > 3 && !others.includes(word));
}
