/** Finds the part of a term that stands for it where the whole has been said: "the pyramid", "Scale", "the sim-to-real problem". */

import { frequencyOf } from '../words/frequency.ts';
import { contentWords, termWords } from './forms.ts';
import { isSentenceStart } from './find.ts';
import type { TranscriptIndex } from './index.ts';
import { isInflection } from './inflection.ts';
import type { Match } from './match.ts';
import { phrasePlaces, queryOf } from './phrases.ts';
import type { Shard } from './shard.ts';
import { isStopWord } from './words.ts';

/** Matches of parts of a term, given the places of the whole. */
export function findParts(term: string, whole: readonly Match[], index: TranscriptIndex): readonly Match[] {
  const words = termWords(term);
  if (words.length < 2) return [];
  const matches: Match[] = [...findWithoutHead(words, index)];
  const byShard = new Map<Shard, Match[]>();
  for (const match of whole) {
    const inShard = byShard.get(match.shard);
    if (inShard === undefined) byShard.set(match.shard, [match]);
    else inShard.push(match);
  }
  const isFitting = inflectionTest(index);
  for (const part of partsOf(words)) {
    const query = queryOf(part, index.vocabulary);
    if (query === undefined) continue;
    const isNamed = part.length === 1 && isNamePart(term, part[0]!);
    for (const [shard, inShard] of byShard) {
      const places = phrasePlaces(query, shard).filter((at) => part.every((word, i) => isFitting(shard.wordAt(at + i), word)));
      const outside = places.filter((at) => !inShard.some(({ from, to }) => at >= from && at < to));
      const share = 1 - outside.length / Math.max(1, places.length);
      const isDistinctive =
        share >= SHARE_OF_WHOLE && inShard.length >= 2 && part.some((word) => frequencyOf(word) !== 'common' || part.length > 1);
      const meant = isNamed ? outside.filter((at) => isNameAlone(shard, at, part[0]!, index)) : isDistinctive ? outside : [];
      for (const from of meant) matches.push({ shard, from, to: from + part.length, tier: 'partial' });
    }
  }
  return matches;
}

/** `isInflection` of numbered words, which remembers. */
function inflectionTest({ vocabulary }: TranscriptIndex): (said: number, word: string) => boolean {
  const known = new Map<string, Map<number, boolean>>();
  return (said, word) => {
    let ofWord = known.get(word);
    if (ofWord === undefined) known.set(word, (ofWord = new Map<number, boolean>()));
    let fits = ofWord.get(said);
    if (fits === undefined) ofWord.set(said, (fits = isInflection(vocabulary.word(said), word)));
    return fits;
  };
}

/** "sim-to-real gap" is still meant where the talk is of sim-to-real, since a gap is whatever there is one of. */
function findWithoutHead(words: readonly string[], index: TranscriptIndex): readonly Match[] {
  if (words.length < 3 || !GENERIC_HEADS.has(words.at(-1)!)) return [];
  const rest = words.slice(0, -1);
  if (contentWords(rest).length < 2) return [];
  const short = rest.map((word) => (word === 'to' ? '2' : word)).join('');
  // A transcript may have one of the forms and not the words of the others.
  const forms = [rest, [rest.join('')], ...(short === rest.join('') ? [] : [[short]])].map((form) => queryOf(form, index.vocabulary));
  return forms.flatMap((form) =>
    form === undefined
      ? []
      : index
          .shardsWith(form.classes)
          .flatMap((shard) =>
            phrasePlaces(form, shard).map((from): Match => ({ shard, from, to: from + form.keys.length, tier: 'partial' })),
          ),
  );
}

/** The runs of a term's words that are shorter than it, longest first; a run of stop words is no part. */
function partsOf(words: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let length = Math.min(words.length - 1, 4); length >= 1; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const part = words.slice(from, from + length);
      if (!isStopWord(part[0]!) && !isStopWord(part.at(-1)!) && part.join('').length >= 4) parts.push(part);
    }
  }
  return parts;
}

/** A word of the term that is written like a name although the term isn't a title: "Scale AI", "Mercor and Surge", "Daniel Kahneman". */
function isNamePart(term: string, word: string): boolean {
  const written = term.split(/[^\p{L}\p{N}]+/u);
  const capitals = written.filter((part) => /^\p{Lu}/u.test(part)).length;
  return capitals >= 2 && !KINDS_OF_NAMES.has(word) && written.some((part) => part.toLowerCase() === word && /^\p{Lu}\p{Ll}/u.test(part));
}

/** Whether a word stands with a capital of its own: not at the start of a sentence, and not within another name. */
function isNameAlone(shard: Shard, token: number, word: string, { vocabulary }: TranscriptIndex): boolean {
  if (vocabulary.word(shard.wordAt(token)) !== word) return false;
  const cue = shard.cueOf(token);
  const words = shard.wordsIn(cue);
  const at = token - shard.data.cueTokens[cue]!;
  const text = shard.textOf(cue);
  const isCapital = (index: number): boolean => words[index] !== undefined && /^\p{Lu}/u.test(text.slice(words[index].start));
  const { start, end } = words[at]!;
  if (!isCapital(at) || isSentenceStart(text, start)) return false;
  const joins = (from: number, to: number): boolean => /^[ -]$/.test(text.slice(from, to));
  const before = words[at - 1];
  const after = words[at + 1];
  if (after !== undefined && isCapital(at + 1) && joins(end, after.start)) return false;
  return !(before !== undefined && isCapital(at - 1) && joins(before.end, start) && !isSentenceStart(text, before.start));
}

/** A part stands for the whole where at least half of its occurrences are within the whole. */
const SHARE_OF_WHOLE = 0.5;

const GENERIC_HEADS: ReadonlySet<string> = new Set(
  'gap problem issue challenge question approach method technique concept idea framework system setup task process'.split(' '),
);

/** Words of names that say what kind of thing is named, which others of the kind are called as well. */
const KINDS_OF_NAMES: ReadonlySet<string> = new Set(
  (
    'ai intelligence labs lab laboratory research robotics dynamics systems technologies technology university institute college school ' +
    'foundation company group team project model challenge award prize law index framework engine cloud data street house bank'
  ).split(' '),
);
