/** What a link is: a stretch of a transcript that talks about a term, and how it was recognised. */

import type { Shard } from './shard.ts';

/** How a passage was recognised, the surest first. */
export const TIERS = ['exact', 'inflected', 'heard', 'alias', 'near', 'partial', 'sound'] as const;

/**
 * `exact` is the term as written but for case, hyphens and spaces; `inflected` a plural, another form, or a number as a word; `heard` a
 * mishearing that the glossary lists; `alias` another name or an acronym's expansion; `near` all its words close together;
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
  const kept: Match[] = [];
  for (const inShard of byShard(matches)) {
    const sorted = isInOrder(inShard) ? inShard : [...inShard].sort((a, b) => a.from - b.from);
    let order: ReadonlyMap<Match, number> | undefined;
    // Only matches that touch a common stretch compete; most stand alone.
    for (let first = 0; first < sorted.length;) {
      let end = sorted[first]!.to;
      let next = first + 1;
      for (; next < sorted.length && sorted[next]!.from < end; next++) end = Math.max(end, sorted[next]!.to);
      if (next === first + 1) kept.push(sorted[first]!);
      else kept.push(...surestOf(sorted.slice(first, next), (order ??= new Map(inShard.map((match, i) => [match, i])))));
      first = next;
    }
  }
  return kept;
}

/** The matches of each shard, by URI. */
function byShard(matches: readonly Match[]): readonly (readonly Match[])[] {
  const shards = new Map<Shard, Match[]>();
  let last: Match[] = [];
  let lastShard: Shard | undefined;
  for (const match of matches) {
    if (match.shard !== lastShard) {
      lastShard = match.shard;
      const known = shards.get(lastShard);
      if (known === undefined) shards.set(lastShard, (last = []));
      else last = known;
    }
    last.push(match);
  }
  const lists = [...shards.values()];
  const isSorted = lists.every((list, i) => i === 0 || lists[i - 1]![0]!.shard.uri < list[0]!.shard.uri);
  return isSorted ? lists : lists.sort((a, b) => (a[0]!.shard.uri < b[0]!.shard.uri ? -1 : 1));
}

function isInOrder(matches: readonly Match[]): boolean {
  for (let i = 1; i < matches.length; i++) if (matches[i]!.from < matches[i - 1]!.from) return false;
  return true;
}

/** Of matches that overlap, by tier, length and the order in which they were found. */
function surestOf(overlapping: readonly Match[], order: ReadonlyMap<Match, number>): readonly Match[] {
  const sorted = [...overlapping].sort((a, b) => rank(a) - rank(b) || b.to - b.from - (a.to - a.from) || order.get(a)! - order.get(b)!);
  const kept: Match[] = [];
  for (const match of sorted) if (kept.every(({ from, to }) => match.from >= to || match.to <= from)) kept.push(match);
  return kept.sort((a, b) => a.from - b.from);
}

function rank({ tier }: Match): number {
  return TIERS.indexOf(tier);
}
