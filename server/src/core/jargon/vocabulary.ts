/** What words a listener knows: everybody's words, the audience's, and those that were heard, written down or asked about. */

import type { Audience } from './audience.ts';
import { meaningsOf, type Meaning } from './pack.ts';

/** Where an expansion comes from, in the order in which they are trusted. */
export type ExpansionSource = 'document' | 'transcript' | 'glossary' | 'pack';

export interface Expansion {
  readonly expansion: string;
  readonly from: ExpansionSource;
}

/** An acronym and what it stands for, as somebody has said or written it. */
export interface KnownExpansion {
  readonly name: string;
  readonly expansion: string;
}

/** What is known besides the lists of the product, as plain data. Keep the same object as long as it holds: it is indexed once. */
export interface VocabularySources {
  /** Words of the user's dictionary: known to everyone. */
  readonly words?: readonly string[];
  /** Acronyms and terms that speakers of the transcripts use: known to everyone. */
  readonly heard?: readonly string[];
  /** Definitions in transcripts. */
  readonly transcript?: readonly KnownExpansion[];
  /** Entries of the glossary: known to everyone. */
  readonly glossary?: readonly KnownExpansion[];
}

export interface Vocabulary {
  /** Whether the audience knows an acronym or a term, or has used it in the question itself. */
  readonly knows: (term: string, audience: Audience, question: string) => boolean;
  /** What an acronym may stand for, the most trusted source first, no expansion twice. */
  readonly expansionsOf: (name: string) => readonly Expansion[];
  /** Whether the user, a transcript or the glossary has the word, so that no list need be asked. */
  readonly hasOwn: (term: string) => boolean;
}

/**
 * Builds a vocabulary. `sources` change rarely and are indexed once; `words` (of the front matter) and `document` (the
 * definitions that the file itself has) change as the user types.
 */
export function vocabularyOf(
  sources: VocabularySources,
  words: readonly string[] = [],
  document: readonly KnownExpansion[] = [],
): Vocabulary {
  const { own, expansions } = indexOf(sources);
  const ownWords = new Set(words.map(keyOf));
  const hasOwn = (term: string): boolean => {
    if (own.size === 0 && ownWords.size === 0) return false;
    const key = keyOf(term);
    return own.has(key) || ownWords.has(key);
  };
  return {
    hasOwn,
    knows: (term, audience, question) =>
      meaningsOf(term).some((meaning) => isKnownTo(meaning, audience)) || hasOwn(term) || isAsked(term, question),
    expansionsOf(name) {
      const found: Expansion[] = [];
      const add = (expansion: string, from: ExpansionSource): void => {
        if (!found.some((other) => keyOf(other.expansion) === keyOf(expansion))) found.push({ expansion, from });
      };
      for (const one of document) if (one.name === name) add(one.expansion, 'document');
      for (const { expansion, from } of expansions.get(name) ?? []) add(expansion, from);
      for (const { expansion } of meaningsOf(name)) add(expansion, 'pack');
      return found;
    },
  };
}

/** A hiring manager manages people of the answer's own trade, whichever that is, and knows what anybody in it knows. */
function isKnownTo({ audiences }: Meaning, audience: Audience): boolean {
  return audience === 'hiringManager' ? audiences.size > 0 : audiences.has(audience);
}

interface SourceIndex {
  readonly own: ReadonlySet<string>;
  readonly expansions: ReadonlyMap<string, readonly Expansion[]>;
}

const indices = new WeakMap<VocabularySources, SourceIndex>();

function indexOf(sources: VocabularySources): SourceIndex {
  const known = indices.get(sources);
  if (known !== undefined) return known;
  const { words = [], heard = [], transcript = [], glossary = [] } = sources;
  const expansions = new Map<string, Expansion[]>();
  const add = (from: ExpansionSource, { name, expansion }: KnownExpansion): void => {
    expansions.set(name, [...(expansions.get(name) ?? []), { expansion, from }]);
  };
  for (const one of transcript) add('transcript', one);
  for (const one of glossary) add('glossary', one);
  const own = new Set([...words, ...heard, ...glossary.map(({ name }) => name)].map(keyOf));
  const index = { own, expansions };
  indices.set(sources, index);
  return index;
}

/** One key for a word or phrase: in capitals or not, in singular or plural, with hyphens or blanks. */
function keyOf(term: string): string {
  const words = term.toLowerCase().match(/[\p{L}\p{N}/&]+/gu) ?? [];
  return words.map((word) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word)).join(' ');
}

/** Whether a question has the word. A heading without a question mark is a title that the candidate gave. */
function isAsked(term: string, question: string): boolean {
  return question.includes('?') && ` ${keyOf(question)} `.includes(` ${keyOf(term)} `);
}
