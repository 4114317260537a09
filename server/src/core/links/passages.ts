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
  const scores = scoresOf(groups, matches);
  return inOrderOfScore(groups.map(({ shard, cue, matches }, i): Passage => ({ shard, cue, matches, score: scores[i]! })));
}

/** Matches of one passage; `at` is the first one's number among all. */
interface Group {
  readonly shard: Shard;
  readonly cue: number;
  readonly at: number;
  readonly matches: Match[];
}

function groupByLine(matches: readonly Match[]): readonly Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  let last: Match | undefined;
  let lastLine = -1;
  for (const [at, match] of matches.entries()) {
    const { shard, from } = match;
    const cue = shard.cueOf(from);
    const line = shard.lineOf(cue);
    const isSame = last?.shard === shard && from - last.to <= SAME_PASSAGE_TOKENS && lastLine === line;
    if (isSame) group!.matches.push(match);
    else groups.push((group = { shard, cue, at, matches: [match] }));
    last = match;
    lastLine = line;
  }
  return groups;
}

/** How good each group is. What is cheap to know is found out for all; only the best by that are read for an explanation. */
function scoresOf(groups: readonly Group[], all: readonly Match[]): Float64Array {
  const scores = new Float64Array(groups.length);
  const surest = new Float64Array(groups.length);
  const first = new Float64Array(groups.length);
  const dense = new Uint8Array(groups.length);
  let shard: Shard | undefined;
  let isFirst = false;
  for (const [i, group] of groups.entries()) {
    if (group.shard !== shard) {
      shard = group.shard;
      isFirst = true;
    }
    if (shard.data.isHead[group.cue] === 1) {
      scores[i] = HEAD_SCORE;
      continue;
    }
    for (const { tier } of group.matches) surest[i] = Math.max(surest[i]!, TIER_WEIGHTS[tier]);
    const density = Math.log2(1 + countAround(group, all));
    dense[i] = Number(density >= 1.5);
    scores[i] = 1 + density * DENSITY_WEIGHT;
    first[i] = isFirst ? FIRST_WEIGHT : 0;
    isFirst = false;
  }
  const cheap = scores.map((score, i) => (all.length > MOST_READ && dense[i] === 0 ? 0 : surest[i]! * (score + first[i]!)));
  const isRead = all.length <= MOST_READ && groups.length <= MOST_EXPLAINED ? undefined : whichToRead(cheap);
  for (const [i, { matches }] of groups.entries()) {
    if (surest[i] === 0) continue;
    const explaining = isRead === undefined || isRead[i] === 1 ? Math.max(...matches.map(explains)) : 0;
    scores[i] = surest[i]! * Math.max(0.1, scores[i]! + explaining + (explaining < 0 ? 0 : first[i]!));
  }
  return scores;
}

/** Matches of the same transcript a little before and some way after the first match of a group. */
function countAround({ shard, at, matches }: Group, all: readonly Match[]): number {
  const { from } = matches[0]!;
  let first = at;
  while (first > 0 && all[first - 1]!.shard === shard && all[first - 1]!.from >= from - REACH_BEFORE) first--;
  let end = at + 1;
  while (end < all.length && all[end]!.shard === shard && all[end]!.from <= from + REACH_AFTER) end++;
  return end - first;
}

/** The groups that are best by what is cheap to know. */
function whichToRead(cheap: Float64Array): Uint8Array {
  // Few scores differ, so that counting them is quicker than sorting all.
  const counts = new Map<number, number>();
  for (const score of cheap) counts.set(score, (counts.get(score) ?? 0) + 1);
  let left = MOST_EXPLAINED;
  const quota = new Map<number, number>();
  for (const score of [...counts.keys()].sort((a, b) => b - a)) {
    if (left <= 0 || score <= 0) break;
    const count = Math.min(left, counts.get(score)!);
    quota.set(score, count);
    left -= count;
  }
  const read = new Uint8Array(cheap.length);
  for (const [i, score] of cheap.entries()) {
    const remaining = quota.get(score) ?? 0;
    if (remaining === 0) continue;
    quota.set(score, remaining - 1);
    read[i] = 1;
  }
  return read;
}

/** By score, then in the order of places. */
function inOrderOfScore(passages: readonly Passage[]): readonly Passage[] {
  const byScore = new Map<number, Passage[]>();
  for (const passage of passages) {
    const same = byScore.get(passage.score);
    if (same === undefined) byScore.set(passage.score, [passage]);
    else same.push(passage);
  }
  return [...byScore.entries()].sort(([a], [b]) => b - a).flatMap(([, same]) => same);
}

const SAME_PASSAGE_TOKENS = 80;
/** The head names a term, and explains none. */
const HEAD_SCORE = 0.05;
/** Tokens in which other matches speak for the passage: an explanation goes on after its beginning. */
const REACH_BEFORE = 20;
const REACH_AFTER = 120;
const DENSITY_WEIGHT = 0.32;
const FIRST_WEIGHT = 0.4;
/** Of a term with more matches than this, only the denser passages are read for an explanation. */
const MOST_READ = 2000;

/** Reading one takes some 20 µs. */
const MOST_EXPLAINED = 250;

const TIER_WEIGHTS: Readonly<Record<Tier, number>> = {
  exact: 1,
  inflected: 0.9,
  heard: 0.95,
  alias: 0.85,
  near: 0.7,
  partial: 0.4,
  sound: 0.8,
};
