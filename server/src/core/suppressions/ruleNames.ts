/** The names that suppressions say rules by: a rule's id, a family such as `claim/*`, or nothing for all. */

import { Memo } from '../text/memo.ts';

/** The ids as the registry has them. A suppression is never about these rules themselves. */
export type KnownRules = readonly { readonly id: string }[];

/** Whether a name means a rule; `undefined` means every rule. The rules about suppressions are meant by their own id only. */
export function namesRule(name: string | undefined, rule: string): boolean {
  if (name === undefined || name === EVERY) return !rule.startsWith('suppression/');
  return name === rule || (name.endsWith('/*') && rule.startsWith(name.slice(0, -1)));
}

/** Whether a name means any rule at all. */
export function isRuleName(name: string, rules: KnownRules): boolean {
  return name === EVERY || rules.some(({ id }) => namesRule(name, id));
}

/** The rule that a misspelt name is nearest to, when it is near to one. */
export function nearestRule(name: string, rules: KnownRules): string | undefined {
  const wanted = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const { letters: all, nearest } = lettersOf(rules);
  return nearest.of(wanted, () => ({ id: nearestTo(wanted, all) })).id;
}

function nearestTo(wanted: string, all: readonly RuleLetters[]): string | undefined {
  let most = Math.max(1, wanted.length / 4);
  let best: string | undefined;
  for (const { id, whole, last } of all) {
    for (const letters of [whole, last]) {
      // Most names differ too much in length alone, and a file may have a hundred thousand of them.
      if (Math.abs(letters.length - wanted.length) > most) continue;
      const found = distance(wanted, letters);
      if (found > most || (best !== undefined && found === most)) continue;
      best = id;
      most = found;
    }
  }
  return best;
}

interface RuleLetters {
  readonly id: string;
  readonly whole: string;
  /** Without the family. */
  readonly last: string;
}

/** What is made once for each list of rules. */
interface KnownLetters {
  readonly letters: readonly RuleLetters[];
  /** By the letters of what is written: a misspelt name is often there in each of a thousand comments. */
  readonly nearest: Memo<{ readonly id: string | undefined }>;
}

function lettersOf(rules: KnownRules): KnownLetters {
  let known = LETTERS.get(rules);
  if (known === undefined) {
    const letters = rules.map(({ id }) => ({
      id,
      whole: id.replaceAll(/[^a-z]/g, ''),
      last: id.slice(id.indexOf('/') + 1).replaceAll(/[^a-z]/g, ''),
    }));
    known = { letters, nearest: new Memo(NAMES_KNOWN) };
    LETTERS.set(rules, known);
  }
  return known;
}

/** UTF-16 units: some hundred misspelt names. */
const NAMES_KNOWN = 2_000;

const LETTERS = new WeakMap<KnownRules, KnownLetters>();

const EVERY = '*';

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
