/** Which of its meanings an ambiguous acronym has in an answer, by the acronyms that it stands beside. */

import type { Audience } from './audience.ts';
import { meaningsOf } from './pack.ts';

/** Acronyms of the same people that it takes: one may be there by chance. */
const ENOUGH = 2;

/**
 * The one expansion of an acronym that the same people know as the acronyms beside it, as far as these have one meaning only:
 * beside SFT and PPO, DPO is no officer. Undefined where none fits, or more than one.
 */
export function expansionByCompany(name: string, beside: Iterable<string>): string | undefined {
  const meanings = meaningsOf(name);
  if (meanings.length < 2) return undefined;
  const counts = new Map<string, number>();
  for (const other of new Set(beside)) {
    const [only, ...more] = meaningsOf(other);
    if (other === name || only === undefined || more.length > 0) continue;
    const key = keyOf(only.audiences);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const fitting = meanings.filter(({ audiences }) => audiences.size > 0 && (counts.get(keyOf(audiences)) ?? 0) >= ENOUGH);
  return fitting.length === 1 ? fitting[0]!.expansion : undefined;
}

function keyOf(audiences: ReadonlySet<Audience>): string {
  return [...audiences].sort().join();
}
