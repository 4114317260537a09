/** What transcripts themselves say an acronym stands for, or what they shorten a term to. */

import { findDefinitions } from '../jargon/acronyms.ts';
import { nameKey } from '../glossary/glossary.ts';
import { termWords } from './forms.ts';
import type { TranscriptIndex } from './index.ts';
import { phrasePlaces, queryOf } from './phrases.ts';
import type { Shard } from './shard.ts';

/** Other names of a term by the definitions that stand beside it in the transcripts: "VLA, a vision language action model". */
export function definedNames(term: string, index: TranscriptIndex): readonly string[] {
  const query = queryOf(termWords(term), index.vocabulary);
  if (query === undefined || query.keys.length === 0) return [];
  const key = nameKey(term);
  const names = new Map<string, string>();
  for (const shard of index.shards) {
    const seen = new Set<number>();
    for (const place of phrasePlaces(query, shard).slice(0, MOST_READ)) {
      const cue = shard.cueOf(place);
      if (seen.has(cue)) continue;
      seen.add(cue);
      const text = textAround(shard, cue);
      if (!text.includes('(') && !/\b(?:stands? for|short for|known as|called|abbreviat|or)\b/i.test(text)) continue;
      for (const {
        short: { name: short },
        expansion,
      } of findDefinitions(text)) {
        const long = text.slice(expansion.start, expansion.end);
        if (nameKey(short) === key) names.set(nameKey(long), long);
        else if (nameKey(long) === key) names.set(nameKey(short), short);
      }
    }
  }
  return [...names.values()];
}

function textAround(shard: Shard, cue: number): string {
  const texts: string[] = [];
  for (let i = Math.max(0, cue - 1); i < Math.min(shard.cueCount, cue + 2); i++) texts.push(shard.textOf(i));
  return texts.join(' ');
}

/** Definitions come with the first mentions. */
const MOST_READ = 40;
