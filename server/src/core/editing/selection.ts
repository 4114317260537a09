/** What a selection grows to, from the word at the cursor to the whole file. */

import type { AnalysedAnswer, Analysis } from '../analysis.ts';
import { inFile } from '../answers/parseAnswers.ts';
import { sectionSpans } from '../answers/sections.ts';
import { toSource } from '../answers/sourceMap.ts';
import type { SpokenSentence } from '../speech/speech.ts';
import { shiftSpan, touches, type Span } from '../text/span.ts';
import { trimEnd } from './trim.ts';

/**
 * The spans around a UTF-16 offset, each inside the next: word, clause, sentence, paragraph, list, answer, section,
 * file. All contain or touch the offset, no two are equal, and the last one is the file.
 */
export function selectionsAt(analysis: Analysis, offset: number): readonly Span[] {
  const { text, frontMatter } = analysis.file;
  const file = { start: 0, end: text.length };
  if (offset < frontMatter.end) return nested([trimEnd(text, { start: 0, end: frontMatter.end }), file], offset);
  const index = analysis.answers.findLastIndex(({ answer }) => inFile(answer, answer.content.span).start <= offset);
  const own = analysis.answers[index];
  if (own === undefined) return nested([...analysis.file.preamble.map(({ span }) => span).reverse(), file], offset);
  const { answer } = own;
  const { content } = answer;
  const sections = sectionSpans(analysis.file);
  const spans = [
    ...saidAt(own, offset),
    ...content.blocks
      .map(({ span }) => inFile(answer, span))
      .filter((span) => touches(span, offset))
      .reverse(),
    inFile(answer, { start: textStart(text, answer.base, content.headingSpan), end: content.target?.span.start ?? content.headingTextEnd }),
    inFile(answer, content.headingSpan),
    inFile(answer, content.span),
    ...[index, ...ancestors(analysis, index)].map((i) => sections[i]!),
  ];
  return nested([...spans.map((span) => trimEnd(text, span)), file], offset);
}

/** Keeps what holds the offset and all that is kept before it. */
function nested(spans: readonly Span[], offset: number): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const inner = kept.at(-1) ?? { start: offset, end: offset };
    const holds = span.start <= inner.start && inner.end <= span.end;
    if (holds && (kept.length === 0 || span.start < inner.start || inner.end < span.end)) kept.push(span);
  }
  return kept;
}

/** Word, clause and sentence, as they are written. */
function saidAt({ answer, analysis: { speech } }: AnalysedAnswer, offset: number): readonly Span[] {
  const { map, text } = answer.content.spoken;
  const written = (span: Span): Span => shiftSpan(toSource(map, span), answer.base);
  const sentence = speech.sentences.find((one) => touches(written(one), offset));
  if (sentence === undefined) return [];
  const words = speech.words.slice(sentence.firstWord, sentence.lastWord);
  const word = words.find((one) => touches(written(one), offset));
  const clause = clausesOf(text, sentence, words).find((one) => touches(written(one), offset));
  return [word, clause, sentence].flatMap((span) => (span === undefined ? [] : [written(span)]));
}

/** The stretches of a sentence between the pauses in it, each with the mark that ends it. */
function clausesOf(text: string, sentence: SpokenSentence, words: readonly (Span & { from: number; to: number })[]): readonly Span[] {
  const clauses: Span[] = [];
  let { start } = sentence;
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (next === undefined || next.from - word.to < SHORTEST_PAUSE_SECONDS) return;
    const mark = /^\S*/.exec(text.slice(word.end, next.start))![0];
    clauses.push({ start, end: word.end + mark.length });
    start = next.start;
  });
  clauses.push({ start, end: sentence.end });
  return clauses;
}

/** Pauses between words are either a clause's (about 0.3 s) or none. */
const SHORTEST_PAUSE_SECONDS = 0.05;

/** Where a heading's text begins, behind its marks. */
function textStart(text: string, base: number, { start, end }: Span): number {
  return start + /^(?:#{1,6}[ \t]+)?/.exec(text.slice(base + start, base + end))![0].length;
}

function ancestors(analysis: Analysis, index: number): readonly number[] {
  const { parent } = analysis.answers[index]!.answer;
  return parent === undefined ? [] : [parent, ...ancestors(analysis, parent)];
}
