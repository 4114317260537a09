/** How fast a speaker speaks: by a setting, or learned from rehearsals. */

import { varianceWithin } from './interval.ts';
import { languageRate } from './languages/rates.ts';
import { NORMAL_WORDS_PER_MINUTE, SPREAD, STYLE_FACTORS } from './model.ts';
import { speak } from './speak.ts';
import { t } from '../locale/locale.ts';
import type { Pace } from './speech.ts';
import { sum } from '../text/sum.ts';

export { estimateOf } from './interval.ts';

/** The pace of a setting: a style, or words per minute. A number that is no rate counts as normal. */
export function paceFromSetting(setting: 'slow' | 'normal' | 'fast' | number): Pace {
  if (typeof setting === 'number') {
    const rate = setting > 0 && setting < Infinity ? setting : NORMAL_WORDS_PER_MINUTE;
    return {
      factor: NORMAL_WORDS_PER_MINUTE / rate,
      sigma: SPREAD.statedPace,
      source: { kind: 'setting', name: t('{0} words a minute', rate) },
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
 * speech of its length has, more for an older one; the prior is one more observation. A run weighs by the chance that it
 * went as planned, given what the others say. Runs without a length, or beyond a factor of ten, are left out; without
 * any, the prior is returned as it is.
 */
export function calibrate(runs: readonly Run[], prior: Pace = paceFromSetting('normal')): Pace {
  const observed = runs.flatMap(observe);
  if (observed.length === 0) return prior;
  const known: Observation = { log: Math.log(prior.factor), variance: Math.max(prior.sigma, LEAST_SIGMA) ** 2 };
  let mean = startingPoint(observed, known);
  let weights = observed.map(({ log, variance }) => chanceOfGood(log - mean, variance + known.variance) / variance);
  let precision = 0;
  for (let round = 0; round < ROUNDS; round++) {
    precision = sum([1 / known.variance, ...weights]);
    const total = sum([known.log / known.variance, ...observed.map(({ log }, i) => log * weights[i]!)]);
    mean = total / precision;
    // Each run is held against what the others say, and may differ because that is not sure either.
    weights = observed.map(({ log, variance }, i) => {
      const others = precision - weights[i]!;
      return chanceOfGood(log - (total - log * weights[i]!) / others, variance + 1 / others) / variance;
    });
  }
  return { factor: Math.exp(mean), sigma: 1 / Math.sqrt(precision), source: { kind: 'rehearsals', count: observed.length } };
}

const ROUNDS = 12;
/** Even a prior that claims to be certain gives way to enough evidence. */
const LEAST_SIGMA = 0.01;

/** One run in twenty went wrong (interrupted, left running, another text), and then may be off by anything. Assumed. */
const SHARE_OF_BAD_RUNS = 0.05;
const SIGMA_OF_BAD_RUNS = 1;

/** The chance that a run which is off by so much, in the logarithm, went as planned. */
function chanceOfGood(off: number, variance: number): number {
  const good = (1 - SHARE_OF_BAD_RUNS) * density(off, variance);
  return good / (good + SHARE_OF_BAD_RUNS * density(off, SIGMA_OF_BAD_RUNS ** 2));
}

function density(off: number, variance: number): number {
  return Math.exp(-(off ** 2) / (2 * variance)) / Math.sqrt(variance);
}

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

/** The weighted median of the runs and the prior, which weighs more than any one run: no single run can move it far. */
function startingPoint(observed: readonly Observation[], known: Observation): number {
  const points = observed.map(({ log, variance }) => ({ log, weight: 1 / variance }));
  const heaviest = points.reduce((most, { weight }) => Math.max(most, weight), 1 / known.variance);
  points.push({ log: known.log, weight: heaviest * 1.01 });
  points.sort((a, b) => a.log - b.log);
  const half = sum(points, ({ weight }) => weight) / 2;
  let passed = 0;
  return points.find(({ weight }) => (passed += weight) >= half)!.log;
}
