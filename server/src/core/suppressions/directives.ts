/** Finds the comments that silence rules: `<!-- interview-answers-disable-next-line speech/breath -->` and its kind. */

import type { AnalysedAnswer, AnalysedFile } from '../analysis.ts';
import type { Block } from '../answers/blocks.ts';
import { answerAt } from '../editing/sentenceOf.ts';
import { partitionPoint } from '../text/partitionPoint.ts';
import type { Span } from '../text/span.ts';

/** What a comment says, after `interview-answers-`. */
export const DIRECTIVES = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'] as const;
export type DirectiveKind = (typeof DIRECTIVES)[number];

export interface Directive {
  /** Undefined when the word is none of ours. */
  readonly kind: DirectiveKind | undefined;
  /** As it is written. */
  readonly word: string;
  /** The comment with its marks; UTF-16 offsets of the file, as all spans here. */
  readonly span: Span;
  /** Names as they are written; none means every rule. What follows a colon is a reason and not read. */
  readonly rules: readonly RuleName[];
}

export interface RuleName {
  readonly name: string;
  readonly span: Span;
}

const OPENING = /<!--\s{0,40}interview-answers-([a-z-]{1,40})/gi;

/** The comments of a file, in order. Those in code are no comments. Never throws. */
export function findDirectives({ file, answers }: Pick<AnalysedFile, 'file' | 'answers'>): readonly Directive[] {
  const { text, frontMatter } = file;
  const code = new Code(file.preamble, answers);
  const found: Directive[] = [];
  const opening = new RegExp(OPENING);
  opening.lastIndex = frontMatter.end;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const close = text.indexOf('-->', match.index + match[0].length);
    // Nothing behind it is closed either.
    if (close < 0) break;
    const span = { start: match.index, end: close + '-->'.length };
    const isCode = code.has(span.start);
    if (isCode) continue;
    opening.lastIndex = span.end;
    const word = match[1]!.toLowerCase();
    const kind = DIRECTIVES.find((one) => one === word);
    found.push({ kind, word, span, rules: readRules(text, match.index + match[0].length, close) });
  }
  return found;
}

function readRules(text: string, start: number, end: number): readonly RuleName[] {
  const [written] = /^[^:]*/.exec(text.slice(start, end))!;
  const names: RuleName[] = [];
  for (const { index, 0: name } of written.matchAll(/[^\s,]+/g)) {
    if (names.length === MOST_NAMES) break;
    names.push({ name, span: { start: start + index, end: start + index + name.length } });
  }
  return names;
}

/** Names that are read in one comment: many times as many as there are rules. */
const MOST_NAMES = 1_000;

/** Whether a place is code: in a code block, or within a sentence, which is said, as comments are not. A file may have ten thousand of either. */
class Code {
  readonly #preamble: readonly Span[];
  readonly #answers: readonly AnalysedAnswer[];
  /** The code blocks of the answer that was asked for last, since the next place is often in the same one. */
  #last: { readonly of: AnalysedAnswer; readonly blocks: readonly Span[] } | undefined;

  constructor(preamble: readonly Block[], answers: readonly AnalysedAnswer[]) {
    this.#preamble = codeBlocks(preamble);
    this.#answers = answers;
  }

  has(offset: number): boolean {
    const of = answerAt(this.#answers, offset);
    if (of === undefined) return isInOne(this.#preamble, offset);
    const { base, content } = of.answer;
    if (this.#last?.of !== of) this.#last = { of, blocks: codeBlocks(content.blocks) };
    return isInOne(this.#last.blocks, offset - base) || isSaid(content.spoken.map.runs, offset - base);
  }
}

/** In order and apart: no code block lies within another one. */
function codeBlocks(blocks: readonly Block[]): readonly Span[] {
  return blocks.filter(({ kind }) => kind === 'code').map(({ span }) => span);
}

function isInOne(spans: readonly Span[], offset: number): boolean {
  const last = spans[partitionPoint(spans.length, (i) => spans[i]!.start <= offset) - 1];
  return last !== undefined && isIn(last, offset);
}

function isSaid(runs: readonly number[], offset: number): boolean {
  const last = (partitionPoint(runs.length / 4, (run) => runs[run * 4 + 2]! <= offset) - 1) * 4;
  return last >= 0 && offset < runs[last + 2]! + runs[last + 3]!;
}

function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
