/** Estimates how a text is said: its words with their times, its pauses, and the interval of the whole. */

import { estimateOf } from './interval.ts';
import { detectLanguage, languageOf } from './language.ts';
import { cjkWords, foreignWord, sayForeign, type ForeignWord } from './languages/foreign.ts';
import { languageRate } from './languages/rates.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { MODEL } from './model.ts';
import { pauseBetweenSentences, pauseWithin } from './pauses.ts';
import { piecesOf } from './pieces.ts';
import { lengthOfSaid, type WordLength } from './pronunciation.ts';
import { LONGEST_JUDGED_SENTENCE, sentencesInSteps } from './sentences.ts';
import type { Pace, Speech, SpeechOptions, SpokenSentence, SpokenWord, Utterance } from './speech.ts';
import { roughWords } from './roughWords.ts';
import { sayTokens, spokenForm, type SpokenToken } from './spokenForm.ts';
import { Memo, SENTENCES_KNOWN } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { tokenise } from './tokens.ts';
import { finish as finishSteps } from '../text/steps.ts';

/**
 * Speaks a text in thought. Never throws; times are in seconds at the pace given, apart from planned pauses, which keep
 * their length and take the place of the pause that would be there anyway. Silent tokens are not among the words.
 */
export function speak(utterance: Utterance, options: SpeechOptions): Speech {
  return finishSteps(speakInSteps(utterance, options));
}

/**
 * Speaks a text some hundred words at a time, so that the caller can do something else in between. With `isRough`, every word
 * is timed by its length alone: for texts that nobody says.
 */
export function* speakInSteps(
  { text, stagePauses }: Utterance,
  { pace, language, lexicon }: SpeechOptions,
  isRough = false,
): Generator<void, Speech> {
  const speaker = new Speaker(text, yield* sentencesInSteps(text), new Clock(pace.factor, stagePauses));
  let untold = 0;
  for (const { words, base } of isRough ? inBatches(roughWords(text)) : wordsOf(text, language, lexicon)) {
    speaker.say(words, base);
    untold += words.length;
    if (untold < WORDS_OF_A_STEP) continue;
    untold = 0;
    yield;
  }
  return speaker.finish(pace);
}

/** A millisecond of work, or a few. */
const WORDS_OF_A_STEP = 200;

/** A word that is said, with its length at the normal pace. */
interface TimelessWord {
  readonly start: number;
  readonly end: number;
  readonly said: string;
  readonly length: WordLength;
  readonly seconds: number;
  readonly language: string;
}

/** Words one after the other, and what is to be added to their offsets. */
interface Batch {
  readonly words: readonly TimelessWord[];
  readonly base: number;
}

/** Says words in their sentences. Apart from the steps: an engine takes long to optimise functions that can be left in between. */
class Speaker {
  readonly #text: string;
  readonly #clock: Clock;
  readonly #sentences: readonly Span[];
  readonly #finished: SpokenSentence[] = [];
  readonly #secondsIn = new Map<string, number>();
  #current = 0;
  #firstWord = 0;

  constructor(text: string, sentences: readonly Span[], clock: Clock) {
    this.#text = text;
    this.#sentences = sentences;
    this.#clock = clock;
  }

  say(words: readonly TimelessWord[], base: number): void {
    for (const word of words) this.#sayOne(word, base);
  }

