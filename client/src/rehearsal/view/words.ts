/** The words of the panel: times, differences and states, as they are read and as they are said. */

import type { Progress, ClockVerdict } from '../../../../server/src/core/rehearsal/progress.ts';
import type { RecallForm } from '../../../../server/src/core/rehearsal/recall.ts';
import type { ScriptTarget } from '../../../../server/src/core/rehearsal/script.ts';
import type { Mode } from '../../../../server/src/core/rehearsal/sessionState.ts';
import { formatSeconds } from '../../../../server/src/core/text/format.ts';
import { phrase, t } from '../../../../server/src/core/locale/locale.ts';

/** "0:07", "12:03": whole seconds that have passed. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** "0:23 left", "0:04 over". Elapsed and remaining add up to the target in whole seconds. */
export function remainingText(seconds: number): string {
  return seconds >= 0 ? t('{0} left', clockText(Math.ceil(seconds))) : t('{0} over', clockText(-seconds));
}

/** Less than a second is nothing that one can act on. */
export function paceText(seconds: number | null): string {
  if (seconds === null) return '';
  if (Math.abs(seconds) < 1) return t('on pace');
  return seconds > 0 ? t('{0} ahead', formatSeconds(seconds)) : t('{0} behind', formatSeconds(-seconds));
}

/** "30 s", "45 s to 90 s", "at least 2 min". */
export function targetText({ minSeconds, maxSeconds }: ScriptTarget): string {
  if (maxSeconds === null) return t('at least {0}', formatSeconds(minSeconds));
  if (minSeconds === maxSeconds || minSeconds === 0) return formatSeconds(maxSeconds);
  return t('{0} to {1}', formatSeconds(minSeconds), formatSeconds(maxSeconds));
}

/** "43 s: 5 s over the estimate, as expected", for a run of 48 s: the difference of what is shown, which anyone may work out. */
export function estimateText(estimate: number, seconds: number, isAsEstimated: boolean): string {
  const difference = differenceText(Math.round(seconds) - Math.round(estimate), 'estimate');
  return isAsEstimated
    ? t('{0}: {1}, as expected', formatSeconds(estimate), difference)
    : t('{0}: {1}', formatSeconds(estimate), difference);
}

/** "4 s over the target". */
export function differenceText(seconds: number, from: 'target' | 'estimate'): string {
  const isTarget = from === 'target';
  if (Math.abs(seconds) < 0.5) return isTarget ? t('as long as the target') : t('as long as the estimate');
  const time = formatSeconds(Math.abs(seconds));
  if (seconds > 0) return isTarget ? t('{0} over the target', time) : t('{0} over the estimate', time);
  return isTarget ? t('{0} under the target', time) : t('{0} under the estimate', time);
}

export const VERDICT_WORDS: Readonly<Record<ClockVerdict, string>> = {
  onTrack: phrase('On track'),
  warning: phrase('Nearly over'),
  over: phrase('Over'),
};

export const MODE_WORDS: Readonly<Record<Mode, string>> = {
  flow: phrase('Flow'),
  sentence: phrase('Sentence by sentence'),
  clock: phrase('Clock only'),
};

export const FORM_WORDS: Readonly<Record<RecallForm, string>> = {
  full: phrase('Whole text'),
  firstLetters: phrase('First letters'),
  keyPoints: phrase('Key points'),
  hidden: phrase('Question only'),
};

/** The state of the run in a word; empty while it runs. */
export function phaseText({ phase, countdownSeconds, isAtEnd }: Progress): string {
  if (phase === 'ready') return t('Ready');
  if (phase === 'countdown') return t('Starts in {0}', Math.ceil(countdownSeconds));
  if (phase === 'listening') return t('Waiting for your first word');
  if (phase === 'paused') return t('Paused');
  if (phase === 'ended') return t('Ended');
  return isAtEnd ? t('End of the text') : '';
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
    if (now.verdict === 'over') return t('Over the target.');
    if (now.verdict === 'warning') return t('Nearly over. {0} seconds left.', Math.max(0, Math.round(now.remainingSeconds ?? 0)));
  }
  if (!before.isAtEnd && now.isAtEnd && now.mode === 'flow') return t('End of the text.');
  return null;
}

function spokenPhase(before: Progress, now: Progress): string | null {
  switch (now.phase) {
    case 'countdown':
      return t('Starts in {0} seconds.', Math.ceil(now.countdownSeconds));
    case 'running':
      return before.phase === 'paused' ? t('Resumed.') : t('Started.');
    case 'paused':
      return t('Paused at {0}.', formatSeconds(now.elapsedSeconds));
    case 'ended':
      return t('Ended after {0}.', formatSeconds(now.elapsedSeconds));
    case 'ready':
      return t('Stopped.');
    case 'listening':
      return null;
  }
}
