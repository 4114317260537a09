/** Rule `jargon/late-definition`: an acronym is explained, but only after the listener has heard it. */

import type { AnalysedFile } from '../analysis.ts';
import { describeAudience } from '../jargon/audience.ts';
import { expandFix, replaceWithArticle, vocabularyFix } from '../jargon/fixes.ts';
import { firstUnexplained, jargonOfFile, placeInFile, spokenOf, type DefinitionPlace, type Use } from '../jargon/ofFile.ts';
import type { FileRule, Fix, Found } from './rule.ts';
import { t } from '../locale/locale.ts';

export const lateDefinition: FileRule<'jargon/late-definition'> = {
  id: 'jargon/late-definition',
  scope: 'file',
  severity: 'information',
  summary: 'An acronym is used before the file says what it stands for.',
  *check(file, settings): Iterable<Found> {
    const jargon = jargonOfFile(file, settings);
    for (const [name, places] of jargon.definitions) {
      const use = firstUnexplained(jargon, jargon.uses.get(name) ?? []);
      const place = places.find(({ definition }) => !definition.isNearby);
      if (use === undefined || place === undefined) continue;
      yield {
        span: placeInFile(use.answer, use.spoken),
        audience: use.answer.audience,
        message: t(
          '"{0}" is explained only later. Move the explanation here: {1} may not know it.',
          name,
          describeAudience(use.answer.audience),
        ),
        related: [{ span: placeInFile(place.answer, place.definition.expansion), message: t('Here "{0}" is explained.', name) }],
        fixes: [moveFix(file, use, place), vocabularyFix(file, name)],
      };
    }
  },
};

/** Says the expansion at the first use, and only the acronym where the expansion was. */
function moveFix(file: AnalysedFile, use: Use, { answer, definition }: DefinitionPlace): Fix {
  const text = spokenOf(answer);
  const { short, expansion } = definition;
  const words = text.slice(expansion.start, expansion.end).replace(/\s+/g, ' ');
  const start = Math.min(short.span.start, expansion.start);
  let end = Math.max(short.span.end, expansion.end);
  if (/[)\]]/.test(text[end] ?? '')) end++;
  // "The SFT, short for supervised fine-tuning, took" needs neither comma any more.
  else if (/^\s?,/.test(text.slice(Math.min(short.span.end, expansion.end))) && text[end] === ',') end++;
  const written = text.slice(short.span.start, short.span.end);
  const [here] = expandFix(file, use, singular(words, written, use.name), true).edits;
  return {
    title: t('Move the explanation here'),
    isPreferred: true,
    edits: [here!, replaceWithArticle(file, answer, { start, end }, written)],
  };
}

/** The expansion as a single thing is called, since the first use makes its own plural. */
function singular(words: string, written: string, name: string): string {
  return written.length > name.length && written.endsWith('s') ? words.replace(/(?<!s)s$/, '') : words;
}
