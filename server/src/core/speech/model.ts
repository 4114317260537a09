/** The coefficients of the duration model, each with its source. */

/**
 * Seconds at the normal pace. They are global: nothing in them is learned per word or per speaker.
 *
 * Two sources: (A) 46 h of speech of nine kinds and 345 speakers (recorded lectures, court, earnings calls, technical
 * talks, podcasts, sociolinguistic interviews, audiobook, narration), of which only rates are known here; (B) 594 spans
 * of 64 speakers of two of these kinds, earnings calls and an audiobook.
 */
export const MODEL = {
  /**
   * (A) 0.0855 with sources balanced by kind, 0.0821 fitted on half of the speakers. Both kinds of (B) are slower than
   * the middle of (A) by 3 to 6 % in syllables a second (4.04 and 4.01 against 4.14 by kind, 4.3 by span), so the value
   * makes the model 3 to 6 % too short for them on purpose.
   */
  secondsPerPhone: 0.0815,
  /** (A) 0.28 to 0.36 after a comma, of which part is the drawl before it; 0.27 with a second phone counter. */
  clauseSeconds: 0.28,
  /** (A) silence after a semicolon or colon is 0.52 s on average against 0.57 to 0.69 s after a full stop. */
  colonSeconds: 0.42,
  /** (A) 0.42 to 0.48 at a sentence's end inside a span. */
  sentenceSeconds: 0.44,
  /** Assumed, not measured: half as long again as between sentences, as readers of paragraphs do. */
  paragraphSeconds: 0.7,
} as const;

/** Standard deviations in the natural logarithm of seconds. */
export const SPREAD = {
  /** (A) between speakers' mean rates, after the model: 0.137, of which the spread of kinds beyond speech in public is a part. */
  betweenSpeakers: 0.13,
  /** A speaker who states a rate in words per minute knows it about so well. Assumed. */
  statedPace: 0.08,
  /** (A) what remains within a speaker however long the speech: another day, another mood (8.9 % error grows to 9.6 %). */
  anotherDay: 0.045,
  /**
   * Variance that evens out over a longer speech, times its seconds. (A) errors of 12.3, 10.3, 8.0, 6.6 % at 12, 20, 32,
   * 50 s after three runs fit 0.25, a part of which is what three runs leave open about the speaker.
   */
  variancePerSecond: 0.215,
  /** The normal distribution's 90th percentile: four in five lie between the 10th and the 90th. */
  z80: 1.2816,
} as const;

/** Words per minute of the model at normal pace: the mean over source (B), of 3.9 phones a word. */
export const NORMAL_WORDS_PER_MINUTE = 164;

/** One standard deviation of speakers slower or faster. */
export const STYLE_FACTORS = { slow: Math.exp(SPREAD.betweenSpeakers), normal: 1, fast: Math.exp(-SPREAD.betweenSpeakers) } as const;
