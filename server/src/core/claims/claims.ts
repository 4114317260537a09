/** Brings claims and their support together: for each sentence of an answer, what it claims and what is left unsupported. */

import type { References } from '../answers/references.ts';
import { toSource, type SourceMap } from '../answers/sourceMap.ts';
import { LONGEST_JUDGED_SENTENCE } from '../speech/sentences.ts';
import { overlap, shiftSpan, type Span } from '../text/span.ts';
import { isAbout } from './about.ts';
import type { ClaimContext, Relation } from './evidence.ts';
import { readSentence, relationOf, type ReadSentence } from './sentence.ts';
import { effectOn, type Effect, type Support } from './support.ts';
import type { Claim } from './types.ts';

/** What is needed of an answer; spans of sentences are UTF-16 offsets in the spoken text. */
export interface ClaimSource {
  readonly text: string;
  readonly map: SourceMap;
  readonly sentences: readonly Span[];
  readonly references: References;
}

/** A claim after its support has been weighed. */
export interface JudgedClaim extends Claim {
  readonly effect: Effect;
}

/** One sentence with what it claims. Spans are UTF-16 offsets in the spoken text. */
export interface SentenceClaims {
  readonly span: Span;
  /** The strongest first. */
  readonly claims: readonly JudgedClaim[];
  readonly support: readonly Support[];
  /** What a transcript or the evidence file says about it. */
  readonly relation: Relation | undefined;
  /** How check-worthy it is, from 0 to 1; see `scoreOf`. */
  readonly score: number;
}

/** The sentences that claim something, in order; some of them at a time, so that the caller can do something else in between. Never throws. */
export function* findClaimsInSteps(source: ClaimSource, context: ClaimContext): Generator<void, readonly SentenceClaims[]> {
  const looks: Look[] = [];
  for (const span of source.sentences) {
    if (span.end - span.start > LONGEST_JUDGED_SENTENCE) continue;
    looks.push(look(source, span));
    if (looks.length % SENTENCES_OF_A_STEP === 0) yield;
  }
  const found: SentenceClaims[] = [];
  for (const [i, own] of looks.entries()) {
    if (i % SENTENCES_OF_A_STEP === SENTENCES_OF_A_STEP - 1) yield;
    const { claims } = own.read;
    const relation = relationOf(own.sentence, context);
    if (claims.length === 0 && relation === undefined) continue;
    const support = [...own.support, ...nearSupport(source, looks, i)];
    if (relation?.kind === 'supports') support.push({ form: 'passage', strength: 'strong', span: own.span, isNear: false });
    // What is written right there counts; a passage that isn't cited yet is offered as a citation instead.
    const cited = support.filter(({ form }) => form !== 'passage');
    found.push({
      span: own.span,
      claims: claims.map((claim) => ({
        type: claim.type,
        span: shiftSpan(claim.span, own.span.start),
        effect: effectOn(claim.type, cited),
      })),
      support,
      relation,
      score: own.read.score(),
    });
  }
  return found;
}

/** Some milliseconds of work. */
const SENTENCES_OF_A_STEP = 50;

/** The claims of a sentence that nothing supports well enough, the strongest first. */
export function openClaims({ claims }: SentenceClaims): readonly JudgedClaim[] {
  const open = claims.filter(({ effect }) => effect !== 'cancels');
  return [...open.filter(({ effect }) => effect === 'none'), ...open.filter(({ effect }) => effect === 'lowers')];
}

/** A sentence by itself. Spans of support are offsets in the spoken text. */
interface Look {
  readonly span: Span;
  readonly sentence: string;
  readonly read: ReadSentence;
  readonly support: readonly Support[];
}

function look({ text, map, references }: ClaimSource, span: Span): Look {
  const sentence = text.slice(span.start, span.end);
  const read = readSentence(sentence);
  const support = read.support.map((one) => ({ ...one, span: shiftSpan(one.span, span.start) }));
  const written = toSource(map, span);
  for (const reference of references.references) {
    // A footnote or a source comment right behind the full stop belongs to the sentence.
    const isInside = overlap(reference.span, written);
    const follows = reference.span.start >= written.end && reference.span.start - written.end <= FOLLOWS_WITHIN;
    if (isInside || (follows && reference.kind !== 'link')) support.push({ form: reference.kind, strength: 'strong', span, isNear: false });
  }
  return { span, sentence, read, support };
}

/** A footnote marker or a comment stands at most a space or a bracket behind the sentence. */
const FOLLOWS_WITHIN = 2;

function nearSupport({ text, map, references }: ClaimSource, looks: readonly Look[], i: number): readonly Support[] {
  const { span, sentence } = looks[i]!;
  const near: Support[] = [];
  for (const other of [looks[i - 1], looks[i + 1]]) {
    if (other === undefined || !isSameParagraph(text, span, other.span)) continue;
    // A question, an opinion or a plan next to it proves nothing.
    if (other.read.gate !== undefined && !other.support.some(({ form }) => form === 'link' || form === 'footnote')) continue;
    near.push(...other.support.filter(({ form }) => isAbout(form, other.sentence, sentence)));
  }
  const written = toSource(map, span);
  const above = references.nesting.find(
    ({ item }) => item.start <= written.start && written.end <= item.end && isInnermost(references, item, written),
  );
  if (above !== undefined) for (const other of looks) if (overlap(toSource(map, other.span), above.parent)) near.push(...other.support);
  return near.map((one) => ({ ...one, isNear: true }));
}

function isInnermost({ nesting }: References, item: Span, written: Span): boolean {
  return !nesting.some(({ item: other }) => other.start > item.start && other.start <= written.start && written.end <= other.end);
}

function isSameParagraph(text: string, a: Span, b: Span): boolean {
  return !text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)).includes('\n');
}
