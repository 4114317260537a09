/** How fast a speaker speaks: by a setting, or learned from rehearsals. */

import { varianceWithin } from './interval.ts';
import { languageRate } from './languages/rates.ts';
import { NORMAL_WORDS_PER_MINUTE, SPREAD, STYLE_FACTORS } from './model.ts';
import { speak } from './speak.ts';
import type { Pace } from './speech.ts';

export { estimateOf } from './interval.ts';

/** The pace of a setting: a style, or words per minute. A number that is no rate counts as normal. */
export function paceFromSetting(setting: 'slow' | 'normal' | 'fast' | number): Pace {
  if (typeof setting === 'number') {
    const rate = setting > 0 && setting < Infinity ? setting : NORMAL_WORDS_PER_MINUTE;
    return {
      factor: NORMAL_WORDS_PER_MINUTE / rate,
      sigma: SPREAD.statedPace,
      source: { kind: 'setting', name: `${rate} words a minute` },
    };
  }
  return { factor: STYLE_FACTORS[setting], sigma: SPREAD.betweenSpeakers, source: { kind: 'setting', name: setting } };
}

/** One timed run: what was said, or how long the model makes it at normal pace, and how long it took. */
export interface Run {
  readonly text?: string;
  /** Seconds at pace 1, without planned pauses; stands in for the text. */
  readonly modelSeconds?: number;
  /** Seconds that it took, without planned pauses. */
  readonly seconds: number;
  /** Days since the run; today if absent. */
  readonly ageDays?: number;
  /** BCP 47 tag of the text; English if absent together with `modelSeconds`, else detected. */
  readonly language?: string;
}

/**
 * The pace of a speaker by timed runs. In the logarithm each run is an observation of the pace with the spread that a
 * speech of its length has, more for an older one; the prior is one more observation. Runs far from where the others
 * put the pace weigh little (Student's t with 4 degrees of freedom). Runs without a length, or beyond a factor of ten,
 * are left out; without any, the prior is returned as it is.
 */
export function calibrate(runs: readonly Run[], prior: Pace = paceFromSetting('normal')): Pace {
  const observed = runs.flatMap(observe);
  if (observed.length === 0) return prior;
  const center = Math.log(prior.factor);
  const priorWeight = 1 / prior.sigma ** 2;
  let mean = startingPoint(observed, center, priorWeight);
  let precision = priorWeight;
  for (let i = 0; i < ROUNDS; i++) {
    precision = priorWeight;
    let sum = priorWeight * center;
    for (const { log, variance } of observed) {
      // A run may also differ because the pace itself is not sure yet.
      const surprise = (log - mean) ** 2 / (variance + 1 / precisionOf(observed, priorWeight));
      const weight = (DEGREES + 1) / (DEGREES + surprise) / variance;
      sum += weight * log;
      precision += weight;
    }
    mean = sum / precision;
  }
  return { factor: Math.exp(mean), sigma: 1 / Math.sqrt(precision), source: { kind: 'rehearsals', count: observed.length } };
}

const ROUNDS = 12;
const DEGREES = 4;

interface Observation {
  /** Natural logarithm of the run's pace. */
  readonly log: number;
  readonly variance: number;
}

function observe({ text, modelSeconds, seconds, ageDays = 0, language }: Run): readonly Observation[] {
  const expected = modelSeconds ?? speakingSeconds(text ?? '', language);
  const log = Math.log(seconds / expected);
  if (!(Math.abs(log) < Math.LN10)) return [];
  const age = Math.max(0, Number.isFinite(ageDays) ? ageDays : 0);
  const drift = SPREAD.anotherDay ** 2 * Math.min(1, age) + (YEARLY_DRIFT ** 2 * age) / 365;
  return [{ log, variance: varianceWithin(expected) + drift + languageRate(language ?? 'en').sigma ** 2 }];
}

/** Speakers' rates in recordings years apart differ by about this (errors grow from 6.4 % to 9.5 %). */
const YEARLY_DRIFT = 0.06;

function speakingSeconds(text: string, language: string | undefined): number {
  const pace: Pace = { factor: 1, sigma: 0, source: { kind: 'setting', name: 'normal' } };
  return speak({ text, stagePauses: [] }, { pace, language, lexicon: new Map() }).estimate.seconds;
}

function precisionOf(observed: readonly Observation[], priorWeight: number): number {
  return observed.reduce((sum, { variance }) => sum + 1 / variance, priorWeight);
}

/** The weighted median of the runs and the prior: no single run can move it far. */
function startingPoint(observed: readonly Observation[], center: number, priorWeight: number): number {
  const points = [{ log: center, weight: priorWeight }, ...observed.map(({ log, variance }) => ({ log, weight: 1 / variance }))];
  points.sort((a, b) => a.log - b.log);
  const half = points.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let passed = 0;
  return points.find(({ weight }) => (passed += weight) >= half)!.log;
}
