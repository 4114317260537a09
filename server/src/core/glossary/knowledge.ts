/** What all glossaries together know of a term: its meaning, its other names, how it is said and misheard. */

import type { TermKnowledge } from '../links/find.ts';
import { defaultGlossary } from './defaultGlossary.ts';
import { nameKey, type Glossary, type GlossaryEntry } from './glossary.ts';

export interface TermEntry extends TermKnowledge {
  readonly meaning: string | undefined;
  /** Whether the meaning is the user's own. */
  readonly isOwn: boolean;
}

/**
 * Looks a term up: in the user's glossary, then in the one that is shipped. Aliases are those of both, except names that the
 * user's glossary gives to another term; an entry that only says how a name is said or heard gives it to none.
 */
export function knowledgeOf(term: string, own: Glossary, definitions: ReadonlyMap<string, readonly string[]> = NO_DEFINITIONS): TermEntry {
  const ownEntries = own.lookUp(term);
  const shipped = defaultGlossary().lookUp(term);
  const entries = [...ownEntries, ...shipped];
  const key = nameKey(term);
  const names = new Map<string, string>();
  const add = (name: string): void => {
    const nameOfIt = nameKey(name);
    if (nameOfIt !== key && nameOfIt !== '' && !names.has(nameOfIt)) names.set(nameOfIt, name);
  };
  for (const entry of ownEntries) for (const name of [entry.term, ...entry.alsoKnownAs]) add(name);
  for (const name of definitions.get(key) ?? []) add(name);
  for (const { term: other, alsoKnownAs } of shipped) {
    for (const name of [other, ...alsoKnownAs])
      if (own.lookUp(name).every((entry) => ownEntries.includes(entry) || isAddition(entry))) add(name);
  }
  const explained = entries.find(({ meaning }) => meaning !== undefined);
  return {
    aliases: [...names.values()],
    heardAs: entries.flatMap(({ heardAs }) => heardAs),
    said: entries.find(({ sayAs }) => sayAs !== undefined)?.sayAs,
    meaning: explained?.meaning,
    isOwn: explained !== undefined && ownEntries.includes(explained),
  };
}

function isAddition({ meaning, alsoKnownAs }: GlossaryEntry): boolean {
  return meaning === undefined && alsoKnownAs.length === 0;
}

const NO_DEFINITIONS: ReadonlyMap<string, readonly string[]> = new Map();
