/** The names that suppressions say rules by: a rule's id, a family such as `claim/*`, or nothing for all. */

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
  let best: { id: string; distance: number } | undefined;
  for (const { id } of rules) {
    const whole = distance(wanted, id.replaceAll(/[^a-z]/g, ''));
    const last = distance(wanted, id.slice(id.indexOf('/') + 1).replaceAll('-', ''));
    const smaller = Math.min(whole, last);
    if (best === undefined || smaller < best.distance) best = { id, distance: smaller };
  }
  return best !== undefined && best.distance <= Math.max(1, wanted.length / 4) ? best.id : undefined;
}

const EVERY = '*';

/** Levenshtein's distance. Names are short; a longer one than any rule's is near to none. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 10) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
