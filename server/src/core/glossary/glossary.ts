/** The glossary: what terms mean, what else they are called, how they are said, and how captions mishear them. */

import type { Span } from '../text/span.ts';
import { wordsOf } from '../links/words.ts';

/** One term of a glossary file. */
export interface GlossaryEntry {
  readonly term: string;
  readonly alsoKnownAs: readonly string[];
  readonly heardAs: readonly string[];
  readonly sayAs: string | undefined;
  readonly meaning: string | undefined;
  /** Where the term is written, by UTF-16 offsets in the file. */
  readonly span: Span;
}

/** A glossary of any origin, with a way to look terms up by any of their names. */
export class Glossary {
  readonly entries: readonly GlossaryEntry[];
  readonly #byName = new Map<string, GlossaryEntry[]>();

  constructor(entries: readonly GlossaryEntry[]) {
    this.entries = entries;
    for (const entry of entries) {
      for (const name of [entry.term, ...entry.alsoKnownAs]) {
        const key = nameKey(name);
        const known = this.#byName.get(key);
        if (known === undefined) this.#byName.set(key, [entry]);
        else if (!known.includes(entry)) known.push(entry);
      }
    }
  }

  /** The entries that have the name, however it is written. */
  lookUp(name: string): readonly GlossaryEntry[] {
    return this.#byName.get(nameKey(name)) ?? [];
  }
}

/** What different ways of writing a name have in common: case, hyphens, blanks and a plural s don't count. */
export function nameKey(name: string): string {
  const key = wordsOf(name)
    .map((word) => word.key)
    .join('')
    .replace(/(?<=[a-z]{3})s$/, '');
  // Names of signs alone are different names.
  return key === '' ? name.trim() : key;
}
