/** Prints what was read of a transcript, so that tests compare text with text. */

import { expect } from 'vitest';
import { readTranscript } from '../../server/src/core/transcripts/readTranscript.ts';
import { formatTime } from '../../server/src/core/transcripts/times.ts';
import type { Cue } from '../../server/src/core/transcripts/transcript.ts';

/**
 * One line for each cue: its one-based line, `head` or its time, its speaker, its text, and the lines of its repetitions, as
 * `12 00:04.5 Ann | text [14 16]`; then one for each problem, as `! 3 message`.
 */
export function showCues(text: string): readonly string[] {
  const { cues, problems } = readTranscript(text);
  return [...cues.map(showCue), ...problems.map(({ line, message }) => `! ${line + 1} ${message}`)];
}

/** Compares the cues of a transcript with the lines that `showCues` prints; blank lines and indentation of `expected` don't count. */
export function checkCues(text: string, expected: string): void {
  expect(showCues(text)).toEqual(
    expected
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
}

function showCue({ text, seconds, speaker, pieces, repeats, isHead }: Cue): string {
  const place = [pieces[0]!.line + 1, isHead ? 'head' : undefined, seconds === undefined ? undefined : showTime(seconds), speaker];
  const again = repeats.length === 0 ? '' : ` [${repeats.map((line) => line + 1).join(' ')}]`;
  return `${place.filter((part) => part !== undefined).join(' ')} | ${text}${again}`;
}

/** The time with its fraction, if it has one. */
function showTime(seconds: number): string {
  const fraction = Math.round((seconds % 1) * 1000) / 1000;
  return `${formatTime(seconds)}${fraction === 0 ? '' : String(fraction).slice(1)}`;
}
