/** What the rehearsal page says, in one place. */

import type { Track } from './run.ts';

export const STRINGS = {
  connecting: 'Waiting for the editor…',
  asking: 'May this page use the microphone? Your browser asks you.',
  listening: 'Listening. Begin when you are ready: the clock starts at your first word.',
  byKey: 'Press Space to start, or M to start by voice.',
  asleep: 'Press Space to start, or M to start by voice.',
  running: 'Started.',
  paused: 'Paused.',
  resumed: 'Going on.',
  taken: 'That was not an answer. Begin when you are ready.',
  ended: (seconds: string) => `Done: ${seconds}. The report is in your editor; you may close this page.`,
  over: 'Over the target.',
  warning: 'Time is nearly up.',
  denied: 'The microphone is not allowed here. Everything works by key: press Space to start.',
  absent: 'There is no microphone. Everything works by key: press Space to start.',
  failed: 'The microphone can not be used. Everything works by key: press Space to start.',
  lost: 'The microphone is gone. The run goes on by key.',
  unreachable: 'The editor can not be reached; this run may be lost.',
  closed: 'The rehearsal is over. You may close this page, and start another one in the editor.',
  idle: 'This page was not used for long and has ended. Start again in the editor.',
  remaining: (seconds: string) => `, ${seconds} left`,
  overBy: (seconds: string) => ` by ${seconds}`,
  summary: (speech: string, pauses: string, longest: string) => `${speech} of speech, ${pauses} of pauses, the longest ${longest}.`,
  start: 'Start',
  pause: 'Pause',
  resume: 'Resume',
} as const;

/** Each state by word and by shape, so that nobody has to tell colours apart. */
export const TRACKS: Readonly<Record<Track, { readonly shape: string; readonly word: string }>> = {
  none: { shape: '', word: '' },
  onTrack: { shape: '●', word: 'on time' },
  warning: { shape: '▲', word: 'nearly up' },
  over: { shape: '■', word: 'over' },
};

/** `1:05`, whole seconds of a clock. */
export function clock(seconds: number): string {
  const whole = Math.floor(Math.max(0, seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `12.3 s` or `2 min 5 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
