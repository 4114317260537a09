/** Finds what a sentence claims: comparatives, impact, absolutes, superlatives, causes, importance, vague authorities and quantities, figures. */

import { primed } from '../text/primed.ts';
import type { Span } from '../text/span.ts';
import { tellsOutcome, type Figure } from './figures.ts';
import { clauseStart, gateAt, isTakenBack, straight } from './gates.ts';
import { CHANGE, CHANGED, CHANGED_SOMETHING, CHANGING, MOVED } from './lexicon.ts';
import { CLAIM_TRIGGERS } from './data/triggers.ts';
import { DETECTORS } from './detectors.ts';
import { Triggers, type CanMatch } from './triggers.ts';

/** From the strongest to the weakest: what an interviewer would ask about first. */
export const CLAIM_TYPES = [
  'absolute',
  'vague-authority',
  'impact',
  'comparative',
  'superlative',
  'causal',
  'figure',
  'importance',
  'vague-quantity',
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** One thing a sentence claims. */
export interface Claim {
  readonly type: ClaimType;
  /** The words that claim it; UTF-16 offsets in the sentence. */
  readonly span: Span;
}

/**
 * What a sentence claims that no gate closes, at most once a type, the strongest type first. Support is not looked for here.
 */
export function claimsBehindGate(sentence: string, figures: readonly Figure[]): readonly Claim[] {
  const plain = straight(sentence);
  // Of ASCII alone: every offset stays.
  const small = plain.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  const claims: Claim[] = [];
  const canMatch = (triggers ??= new Triggers(CLAIM_TRIGGERS)).in(plain);
  for (const type of CLAIM_TYPES) {
    const span = type === 'figure' ? figureClaim(plain, figures) : find(type, plain, small, canMatch);
    if (span !== undefined) claims.push({ type, span });
  }
  return claims;
}

type FoundType = Exclude<ClaimType, 'figure'>;
let triggers: Triggers<FoundType> | undefined;

/** `small` is the sentence in small letters, in which the patterns are written. */
function find(type: FoundType, sentence: string, small: string, canMatch: CanMatch<FoundType>): Span | undefined {
  const detectors = DETECTORS[type];
  for (let i = 0; i < detectors.length; i++) {
    if (!canMatch(type, i)) continue;
    const { accepts } = detectors[i]!;
    const pattern = primed(detectors[i]!.pattern);
    // Not with `matchAll`, which makes a new expression each time: with this many it would cost more than the search.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(small); match !== null; match = pattern.exec(small)) {
      const said = match.groups?.['said'];
      // A named group narrows the place to the words that make the claim.
      const start = match.index + (said === undefined ? 0 : match[0].lastIndexOf(said));
      const span = { start, end: start + (said ?? match[0]).length };
      // "Better" alone says little in a message: "better at spotting".
      if (type === 'comparative') span.end += /^ at (?:the |our )?[\w-]+/i.exec(sentence.slice(span.end))?.[0].length ?? 0;
      if (isOpen(type, sentence, span) && (accepts?.(sentence, span, match) ?? true)) return span;
    }
  }
  return undefined;
}

/** Whether no gate is closed at the claim. An absolute about the future ("will never fail") is no plan but a promise. */
function isOpen(type: ClaimType, sentence: string, { start }: Span): boolean {
  const gate = gateAt(sentence, start);
  if (type === 'vague-authority') return gate !== 'opinion' && gate !== 'hypothetical';
  if (type === 'absolute')
    return (
      !isTakenBack(sentence, start) &&
      !isPurpose(sentence, start) &&
      (gate === undefined || gate === 'negated' || isPromise(sentence, start, gate))
    );
  // "We can respond faster" says that it is so.
  if (type === 'comparative' && gate === 'policy')
    return (
      /\b(?:can|could)\s+(?:now\s+)?[\w' -]{0,40}$/i.test(sentence.slice(0, start)) &&
      !/\b(?:should|must|may|might|ought|not|never|you)\b|n't/i.test(sentence.slice(0, start))
    );
  return gate === undefined;
}

/** "I check twice, so that it never breaks": what somebody works for, not what is so. */
function isPurpose(sentence: string, start: number): boolean {
  return /\b(?:so that|(?:make|makes|made|making) sure|to ensure)\b[^,;]*$/i.test(sentence.slice(0, start));
}

function isPromise(sentence: string, start: number, gate: string): boolean {
  if (gate !== 'plan' && gate !== 'policy') return false;
  const clause = sentence.slice(clauseStart(sentence.slice(0, start)), start);
  return (
    !/\b(?:should|must|may|might|ought|i|we|want|need|try|goal|aim|hope|to)\b/i.test(clause) &&
    /\b(?:will|can)\b|'ll\b|^\W*(?:\w+\W+){0,3}$/i.test(clause)
  );
}

/** A figure that asks where it is from: a share, a multiple or a change, but not a date or a size. */
function figureClaim(sentence: string, figures: readonly Figure[]): Span | undefined {
  const changes = primed(CHANGES).test(sentence);
  for (const figure of figures) {
    if (!tellsOutcome(figure) || gateAt(sentence, figure.span.start) !== undefined) continue;
    // "Twice a term" counts how often something is done; "twice as many" compares.
    if (
      /^twice$/i.test(sentence.slice(figure.span.start, figure.span.end)) &&
      !/^ (?:as|the|that|what|our|its)\b/i.test(sentence.slice(figure.span.end))
    )
      continue;
    const isShare = figure.kind === 'percent' || figure.kind === 'multiple';
    if (isShare ? !/\bhalf (?:of (?:my|the)|an?|way)\b/i.test(sentence.slice(figure.span.start, figure.span.end + 8)) : changes)
      return figure.span;
  }
  return undefined;
}

const CHANGES = new RegExp(String.raw`\b(?:${CHANGED}|${CHANGED_SOMETHING}|${CHANGING}|${CHANGE}|${MOVED})\b`, 'i');
