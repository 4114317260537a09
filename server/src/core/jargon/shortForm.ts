/** Tells by its looks whether a written word is an acronym, and what the acronym is called without plural s and dots. */

import type { Span } from '../text/span.ts';

/** Whatever may be an acronym: "U.S.", "A/B", "LTE-A", "R&D" and every other run of letters and digits. */
export const SHORT_FORM =
  /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.){2,}|(?:CI\/CD|TCP\/IP|TL;DR|\p{Lu}\/\p{Lu}|\p{Lu}(?:-| - )\p{Lu}+|\p{Lu}{2,}(?:-| - )\p{Lu})(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:&\p{Lu}+)?)/gu;

/** Longest acronym in letters, as Schwartz and Hearst have it. */
const LONGEST = 10;

/** The acronym's name, or undefined for a word that can't be one wherever it stands. */
export function nameOf(written: string): string | undefined {
  const bare = written.replaceAll('.', '').replace(' - ', '-');
  const name = /\p{Lu}s$/u.test(bare) && bare.length > 2 ? bare.slice(0, -1) : bare;
  if (name.length < 2 || name.length > LONGEST || !/\p{Lu}/u.test(name) || isRoman(name)) return undefined;
  return name;
}

/** Whether a name is an acronym by its looks alone: mostly capitals. */
export function looksShort(name: string): boolean {
  if (/^\d[DG]$/.test(name)) return true;
  if (!/^\p{L}/u.test(name)) return false;
  const capitals = name.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals < 2) return false;
  // "IoT", "SaaS" and "QoS" have a small letter or two between the first and the last.
  return capitals / name.length > CAPITALS || /^\p{Lu}\p{Ll}{1,2}\p{Lu}$/u.test(name);
}

const CAPITALS = 0.6;

/**
 * The spans among those of a text's words that are only said louder: common words in capitals, and every other word of a
 * passage in capitals that has one.
 */
export function shoutedOf(text: string, spans: readonly Span[]): ReadonlySet<Span> {
  const shouted = new Set<Span>();
  for (let from = 0; from < spans.length;) {
    let to = from;
    while (to < spans.length && isInCapitals(text, spans[to]!) && (to === from || spans[to]!.start - spans[to - 1]!.end <= LONGEST_BLANK))
      to++;
    const passage = spans.slice(from, to);
    const common = passage.filter(({ start, end }) => SHOUTED.has(text.slice(start, end).toLowerCase()));
    for (const span of common.length > 0 && passage.length >= SHORTEST_PASSAGE ? passage : common) shouted.add(span);
    from = Math.max(to, from + 1);
  }
  return shouted;
}

/** Two acronyms side by side are no passage in capitals. */
const SHORTEST_PASSAGE = 3;
/** A blank, perhaps after a comma. */
const LONGEST_BLANK = 2;

function isInCapitals(text: string, { start, end }: Span): boolean {
  return /^\p{Lu}+$/u.test(text.slice(start, Math.min(end, start + LONGEST_WORD)));
}

const LONGEST_WORD = 30;

function isRoman(name: string): boolean {
  return /^(?:X{1,3}|X{0,3}(?:IX|IV|V?I{1,3}|VI{0,3}))$/.test(name) && name !== 'IX';
}

/** Common words that are rather shouted than abbreviated. "IT", "US" and "AM" are left out. */
const SHOUTED: ReadonlySet<string> = new Set(
  (
    'a all also always am and any are as at be because best big but by can cannot did do does done ever every first for from get ' +
    'go good had has have he her here his how i if in into is just keep last like make many may me more most much must my need ' +
    'never new no none not note nothing now of off ok okay on once one only or other our out over own please read really she ' +
    'should so some still stop such than that the their them then there these they this those to todo too true false try two under up ' +
    'very want was we well were what when where which who why will with work would yes yet you your'
  ).split(' '),
);
