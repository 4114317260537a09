/** Finds the places of a phrase, and of words that stand near each other, in a shard. */

import type { Shard } from './shard.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A phrase whose words the vocabulary has. */
export interface Query {
  readonly keys: readonly string[];
  readonly classes: readonly number[];
}

/** Looks the words of a phrase up; undefined when no transcript has one of them. */
export function queryOf(keys: readonly string[], vocabulary: Vocabulary): Query | undefined {
  const classes: number[] = [];
  for (const key of keys) {
    const wordClass = vocabulary.classOfKey(key);
    if (wordClass === undefined) return undefined;
    classes.push(wordClass);
  }
  return { keys, classes };
}

/** First tokens of all places where the words stand one after another, in any inflection. */
export function phrasePlaces({ classes }: Query, shard: Shard): readonly number[] {
  if (classes.length === 1) return shard.placesOf(classes[0]!);
  let rarest = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [i, wordClass] of classes.entries()) {
    const count = shard.countOf(wordClass);
    if (count === 0) return [];
    if (count < fewest) {
      fewest = count;
      rarest = i;
    }
  }
  const last = shard.tokenCount - classes.length;
  const places: number[] = [];
  for (const place of shard.placesOf(classes[rarest]!)) {
    const start = place - rarest;
    if (start < 0 || start > last) continue;
    let i = 0;
    while (i < classes.length && (i === rarest || shard.classAt(start + i) === classes[i])) i++;
    if (i === classes.length) places.push(start);
  }
  return places;
}

/** Stretches in which all words stand, in any order, with at most `gap` other words between one and the next; each the shortest of its kind. */
export function nearPlaces({ classes }: Query, shard: Shard, gap: number): readonly { readonly from: number; readonly to: number }[] {
  const distinct = [...new Set(classes)];
  const counts = distinct.map((wordClass) => shard.countOf(wordClass));
  if (counts.includes(0)) return [];
  const places = distinct.flatMap((wordClass) => shard.placesOf(wordClass).map((at) => ({ at, wordClass }))).sort((a, b) => a.at - b.at);
  const found: { from: number; to: number }[] = [];
  for (let start = 0; start < places.length; start++) {
    const seen = new Set([places[start]!.wordClass]);
    let end = start;
    while (seen.size < distinct.length && end + 1 < places.length && places[end + 1]!.at - places[end]!.at <= gap + 1) {
      end++;
      const { wordClass } = places[end]!;
      // A word again: a shorter stretch begins later.
      if (wordClass === places[start]!.wordClass) break;
      seen.add(wordClass);
    }
    if (seen.size === distinct.length) found.push({ from: places[start]!.at, to: places[end]!.at + 1 });
  }
  return found.filter(({ to }, i) => i + 1 >= found.length || found[i + 1]!.to !== to);
}
