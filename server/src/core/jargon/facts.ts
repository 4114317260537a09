/** What jargon one answer has, whoever it is for: computed once for an answer, and cached with it. */

import type { Span } from '../text/span.ts';
import { findAcronyms, type Definition, type ShortForm } from './acronyms.ts';
import { wordsOf, type Word } from './alignment.ts';
import { explainedIn } from './glosses.ts';
import { redundantHeads, technicalTerms, type TechnicalTerm } from './pack.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from './phrases.ts';
import { wordyPhrases } from './wordy.ts';

/** Spans are offsets of the spoken text. */
export interface JargonFacts {
  readonly shortForms: readonly ShortForm[];
  readonly definitions: readonly Definition[];
  /** The short forms beside which the text says in plain words what they are. */
  readonly explained: ReadonlySet<ShortForm>;
  readonly terms: readonly FoundTerm[];
  readonly redundant: readonly RedundantAcronym[];
  readonly wordy: readonly WordyPhrase[];
}

export interface FoundTerm {
  readonly span: Span;
  readonly term: TechnicalTerm;
  /** Whether the answer says beside it what it means. */
  readonly isGlossed: boolean;
}

/** "ATM machine": an acronym and a word that it holds already. */
export interface RedundantAcronym {
  readonly span: Span;
  readonly short: ShortForm;
  readonly head: Span;
}

export interface WordyPhrase {
  readonly span: Span;
  /** What to say instead; empty when the phrase can go. */
  readonly plain: readonly string[];
}

/** The jargon of a spoken text. `language` is its primary language subtag: only acronyms are looked for in others than English. */
export function jargonOf(text: string, language: string): JargonFacts {
  const words = wordsOf(text);
  const { shortForms, definitions } = findAcronyms(text, words);
  if (language !== 'en') return { shortForms, definitions, explained: new Set(), terms: [], redundant: [], wordy: [] };
  const expansions = definitions.map(({ expansion }) => expansion);
  return {
    shortForms,
    definitions,
    explained: explainedIn(text, shortForms),
    terms: findPhrases(words, (termIndex ??= indexTerms()))
      .map(({ value, first, last }) => ({ term: value, span: { start: words[first]!.start, end: words[last]!.end } }))
      // An expansion belongs to its acronym, which has rules of its own.
      .filter(({ span }) => !expansions.some((expansion) => expansion.start < span.end && span.start < expansion.end))
      .map((found) => ({ ...found, isGlossed: isGlossed(text, found.span) })),
    redundant: redundantIn(text, words, shortForms),
    wordy: findPhrases(words, wordyPhrases()).map(({ value, first, last }) => ({
      span: { start: words[first]!.start, end: words[last]!.end },
      plain: value,
    })),
  };
}

let termIndex: PhraseIndex<TechnicalTerm> | undefined;

function indexTerms(): PhraseIndex<TechnicalTerm> {
  return indexPhrases(technicalTerms().flatMap((term) => term.forms.map((form) => [form, term] as const)));
}

/** How far around a term a gloss announces itself, in UTF-16 units. */
const GLOSS_REACH = 40;
const GLOSS_AFTER =
  /^["'”’]?(?:\s?\(|,?\s(?:that is|that's|that’s|which is|which are|those are|which means?|meaning|i\.e\.|in other words|in plain words|or rather|so basically)\b|,\sor\s|\s?[–—]\s?|\s(?:is|are)\s(?:when|where|how|just)\b|\s(?:just )?means?\b)/;
const GLOSS_BEFORE = /(?:,\sor|\b(?:called|so-called|known as|what we call|what people call|the term|the word))\s["'“‘]?$/;

function isGlossed(text: string, { start, end }: Span): boolean {
  return GLOSS_AFTER.test(text.slice(end, end + GLOSS_REACH)) || GLOSS_BEFORE.test(text.slice(Math.max(0, start - GLOSS_REACH), start));
}

function redundantIn(text: string, words: readonly Word[], shortForms: readonly ShortForm[]): readonly RedundantAcronym[] {
  const found: RedundantAcronym[] = [];
  let w = 0;
  for (const short of shortForms) {
    const heads = redundantHeads(short.name);
    if (heads.size === 0) continue;
    while (w < words.length && words[w]!.start < short.span.end) w++;
    const next = words[w];
    if (next === undefined || text.slice(short.span.end, next.start) !== ' ') continue;
    const singular = heads.has(next.text) ? next.text : next.text.replace(/(?<=s)es$|s$/, '');
    if (heads.has(singular))
      found.push({ short, head: { start: next.start, end: next.end }, span: { start: short.span.start, end: next.end } });
  }
  return found;
}
