/** The glossary that is shipped: synonyms, what acronyms stand for, and plain glosses of technical terms. */

import { acronymNames, meaningsOf, technicalTerms } from '../jargon/pack.ts';
import { SYNONYMS } from './data/synonyms.ts';
import { Glossary, nameKey, type GlossaryEntry } from './glossary.ts';

/** Read at first use, and only once. */
export function defaultGlossary(): Glossary {
  return (shipped ??= new Glossary(merge([...synonyms(), ...acronyms(), ...glosses()])));
}

let shipped: Glossary | undefined;

function synonyms(): readonly GlossaryEntry[] {
  return SYNONYMS.split('\n')
    .filter(Boolean)
    .map((line) => {
      const [term = '', ...alsoKnownAs] = line.split(' = ');
      return entry(term, alsoKnownAs);
    });
}

/** Acronyms of one meaning; of the others nobody can tell which is meant. */
function acronyms(): readonly GlossaryEntry[] {
  return acronymNames().flatMap((name) => {
    const meanings = meaningsOf(name);
    // Of two or three words at least, else it is a comment ("the chip maker") or a plain word.
    return meanings.length === 1 && !/^(?:the|a|an) /.test(meanings[0]!.expansion) && /[\s-]/.test(meanings[0]!.expansion)
      ? [entry(name, [meanings[0]!.expansion])]
      : [];
  });
}

function glosses(): readonly GlossaryEntry[] {
  return technicalTerms().map(({ forms, gloss }) => entry(forms[0]!, forms.slice(1), gloss));
}

/** One entry for all that share a term's name, so that a gloss and an acronym of one thing are found together. */
function merge(entries: readonly GlossaryEntry[]): readonly GlossaryEntry[] {
  const merged: GlossaryEntry[] = [];
  const byTerm = new Map<string, number>();
  for (const one of entries) {
    const known = [one.term, ...one.alsoKnownAs].map((name) => byTerm.get(nameKey(name))).find((at) => at !== undefined);
    if (known === undefined) {
      for (const name of [one.term, ...one.alsoKnownAs]) byTerm.set(nameKey(name), merged.length);
      merged.push(one);
      continue;
    }
    const before = merged[known]!;
    const names = [...before.alsoKnownAs, one.term, ...one.alsoKnownAs].filter((name) => nameKey(name) !== nameKey(before.term));
    for (const name of names) byTerm.set(nameKey(name), known);
    merged[known] = {
      ...before,
      alsoKnownAs: [...new Map(names.map((name) => [nameKey(name), name])).values()],
      meaning: before.meaning ?? one.meaning,
    };
  }
  return merged;
}

function entry(term: string, alsoKnownAs: readonly string[], meaning?: string): GlossaryEntry {
  return { term, alsoKnownAs, heardAs: [], sayAs: undefined, meaning, span: { start: 0, end: 0 } };
}
