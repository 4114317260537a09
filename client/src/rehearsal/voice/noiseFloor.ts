/** Follows the noise of a room in one band of a signal, and tells what stands out of it. */

import { QUIETEST_DB } from './bandLevel.ts';

/** What a level is against the noise: `quiet` is noise, `present` continues a sound, `strong` may begin one. */
export type Loudness = 'quiet' | 'present' | 'strong';

/** The noise of one band, learnt from what nobody says anything over. Levels are decibels, one for each step of time. */
export class NoiseFloor {
  /** Decibels. */
  private mean = QUIETEST_DB;
  /** Mean absolute deviation of the noise's level in decibels. */
  private deviation = LEAST_DEVIATION_DB;
  /** The loudest of the speech of the last seconds, decibels. */
  private loudest = QUIETEST_DB;
  /** Seconds without any signal at all. */
  private nothing = 0;
  /** The last levels far below what was taken for noise. */
  private fallen: number[] = [];
  private readonly first: number[] = [];
  private readonly recent: number[] = [];
  private readonly stepSeconds: number;

  constructor(stepSeconds: number) {
    this.stepSeconds = stepSeconds;
  }

  /** The noise in decibels, never below what counts as silence. */
  get decibels(): number {
    return Math.max(SILENCE_DB, this.mean);
  }

  /** Whether enough was heard to tell noise from speech. */
  get isKnown(): boolean {
    return this.first.length * this.stepSeconds >= LEARNING_SECONDS;
  }

  /** How a level stands against the noise as it is known now. */
  judge(level: number): Loudness {
    if (!this.isKnown) return 'quiet';
    const least = Math.max(this.decibels, this.loudest - SPEECH_RANGE_DB);
    if (level > Math.max(this.decibels + Math.max(STRONG_DB, STRONG_DEVIATIONS * this.deviation), least)) return 'strong';
    return level > Math.max(this.decibels + Math.max(PRESENT_DB, PRESENT_DEVIATIONS * this.deviation), least) ? 'present' : 'quiet';
  }

  /**
   * Learns from a level; between the sounds of speech (`isSpeech`) only that the noise is less than thought.
   * A sound that has been steady for long is taken for noise in any case.
   */
  learn(level: number, isSpeech: boolean): void {
    this.nothing = level <= QUIETEST_DB ? this.nothing + this.stepSeconds : 0;
    if (this.nothing > 0 && this.nothing < DROPOUT_SECONDS) return;
    if (!this.isKnown) {
      this.learnFirst(level);
      return;
    }
    this.recent.push(level);
    if (this.recent.length * this.stepSeconds > STEADY_SECONDS) this.recent.shift();
    const loudness = this.judge(level);
    if (this.mean - level > SUDDEN_DB) this.fall(level);
    else {
      this.fallen = [];
      if (loudness === 'quiet' && !isSpeech) this.follow(level);
    }
    if (loudness === 'strong') this.loudest = Math.max(level, this.loudest);
    this.loudest = Math.max(QUIETEST_DB, this.loudest - LOUDEST_FALL_DB_PER_SECOND * this.stepSeconds);
    if (loudness === 'quiet' || !this.isSteady) return;
    this.mean = mean(this.recent);
    this.loudest = QUIETEST_DB;
  }

  /** Whether the level has hardly changed for `STEADY_SECONDS`: a machine may be loud but is even, which speech never is for long. */
  get isSteady(): boolean {
    if ((this.recent.length + 1) * this.stepSeconds <= STEADY_SECONDS) return false;
    const level = mean(this.recent);
    return mean(this.recent.map((one) => (one - level) ** 2)) <= STEADY_DB ** 2;
  }

  /** The median, as a click may be among the first levels. */
  private learnFirst(level: number): void {
    this.first.push(level);
    const sorted = [...this.first].sort((a, b) => a - b);
    this.mean = sorted[Math.floor(sorted.length / 2)]!;
  }

  private follow(level: number): void {
    const share = Math.min(1, this.stepSeconds / FOLLOW_SECONDS);
    const above = level - this.mean;
    this.deviation += share * (Math.abs(above) - this.deviation);
    this.deviation = Math.min(MOST_DEVIATION_DB, Math.max(LEAST_DEVIATION_DB, this.deviation));
    this.mean += share * above;
  }

  /** There was no noise after all: somebody began to speak at once, or a machine was switched off. */
  private fall(level: number): void {
    this.fallen.push(level);
    if (this.fallen.length * this.stepSeconds < FALLEN_SECONDS) return;
    this.mean = mean(this.fallen);
    this.fallen = [];
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Seconds. A sound this long that hardly changes is noise: a syllable takes 0.2 s, and an "um" of 1 s rises and falls. */
export const STEADY_SECONDS = 1;

/** Decibels of standard deviation. Noise in 20 ms windows varies by less than 1, mains hum by less than that, speech by 8 and more. */
const STEADY_DB = 1.5;

/** Seconds at the start that are taken for noise: shorter than anybody needs to begin after pressing a key. */
const LEARNING_SECONDS = 0.3;

/** Decibels. Below this nothing is speech: a quiet voice at a badly set microphone reaches −55 in all and −75 in one band. */
const SILENCE_DB = -82;

/** Decibels above the noise from which a sound may be speech: six standard deviations of even noise, and four times its power. */
const STRONG_DB = 6;

/** Decibels above the noise down to which speech goes on, so that soft ends of words are kept. */
const PRESENT_DB = 2.5;

/** The same two in mean deviations, for uneven noise: about 5 and 3 standard deviations; one step in 1000 passes the lower by chance. */
const STRONG_DEVIATIONS = 6;
const PRESENT_DEVIATIONS = 4;

/** Decibels; white noise in a 20 ms window has about 0.4, and a perfectly even hum would otherwise get a margin of nothing. */
const LEAST_DEVIATION_DB = 0.3;

/** Decibels; beyond this it isn't noise that varies. */
const MOST_DEVIATION_DB = 2.5;

/** Decibels below the loudest speech that still are speech and not breath or echo. ITU-T P.56 allows 16 below the mean; peaks are 12 above. */
const SPEECH_RANGE_DB = 38;

/** Decibels per second by which the loudest speech is forgotten, so that a shout doesn't silence what follows. */
const LOUDEST_FALL_DB_PER_SECOND = 2;

/** Seconds in which the floor follows the noise: slower than a word's soft end, faster than a ventilator speeds up. */
const FOLLOW_SECONDS = 0.5;

/** Decibels below the floor that are no fluctuation, and seconds they have to last: longer than a gap in a stuttering stream. */
const SUDDEN_DB = 6;
const FALLEN_SECONDS = 0.07;

/** Seconds in which no signal at all is a stream that stutters; if it lasts, the microphone is muted between words. */
const DROPOUT_SECONDS = 0.5;
