/** The prompter's script: what is said of an answer, a section or a file, word by word, with the planned time of each. */

import type { AnalysedAnswer, Analysis } from '../analysis.ts';
import { toSource } from '../answers/sourceMap.ts';
import { isReadDifferently } from '../readings.ts';
import { estimateOf } from '../speech/interval.ts';
import type { Estimate } from '../speech/speech.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import { tailOf } from '../text/tail.ts';
import { sum } from '../text/sum.ts';

/** Plain data throughout: it survives JSON and `postMessage`. Seconds count from the start of the script. */
export interface Script {
  /** The heading, or the name of the file. */
  readonly title: string;
  /** Primary language subtag of what takes the most time. */
  readonly language: string;
  /** Absent where no target covers all that is said. */
  readonly target: ScriptTarget | null;
  readonly estimate: Estimate;
  readonly load: ScriptLoad;
  readonly parts: readonly ScriptPart[];
  readonly sentences: readonly ScriptSentence[];
  readonly words: readonly ScriptWord[];
  readonly cues: readonly Cue[];
}

export interface ScriptTarget {
  readonly minSeconds: number;
  /** Null where the target has no upper end ("at least 2 min"). */
  readonly maxSeconds: number | null;
}

/** What there is to say, for the calibration of the speaker's pace. */
export interface ScriptLoad {
  readonly words: number;
  readonly syllables: number;
  /** Seconds at pace 1, without planned pauses. */
  readonly modelSeconds: number;
  /** Seconds of the planned pauses. */
  readonly plannedSeconds: number;
}

/** One heading with what is said below it. */
export interface ScriptPart {
  /** Index of the answer in the file. */
  readonly answer: number;
  readonly title: string;
  /** UTF-16 offsets of the heading in the file. */
  readonly headingSpan: Span;
  /** Indices into the script's sentences, end exclusive. */
  readonly firstSentence: number;
  readonly lastSentence: number;
  readonly from: number;
  /** With the pauses planned after the last word. */
  readonly to: number;
}

export interface ScriptSentence {
  readonly text: string;
  /** UTF-16 offsets in the file, end exclusive. */
  readonly span: Span;
  /** Indices into the script's words, end exclusive. */
  readonly firstWord: number;
  readonly lastWord: number;
  readonly from: number;
  /** Leaves out the pause after the sentence. */
  readonly to: number;
  /** Index into the script's parts. */
  readonly part: number;
  /** What stands between the sentence before and this one. */
  readonly break: 'none' | 'line' | 'paragraph';
}

export interface ScriptWord {
  /** What to show, with punctuation and the white space after it: the words of a sentence joined are its text. */
  readonly text: string;
  /** UTF-16 offsets of the word itself in the file, end exclusive. */
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  /** How it is read, where that is not as it is written. */
  readonly said?: string;
}

/** A note to self: shown, never said. */
export interface Cue {
  readonly text: string;
  /** UTF-16 offsets in the file with the brackets. */
  readonly span: Span;
  /** Index of the word before which it stands; the number of words for one behind the last. */
  readonly beforeWord: number;
  /** Seconds of the pause it asks for; 0 when it asks for none. */
  readonly pauseSeconds: number;
}

/** What to rehearse: an answer with what its target covers, a heading with all below it, or everything. */
export type Scope = { readonly kind: 'answer' | 'section'; readonly index: number } | { readonly kind: 'file'; readonly title: string };

/** The script of a scope; undefined where nothing is said. */
export function scriptOf(analysis: Analysis, scope: Scope): Script | undefined {
  const indices = indicesOf(analysis, scope).filter((index) => hasWords(analysis, [index]));
  if (indices.length === 0) return undefined;
  const writer = new ScriptWriter();
  for (const index of indices) writer.addPart(analysis.answers[index]!, index);
  const title = scope.kind === 'file' ? scope.title : analysis.answers[scope.index]!.answer.content.title;
  const spoken = indices.map((index) => analysis.answers[index]!.analysis);
  const language = mainLanguage(spoken);
  const main = spoken.find((one) => one.language === language)!;
  const plannedSeconds = sum(spoken, ({ speech }) => speech.breakdown.stageSeconds);
  const seconds = sum(spoken, ({ speech }) => speech.estimate.seconds);
  return {
    title,
    language,
    target: targetOf(analysis, indices, scope),
    estimate: spoken.length === 1 ? spoken[0]!.speech.estimate : estimateOf(seconds, main.pace, language, plannedSeconds),
    load: {
      words: writer.words.length,
      syllables: sum(spoken, ({ speech }) => speech.breakdown.syllables),
      modelSeconds: sum(spoken, ({ speech, pace }) => (speech.estimate.seconds - speech.breakdown.stageSeconds) / pace.factor),
      plannedSeconds,
    },
    parts: writer.parts,
    sentences: writer.sentences,
    words: writer.words,
    cues: writer.cues,
  };
}

/** What a scope has to rehearse one after the other, as indices of answers: what a heading's target covers goes with it. */
export function answersIn(analysis: Analysis, scope: Scope): readonly number[] {
  if (scope.kind === 'answer') return hasWords(analysis, indicesOf(analysis, scope)) ? [scope.index] : [];
  const covered = new Set<number>();
  const answers: number[] = [];
  // In the order of the file a heading comes before what it covers.
  for (const index of indicesOf(analysis, scope).toSorted((a, b) => a - b)) {
    // Headings of sections say nothing themselves.
    if (covered.has(index) || !hasWords(analysis, [index])) continue;
    for (const part of indicesOf(analysis, { kind: 'answer', index })) covered.add(part);
    answers.push(index);
  }
  return answers;
}

