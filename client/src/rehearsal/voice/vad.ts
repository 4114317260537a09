/** Voice activity detection: when somebody begins to speak and when they stop, out of samples of a microphone. */

import { BandLevel, decibels, type Band } from './bandLevel.ts';
import { NoiseFloor, STEADY_SECONDS, type Loudness } from './noiseFloor.ts';

/** Times are seconds since the stream began, counted in samples: no clock can distort them. */
export type VoiceEvent =
  /** Somebody began to speak at `time`, which is some 0.1 s ago. */
  | { readonly type: 'speechStart'; readonly time: number }
  /** They stopped at `time`, which is `MIN_SILENCE_SECONDS` or somewhat more ago. */
  | { readonly type: 'speechEnd'; readonly time: number }
  /** How loud it is, ten times a second; decibels relative to full scale. */
  | { readonly type: 'level'; readonly time: number; readonly decibels: number; readonly noise: number; readonly isSpeech: boolean };

/** A detector for one stream of samples. */
export class VoiceDetector {
  private readonly bands: readonly { readonly level: BandLevel; readonly floor: NoiseFloor }[];
  private readonly samplesPerStep: number;
  private readonly stepSeconds: number;
  private samples = 0;
  /** Power of each band in the step before, as a window is two steps long. */
  private before: number[] = [];
  /** Loudness of the last windows, for dating starts back. The last is that of step `step - 1`. */
  private readonly past: number[][] = [];
  private step = 0;
  private isSpeech = false;
  /** Start of the speech that is going on, in steps. */
  private speechStart = 0;
  /** The last step that surely was speech, and the last that was taken for it, as the end of a word may be cut off by a plosive. */
  private lastVoice = -Infinity;
  private lastSpeech = -Infinity;
  /** The last end that was reported: no start is dated back before it. */
  private lastEnd = 0;
  private burst: Burst | undefined;
  private loudestSinceLevel = 0;

  /** `sampleRate` in hertz. */
  constructor(sampleRate: number) {
    this.samplesPerStep = Math.max(1, Math.round(sampleRate * STEP_SECONDS));
    this.stepSeconds = this.samplesPerStep / sampleRate;
    this.bands = BANDS.map((band) => ({ level: new BandLevel(band, sampleRate), floor: new NoiseFloor(this.stepSeconds) }));
  }

  /** Seconds of sound taken so far. */
  get time(): number {
    return this.step * this.stepSeconds;
  }

  /** Takes the next samples, any number of them, and tells what has become certain. A sample that is no number counts as silence. */
  push(samples: Float32Array): readonly VoiceEvent[] {
    const events: VoiceEvent[] = [];
    for (const sample of samples) {
      // Limited, as one wild sample would ring in the filters for long.
      const sane = Number.isFinite(sample) ? Math.max(-LARGEST_SAMPLE, Math.min(LARGEST_SAMPLE, sample)) : 0;
      for (const { level } of this.bands) level.add(sane);
      if (++this.samples === this.samplesPerStep) {
        this.samples = 0;
        this.takeStep(events);
      }
    }
    return events;
  }

  /** Ends the stream: speech that is going on ends with its last sound. */
  end(): readonly VoiceEvent[] {
    const events: VoiceEvent[] = [];
    if (this.isSpeech) this.endSpeech(this.lastSpeech, events);
    return events;
  }

  private takeStep(events: VoiceEvent[]): void {
    const powers = this.bands.map(({ level }) => level.take());
    const levels = powers.map((power, i) => decibels((power + (this.before[i] ?? power)) / 2));
    this.before = powers;
    this.past.push(levels);
    if (this.past.length * this.stepSeconds > LONGEST_DATING_BACK_SECONDS) this.past.shift();
    const loudness = this.judge(levels);
    const isSpeech = this.isSpeech || this.burst !== undefined;
    for (const [i, { floor }] of this.bands.entries()) floor.learn(levels[i]!, isSpeech);
    const hasTurnedOutNoise = loudness !== 'quiet' && this.judge(levels) === 'quiet' && this.bands.every(({ floor }) => floor.isSteady);
    if (hasTurnedOutNoise) this.dropSteady(events);
    else this.follow(loudness, events);
    this.step++;
    this.reportLevel(levels[0]!, events);
  }

  private judge(levels: readonly number[]): Loudness {
    let result: Loudness = 'quiet';
    for (const [i, { floor }] of this.bands.entries()) {
      const loudness = floor.judge(levels[i]!);
      if (loudness === 'strong') return 'strong';
      if (loudness === 'present') result = 'present';
    }
    return result;
  }

