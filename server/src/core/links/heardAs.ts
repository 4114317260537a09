/** Teaches the glossary what captions make of a term: offers for the term under the cursor, or for selected words of a transcript. */

import { addHeardAs } from '../glossary/editGlossary.ts';
import { t } from '../locale/locale.ts';
import type { Edit } from '../text/edit.ts';
import { describePassage } from './links.ts';
import { distance, join, phonesOfTerm, phonesOfWord } from './phones.ts';
import type { Passage } from './passages.ts';
import { wordsOf } from './words.ts';

export interface GlossaryOffer {
  readonly title: string;
  readonly edit: Edit;
}

/** For a term that passages have by its sound only: one offer for each way in which it was misheard. */
export function offersForTerm(term: string, passages: readonly Passage[], glossary: string): readonly GlossaryOffer[] {
  const garbles = new Map<string, string>();
  for (const passage of passages) {
    if (passage.matches.every(({ tier }) => tier !== 'sound')) continue;
    const { heardAs } = describePassage(passage);
    if (heardAs !== undefined) garbles.set(keyOf(heardAs), heardAs);
    if (garbles.size >= MOST_OFFERS) break;
  }
  return [...garbles.values()].flatMap((garble) => offer(term, garble, glossary));
}

/** For selected words of a transcript: the terms that they may be, the one that sounds most alike first. */
export function offersForGarble(selected: string, terms: Iterable<string>, glossary: string): readonly GlossaryOffer[] {
  const words = wordsOf(selected);
  if (words.length === 0 || words.length > LONGEST_GARBLE) return [];
  const heard = join(words.map(({ key }) => phonesOfWord(key)));
  const rated = [...new Set(terms)].map((term) => {
    const phones = phonesOfTerm(term);
    return { term, share: distance(phones, heard) / Math.max(1, phones.length, heard.length) };
  });
  return rated
    .sort((a, b) => a.share - b.share)
    .slice(0, MOST_OFFERS)
    .flatMap(({ term }) => offer(term, selected.trim(), glossary));
}

function offer(term: string, garble: string, glossary: string): readonly GlossaryOffer[] {
  if (keyOf(term) === keyOf(garble)) return [];
  const edit = addHeardAs(glossary, term, garble);
  return edit === undefined ? [] : [{ title: t('Captions hear “{0}” as “{1}”: add to the glossary', term, garble), edit }];
}

function keyOf(text: string): string {
  return wordsOf(text)
    .map(({ key }) => key)
    .join(' ');
}

const MOST_OFFERS = 5;
const LONGEST_GARBLE = 6;
