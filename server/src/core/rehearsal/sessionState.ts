/** The state of a rehearsal and what can happen to it: plain data that survives JSON. */

import type { MovedSentence } from './relocate.ts';
import type { Script, ScriptTarget } from './script.ts';

/**
 * How the place moves: with the time at the planned pace, by key from sentence to sentence, or not at all because only
 * the clock is shown.
 */
export type Mode = 'flow' | 'sentence' | 'clock';

/**
 * `ready` before the start; `countdown` counts down; `listening` waits for the first word; `running` counts; `paused`
 * does not; `ended` is final, and waits for `keep` or `discard`.
 */
export type Phase = 'ready' | 'countdown' | 'listening' | 'running' | 'paused' | 'ended';

/** What the session knows of the script: times only. Seconds from the start of the script, at the planned pace. */
export interface Plan {
  readonly seconds: number;
  readonly target: ScriptTarget | null;
  /** Where each word begins. */
  readonly wordStarts: readonly number[];
  readonly sentences: readonly PlannedSentence[];
}

export interface PlannedSentence {
  /** Indices into the words, end exclusive. */
  readonly firstWord: number;
  readonly lastWord: number;
  readonly from: number;
  readonly to: number;
}

/** Times ending in `Ms` are milliseconds; all else is seconds. */
export interface Session {
  /** Version of this shape. */
  readonly v: 1;
  readonly plan: Plan;
  readonly mode: Mode;
  readonly phase: Phase;
  readonly outcome: 'undecided' | 'kept' | 'discarded';
  /** The clock at the last event; null before the first. */
  readonly clockMs: number | null;
  /** How long the pre-roll is, and what is left of it. */
  readonly countdownMs: number;
  readonly countdownLeftMs: number;
  /** Whether the first word starts the clock. */
  readonly startsByVoice: boolean;
  readonly isVisible: boolean;
  /** Multiplies the planned pace: 1.25 moves a quarter faster. */
  readonly speed: number;
  /** The place: seconds into the plan, and the sentence it lies in. */
  readonly position: number;
  readonly sentence: number;
  /** Time by what it was spent on; the sum is the time that has passed between the events. */
  readonly runningMs: number;
  readonly pausedMs: number;
  /** Before the start, in the countdown, and after the end. */
  readonly idleMs: number;
  /** Gaps that nobody can have spoken in: sleep, a stopped process. */
  readonly awayMs: number;
  /** Running time by sentence; the sum is `runningMs`. */
  readonly lapsMs: readonly number[];
  /** Whether the lap of a sentence was measured from its first to its last word, by key or by voice. */
  readonly isMeasured: readonly boolean[];
  /** Whether the place came to the current sentence by key or voice, and not because the plan said so. */
  readonly isEntryMeasured: boolean;
  readonly voice: Voice;
  /** What happened on the way that makes the times say little about the speaker's pace. */
  readonly incidents: readonly Incident[];
}

/** What was heard; all zero without a microphone. */
export interface Voice {
  readonly state: 'unknown' | 'speaking' | 'silent';
  readonly spokenMs: number;
  readonly silentMs: number;
  /** The silence that goes on, and the sentence it began in. */
  readonly silenceMs: number;
  readonly silenceIn: number;
  /** The longest silence between two words, and the sentence it began in. */
  readonly longestMs: number;
  readonly longestIn: number;
}

/** Went back over what had been said, was away (sleep), or changed the text. */
export type Incident = 'repeated' | 'away' | 'edited';

/** `at` is the moment of which the event tells, on the same clock as `now`; now if absent. */
export type SessionEvent =
  | { readonly type: 'start' | 'pause' | 'resume' | 'toggle' | 'next' | 'previous' | 'keep' | 'discard' | 'tick' }
  | { readonly type: 'hidden' | 'visible' | 'reloaded' }
  | { readonly type: 'jump'; readonly word: number }
  | { readonly type: 'speed'; readonly speed: number }
  | { readonly type: 'mode'; readonly mode: Mode }
  | { readonly type: 'end' | 'voiceStarted' | 'voiceStopped' | 'sentenceBoundary'; readonly at?: number }
  | {
      readonly type: 'scriptChanged';
      readonly plan: Plan;
      readonly words: readonly number[];
      readonly sentences: readonly MovedSentence[];
    };

