/** Which stretches of an answer are terms: names, acronyms and technical words that transcripts or glossaries know. */

import { frequencyOf } from '../words/frequency.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { defaultGlossary } from '../glossary/defaultGlossary.ts';
import type { Span } from '../text/span.ts';
import { isSentenceStart } from './find.ts';
import { isNameLike } from './forms.ts';
import type { TranscriptIndex } from './index.ts';
import { isInflection } from './inflection.ts';
import { phrasePlaces, queryOf } from './phrases.ts';
import { isStopWord, wordsOf, type Word } from './words.ts';

/** What terms are recognised by. */
export interface TermSources {
  readonly index: TranscriptIndex;
  readonly glossary: Glossary;
}

/** The longest term that contains the word at a UTF-16 offset, else the word itself if it can be one; undefined on anything else. */
export function termAt(text: string, offset: number, sources: TermSources): Span | undefined {
  // Terms don't reach over the ends of lines, and long lines needn't be read whole.
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const from = Math.max(lineStart, offset - LONGEST_LOOK);
  const lineEnd = text.indexOf('\n', offset);
  const part = text.slice(from, Math.min(lineEnd < 0 ? text.length : lineEnd, offset + LONGEST_LOOK));
  const words = wordsOf(part);
  const at = words.findIndex(({ start, end }) => start <= offset - from && offset - from <= end);
  if (at < 0) return undefined;
  for (let length = MOST_WORDS; length >= 1; length--) {
    for (let first = Math.max(0, at - length + 1); first <= at && first + length <= words.length; first++) {
      const span = spanOf(words, first, first + length);
      if (isTerm(part, words, first, first + length, sources)) return { start: span.start + from, end: span.end + from };
    }
  }
  return undefined;
}

/** All terms of a text, longest first at each place, without overlaps. Headings, code and markup are the caller's business. */
export function* termsIn(text: string, sources: TermSources): Generator<Span> {
  const words = wordsOf(text);
  for (let first = 0; first < words.length;) {
    let found = 0;
    for (let length = Math.min(MOST_WORDS, words.length - first); length >= 1 && found === 0; length--) {
      if (isTerm(text, words, first, first + length, sources)) found = length;
    }
    if (found > 0) yield spanOf(words, first, first + found);
    first += Math.max(1, found);
  }
}

/** Whether a term is a word that everybody knows from elsewhere ("integration"): worth asking about, and not worth a mark. */
export function isPlainWord(term: string): boolean {
  if (!/^\p{Ll}+$/u.test(term) || isNameLike(term)) return false;
  return frequencyOf(term) !== 'unknown' && defaultGlossary().lookUp(term).length === 0;
}

function isTerm(text: string, words: readonly Word[], first: number, last: number, { index, glossary }: TermSources): boolean {
  const part = words.slice(first, last);
  if (isStopWord(part[0]!.key) || isStopWord(part.at(-1)!.key)) return false;
  const { start, end } = spanOf(words, first, last);
  const written = text.slice(start, end);
  if (!isTogether(written)) return false;
  if (glossary.lookUp(written).length > 0) return true;
  if (part.length === 1) return isTermAlone(text, part[0]!, index);
  if (defaultGlossary().lookUp(written).length > 0) return true;
  if (part.every(({ start: at, end: to }) => isNameWord(text, at, to)))
    return part.some(({ start: at, end: to }) => isNameLike(text.slice(at, to)));
  // Several words are a term when people talk of them together, and one of them isn't everybody's.
  if (part.every(({ key }) => frequencyOf(key) === 'common' || /^\d+$/.test(key))) return false;
  // "Node it happens to ask" is said together and is a clause; "call rota" is the rest of "on-call rota".
  if (part.some(({ key }) => isStopWord(key) && !CONNECTIVES.has(key)) || HYPHEN.test(text.charAt(start - 1))) return false;
  const query = queryOf(
    part.map(({ key }) => key),
    index.vocabulary,
  );
  if (query === undefined) return false;
  for (const shard of index.shards) {
    const isSaid = phrasePlaces(query, shard).some((place) =>
      part.every(({ key }, i) => isInflection(index.vocabulary.word(shard.wordAt(place + i)), key)),
    );
    if (isSaid) return true;
  }
  return false;
}

/** A single word is a term when it is a name or an acronym, or a word of the trade that the transcripts have. */
function isTermAlone(text: string, { key, start, end }: Word, index: TranscriptIndex): boolean {
  const written = text.slice(start, end);
  if (/^\d+$/.test(key) || key.length < 2) return false;
  if (/^\p{Lu}[\p{Lu}\d]+s?$/u.test(written) || isNameLike(written)) return true;
  if (defaultGlossary().lookUp(written).length > 0) return true;
  const frequency = frequencyOf(key);
  if (frequency === 'common') return false;
  if (frequency === 'known' && !/(?:tion|ment|ing|ics|ity|sis|oid|or|er)s?$/.test(key)) return false;
  return key.length >= 5 && index.vocabulary.classOfKey(key) !== undefined;
}

function isNameWord(text: string, start: number, end: number): boolean {
  return /^[\p{Lu}\d]/u.test(text.slice(start, end)) && !(isSentenceStart(text, start) && frequencyOf(text.slice(start, end)) === 'common');
}

/** Words of one term have blanks, hyphens, dots or slashes between them, and no other punctuation. */
function isTogether(written: string): boolean {
  return !/[^\p{L}\p{M}\p{N}\s\-‐‑./'’+#]|\.\s/u.test(written);
}

function spanOf(words: readonly Word[], first: number, last: number): Span {
  return { start: words[first]!.start, end: words[last - 1]!.end };
}

/** Small words that names of things have inside: "point of sale", "time to first token". */
const CONNECTIVES: ReadonlySet<string> = new Set(
  'a an and as at by for from in into of off on or out over the to under up with'.split(' '),
);
const HYPHEN = /[-‐‑]/;

const MOST_WORDS = 5;
const LONGEST_LOOK = 200;
