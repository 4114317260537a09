/** Puts the matches of a term together into passages, and ranks them: the one that explains the term comes first. */

import { explains } from './explanation.ts';
import type { Match, Tier } from './match.ts';
import type { Shard } from './shard.ts';

/** A place that talks about a term. */
export interface Passage {
  readonly shard: Shard;
  /** The cue in which the first match begins. */
  readonly cue: number;
  readonly matches: readonly Match[];
  /** Higher is a better place to go to. */
  readonly score: number;
}

/** The passages of matches, best first. Matches on one line of the source that are close to each other are one passage. */
export function rankPassages(matches: readonly Match[]): readonly Passage[] {
  const groups = groupByLine(matches);
  const frequent = matches.length > MOST_READ;
  return groups
    .map((group): Passage => {
      const { shard, from } = group[0]!;
      return { shard, cue: shard.cueOf(from), matches: group, score: scoreOf(group, matches, frequent) };
    })
    .sort((a, b) => b.score - a.score || (a.shard.uri < b.shard.uri ? -1 : a.shard.uri > b.shard.uri ? 1 : a.cue - b.cue));
}

function groupByLine(matches: readonly Match[]): readonly (readonly Match[])[] {
  const groups: Match[][] = [];
  for (const match of matches) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isSame = last?.shard === match.shard && match.from - last.to <= SAME_PASSAGE_TOKENS && lineOf(last) === lineOf(match);
    if (isSame) group!.push(match);
    else groups.push([match]);
  }
  return groups;
}

function scoreOf(group: readonly Match[], all: readonly Match[], frequent: boolean): number {
  const { shard, from } = group[0]!;
  if (shard.data.isHead[shard.cueOf(from)] === 1) return HEAD_SCORE;
  const surest = Math.max(...group.map(({ tier }) => TIER_WEIGHTS[tier]));
  const around = all.filter(
    (match) => match.shard === shard && match.from >= from - REACH_BEFORE && match.from <= from + REACH_AFTER,
  ).length;
  const density = Math.log2(1 + around);
  const explaining = frequent && density < 1.5 ? 0 : Math.max(...group.map((match) => explains(match)));
  const isFirst = all.find((match) => match.shard === shard && shard.data.isHead[shard.cueOf(match.from)] === 0) === group[0];
  return surest * (1 + density * DENSITY_WEIGHT + explaining + (isFirst ? FIRST_WEIGHT : 0));
}

function lineOf({ shard, from }: Match): number {
  return shard.lineOf(shard.cueOf(from));
}

const SAME_PASSAGE_TOKENS = 80;
/** The head names a term, and explains none. */
const HEAD_SCORE = 0.05;
/** Tokens in which other matches speak for the passage: an explanation goes on after its beginning. */
const REACH_BEFORE = 20;
const REACH_AFTER = 120;
const DENSITY_WEIGHT = 0.35;
const FIRST_WEIGHT = 0.4;
/** Of a term with more matches than this, only the denser passages are read for an explanation. */
const MOST_READ = 2000;

const TIER_WEIGHTS: Readonly<Record<Tier, number>> = {
  exact: 1,
  inflected: 0.9,
  heard: 0.95,
  alias: 0.85,
  near: 0.7,
  partial: 0.4,
  sound: 0.75,
};
