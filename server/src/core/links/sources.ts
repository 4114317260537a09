/** What listeners know and what claims can be held against, from transcripts, glossaries and evidence. */

import type { ClaimContext } from '../claims/evidence.ts';
import { contextOf, evidencePassages, readEvidence } from '../claims/evidenceFile.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { acronymNames, technicalTerms } from '../jargon/pack.ts';
import type { VocabularySources } from '../jargon/vocabulary.ts';
import { decoded } from '../text/uri.ts';
import { citationTo } from './citations.ts';
import { passagesForClaim } from './claimPassages.ts';
import { termWords } from './forms.ts';
import type { TranscriptIndex } from './index.ts';
import { phrasePlaces, queryOf } from './phrases.ts';

/** Speakers of the transcripts know the acronyms and technical terms that they use; whoever is meant by the glossary knows its terms. */
export function vocabularyFrom(index: TranscriptIndex, glossary: Glossary): VocabularySources {
  const isHeard = (term: string): boolean => {
    const query = queryOf(termWords(term), index.vocabulary);
    if (query === undefined) return false;
    for (const shard of index.shards) if (phrasePlaces(query, shard).length > 0) return true;
    return false;
  };
  // Two letters are said in many meanings, and are words besides.
  const names = acronymNames().filter((name) => name.length > 2);
  return {
    heard: [...names, ...technicalTerms().flatMap(({ forms }) => forms)].filter(isHeard),
    glossary: glossary.entries.flatMap(({ term, alsoKnownAs }) => alsoKnownAs.map((expansion) => ({ name: term, expansion }))),
    words: glossary.entries.map(({ term }) => term),
  };
}

/** The candidate's own facts and the transcripts, for claims in the file at `fromUri`. */
export function claimContextFrom(
  index: TranscriptIndex,
  evidence: Iterable<{ readonly uri: string; readonly text: string }>,
  fromUri: string,
): ClaimContext {
  const own = contextOf(
    [...evidence].flatMap(({ uri, text }) => evidencePassages(readEvidence(text), decoded(citationTo(fromUri, uri, undefined)))),
  );
  return { passagesFor: (sentence) => [...own.passagesFor(sentence), ...passagesForClaim(sentence, index, fromUri)] };
}
