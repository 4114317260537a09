/** Rates how much a sentence says that somebody could check, by cues with weights set by hand. */

import { cuesOf, type Cue } from './cues.ts';

/**
 * How check-worthy a sentence is, from 0 (nothing in it can be checked) to 1. A figure makes a sentence check-worthy and
 * at the same time supports it, so this says nothing about how a finding should be rated; rules use it only for ranking.
 */
export function scoreOf(sentence: string): number {
  const cues = cuesOf(sentence);
  let sum = BIAS;
  for (const [cue, { weight, most }] of WEIGHTS) sum += weight * Math.min(cues[cue], most);
  sum += LENGTH_WEIGHT * Math.min(1, cues.words / LONG_SENTENCE_WORDS);
  return 1 / (1 + Math.exp(-sum));
}

/** Set by hand: 1 is a clear sign by itself. `most` is how many of a cue say more than one does. */
const WEIGHTS: readonly (readonly [Cue, { readonly weight: number; readonly most: number }])[] = [
  ['percent', { weight: 3, most: 1 }],
  ['bigNumber', { weight: 2.5, most: 2 }],
  ['unit', { weight: 2.5, most: 1 }],
  ['money', { weight: 2, most: 2 }],
  ['year', { weight: 1, most: 2 }],
  ['number', { weight: 0.75, most: 2 }],
  ['vote', { weight: 0.75, most: 1 }],
  ['extreme', { weight: 1, most: 1 }],
  ['source', { weight: 1, most: 1 }],
  ['change', { weight: 0.75, most: 2 }],
  ['comparative', { weight: 0.5, most: 1 }],
  ['superlative', { weight: 0.25, most: 1 }],
  ['quantifier', { weight: 0.25, most: 2 }],
  ['statistic', { weight: 0.5, most: 2 }],
  ['past', { weight: 0.5, most: 2 }],
  ['perfect', { weight: 0.5, most: 1 }],
  ['progressive', { weight: 0.5, most: 1 }],
  ['time', { weight: 0.25, most: 2 }],
  ['name', { weight: 0.5, most: 2 }],
  ['thirdPerson', { weight: 0.5, most: 2 }],
  ['negation', { weight: 0.25, most: 1 }],
  ['question', { weight: -1.5, most: 1 }],
  ['opinion', { weight: -1, most: 2 }],
  ['evaluation', { weight: -1, most: 2 }],
  ['future', { weight: -1, most: 2 }],
  ['modal', { weight: -1, most: 2 }],
  ['wish', { weight: -0.75, most: 2 }],
  ['hypothetical', { weight: -0.5, most: 1 }],
  ['address', { weight: -0.25, most: 1 }],
];
const BIAS = -2.75;
const LENGTH_WEIGHT = 0.5;
const LONG_SENTENCE_WORDS = 25;
