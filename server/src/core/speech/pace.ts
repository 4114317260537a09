/** How fast a speaker speaks, and how sure an estimate at that pace can be. */

import type { Estimate, Pace } from './speech.ts';

/** The pace of a setting: a style, or words per minute. */
export function paceFromSetting(setting: 'slow' | 'normal' | 'fast' | number): Pace {
  if (typeof setting === 'number') {
    return {
      factor: NORMAL_WORDS_PER_MINUTE / setting,
      sigma: SIGMA_OF_STATED_PACE,
      source: { kind: 'setting', name: `${setting} words a minute` },
    };
  }
  return { factor: STYLE_FACTORS[setting], sigma: SIGMA_OF_STYLE, source: { kind: 'setting', name: setting } };
}

/** The interval around a length at the speaker's pace that contains the real one four times out of five. */
export function estimateOf(seconds: number, pace: Pace): Estimate {
  // A short answer has fewer words over which its ups and downs even out.
  const within = SIGMA_WITHIN_SPEAKER * Math.sqrt(1 + SHORT_ANSWER_SECONDS / Math.max(seconds, 1));
  const spread = Math.exp(Z_80_PERCENT * Math.hypot(pace.sigma, within));
  return { seconds, low: seconds / spread, high: seconds * spread };
}

/** Words per minute of the fitted model on average text: 0.3685 s a word (least squares over 46 h of speech). */
const NORMAL_WORDS_PER_MINUTE = 163;

/** Speakers' mean rates differ by a standard deviation of 0.137 in the logarithm; a style is one such step. */
const STYLE_FACTORS = { slow: Math.exp(0.137), normal: 1, fast: Math.exp(-0.137) } as const;
const SIGMA_OF_STYLE = 0.137;
const SIGMA_OF_STATED_PACE = 0.08;
/** The same speaker from one half-minute to the next: 0.101 in the logarithm. */
const SIGMA_WITHIN_SPEAKER = 0.101;
/** Spans of 10 to 15 s miss by about 1.5 times what spans of a minute miss by. */
const SHORT_ANSWER_SECONDS = 15;
/** The normal distribution's 90th percentile. */
const Z_80_PERCENT = 1.2816;
