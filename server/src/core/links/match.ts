/** What a link is: a stretch of a transcript that talks about a term, and how it was recognised. */

import type { Shard } from './shard.ts';

/** How a passage was recognised, the surest first. */
export const TIERS = ['exact', 'inflected', 'heard', 'alias', 'near', 'partial', 'sound'] as const;

/**
 * `exact` is the term as written but for case, hyphens and spaces; `inflected` a plural, another form, or a number as a word; `heard` a
 * mis-hearing that the glossary lists; `alias` another name or an acronym's expansion; `near` all its words close together;
 * `partial` its distinctive part; `sound` words that sound like it.
 */
export type Tier = (typeof TIERS)[number];

/** Words of a transcript that stand for a term. */
export interface Match {
  readonly shard: Shard;
  /** Tokens of the shard, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly tier: Tier;
}

/** Keeps of matches at the same place the surest, in the order of places. */
export function withoutOverlaps(matches: readonly Match[]): readonly Match[] {
  const sorted = [...matches].sort((a, b) => rank(a) - rank(b) || b.to - b.from - (a.to - a.from));
  const taken = new Map<Shard, Set<number>>();
  const kept = sorted.filter(({ shard, from, to }) => {
    let tokens = taken.get(shard);
    if (tokens === undefined) taken.set(shard, (tokens = new Set()));
    for (let i = from; i < to; i++) if (tokens.has(i)) return false;
    for (let i = from; i < to; i++) tokens.add(i);
    return true;
  });
  return kept.sort((a, b) => (a.shard === b.shard ? a.from - b.from : a.shard.uri < b.shard.uri ? -1 : 1));
}

function rank({ tier }: Match): number {
  return TIERS.indexOf(tier);
}
