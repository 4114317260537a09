/** Puts an honest interval around a duration: what is not known of the speaker, of the day, and of a language. */

import { languageRate } from './languages/rates.ts';
import { SPREAD } from './model.ts';
import type { Estimate, Pace } from './speech.ts';

/**
 * The interval around seconds at the speaker's pace that contains the real duration four times out of five.
 * `plannedSeconds` of them are pauses of a set length, which are certain; `language` is a primary subtag, English if absent.
 */
export function estimateOf(seconds: number, pace: Pace, language = 'en', plannedSeconds = 0): Estimate {
  const speaking = Math.max(0, seconds - plannedSeconds);
  const sigma = Math.hypot(pace.sigma, languageRate(language).sigma, Math.sqrt(varianceWithin(speaking)));
  const spread = Math.exp(SPREAD.z80 * sigma);
  return { seconds, low: plannedSeconds + speaking / spread, high: plannedSeconds + speaking * spread };
}

/** Variance of the logarithm of seconds spoken by one speaker at one pace: a short answer has fewer ups and downs to even out. */
export function varianceWithin(seconds: number): number {
  return SPREAD.anotherDay ** 2 + SPREAD.variancePerSecond / Math.max(seconds, SHORTEST_SECONDS);
}

/** Below two seconds nothing was measured. */
const SHORTEST_SECONDS = 2;
