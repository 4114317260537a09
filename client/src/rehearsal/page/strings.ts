/** What the rehearsal page says, in one place, in the user's language. */

import type { Track } from './run.ts';
import { formatNumber, phrase, t } from '../../../../server/src/core/locale/locale.ts';

export const STRINGS = {
  connecting: () => t('Waiting for the editor…'),
  asking: () => t('May this page use the microphone? Your browser will ask you.'),
  listening: () => t('Listening. Begin when you are ready: the clock starts at your first word.'),
  byKey: () => t('Press Space to start, or M to start by voice.'),
  asleep: () => t('Press Space to start, or M to start by voice.'),
  running: () => t('Started.'),
  paused: () => t('Paused.'),
  resumed: () => t('Resumed.'),
  taken: () => t('That was not an answer. Begin when you are ready.'),
  ended: (seconds: string) => t('Done: {0}. The report is in your editor; you may close this page.', seconds),
  over: () => t('Over the target.'),
  warning: () => t('Time is nearly up.'),
  denied: () => t('The microphone is not allowed here. Everything works from the keyboard: press Space to start.'),
  absent: () => t('There is no microphone. Everything works from the keyboard: press Space to start.'),
  failed: () => t('The microphone can’t be used. Everything works from the keyboard: press Space to start.'),
  lost: () => t('The microphone has stopped. The run continues from the keyboard.'),
  unreachable: () => t('The editor can’t be reached; this run may be lost.'),
  closed: () => t('The rehearsal is over. You may close this page, and start another one in the editor.'),
  idle: () => t('This page has not been used for a long time and has ended. Start again in the editor.'),
  remaining: (seconds: string) => t(', {0} left', seconds),
  overBy: (seconds: string) => t(' by {0}', seconds),
  summary: (speech: string, pauses: string, longest: string) =>
    t('{0} of speech, {1} of pauses, the longest {2}.', speech, pauses, longest),
  start: () => t('Start'),
  pause: () => t('Pause'),
  resume: () => t('Resume'),
} as const;

/** Each state by word and by shape, so that nobody has to tell colours apart. */
export const TRACKS: Readonly<Record<Track, { readonly shape: string; readonly word: string }>> = {
  none: { shape: '', word: '' },
  onTrack: { shape: '●', word: phrase('on time') },
  warning: { shape: '▲', word: phrase('nearly up') },
  over: { shape: '■', word: phrase('over') },
};

/** `1:05`, whole seconds of a clock. */
export function clock(seconds: number): string {
  const whole = Math.floor(Math.max(0, seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `12.3 s` or `2 min 5 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? t('{0} s', formatNumber(seconds, { least: 1, most: 1 })) : t('{0} min {1} s', Math.floor(whole / 60), whole % 60);
}