  #sayOne(word: TimelessWord, base: number): void {
    const clock = this.#clock;
    const start = word.start + base;
    const count = clock.words.length;
    this.#goTo(start);
    let pause = 0;
    if (count > 0) {
      const between = this.#text.slice(clock.words[count - 1]!.end, start);
      pause = this.#firstWord === count ? pauseBetweenSentences(between) : pauseWithin(between);
    }
    clock.pauseBefore(start, pause);
    clock.say(word, base);
    this.#secondsIn.set(word.language, (this.#secondsIn.get(word.language) ?? 0) + word.seconds);
  }

  /** To the sentence of an offset. */
  #goTo(offset: number): void {
    let sentence = this.#current;
    while (sentence < this.#sentences.length - 1 && this.#sentences[sentence]!.end <= offset) sentence++;
    if (sentence === this.#current) return;
    this.#finishSentence();
    this.#current = sentence;
    this.#firstWord = this.#clock.words.length;
  }

  #finishSentence(): void {
    const { words } = this.#clock;
    const lastWord = words.length;
    const firstWord = this.#firstWord;
    if (firstWord === lastWord) return;
    const { start, end } = this.#sentences[this.#current]!;
    this.#finished.push({ start, end, firstWord, lastWord, from: words[firstWord]!.from, to: words[lastWord - 1]!.to });
  }

  finish(pace: Pace): Speech {
    this.#finishSentence();
    const clock = this.#clock;
    clock.pauseBefore(Infinity, 0);
    const main = [...this.#secondsIn].reduce<readonly [string, number]>((best, one) => (one[1] > best[1] ? one : best), ['en', 0])[0];
    const { words, time, articulationSeconds, pauseSeconds, stageSeconds } = clock;
    const { syllables, phones } = total(words);
    return {
      words,
      sentences: this.#finished,
      breakdown: { words: words.length, syllables, phones, articulationSeconds, pauseSeconds, stageSeconds },
      estimate: estimateOf(time, pace, main, stageSeconds),
    };
  }
}

/** Lets time pass word by word and pause by pause. */
class Clock {
  readonly words: SpokenWord[] = [];
  time = 0;
  articulationSeconds = 0;
  pauseSeconds = 0;
  stageSeconds = 0;
  readonly #factor: number;
  readonly #waiting: readonly { readonly at: number; readonly seconds: number }[];
  #next = 0;

  constructor(factor: number, waiting: Utterance['stagePauses']) {
    this.#factor = factor;
    this.#waiting = waiting;
  }

