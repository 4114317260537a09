/** The words of the panel: times, differences and states, as they are read and as they are said. */

import type { Progress, Verdict } from '../../../../server/src/core/rehearsal/progress.ts';
import type { RecallForm } from '../../../../server/src/core/rehearsal/recall.ts';
import type { ScriptTarget } from '../../../../server/src/core/rehearsal/script.ts';
import type { Mode } from '../../../../server/src/core/rehearsal/sessionState.ts';
import { formatSeconds } from '../../../../server/src/core/text/format.ts';

/** "0:07", "12:03": whole seconds that have passed. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** "0:23 left", "0:04 over". Elapsed and remaining add up to the target in whole seconds. */
export function remainingText(seconds: number): string {
  return seconds >= 0 ? `${clockText(Math.ceil(seconds))} left` : `${clockText(-seconds)} over`;
}

/** Less than a second is nothing that one can act on. */
export function paceText(seconds: number | null): string {
  if (seconds === null) return '';
  if (Math.abs(seconds) < 1) return 'on pace';
  return seconds > 0 ? `${formatSeconds(seconds)} ahead` : `${formatSeconds(-seconds)} behind`;
}

/** "30 s", "45 s to 90 s", "at least 2 min". */
export function targetText({ minSeconds, maxSeconds }: ScriptTarget): string {
  if (maxSeconds === null) return `at least ${formatSeconds(minSeconds)}`;
  if (minSeconds === maxSeconds || minSeconds === 0) return formatSeconds(maxSeconds);
  return `${formatSeconds(minSeconds)} to ${formatSeconds(maxSeconds)}`;
}

/** "4 s over the target". */
export function differenceText(seconds: number, from: string): string {
  if (Math.abs(seconds) < 0.5) return `as long as the ${from}`;
  return `${formatSeconds(Math.abs(seconds))} ${seconds > 0 ? 'over' : 'under'} the ${from}`;
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { onTrack: 'On track', warning: 'Nearly over', over: 'Over' };

export const MODE_WORDS: Readonly<Record<Mode, string>> = { flow: 'Flow', sentence: 'Sentence by sentence', clock: 'Clock only' };

export const FORM_WORDS: Readonly<Record<RecallForm, string>> = {
  full: 'Whole text',
  firstLetters: 'First letters',
  keyPoints: 'Key points',
  hidden: 'Question only',
};

/** The state of the run in a word; empty while it runs. */
export function phaseText({ phase, countdownSeconds, isAtEnd }: Progress): string {
  if (phase === 'ready') return 'Ready';
  if (phase === 'countdown') return `Starts in ${Math.ceil(countdownSeconds)}`;
  if (phase === 'listening') return 'Waiting for your first word';
  if (phase === 'paused') return 'Paused';
  if (phase === 'ended') return 'Ended';
  return isAtEnd ? 'End of the text' : '';
}

/** What a screen reader is told when the state has changed from one moment to the next; null when there is nothing new. */
export function announcementFor(before: Progress | undefined, now: Progress): string | null {
  if (before === undefined) return null;
  if (before.phase !== now.phase) {
    const said = spokenPhase(before, now);
    if (said !== null) return said;
  }
  if (now.phase !== 'running') return null;
  if (now.verdict !== null && before.verdict !== now.verdict) {
    if (now.verdict === 'over') return 'Over the target.';
    if (now.verdict === 'warning') return `Nearly over. ${Math.max(0, Math.round(now.remainingSeconds ?? 0))} seconds left.`;
  }
  if (!before.isAtEnd && now.isAtEnd && now.mode === 'flow') return 'End of the text.';
  return null;
}

function spokenPhase(before: Progress, now: Progress): string | null {
  switch (now.phase) {
    case 'countdown':
      return `Starts in ${Math.ceil(now.countdownSeconds)} seconds.`;
    case 'running':
      return before.phase === 'paused' ? 'Goes on.' : 'Started.';
    case 'paused':
      return `Paused at ${formatSeconds(now.elapsedSeconds)}.`;
    case 'ended':
      return `Ended after ${formatSeconds(now.elapsedSeconds)}.`;
    case 'ready':
      return 'Stopped.';
    case 'listening':
      return null;
  }
}
