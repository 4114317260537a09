/** What the extension and the rehearsal page tell one another: plain JSON, and no audio. */

import type { Pause, SentenceTiming } from '../voice/timing.ts';

/** One sentence to say. */
export interface ScriptSentence {
  readonly text: string;
  /** Seconds that saying it is expected to take, without the pause behind it. */
  readonly seconds: number;
  /** Seconds of the pause that is planned behind it; none if absent. */
  readonly pauseSeconds?: number;
  /** Stage directions, shown and not said, at UTF-16 offsets of the text. */
  readonly cues?: readonly { readonly at: number; readonly text: string }[];
}

/** What is rehearsed. */
export interface Script {
  /** Names this rehearsal, so that events of an earlier one on the same page can be told from this one's. */
  readonly id: string;
  /** The heading of the answer. */
  readonly title: string;
  /** BCP 47 tag of the language of title and sentences. */
  readonly language: string;
  readonly sentences: readonly ScriptSentence[];
  /** Seconds the answer should take; none if it has no target. */
  readonly targetSeconds?: number;
  /** Seconds of silence that end the run. */
  readonly silenceSeconds: number;
  /** Share of the target from which time is nearly up, between 0 and 1. */
  readonly warnAt: number;
  /** Share of the target from which it is over. */
  readonly overAt: number;
}

/** From the extension to the page. */
export type PageUpdate =
  { readonly type: 'script'; readonly script: Script } | { readonly type: 'closing'; readonly reason: ClosingReason };

export type ClosingReason = 'ended' | 'idle' | 'closed';

/** How a run was measured: by ear from the first word to the last, or from key to key. */
export type MeasuredBy = 'voice' | 'keys';

/** The times of a run that is over. Seconds since it began; none counts while it was paused by key. */
export type RunTimings = HeardTimings | KeyedTimings;

interface Timings {
  readonly seconds: number;
  /** Seconds it was paused by key. */
  readonly heldSeconds: number;
  /** Whether nobody was there for a while: the computer slept. */
  readonly wasAway: boolean;
}

export interface HeardTimings extends Timings {
  readonly measuredBy: 'voice';
  readonly speechSeconds: number;
  readonly pauseSeconds: number;
  readonly pauses: readonly Pause[];
  /** Guessed. */
  readonly sentences: readonly SentenceTiming[];
}

export interface KeyedTimings extends Timings {
  readonly measuredBy: 'keys';
  readonly steps: readonly Step[];
}

/** The speaker went on by a sentence (1), or back (−1). */
export interface Step {
  /** Of the run; 0 for what came before its start. */
  readonly seconds: number;
  readonly by: number;
}

/** Why a run is over: a key, silence, or because the page was left. */
export type EndReason = 'key' | 'silence' | 'left';

/** From the page to the extension. Every event belongs to the script of its `id`. */
export type PageEvent =
  | { readonly type: 'ready'; readonly id: string; readonly hasMicrophone: boolean }
  | { readonly type: 'started'; readonly id: string; readonly by: MeasuredBy }
  | { readonly type: 'paused'; readonly id: string; readonly seconds: number }
  | { readonly type: 'resumed'; readonly id: string; readonly seconds: number }
  | { readonly type: 'ended'; readonly id: string; readonly reason: EndReason; readonly timings: RunTimings }
  /** The run was given up and is not to be kept. */
  | { readonly type: 'discarded'; readonly id: string };

/** Reads an event that came over the network; nothing if any part of it is not as it should be. Unknown parts are left out. */
export function readPageEvent(value: unknown): PageEvent | undefined {
  if (!isObject(value)) return undefined;
  const { type, id, by, seconds, reason } = value;
  if (typeof id !== 'string' || id.length > LONGEST_ID) return undefined;
  switch (type) {
    case 'ready':
      return typeof value['hasMicrophone'] === 'boolean' ? { type, id, hasMicrophone: value['hasMicrophone'] } : undefined;
    case 'started':
      return by === 'voice' || by === 'keys' ? { type, id, by } : undefined;
    case 'paused':
    case 'resumed':
      return isSeconds(seconds) ? { type, id, seconds } : undefined;
    case 'ended': {
      const timings = readTimings(value['timings']);
      return timings && (reason === 'key' || reason === 'silence' || reason === 'left') ? { type, id, reason, timings } : undefined;
    }
    case 'discarded':
      return { type, id };
    default:
      return undefined;
  }
}

function readTimings(value: unknown): RunTimings | undefined {
  if (!isObject(value)) return undefined;
  const { measuredBy, seconds, heldSeconds, wasAway } = value;
  if (!isSeconds(seconds) || !isSeconds(heldSeconds) || typeof wasAway !== 'boolean') return undefined;
  const common = { seconds, heldSeconds, wasAway };
  if (measuredBy === 'keys') {
    const steps = readList(value['steps'], readStep);
    return steps && { measuredBy, ...common, steps };
  }
  const { speechSeconds, pauseSeconds } = value;
  const sentences = readList(value['sentences'], readSentence);
  const pauses = readList(value['pauses'], readPause);
  return measuredBy === 'voice' && sentences && pauses && isSeconds(speechSeconds) && isSeconds(pauseSeconds)
    ? { measuredBy, ...common, speechSeconds, pauseSeconds, pauses, sentences }
    : undefined;
}

function readStep(value: unknown): Step | undefined {
  if (!isObject(value)) return undefined;
  const { seconds, by } = value;
  return isSeconds(seconds) && (by === 1 || by === -1) ? { seconds, by } : undefined;
}

function readSentence(value: unknown): SentenceTiming | undefined {
  if (!isObject(value)) return undefined;
  const { index, start, end, speechSeconds, pauseSeconds, isEndHeard } = value;
  const isOne = typeof index === 'number' && Number.isInteger(index) && index >= 0 && typeof isEndHeard === 'boolean';
  return isOne && isSeconds(start) && isSeconds(end) && end >= start && isSeconds(speechSeconds) && isSeconds(pauseSeconds)
    ? { index, start, end, speechSeconds, pauseSeconds, isEndHeard }
    : undefined;
}

function readPause(value: unknown): Pause | undefined {
  if (!isObject(value)) return undefined;
  const { start, end, seconds } = value;
  return isSeconds(start) && isSeconds(end) && isSeconds(seconds) && end >= start ? { start, end, seconds } : undefined;
}

function readList<T>(value: unknown, read: (one: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length > LONGEST_LIST) return undefined;
  const list = value.map(read);
  return list.every((one) => one !== undefined) ? list : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= LONGEST_SECONDS;
}

/** A day; whatever is longer is no rehearsal. */
const LONGEST_SECONDS = 86_400;

/** More sentences or pauses than an hour of speech has. */
const LONGEST_LIST = 5000;

const LONGEST_ID = 100;