export interface SessionOptions {
  readonly mode?: Mode;
  /** Seconds to count down before the clock starts. */
  readonly countdownSeconds?: number;
  readonly startsByVoice?: boolean;
  readonly speed?: number;
  /** The word to start from. */
  readonly word?: number;
}

/** The limits of the prompter's speed. */
export const SLOWEST = 0.25;
export const FASTEST = 4;

/** The plan of a script. */
export function planOf(script: Script): Plan {
  return {
    seconds: script.estimate.seconds,
    target: script.target,
    wordStarts: script.words.map(({ from }) => from),
    sentences: script.sentences.map(({ firstWord, lastWord, from, to }) => ({ firstWord, lastWord, from, to })),
  };
}

/** A session that is ready to start. */
export function newSession(plan: Plan, options: SessionOptions = {}): Session {
  const { mode = 'flow', countdownSeconds = 0, startsByVoice = false, speed = 1, word = 0 } = options;
  const countdownMs = countdownSeconds > 0 && countdownSeconds < Infinity ? countdownSeconds * 1000 : 0;
  const session: Session = {
    v: 1,
    plan,
    mode,
    phase: 'ready',
    outcome: 'undecided',
    clockMs: null,
    countdownMs,
    countdownLeftMs: countdownMs,
    startsByVoice,
    isVisible: true,
    speed: clampSpeed(speed, 1),
    position: 0,
    sentence: 0,
    runningMs: 0,
    pausedMs: 0,
    idleMs: 0,
    awayMs: 0,
    lapsMs: plan.sentences.map(() => 0),
    isMeasured: plan.sentences.map(() => false),
    isEntryMeasured: true,
    voice: { state: 'unknown', spokenMs: 0, silentMs: 0, silenceMs: 0, silenceIn: 0, longestMs: 0, longestIn: 0 },
    incidents: [],
  };
  return word > 0 ? movedToWord(session, word) : session;
}

/** The session with the place at the beginning of a word; a word that isn't there is moved to the nearest one. */
export function movedToWord(session: Session, word: number): Session {
  const { plan } = session;
  if (plan.wordStarts.length === 0 || Number.isNaN(word)) return session;
  const inside = Math.round(Math.max(0, Math.min(word, plan.wordStarts.length - 1)));
  const sentence = sentenceOfWord(plan, inside);
  return { ...session, position: plan.wordStarts[inside]!, sentence, isEntryMeasured: plan.sentences[sentence]!.firstWord === inside };
}

/** The sentence that holds a word, of any list of sentences that know where they end; the last one for a word behind all. */
export function sentenceOfWord({ sentences }: { readonly sentences: readonly { readonly lastWord: number }[] }, word: number): number {
  const index = sentences.findIndex(({ lastWord }) => word < lastWord);
  return index < 0 ? Math.max(0, sentences.length - 1) : index;
}

/** The speed within what the prompter can do; what is no number leaves it as it was. */
export function clampSpeed(speed: number, before: number): number {
  return Number.isNaN(speed) ? before : Math.max(SLOWEST, Math.min(speed, FASTEST));
}

/** The index of the word at the place. */
export function wordAt({ plan, position, sentence }: Pick<Session, 'plan' | 'position' | 'sentence'>): number {
  const current = plan.sentences[sentence];
  if (current === undefined) return 0;
  let word = current.firstWord;
  while (word + 1 < current.lastWord && plan.wordStarts[word + 1]! <= position) word++;
  return word;
}

/** Whether the place is where the script ends: behind its last word, or by key in the last sentence. */
export function isAtEnd({ plan, mode, position, sentence }: Session): boolean {
  if (mode === 'clock') return false;
  if (sentence < plan.sentences.length - 1) return false;
  return mode === 'sentence' || position >= (plan.sentences.at(-1)?.to ?? 0);
}