  pauseBefore(offset: number, natural: number): void {
    let planned = 0;
    while (this.#next < this.#waiting.length && this.#waiting[this.#next]!.at <= offset) planned += this.#waiting[this.#next++]!.seconds;
    const left = Math.max(0, natural * this.#factor - planned);
    this.stageSeconds += planned;
    this.pauseSeconds += left;
    this.time += planned + left;
  }

  say({ start, end, said, length, seconds }: TimelessWord, base: number): void {
    const from = this.time;
    this.articulationSeconds += seconds * this.#factor;
    this.time += seconds * this.#factor;
    this.words.push({
      start: start + base,
      end: end + base,
      said,
      syllables: length.syllables,
      phones: length.phones,
      from,
      to: this.time,
    });
  }
}

/** The words of all paragraphs, each read in its own language. */
function* wordsOf(text: string, stated: string | undefined, lexicon: ReadonlyMap<string, string>): Iterable<Batch> {
  for (const { start, end } of paragraphsOf(text)) {
    const paragraph = text.slice(start, end);
    const language = stated === undefined ? detectLanguage(paragraph) : languageOf(paragraph, stated);
    if (language === 'en') yield* englishWords(paragraph, start, lexicon);
    else yield* inBatches(foreignWords(paragraph, language, lexicon), start);
  }
}

function* inBatches(words: Iterable<TimelessWord>, base = 0): Iterable<Batch> {
  let batch: TimelessWord[] = [];
  for (const word of words) {
    batch.push(word);
    if (batch.length < WORDS_OF_A_STEP) continue;
    yield { words: batch, base };
    batch = [];
  }
  yield { words: batch, base };
}

function* paragraphsOf(text: string): Iterable<{ start: number; end: number }> {
  let start = 0;
  for (const { index } of text.matchAll(/\n(?=[^\S\n]{0,200}\n)/g)) {
    if (index > start) yield* partsOf(text, start, index);
    start = index;
  }
  if (start < text.length) yield* partsOf(text, start, text.length);
}

/** A paragraph; in parts where it is longer than anyone's, since each of them is read in one step. */
function* partsOf(text: string, from: number, end: number): Iterable<{ start: number; end: number }> {
  let start = from;
  while (end - start > LONGEST_PART) {
    const part = text.slice(start, start + LONGEST_PART);
    const blank = Math.max(part.lastIndexOf(' '), part.lastIndexOf('\n'));
    const isTorn = blank <= 0 && /[\uD800-\uDBFF]$/.test(part);
    const next = start + (blank > 0 ? blank : LONGEST_PART - (isTorn ? 1 : 0));
    yield { start, end: next };
    start = next;
  }
  yield { start, end };
}

/** UTF-16 units: ten minutes without a paragraph. */
const LONGEST_PART = 8_000;

function* englishWords(text: string, base: number, readings: ReadonlyMap<string, string>): Iterable<Batch> {
  const lexicon = lexiconOf(readings);
  // A reading of several words may begin in one piece and end in the next.
  if (lexicon.mostWords > 1) {
    yield { words: timedWords(text, spokenForm(text, { lexicon: readings })), base };
    return;
  }
  let memo = saidOf.get(lexicon);
  if (memo === undefined) saidOf.set(lexicon, (memo = new Memo(SENTENCES_KNOWN)));
  for (const piece of piecesOf(text)) {
    const make = (): readonly TimelessWord[] => timedWords(piece.text, sayTokens(piece.tokens, piece.from, piece.to, lexicon));
    yield { words: piece.text.length > LONGEST_JUDGED_SENTENCE ? make() : memo.of(piece.key, make), base: base + piece.start };
  }
}

const saidOf = new WeakMap<Lexicon, Memo<readonly TimelessWord[]>>();

function timedWords(text: string, spoken: readonly SpokenToken[]): readonly TimelessWord[] {
  const words: TimelessWord[] = [];
  for (const { start, end, said, isCjk } of spoken) {
    if (said === '') continue;
    if (isCjk && said === text.slice(start, end)) {
      for (const word of cjkWords({ start, end, text: said }, detectLanguage(said))) words.push(timed(word));
    } else if (NOT_ASCII.test(said) && SPELLED_OTHERWISE.test(said)) words.push(timed(foreignWord(start, end, said, detectLanguage(said))));
    else words.push(timed({ start, end, said, length: lengthOfSaid(said), language: 'en' }));
  }
  return words;
}

const NOT_ASCII = /[^\p{ASCII}]/u;
/** Alphabets whose letters no English rule reads. */
const SPELLED_OTHERWISE = /[\p{Script=Cyrillic}\p{Script=Greek}]{2}/u;

function* foreignWords(text: string, language: string, readings: ReadonlyMap<string, string>): Iterable<TimelessWord> {
  const lexicon = lexiconOf(readings);
  const tokens = tokenise(text);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'cjk') {
      const said = lexicon.userReadingOf(token.text);
      if (said === undefined) for (const word of cjkWords(token, language)) yield timed(word);
      else if (said !== '') yield timed(foreignWord(token.start, token.end, said, language));
    } else if (token.kind === 'word') {
      const word = sayForeign(token, tokens[i + 1]?.text ?? '', language, lexicon);
      if (word.said !== '') yield timed(word);
    }
  }
}

function timed({ start, end, said, length, language }: ForeignWord): TimelessWord {
  const seconds = language === 'en' ? length.phones * MODEL.secondsPerPhone : length.syllables * languageRate(language).secondsPerSyllable;
  return { start, end, said, length, seconds, language };
}

function total(words: readonly SpokenWord[]): WordLength {
  let phones = 0;
  let syllables = 0;
  for (const word of words) {
    phones += word.phones;
    syllables += word.syllables;
  }
  return { phones, syllables };
}