  private follow(loudness: Loudness, events: VoiceEvent[]): void {
    if (loudness !== 'quiet') {
      this.burst ??= { start: this.step, last: this.step, strong: 0 };
      this.burst.last = this.step;
      if (loudness === 'strong') this.burst.strong++;
    } else if (this.burst !== undefined && this.seconds(this.step - this.burst.last) > BRIDGE_SECONDS) {
      this.burst = undefined;
    }
    if (this.burst !== undefined) this.confirm(this.burst, events);
    const silence = this.seconds(this.step - this.lastSpeech);
    // A sound that may turn out to be speech keeps the decision open.
    if (this.isSpeech && this.burst === undefined && silence >= MIN_SILENCE_SECONDS) this.endSpeech(this.lastSpeech, events);
  }

  private confirm(burst: Burst, events: VoiceEvent[]): void {
    const isVoice =
      this.seconds(burst.last - burst.start + 1) >= MIN_SPEECH_SECONDS && this.seconds(burst.strong) >= MIN_SPEECH_SECONDS * STRONG_SHARE;
    const isRelease = this.isSpeech && burst.strong > 0 && this.seconds(burst.start - this.lastVoice) <= CLOSURE_SECONDS;
    if (!isVoice && !isRelease) return;
    if (!this.isSpeech) {
      this.isSpeech = true;
      this.speechStart = this.dateBack(burst.start);
      events.push({ type: 'speechStart', time: this.seconds(this.speechStart) });
    }
    if (isVoice) this.lastVoice = burst.last;
    this.lastSpeech = burst.last;
  }

  /** Looks for the onset with what is known of the noise by now: it may have been taken for louder than it is. */
  private dateBack(start: number): number {
    let onset = start;
    const earliest = Math.max(this.lastEnd, this.step - this.past.length + 1);
    for (let step = start - 1; step >= earliest && this.seconds(onset - step) <= CLOSURE_SECONDS; step--) {
      const loudness = this.judge(this.past[this.past.length - 1 - (this.step - step)]!);
      if (loudness === 'strong' || (loudness === 'present' && this.seconds(onset - step) <= BRIDGE_SECONDS)) onset = step;
    }
    return onset;
  }

  private endSpeech(at: number, events: VoiceEvent[]): void {
    const end = Math.max(at, this.speechStart);
    this.isSpeech = false;
    this.burst = undefined;
    this.lastVoice = this.lastSpeech = -Infinity;
    this.lastEnd = end;
    events.push({ type: 'speechEnd', time: this.seconds(end) });
  }

  /** What was heard since the noise set in was not speech. */
  private dropSteady(events: VoiceEvent[]): void {
    this.burst = undefined;
    if (this.isSpeech) this.endSpeech(Math.min(this.lastSpeech, this.step - Math.round(STEADY_SECONDS / this.stepSeconds)), events);
  }

  private reportLevel(level: number, events: VoiceEvent[]): void {
    this.loudestSinceLevel = this.step % STEPS_PER_LEVEL === 1 ? level : Math.max(level, this.loudestSinceLevel);
    if (this.step % STEPS_PER_LEVEL !== 0) return;
    const noise = this.bands[0]!.floor.decibels;
    events.push({ type: 'level', time: this.time, decibels: this.loudestSinceLevel, noise, isSpeech: this.isSpeech });
  }

  private seconds(steps: number): number {
    return steps * this.stepSeconds;
  }
}

/** Sound that stands out, in steps. */
interface Burst {
  readonly start: number;
  last: number;
  /** Steps in which it stood out clearly. */
  strong: number;
}

/** Seconds of silence from which speech has ended. Shorter gaps belong to words; ITU-T P.56 holds on for 0.2 s too. */
const MIN_SILENCE_SECONDS = 0.2;

/**
 * Seconds of sound from which it is speech: the shortest word, "I" or "a", lasts 0.1 s with its transitions, a key or a mouse
 * button 0.02 to 0.08 s.
 */
const MIN_SPEECH_SECONDS = 0.1;

/** The share of those that has to stand out clearly; the rest may be the soft beginning. */
const STRONG_SHARE = 0.5;

/** Seconds. Short enough to date an onset to, and a tenth of a syllable. A window is two steps, 20 ms, as usual in speech coding. */
const STEP_SECONDS = 0.01;

/**
 * Voices and nasals are loudest in the first band, above mains hum; what tells vowels apart lies in the second; hissing sounds (s, f, t)
 * in the third. Noise that fills one leaves the others.
 */
const BANDS: readonly Band[] = [
  { from: 200, to: 1000 },
  { from: 1000, to: 4000 },
  { from: 4000, to: 8000 },
];

/** Seconds of quiet inside of one sound; a glottal stop or a flap takes that long. */
const BRIDGE_SECONDS = 0.05;

/** Seconds between a vowel and the release of the plosive after it, as in "act" or "step"; closures take 0.05 to 0.12 s. */
const CLOSURE_SECONDS = 0.13;

/** Seconds. Whoever speaks at once, before the noise is known, is heard at their first gap; syllables and short words are over by then. */
const LONGEST_DATING_BACK_SECONDS = 2;

/** Twice full scale: no microphone gives more, a broken driver may. */
const LARGEST_SAMPLE = 2;

const STEPS_PER_LEVEL = 10;
