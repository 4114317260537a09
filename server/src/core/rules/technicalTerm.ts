/** Rule `jargon/technical-term`: a technical term that the audience may not know, with nothing that says what it means. */

import { describeAudienceFirst } from '../jargon/audience.ts';
import { audienceFixes, vocabularyFix } from '../jargon/fixes.ts';
import { factsOf, jargonOfFile, placeInFile, spokenOf, type FileJargon } from '../jargon/ofFile.ts';
import type { FoundTerm } from '../jargon/facts.ts';
import type { TechnicalTerm } from '../jargon/pack.ts';
import type { FileRule, Found } from './rule.ts';
import { t } from '../locale/locale.ts';

export const technicalTerm: FileRule<'jargon/technical-term'> = {
  id: 'jargon/technical-term',
  scope: 'file',
  severity: 'information',
  severityFor: { recruiter: 'warning', hiringManager: 'off', engineer: 'off', researcher: 'off' },
  summary: 'A technical term is used that the audience may not know, and nothing says what it means.',
  *check(file, settings): Iterable<Found> {
    const jargon = jargonOfFile(file, settings);
    const seen = new Set<TechnicalTerm>();
    for (const answer of jargon.answers) {
      const text = spokenOf(answer);
      for (const found of factsOf(answer).terms) {
        const { term, span, isGlossed } = found;
        const written = text.slice(span.start, span.end);
        if (seen.has(term)) continue;
        if (isGlossed) seen.add(term);
        else if (!knows(jargon, found, written, answer.audience, answer.question)) {
          seen.add(term);
          const place = placeInFile(answer, span);
          yield {
            span: place,
            audience: answer.audience,
            ...(term.isTrade && { atMost: 'information' as const }),
            message: t(
              '{0} may not know "{1}". Say it in plain words, or add what it means: {2}.',
              describeAudienceFirst(answer.audience),
              written,
              term.gloss,
            ),
            fixes: [
              {
                title: t('Add "{0}"', `(${term.gloss})`),
                isPreferred: CLOSES.test(text.slice(span.end, span.end + 10)),
                edits: [{ span: { start: place.end, end: place.end }, newText: ` (${term.gloss})` }],
              },
              vocabularyFix(file, written),
              ...audienceFixes(file, answer, term.audiences),
            ],
          };
        }
      }
    }
  },
};

/** What follows a term that has no noun of its own behind it: "(…)" would tear "sharding key" apart. */
const CLOSES = /^(?:$|[.,;:!?)\n]|\s(?:and|are|as|because|but|for|from|in|is|of|on|or|so|that|to|was|were|when|which|while|with)\b)/;

function knows(
  { vocabulary }: FileJargon,
  { term }: FoundTerm,
  written: string,
  audience: Parameters<FileJargon['vocabulary']['knows']>[1],
  question: string,
): boolean {
  return (
    term.audiences.has(audience) || vocabulary.knows(written, audience, question) || term.forms.some((form) => vocabulary.hasOwn(form))
  );
}
