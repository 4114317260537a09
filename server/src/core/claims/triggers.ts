/** Tells which of many patterns a sentence can match at all, by its words: most sentences have the words of only a few. */

import { ownString } from '../text/ownString.ts';

/** Whether the pattern at an index of a kind can match. */
export type CanMatch<Kind extends string> = (kind: Kind, index: number) => boolean;

/** Patterns of several kinds, each with the words of which a sentence must have one; see `requiredWords`. */
export class Triggers<Kind extends string> {
  readonly #firstOf: Readonly<Record<string, number>>;
  readonly #always: Uint8Array;
  readonly #known = new Map<string, readonly number[]>();
  readonly #byWord = new Map<string, number[]>();
  /** By their first letters, with the whole beginning. */
  readonly #byBeginning = new Map<string, { readonly beginning: string; readonly pattern: number }[]>();

  /** For each pattern its words, separated by blanks, an asterisk behind those that are the beginnings of words; none for one that may always match. */
  constructor(lists: Readonly<Record<Kind, readonly string[]>>) {
    const firstOf: Record<string, number> = {};
    const all: string[] = [];
    for (const [kind, patterns] of Object.entries<readonly string[]>(lists)) {
      firstOf[kind] = all.length;
      all.push(...patterns);
    }
    this.#firstOf = firstOf;
    this.#always = Uint8Array.from(all, (words) => Number(words === ''));
    for (const [pattern, words] of all.entries()) for (const word of words === '' ? [] : words.split(' ')) this.#add(word, pattern);
  }

  #add(word: string, pattern: number): void {
    if (!word.endsWith('*')) {
      entry(this.#byWord, word).push(pattern);
      return;
    }
    const beginning = word.slice(0, -1);
    entry(this.#byBeginning, beginning.slice(0, LETTERS)).push({ beginning, pattern });
  }

  in(sentence: string): CanMatch<Kind> {
    const open = this.#always.slice();
    // Words as `\b` has them, each by itself in small letters: no letter beyond ASCII becomes one of them.
    for (const word of sentence.match(/\w+/g) ?? []) for (const pattern of this.#patternsOf(word)) open[pattern] = 1;
    return (kind, index) => open[this.#firstOf[kind]! + index] === 1;
  }

  #patternsOf(written: string): readonly number[] {
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const word = written.toLowerCase();
    const patterns = [...(this.#byWord.get(word) ?? NONE)];
    for (const { beginning, pattern } of this.#byBeginning.get(word.slice(0, LETTERS)) ?? NONE) {
      if (word.startsWith(beginning)) patterns.push(pattern);
    }
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(ownString(written), patterns);
    return patterns;
  }
}

const MOST_KNOWN = 3000;
/** Beginnings have at least as many. */
const LETTERS = 3;
const NONE: readonly never[] = [];

function entry<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}
