/** Finds the comments that silence rules: `<!-- interview-answers-disable-next-line speech/breath -->` and its kind. */

import type { AnalysedAnswer, AnalysedFile } from '../analysis.ts';
import { inFile } from '../answers/parseAnswers.ts';
import { answerAt } from '../editing/sentenceOf.ts';
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
export function findDirectives({
  file: { text, frontMatter, preamble },
  answers,
}: Pick<AnalysedFile, 'file' | 'answers'>): readonly Directive[] {
  const found: Directive[] = [];
  const opening = new RegExp(OPENING);
  opening.lastIndex = frontMatter.end;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const close = text.indexOf('-->', match.index + match[0].length);
    // Nothing behind it is closed either.
    if (close < 0) break;
    const span = { start: match.index, end: close + '-->'.length };
    const own = answerAt(answers, span.start);
    const isCode =
      own === undefined ? preamble.some(({ kind, span: block }) => kind === 'code' && isIn(block, span.start)) : isCodeIn(own, span.start);
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
  return [...written.matchAll(/[^\s,]+/g)].map((match) => {
    const at = start + match.index;
    return { name: match[0], span: { start: at, end: at + match[0].length } };
  });
}

/** In a code block, or in code within a sentence, which is said: comments are not. */
function isCodeIn({ answer }: AnalysedAnswer, offset: number): boolean {
  const { blocks, spoken } = answer.content;
  if (blocks.some(({ kind, span }) => kind === 'code' && isIn(inFile(answer, span), offset))) return true;
  const { runs } = spoken.map;
  const own = offset - answer.base;
  for (let i = 0; i < runs.length; i += 4) {
    if (runs[i + 2]! > own) return false;
    if (own < runs[i + 2]! + runs[i + 3]!) return true;
  }
  return false;
}

function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
