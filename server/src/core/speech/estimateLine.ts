/** Estimates one text by itself, in the form in which estimates are measured and exchanged. */

import { paceFromSetting } from './pace.ts';
import { speak } from './speak.ts';
import type { Pace } from './speech.ts';

export interface EstimateOptions {
  /** Normal if absent. */
  readonly pace?: Pace;
  /** BCP 47 tag; detected paragraph by paragraph if absent. */
  readonly language?: string;
  readonly lexicon?: ReadonlyMap<string, string>;
}

export interface LineEstimate {
  readonly seconds: number;
  /** The interval that contains the real duration four times out of five, in seconds. */
  readonly low: number;
  readonly high: number;
  readonly words: number;
  readonly phones: number;
  /** What is said, in plain words. */
  readonly spoken: string;
}

/** How long a text takes to say. Never throws; an empty text takes no time. */
export function estimateLine(
  text: string,
  { pace = paceFromSetting('normal'), language, lexicon = new Map() }: EstimateOptions = {},
): LineEstimate {
  const { words, breakdown, estimate } = speak({ text, stagePauses: [] }, { pace, language, lexicon });
  return { ...estimate, words: breakdown.words, phones: Math.round(breakdown.phones), spoken: words.map(({ said }) => said).join(' ') };
}
