/** Finds where transcripts talk about a term: as a phrase, with its words near each other, by a part of it, by its sound. */

import { frequencyOf } from '../words/frequency.ts';
import { contentWords, formsOf, isNameLike, termWords } from './forms.ts';
import type { TranscriptIndex } from './index.ts';
import { isInflection } from './inflection.ts';
import { withoutOverlaps, type Match, type Tier } from './match.ts';
import { findParts } from './parts.ts';
import { nearPlaces, phrasePlaces, queryOf } from './phrases.ts';
import type { Shard } from './shard.ts';
import { findBySound } from './sound.ts';
import type { Vocabulary } from './vocabulary.ts';
import { classOf, keyOf } from './words.ts';

/** What is known of a term besides its letters. */
export interface TermKnowledge {
  /** Other names: what the glossary lists, an acronym's expansion or an expansion's acronym. */
  readonly aliases: readonly string[];
  /** Mis-hearings that the glossary lists. */
  readonly heardAs: readonly string[];
  /** How the term is said, if not as it is written. */
  readonly said?: string | undefined;
}

const NOTHING_KNOWN: TermKnowledge = { aliases: [], heardAs: [] };

/** All matches of a term, in the order of the index; empty when the transcripts don't talk about it. */
export function findTerm(term: string, index: TranscriptIndex, knowledge: TermKnowledge = NOTHING_KNOWN): readonly Match[] {
  const words = termWords(term);
  if (words.length === 0) return [];
  const phrases = [
    ...findPhrase(term, index),
    ...knowledge.heardAs.flatMap((garble) => findForms([termWords(garble)], 'heard', 'heard', index, () => true)),
    ...knowledge.aliases.flatMap((alias) => findPhrase(alias, index).map((match) => ({ ...match, tier: 'alias' as const }))),
  ];
  const sure = withoutOverlaps([...phrases, ...findNear(words, index)]);
  const core = coreOf(term);
  const ofCore = core === undefined ? [] : findPhrase(core, index).map((match) => ({ ...match, tier: 'partial' as const }));
  const parts = withoutOverlaps([...sure, ...findParts(term, sure, index), ...ofCore]);
  const bySound = findBySound(term, parts, index, knowledge.said);
  return withoutOverlaps([...parts, ...bySound, ...(core === undefined ? [] : findBySound(core, parts, index))]);
}

/** The name in "Project GR00T", which people drop the first word of; undefined for other terms. */
function coreOf(term: string): string | undefined {
  const core = /^(?:project|team|operation|codename)\s+(\S+)$/i.exec(term.trim())?.[1];
  return core !== undefined && isNameLike(core) ? core : undefined;
}

function findPhrase(term: string, index: TranscriptIndex): readonly Match[] {
  return findForms(formsOf(term, index.vocabulary), 'exact', 'inflected', index, capitalsOf(term, index), isNameOfOneWord(term));
}

/** Names have plurals and numbers as words, and nothing else: "Cohere" isn't "coherent". */
function isNameOfOneWord(term: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}]+$/u.test(term.trim()) && /^(?:unknown|rare)$/.test(frequencyOf(keyOf(term.trim())));
}

function isPlural(said: string, word: string): boolean {
  return (
    said === word ||
    said === `${word}s` ||
    said === `${word}es` ||
    word === `${said}s` ||
    (/^\d+$/.test(word) && classOf(said) === word) ||
    !/[a-z]/.test(word + said)
  );
}

/** The places of any form; those with the very words of the form are of the first tier, the others of the second. */
function findForms(
  forms: readonly (readonly string[])[],
  same: Tier,
  inflected: Tier,
  index: TranscriptIndex,
  accept: (shard: Shard, token: number) => boolean,
  isName = false,
): readonly Match[] {
  const { vocabulary } = index;
  const matches: Match[] = [];
  const length = forms[0]?.join('').length ?? 0;
  for (const form of forms) {
    const query = queryOf(form, vocabulary);
    if (query === undefined) continue;
    // Of each word of the form, which words may stand for it.
    const fits = form.map((word, i) => fitting(vocabulary.membersOf(query.classes[i]!), word, isName, vocabulary));
    const ids = form.map((word) => vocabulary.idOf(word));
    // A clipped word in full ("teleoperation" for "teleop") is another form of it.
    const isLonger = form.join('').length >= length + 3;
    for (const shard of index.shardsWith(query.classes)) {
      for (const from of phrasePlaces(query, shard)) {
        let isSame = !isLonger;
        let isFitting = true;
        for (let i = 0; i < form.length && isFitting; i++) {
          const said = shard.wordAt(from + i);
          if (said !== ids[i]) {
            isSame = false;
            isFitting = fits[i]!.has(said);
          }
        }
        if (isFitting && accept(shard, from)) matches.push({ shard, from, to: from + form.length, tier: isSame ? same : inflected });
      }
    }
  }
  return matches;
}

