/** Says names made of letters, digits and signs: "25B-A3.5B", "getUserById", "Megatron-LM", "H100s". */

import { knownReading, pluralOf, sayCapitals, spell } from './acronyms.ts';
import { cardinal, decimal, ordinal, pairs, pluralNumber, spellDigits, version, year } from './numbers.ts';

/** Whether a token needs to be taken apart to be said: it mixes letters with digits, capitals or joining signs. */
export function isMixedName(written: string): boolean {
  return /[\p{L}]['’]?\d|\d\p{L}|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}|[_./\\+#@^=<>|]|\d-|-\d|::/u.test(written);
}

/** What the reading of a name may depend on. */
export interface NameContext {
  /** The words around, for capitals written for weight. */
  readonly neighbours: readonly string[];
  /** Readings that go before those of the tables: the user's. */
  readonly known: (part: string) => string | undefined;
}

/** What is said for a mixed name. */
export function sayName(written: string, context: NameContext = { neighbours: [], known: knownReading }): string {
  const known = context.known(written);
  if (known !== undefined) return known;
  const possessive = /^(.+)['’]s$/u.exec(written);
  if (possessive !== null) return pluralOf(sayName(possessive[1]!, context)).replace(/([^'])s$/, "$1's");
  const release = /^[vV](\d{1,6}(?:\.\d{1,6})+)$/.exec(written);
  if (release !== null) return `version ${version(release[1]!)}`;
  const plural = /^(\p{L}{3,})s$/u.exec(written);
  const singular = plural === null ? undefined : context.known(plural[1]!);
  if (singular !== undefined) return pluralOf(singular);
  const said: string[] = [];
  for (const part of written.split(/[-_/\\|:\s]+/)) if (part !== '') said.push(sayPart(part, /[a-z]$/.test(said.at(-1) ?? ''), context));
  return said.join(' ');
}

/** One part between hyphens, underscores and slashes. */
function sayPart(part: string, isAfterWord: boolean, { neighbours, known: readingOf }: NameContext): string {
  const known = readingOf(part);
  if (known !== undefined) return known;
  if (/^\d+(?:st|nd|rd|th)$/.test(part)) return ordinal(part.replace(/\D+/, ''));
  if (/^(?:19|20)\d\d$/.test(part) && isAfterWord) return year(part);
  const segments = part.match(SEGMENT) ?? [];
  const said: string[] = [];
  segments.forEach((segment, i) => {
    const previous = segments[i - 1] ?? '';
    const next = segments[i + 1] ?? '';
    if (/^\d/.test(segment)) said.push(sayDigits(segment, previous, next));
    else if (segment === 's' && /^\d/.test(previous)) said.push(pluralNumber(said.pop()!));
    else if (/^\p{L}/u.test(segment)) said.push(sayLetters(segment, previous + next, segments.length === 1 ? neighbours : [], readingOf));
    else {
      const sign = SIGNS.get(segment);
      if (sign !== undefined && (i > 0 || segment !== '.') && (next !== '' || segment !== '.')) said.push(sign);
    }
  });
  return said.join(' ');
}

/** A number with its decimals, capitals (with a plural s), a word, or one sign. Capitals leave their last to the word it begins. */
const SEGMENT =
  // eslint-disable-next-line regexp/no-super-linear-move -- For one word at a time, cut by tokens.ts.
  /\d+(?:,\d{3})*(?:\.\d+)?|\p{Lu}{2,}s(?!\p{Ll})|\p{Lu}{2,}(?=\p{Ll}(?!\p{L}))|\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}'’]+|\p{Lu}|[^\d\p{L}]/gu;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['.', 'dot'],
  ['+', 'plus'],
  ['&', 'and'],
  ['@', 'at'],
  ['=', 'equals'],
  ['%', 'percent'],
  ['#', 'sharp'],
  ['^', 'to the'],
  ['~', 'about'],
  ['<', 'less than'],
  ['>', 'greater than'],
  ['*', 'star'],
  ['→', 'to'],
  ['×', 'by'],
]);

/** Whether a word in small letters has no vowel to say it with: "bf" of bf16, "lr", "nn"; but people do say "hmm". */
export function isUnsayable(lower: string): boolean {
  return lower.length > 1 && lower.length <= 4 && /^[b-df-hj-np-tv-xz]+$/.test(lower) && !INTERJECTIONS.has(lower);
}

const INTERJECTIONS: ReadonlySet<string> = new Set(
  'hm hmm mm mmm sh shh pst psst brr grr tsk zzz pfft nth mr mrs ms dr st th nd rd'.split(' '),
);

function sayDigits(digits: string, previous: string, next: string): string {
  if (digits.includes('.')) return decimal(digits);
  if (/^0\d/.test(digits)) return spellDigits(digits);
  if (digits.length === 4 && !digits.endsWith('000') && (previous !== '' || /^[px]$/i.test(next))) return pairs(digits);
  return cardinal(digits);
}

function sayLetters(letters: string, around: string, neighbours: readonly string[], readingOf: NameContext['known']): string {
  const known = readingOf(letters);
  if (known !== undefined) return known;
  if (/^\p{Lu}{2,}s?$/u.test(letters)) return sayCapitals(letters, neighbours);
  const lower = letters.toLowerCase();
  return isUnsayable(lower) || (lower === 'id' && around !== '') ? spell(lower) : lower;
}
