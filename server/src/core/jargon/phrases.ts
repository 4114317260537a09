/** Finds the phrases of a list in a text, word by word; hyphens and blanks are alike, and the last word may be in the plural. */

import { eachWord, type Word } from './alignment.ts';

/** Phrases by their first word. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly Entry<T>[]>;

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

export interface FoundPhrase<T> {
  readonly value: T;
  /** Indices of the first and the last word. */
  readonly first: number;
  readonly last: number;
}

/** Prepares a list of phrases in lower case. */
export function indexPhrases<T>(phrases: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const index = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of phrases) {
    const words: string[] = [];
    eachWord(phrase, (start, end) => words.push(phrase.slice(start, end)));
    const [first] = words;
    if (first === undefined) continue;
    const entries = index.get(first) ?? [];
    entries.push({ words, value });
    index.set(first, entries);
  }
  // The longest phrase wins.
  for (const entries of index.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Every phrase of the list, from left to right, none within another. */
export function findPhrases<T>(words: readonly Word[], index: PhraseIndex<T>): readonly FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = [];
  for (let i = 0; i < words.length; i++) {
    const entry = entriesAt(words[i]!.text, index).find((candidate) => standsAt(words, i, candidate.words));
    if (entry === undefined) continue;
    const last = i + entry.words.length - 1;
    found.push({ value: entry.value, first: i, last });
    i = last;
  }
  return found;
}

function entriesAt<T>(word: string, index: PhraseIndex<T>): readonly Entry<T>[] {
  return (
    index.get(word) ?? (word.endsWith('s') ? index.get(word.slice(0, -1))?.filter((entry) => entry.words.length === 1) : undefined) ?? []
  );
}

function standsAt(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  for (let i = 0; i < phrase.length; i++) {
    const word = words[at + i];
    if (word === undefined || (i > 0 && word.border !== 'none')) return false;
    const isLast = i === phrase.length - 1;
    if (word.text !== phrase[i] && !(isLast && isPluralOf(word.text, phrase[i]!))) return false;
  }
  return true;
}

function isPluralOf(word: string, singular: string): boolean {
  return word === `${singular}s` || word === `${singular}es` || (singular.endsWith('y') && word === `${singular.slice(0, -1)}ies`);
}
