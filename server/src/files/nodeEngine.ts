/** How much memory and time Node's engine takes for what it compiles and collects. */

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

/** Takes back what `keepMemorySmall` saves: with thousands of findings at each keystroke, copying young objects would take a quarter of the time. */
export function giveRoom(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}

/**
 * Has each regular expression compiled once. The engine begins with code that it interprets, and compiles again when an
 * expression is used a second time; ours are long and nearly all used for every sentence, so the first code is a third of the
 * time to the first findings, and memory besides.
 */
export function compilePatternsOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}
