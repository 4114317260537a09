/** From what the microphone heard to the times of a run: when it began and ended, speech, pauses, and each sentence. */

import { alignSentences } from './alignSentences.ts';
import type { VoiceEvent } from './vad.ts';

/** A stretch of time in seconds since the stream began. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Pause extends Stretch {
  readonly seconds: number;
}

/** What was measured of one sentence. */
export interface SentenceTiming extends Stretch {
  /** Which of the planned sentences. */
  readonly index: number;
  /** Seconds of speech within it, and of the pauses within it. */
  readonly speechSeconds: number;
  readonly pauseSeconds: number;
  /** Whether its end was heard as a pause, or only reckoned because the speaker went on without one. */
  readonly isEndHeard: boolean;
}

/** The times of a run. All times are seconds since the run began, and none counts while the run was on hold. */
export interface RunTiming {
  /** Where the first word is in the stream, in seconds since that began. */
  readonly streamStart: number;
  /** From the first word to the end of the last. */
  readonly seconds: number;
  readonly speechSeconds: number;
  readonly pauseSeconds: number;
  /** Silences of `PAUSE_SECONDS` and more between the first word and the last. */
  readonly pauses: readonly Pause[];
  /** Where the sentences are guessed to be; those that weren't said any more are missing. */
  readonly sentences: readonly SentenceTiming[];
}

export interface RunOptions {
  /** The seconds that each sentence is expected to take by itself, without the pause behind it. */
  readonly plannedSeconds: readonly number[];
  /** When the run was on hold, in seconds of the stream, in order; what was heard then doesn't count. */
  readonly holds?: readonly Stretch[];
}

/** Silences shorter than this are between words and no pauses; pause studies since Goldman-Eisler (1968) use 0.25 s. */
const PAUSE_SECONDS = 0.25;

/** Keeps what the detector tells, and knows at any moment how the run stands. */
export class Hearing {
  private readonly heard: Stretch[] = [];
  private since: number | undefined;

  /** Takes an event of the detector; `level` changes nothing. */
  take(event: VoiceEvent): void {
    if (event.type === 'speechStart') this.since = event.time;
    if (event.type === 'speechEnd' && this.since !== undefined) {
      // A machine that was switched on is taken for speech and then taken back, as a stretch of no length.
      if (event.time > this.since) this.heard.push({ start: this.since, end: event.time });
      this.since = undefined;
    }
  }

  /** Stretches of speech until now, in seconds of the stream. */
  stretches(now: number): readonly Stretch[] {
    return this.since === undefined || now <= this.since ? this.heard : [...this.heard, { start: this.since, end: now }];
  }

  /** Seconds since the last word; nothing while somebody speaks or before anybody did. `from` is when listening began. */
  silence(now: number, from = 0): number | undefined {
    const last = this.heard.at(-1);
    return this.since !== undefined || last === undefined || last.end <= from ? undefined : Math.max(0, now - last.end);
  }
}

/** Measures a run from its stretches of speech; nothing if nobody spoke while it wasn't on hold. */
export function measureRun(heard: readonly Stretch[], { plannedSeconds, holds = [] }: RunOptions): RunTiming | undefined {
  const speech = spokenOnly(heard, holds);
  const first = speech[0];
  const last = speech.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const zero = first.start;
  const shifted = speech.map(({ start, end }) => ({ start: start - zero, end: end - zero }));
  const pauses = pausesBetween(shifted);
  const pauseSeconds = sum(pauses.map(({ seconds }) => seconds));
  const seconds = last.end - zero;
  return {
    streamStart: streamTime(zero, holds),
    seconds,
    speechSeconds: seconds - pauseSeconds,
    pauseSeconds,
    pauses,
    sentences: alignSentences(shifted, plannedSeconds),
  };
}

/** The stretches of speech in the time without the holds, in seconds of that time; gaps too short for a pause are speech. */
export function spokenOnly(heard: readonly Stretch[], holds: readonly Stretch[]): readonly Stretch[] {
  const seconds = secondsHeld(holds);
  return joinShortGaps(holds.reduce(cut, heard).map(({ start, end }) => ({ start: start - seconds(start), end: end - seconds(end) })));
}

/** How many seconds of hold there were before a time. */
export function secondsHeld(holds: readonly Stretch[]): (time: number) => number {
  return (time) => sum(holds.map(({ start, end }) => Math.max(0, Math.min(time, end) - start)));
}

/** The silences between stretches of speech. */
function pausesBetween(speech: readonly Stretch[]): readonly Pause[] {
  return speech.slice(1).map(({ start }, i) => ({ start: speech[i]!.end, end: start, seconds: start - speech[i]!.end }));
}

/** Leaves out what was heard on hold. */
function cut(stretches: readonly Stretch[], hold: Stretch): readonly Stretch[] {
  return stretches.flatMap(({ start, end }) => {
    if (end <= hold.start || start >= hold.end) return [{ start, end }];
    const parts = [
      { start, end: hold.start },
      { start: hold.end, end },
    ];
    return parts.filter((part) => part.end > part.start);
  });
}

/** The inverse of cutting the holds out, for a moment at which somebody begins to speak. */
function streamTime(time: number, holds: readonly Stretch[]): number {
  return holds.reduce((moved, { start, end }) => (moved >= start ? moved + (end - start) : moved), time);
}

/** Gaps too short for a pause belong to the speech around them. */
function joinShortGaps(speech: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of speech) {
    const last = joined.at(-1);
    if (last && stretch.start - last.end < PAUSE_SECONDS)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    else joined.push(stretch);
  }
  return joined;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
