/** What a running rehearsal shows, and what has come of it in the end. */

import type { ScriptTarget } from './script.ts';
import { isAtEnd, wordAt, type Mode, type Phase, type Session } from './sessionState.ts';

/** How the running clock stands to the target: said by colour, word and shape together. The estimate has a `Verdict` of its own. */
export type ClockVerdict = 'onTrack' | 'warning' | 'over';

/** Shares of the target's upper end. */
export interface Thresholds {
  /** From this share on the time is running out. */
  readonly warning: number;
  /** From this share on the answer is too long. */
  readonly over: number;
}

/** The last tenth is time to come to an end; over is over, as it is for the interviewer. */
export const DEFAULT_THRESHOLDS: Thresholds = { warning: 0.9, over: 1 };

/** Plain data for a panel. Seconds; null where there is nothing to say. */
export interface Progress {
  readonly phase: Phase;
  readonly mode: Mode;
  /** Seconds left of the countdown; 0 outside it. */
  readonly countdownSeconds: number;
  readonly elapsedSeconds: number;
  /** Until the target's upper end, below zero when over; null without one. */
  readonly remainingSeconds: number | null;
  readonly verdict: ClockVerdict | null;
  /** Above zero: said more by now than the plan asks for. Null where the place is not known. */
  readonly aheadSeconds: number | null;
  /** When the end comes if the rest goes as planned; null where the place is not known. */
  readonly projectedSeconds: number | null;
  /** Indices into the script's words and sentences. */
  readonly word: number;
  readonly sentence: number;
  readonly isAtEnd: boolean;
}

/** What a session shows at its last event. */
export function progressOf(session: Session, thresholds: Thresholds = DEFAULT_THRESHOLDS): Progress {
  const { plan, phase, mode, speed } = session;
  const elapsedSeconds = session.runningMs / 1000;
  const aheadSeconds = mode === 'clock' ? null : aheadOf(session, elapsedSeconds);
  const left = Math.max(0, plan.seconds - session.position);
  return {
    phase,
    mode,
    countdownSeconds: phase === 'countdown' ? session.countdownLeftMs / 1000 : 0,
    elapsedSeconds,
    remainingSeconds: plan.target?.maxSeconds == null ? null : plan.target.maxSeconds - elapsedSeconds,
    verdict: clockVerdictOf(elapsedSeconds, plan.target, thresholds),
    aheadSeconds,
    projectedSeconds: mode === 'clock' ? null : elapsedSeconds + left / (mode === 'flow' ? speed : 1),
    word: wordAt(session),
    sentence: session.sentence,
    isAtEnd: isAtEnd(session),
  };
}

/** How so many seconds stand to a target; null without an upper end, because then nothing can be over. */
export function clockVerdictOf(
  seconds: number,
  target: ScriptTarget | null,
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): ClockVerdict | null {
  if (target?.maxSeconds == null) return null;
  if (seconds > target.maxSeconds * thresholds.over) return 'over';
  return seconds >= target.maxSeconds * thresholds.warning ? 'warning' : 'onTrack';
}

/** The times of a run that has ended. Seconds. */
export interface Outcome {
  readonly mode: Mode;
  readonly seconds: number;
  /** By the microphone; null without one. */
  readonly spokenSeconds: number | null;
  readonly silentSeconds: number | null;
  /** Taken by hand and not counted in `seconds`. */
  readonly pausedSeconds: number;
  readonly longestPause: { readonly seconds: number; readonly sentence: number } | null;
  /** Seconds of each sentence with the pause behind it; null where they were not measured. */
  readonly sentences: readonly (number | null)[];
  /** Why the run says little about the speaker's pace; empty for a run from start to end. */
  readonly flaws: readonly Flaw[];
}

/** Went back, left sentences out, stopped early, was away, or changed the text on the way. */
export type Flaw = 'repeated' | 'skipped' | 'unfinished' | 'away' | 'edited';

export function outcomeOf(session: Session): Outcome {
  const { mode, runningMs, pausedMs, voice, lapsMs, isMeasured } = session;
  const isHeard = voice.spokenMs + voice.silentMs > 0;
  return {
    mode,
    seconds: runningMs / 1000,
    spokenSeconds: isHeard ? voice.spokenMs / 1000 : null,
    silentSeconds: isHeard ? voice.silentMs / 1000 : null,
    pausedSeconds: pausedMs / 1000,
    longestPause: voice.longestMs > 0 ? { seconds: voice.longestMs / 1000, sentence: voice.longestIn } : null,
    sentences: lapsMs.map((lap, i) => (isMeasured[i] === true ? lap / 1000 : null)),
    flaws: flawsOf(session),
  };
}

/** In less than this share of its planned time no sentence is said. */
const LEAST_SHARE_OF_SENTENCE = 0.2;
/** The prompter may be so far behind a fast speaker who has said all. */
const LEAST_SHARE_OF_SCRIPT = 0.5;

function flawsOf({ plan, mode, position, sentence, lapsMs, incidents, speed }: Session): readonly Flaw[] {
  const flaws: Flaw[] = [...incidents];
  // Where only the clock is shown, nobody knows the place.
  if (mode === 'clock') return flaws;
  const skipped = plan.sentences
    .slice(0, sentence)
    .some(({ from, to }, i) => lapsMs[i]! / 1000 < ((to - from) * LEAST_SHARE_OF_SENTENCE) / Math.max(1, speed));
  if (skipped) flaws.push('skipped');
  const isFinished = mode === 'sentence' ? sentence >= plan.sentences.length - 1 : position >= plan.seconds * LEAST_SHARE_OF_SCRIPT;
  if (!isFinished) flaws.push('unfinished');
  return flaws;
}

/** The plan is the estimate, stretched to the target where there is one: whoever keeps to it ends on time. */
function aheadOf({ plan, mode, position, sentence }: Session, elapsed: number): number {
  const aim = aimOf(plan.target) ?? plan.seconds;
  const scale = plan.seconds > 0 ? aim / plan.seconds : 1;
  if (mode === 'flow') return position * scale - elapsed;
  // Sentence by sentence, the place is somewhere in the sentence: ahead before it should begin, behind once it should be over.
  const from = (plan.sentences[sentence]?.from ?? 0) * scale;
  const to = (plan.sentences[sentence + 1]?.from ?? plan.seconds) * scale;
  return elapsed < from ? from - elapsed : Math.min(0, to - elapsed);
}

/** The seconds that a target asks for: its upper end, or the lower one where it has no other. */
function aimOf(target: ScriptTarget | null): number | undefined {
  if (target === null) return undefined;
  return target.maxSeconds ?? target.minSeconds;
}
