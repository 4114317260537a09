/** Finds names that a transcript misheard: words that sound like the term, where the context speaks for it. */

import { clippings, formsOf, isNameLike, splitCase, termWords } from './forms.ts';
import type { TranscriptIndex } from './index.ts';
import type { Match } from './match.ts';
import { phonesOfTerm } from './phones.ts';
import { queryOf, type Query } from './phrases.ts';
import type { Shard } from './shard.ts';
import { SoundSearch } from './soundSearch.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/**
 * Stretches that sound like a term with a name in it. Sound alone is no evidence: a stretch must have a word that everyday speech
 * hasn't got, or another word of the term, or stand in a transcript whose title, or other passages, have the name written right;
 * `known` are the places found by other means.
 */
export function findBySound(term: string, known: readonly Match[], index: TranscriptIndex, said?: string): readonly Match[] {
  const names = wordsOf(term)
    .map(({ start, end }) => term.slice(start, end))
    .filter(isNameLike);
  if (names.length === 0) {
    // "Hugging Face": plain words one by one, and a name together.
    if (!CAPITALIZED.test(term.trim())) return [];
    names.push(term);
  }
  const searches = soundedOut(term, index.vocabulary)
    .map((spoken) => phonesOfTerm(spoken, said))
    .filter((target) => target.length >= SHORTEST_NAME && target.length <= LONGEST_NAME)
    .map((target) => new SoundSearch(target, splitCase(term), index));
  if (searches.length === 0) return [];
  const inHead = withNameInHead(names, index);
  const inBody = new Map<Shard, number>();
  for (const { shard, tier } of known) if (tier === 'exact' || tier === 'heard') inBody.set(shard, (inBody.get(shard) ?? 0) + 1);
  const expected = new Map<Shard, 'always' | 'sometimes'>();
  for (const shard of inBody.keys()) expected.set(shard, 'sometimes');
  for (const shard of inHead) expected.set(shard, (inBody.get(shard) ?? 0) <= RARELY_RIGHT ? 'always' : 'sometimes');
  const matches: Match[] = [];
  for (const search of searches) {
    const found = search.find(expected);
    for (const shard of index.shards) for (const { from, to } of found.get(shard) ?? []) matches.push({ shard, from, to, tier: 'sound' });
  }
  return matches;
}

const CAPITALIZED = /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+$/u;

/** As often as chance, or the head itself, writes a name right that the recogniser doesn't know. */
const RARELY_RIGHT = 3;

/**
 * How people say a term: a clipped word ("teleop") by the sounds of the long ones, as far as the transcripts have them, and a long
 * one also in its other forms ("teleoperate").
 */
function soundedOut(term: string, vocabulary: Vocabulary): readonly string[] {
  const [word, ...others] = termWords(term);
  if (word === undefined || others.length > 0 || !/^[a-z]+$/.test(word)) return [term];
  const longer = clippings(word, vocabulary);
  if (longer.length > 0) return longer.slice(0, MOST_WAYS);
  const wordClass = word.length < LONG_WORD ? undefined : vocabulary.classOfKey(word);
  if (wordClass === undefined) return [term];
  const forms = vocabulary.membersOf(wordClass).map((id) => vocabulary.word(id));
  return [term, ...forms.filter((form) => form.length >= LONG_WORD && form !== word && vocabulary.isUsed(form))].slice(0, MOST_WAYS);
}

/** Letters from which on the other forms of a word sound like little else. */
const LONG_WORD = 10;
const MOST_WAYS = 3;

/** The transcripts in whose heads, which people type, one of the names is written right. */
function withNameInHead(names: readonly string[], index: TranscriptIndex): ReadonlySet<Shard> {
  const found = new Set<Shard>();
  for (const form of names.flatMap((name) => formsOf(name, index.vocabulary))) {
    const query = queryOf(form, index.vocabulary);
    if (query === undefined) continue;
    for (const shard of index.shardsWith(query.classes)) if (!found.has(shard) && isInHead(query, shard)) found.add(shard);
  }
  return found;
}

function isInHead({ classes }: Query, shard: Shard): boolean {
  const end = Math.min(shard.headTokens, shard.tokenCount - classes.length + 1);
  for (let at = 0; at < end; at++) if (classes.every((wordClass, i) => shard.classAt(at + i) === wordClass)) return true;
  return false;
}

/** Sounds of the shortest name that is looked for, and of the longest. */
const SHORTEST_NAME = 4;
const LONGEST_NAME = 40;
