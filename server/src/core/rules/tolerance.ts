/** How far an answer may miss its target before a rule speaks up. */

import type { Settings } from '../settings.ts';

/** Seconds of tolerance around a target, by share and by absolute length, whichever is wider. */
export function toleranceSeconds(targetSeconds: number, { tolerance }: Settings): number {
  return Math.max(tolerance.seconds, (targetSeconds * tolerance.percent) / 100);
}