/** Whether there is anything to rehearse: of an answer that takes more than an hour, or stands behind hours of them, only the time is known. */
function hasWords({ answers }: Analysis, indices: readonly number[]): boolean {
  return indices.some((index) => {
    const { isJudged, speech } = answers[index]!.analysis;
    return isJudged && speech.words.length > 0;
  });
}

function indicesOf(analysis: Analysis, scope: Scope): readonly number[] {
  if (scope.kind === 'file') return analysis.answers.map((_, index) => index);
  const answer = analysis.answers[scope.index];
  if (answer === undefined) return [];
  if (scope.kind === 'answer') {
    const measured = analysis.measured.get(answer);
    if (measured !== undefined) return measured.parts.map((part) => indexOf(analysis, part));
    if (answer.analysis.speech.words.length > 0) return [scope.index];
  }
  return withDescendants(analysis, scope.index);
}

/** Where an answer stands in its file, whose answers are asked for one after the other. */
function indexOf({ answers }: Analysis, answer: AnalysedAnswer): number {
  let known = places.get(answers);
  if (known === undefined) places.set(answers, (known = new Map(answers.map((one, i) => [one, i]))));
  return known.get(answer) ?? -1;
}

const places = new WeakMap<readonly AnalysedAnswer[], ReadonlyMap<AnalysedAnswer, number>>();

function withDescendants(analysis: Analysis, index: number): readonly number[] {
  return [index, ...analysis.answers[index]!.answer.children.flatMap((child) => withDescendants(analysis, child))];
}

/** The target of the scope's own heading where it covers all that is said, else the sum of the targets that do so together. */
function targetOf(analysis: Analysis, indices: readonly number[], scope: Scope): ScriptTarget | null {
  const said = new Set(indices.map((index) => analysis.answers[index]!));
  const uncovered = new Set(said);
  let minSeconds = 0;
  let maxSeconds = 0;
  const candidates = scope.kind === 'file' ? analysis.answers : withDescendants(analysis, scope.index).map((i) => analysis.answers[i]!);
  for (const answer of candidates) {
    const measured = analysis.measured.get(answer);
    // A heading's target that covers others goes before theirs, so that no second is counted twice.
    if (!measured?.parts.every((part) => uncovered.has(part))) continue;
    for (const part of measured.parts) uncovered.delete(part);
    minSeconds += measured.target.minSeconds;
    maxSeconds += measured.target.maxSeconds;
  }
  if (uncovered.size > 0) return null;
  // Infinity would not survive JSON.
  return { minSeconds, maxSeconds: Number.isFinite(maxSeconds) ? maxSeconds : null };
}

/** Lays the parts one behind the other. */
class ScriptWriter {
  readonly parts: ScriptPart[] = [];
  readonly sentences: ScriptSentence[] = [];
  readonly words: ScriptWord[] = [];
  readonly cues: Cue[] = [];
  #time = 0;

  addPart({ answer, analysis: { speech } }: AnalysedAnswer, index: number): void {
    const { content, base } = answer;
    const { text, map, directions } = content.spoken;
    const inFile = (spoken: Span): Span => shiftSpan(toSource(map, spoken), base);
    const wordsBefore = this.words.length;
    const firstSentence = this.sentences.length;
    const from = this.#time;
    let end = 0;
    for (const sentence of speech.sentences) {
      const shown = cutAtWords(text, sentence, speech.words.slice(sentence.firstWord, sentence.lastWord));
      const before = text.slice(end, sentence.start);
      this.sentences.push({
        text: text.slice(sentence.start, sentence.end),
        span: inFile(sentence),
        firstWord: wordsBefore + sentence.firstWord,
        lastWord: wordsBefore + sentence.lastWord,
        from: from + sentence.from,
        to: from + sentence.to,
        part: this.parts.length,
        break: end === 0 || /\n\s*\n/.test(before) ? 'paragraph' : before.includes('\n') ? 'line' : 'none',
      });
      shown.forEach((wordText, i) => {
        const word = speech.words[sentence.firstWord + i]!;
        const { said } = word;
        const isOther = isReadDifferently(text.slice(word.start, word.end), said);
        this.words.push({ text: wordText, span: inFile(word), from: from + word.from, to: from + word.to, ...(isOther && { said }) });
      });
      end = sentence.end;
    }
    // Both are in the order of the text.
    let beforeWord = wordsBefore;
    for (const direction of directions) {
      const span = shiftSpan(direction.span, base);
      while (beforeWord < this.words.length && this.words[beforeWord]!.span.start < span.start) beforeWord++;
      this.cues.push({
        text: direction.text,
        span,
        beforeWord,
        pauseSeconds: direction.pauseSeconds,
      });
    }
    this.#time += speech.estimate.seconds;
    this.parts.push({
      answer: index,
      title: content.title,
      headingSpan: shiftSpan(content.headingSpan, base),
      firstSentence,
      lastSentence: this.sentences.length,
      from,
      to: this.#time,
    });
  }
}

/** A sentence's text cut before each word but the first; opening marks go with the word they stand at. */
function cutAtWords(text: string, sentence: Span, words: readonly Span[]): readonly string[] {
  const cuts = words.map((word, i) => {
    if (i === 0) return sentence.start;
    const gap = text.slice(words[i - 1]!.end, word.start);
    return word.start - tailOf(gap, /\S/).length * (/\s/.test(gap) ? 1 : 0);
  });
  return cuts.map((cut, i) => text.slice(cut, cuts[i + 1] ?? sentence.end));
}

function mainLanguage(spoken: readonly AnalysedAnswer['analysis'][]): string {
  const seconds = new Map<string, number>();
  for (const { language, speech } of spoken) seconds.set(language, (seconds.get(language) ?? 0) + speech.estimate.seconds);
  return [...seconds].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
