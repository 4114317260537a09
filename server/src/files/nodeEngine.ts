/** How much memory Node's engine may take before it collects garbage. */

import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the engine's room for young objects as small as it begins, and has old ones collected when there are two fifths more
 * than were left the last time, where the engine would wait for many more. Each leaves out a fifth of the server's memory with one
 * hour of transcripts, for more work of collecting. The limit of the former can't be set any more once a program runs.
 */
export function keepMemorySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=40');
}

/**
 * Takes back most of what `keepMemorySmall` saves, for documents of so many UTF-16 units: above an hour of speech, sooner
 * collection would cost a tenth of a keystroke, and twice what was left is a fifth less than the engine would take by itself; and
 * with thousands of findings at each, copying young objects would take a quarter of the time.
 */
export function giveRoom(characters: number): void {
  if (characters > HOUR_OF_SPEECH) setFlagsFromString('--heap-growing-percent=100');
  if (characters > 5 * HOUR_OF_SPEECH) setFlagsFromString('--semi-space-growth-factor=2');
}

const HOUR_OF_SPEECH = 50_000;