function fitting(words: readonly number[], word: string, isName: boolean, vocabulary: Vocabulary): ReadonlySet<number> {
  return new Set(words.filter((id) => (isName ? isPlural(vocabulary.word(id), word) : isInflection(vocabulary.word(id), word))));
}

/** All words of the term close together, in any order; of one word there is nothing to be near to. */
function findNear(words: readonly string[], index: TranscriptIndex): readonly Match[] {
  const content = [...new Set(contentWords(words))];
  if (content.length < 2) return [];
  const query = queryOf(content, index.vocabulary);
  if (query === undefined || new Set(query.classes).size < 2) return [];
  const matches: Match[] = [];
  for (const shard of index.shardsWith(query.classes)) {
    for (const { from, to } of nearPlaces(query, shard, NEAR_GAP)) {
      // A sum of the gaps, so that long terms don't find their words strewn over a paragraph.
      if (to - from <= content.length + NEAR_GAP && agree(query.classes, content, shard, from, to, index))
        matches.push({ shard, from, to, tier: 'near' });
    }
  }
  return matches;
}

function agree(
  classes: readonly number[],
  words: readonly string[],
  shard: Shard,
  from: number,
  to: number,
  { vocabulary }: TranscriptIndex,
): boolean {
  return classes.every((wordClass, i) => {
    for (let at = from; at < to; at++) {
      if (shard.classAt(at) === wordClass && isInflection(vocabulary.word(shard.wordAt(at)), words[i]!)) return true;
    }
    return false;
  });
}

/**
 * A term of one word that is a plain word in small letters ("BEHAVIOR", "Scale", "RAG") is meant only where the transcript
 * writes it with capitals, too: all of them, or the first in the middle of a cue. Transcripts that never write it so don't
 * care for capitals, or don't talk about it; a name in capitals throughout is then left alone.
 */
function capitalsOf(term: string, index: TranscriptIndex): (shard: Shard, token: number) => boolean {
  const isAcronym = /^\p{Lu}{2,}s?$/u.test(term.trim());
  const isName = /^\p{Lu}\p{Ll}+$/u.test(term.trim());
  const frequency = frequencyOf(keyOf(term.trim()));
  if ((!isAcronym && !isName) || frequency === 'unknown' || (isAcronym && frequency === 'rare')) return () => true;
  const written = isAcronym ? /^\p{Lu}{2,}s?$/u : /^\p{Lu}/u;
  const isWritten = (shard: Shard, token: number): boolean => {
    if (!shard.mayBeCapital(token)) return false;
    const cue = shard.cueOf(token);
    const { text, starts, ends } = shard.read(cue);
    const start = starts[token - shard.data.cueTokens[cue]!]!;
    const surface = text.slice(start, ends[token - shard.data.cueTokens[cue]!]);
    return written.test(surface) && (isAcronym || !isSentenceStart(text, start));
  };
  if (isAcronym) return isWritten;
  const query = queryOf([keyOf(term.trim())], index.vocabulary);
  const anywhere =
    query !== undefined &&
    index.shardsWith(query.classes).some((shard) => phrasePlaces(query, shard).some((token) => isWritten(shard, token)));
  return anywhere ? isWritten : () => true;
}

/** Whether a word at an offset of a cue's text has a capital only because it begins a sentence. */
export function isSentenceStart(text: string, offset: number): boolean {
  return /(?:^|[.!?:]["”’)]{0,5})\s{0,5}["“‘(]{0,5}$/.test(text.slice(Math.max(0, offset - 6), offset));
}

/** Other words between one word of a term and the next: measured, four lose no precision and find most rewordings. */
const NEAR_GAP = 4;
