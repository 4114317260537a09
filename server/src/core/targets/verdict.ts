/** Whether an answer meets its target, said alike wherever it is shown: in the tree, the timeline, the status bar and the text. */

import { toleranceSeconds } from '../rules/tolerance.ts';
import type { Settings } from '../settings.ts';
import type { Measured } from './measure.ts';

export type Verdict = 'under' | 'met' | 'over';

/** Against the target, with the tolerance that the rules allow: what no rule reports is met. */
export function verdictOf(
  { estimate: { seconds }, target: { minSeconds, maxSeconds } }: Pick<Measured, 'estimate' | 'target'>,
  settings: Settings,
): Verdict {
  if (seconds - maxSeconds > toleranceSeconds(maxSeconds, settings)) return 'over';
  if (minSeconds - seconds > toleranceSeconds(minSeconds, settings)) return 'under';
  return 'met';
}
