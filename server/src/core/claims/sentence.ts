/** Reads a sentence for claims, once: typing changes one sentence of an answer, and the others are as they were. */

import { Memo, SENTENCES_KNOWN } from '../text/memo.ts';
import { scoreOf } from './checkWorthiness.ts';
import { relate, type ClaimContext, type Relation } from './evidence.ts';
import { figuresOf, type Figure } from './figures.ts';
import { sentenceGate, straight, type Gate } from './gates.ts';
import { supportIn, type Support } from './support.ts';
import { claimsBehindGate, type Claim } from './types.ts';

/** What a sentence says by its words alone. Spans are UTF-16 offsets in it. */
export interface ReadSentence {
  readonly figures: readonly Figure[];
  readonly support: readonly Support[];
  readonly gate: Gate | undefined;
  readonly claims: readonly Claim[];
  /** How check-worthy it is, from 0 to 1, where it claims anything; see `scoreOf`. */
  readonly score: () => number;
}

/** Reads a sentence; the same object for the same sentence, if it was read lately. */
export function readSentence(sentence: string): ReadSentence {
  return known.of(sentence, read);
}

/** What a transcript or the evidence says about a sentence; looked up once as long as the context is the same object. */
export function relationOf(sentence: string, context: ClaimContext): Relation | undefined {
  let memo = relations.get(context);
  if (memo === undefined) relations.set(context, (memo = new Memo(SENTENCES_KNOWN)));
  return memo.of(sentence, () => relateToAll(sentence, context)).relation;
}

const known = new Memo<ReadSentence>(SENTENCES_KNOWN);
const relations = new WeakMap<ClaimContext, Memo<{ readonly relation: Relation | undefined }>>();

function read(sentence: string): ReadSentence {
  // Marks of quotation are in no figure.
  const figures = figuresOf(straight(sentence));
  const gate = sentenceGate(sentence);
  let score: number | undefined;
  return {
    figures,
    support: supportIn(sentence, figures),
    gate,
    claims: gate === undefined ? claimsBehindGate(sentence, figures) : [],
    score: () => (score ??= scoreOf(sentence)),
  };
}

function relateToAll(sentence: string, context: ClaimContext): { readonly relation: Relation | undefined } {
  const { claims, figures, gate } = readSentence(sentence);
  if (claims.length === 0 && figures.length === 0) return NONE;
  if (gate === 'question' || gate === 'hypothetical' || gate === 'plan') return NONE;
  let supports: Relation | undefined;
  let contradicts: Relation | undefined;
  for (const passage of context.passagesFor(sentence)) {
    const relation = relate(sentence, passage, figures);
    if (relation?.kind === 'supports') supports ??= relation;
    else contradicts ??= relation;
  }
  // One passage that says the same number is enough: another may speak of another time.
  return { relation: supports ?? contradicts };
}

const NONE = { relation: undefined };
