/** Finds acronyms in English text, and where the text itself says what they stand for. */

import { BEYOND, CAPITAL, DIGIT, eachMatch, runEnd, SMALL, sortAt, UNSURE } from '../text/eachMatch.ts';
import type { Span } from '../text/span.ts';
import { alignBackwards, alignForwards, longestExpansion, STOP_WORDS, wordsOf, type Alignment, type Word } from './alignment.ts';
import { shoutedOf, looksShort, nameOf, SHORT_FORM } from './shortForm.ts';

/** An acronym as it stands in a text. Offsets are UTF-16. */
export interface ShortForm {
  /** With a plural s, without a possessive. */
  readonly span: Span;
  /** What it is called in lists: without plural s and dots, such as `LLM` for "LLMs" and `US` for "U.S.". */
  readonly name: string;
}

/** A place where a text says what an acronym stands for. */
export interface Definition {
  readonly short: ShortForm;
  readonly expansion: Span;
  /** Whether the text only has the words somewhere near, and doesn't say that they belong together. */
  readonly isNearby: boolean;
}

export interface Acronyms {
  /** Every acronym, in order. Shouted words, Roman numerals and single letters are none. */
  readonly shortForms: readonly ShortForm[];
  /**
   * Every definition, in order of the acronyms: brackets either way ("large language model (LLM)"), said ("LLM, which
   * stands for …", "…, or LLM", "LLM, so …,"), and side by side.
   */
  readonly definitions: readonly Definition[];
}

/** Finds acronyms and their definitions in linear time; `words` are those of the text, where they are known already. */
export function findAcronyms(text: string, words = wordsOf(text)): Acronyms {
  const candidates = candidatesOf(text);
  const definitions = definitionsOf(text, words, candidates);
  const defined = new Set(definitions.map(({ short }) => short.name));
  const shortForms = candidates.filter(({ name, looks }) => looks || defined.has(name)).map(({ span, name }) => ({ span, name }));
  return { shortForms, definitions };
}

/** Every acronym of the text, in order. */
export function findShortForms(text: string): readonly ShortForm[] {
  return findAcronyms(text).shortForms;
}

/** Every definition of the text, in order of the acronyms. */
export function findDefinitions(text: string): readonly Definition[] {
  return findAcronyms(text).definitions;
}

function definitionsOf(text: string, words: readonly Word[], candidates: readonly Candidate[]): readonly Definition[] {
  const definitions: Definition[] = [];
  const unresolved: Placed[] = [];
  let w = 0;
  for (const { span, name, looks } of candidates) {
    while (w < words.length && words[w]!.end <= span.start) w++;
    let after = w;
    while (after < words.length && words[after]!.start < span.end) after++;
    const placed: Placed = { short: { span, name }, before: w - 1, after };
    // "Residual network (ResNet)": what doesn't look like an acronym is one only alone in brackets, or where a hump is in it.
    const expansion = looks || isInBrackets(text, span) || CAMEL_CASE.test(name) ? linked(text, words, placed) : undefined;
    if (expansion !== undefined) definitions.push({ short: placed.short, expansion, isNearby: false });
    else if (looks) unresolved.push(placed);
  }
  const known = new Set(definitions.map(({ short }) => short.name));
  for (const placed of unresolved) {
    if (known.has(placed.short.name)) continue;
    const expansion = nearby(words, placed);
    if (expansion === undefined) continue;
    known.add(placed.short.name);
    definitions.push({ short: placed.short, expansion, isNearby: true });
  }
  return definitions.sort((a, b) => a.short.span.start - b.short.span.start);
}

const CAMEL_CASE = /\p{Ll}\p{Lu}/u;

function isInBrackets(text: string, { start, end }: Span): boolean {
  return /[([]["'“‘]?\s?$/.test(text.slice(Math.max(0, start - 3), start)) && /^\s?["'”’]?[)\]]/.test(text.slice(end, end + 3));
}

interface Candidate extends ShortForm {
  /** Whether it is an acronym by its looks alone; others are acronyms only where they are defined. */
  readonly looks: boolean;
}

interface Placed {
  readonly short: ShortForm;
  /** Indices of the words around it. */
  readonly before: number;
  readonly after: number;
}

function candidatesOf(text: string): readonly Candidate[] {
  const spans: Span[] = [];
  // Nothing without a capital is an acronym or shouted, and a word between two of them is longer than any blank.
  eachMatch(text, SHORT_FORM, smallWordEnd, (start, end) => {
    if (hasCapital(text, start, end)) spans.push({ start, end });
  });
  const shouted = shoutedOf(text, spans);
  const candidates: Candidate[] = [];
  for (const span of spans) {
    const name = nameOf(text.slice(span.start, span.end));
    if (name !== undefined) candidates.push({ span, name, looks: looksShort(name) && !shouted.has(span) });
  }
  return candidates;
}

/** The end of a word without capitals, where no capital follows that might belong to it. */
function smallWordEnd(text: string, at: number): number {
  const sort = sortAt(text, at);
  if (sort === 0) return at;
  const end = runEnd(text, at, SMALL | DIGIT);
  return end === at || text[end] === '&' || (sortAt(text, end) & (CAPITAL | BEYOND)) !== 0 ? UNSURE : end;
}

function hasCapital(text: string, start: number, end: number): boolean {
  let isAscii = true;
  for (let at = start; at < end; at++) {
    const sort = sortAt(text, at);
    if (sort === CAPITAL) return true;
    if (sort === BEYOND) isAscii = false;
  }
  return !isAscii && /\p{Lu}/u.test(text.slice(start, end));
}

/** How surely a link between acronym and expansion says that they belong together, as the cost that it bears. */
interface Link {
  readonly pattern: RegExp;
  /** Greatest cost of the alignment for each letter. */
  readonly costPerLetter: number;
  /** Fewest letters of an acronym that the link is believed for. */
  readonly letters: number;
}

const SURE = { costPerLetter: 0.8, letters: 2 };
const LIKELY = { costPerLetter: 0.3, letters: 2 };
const STRICT = { costPerLetter: 0.1, letters: 3 };
const STRICT_FOR_TWO = { costPerLetter: 0.1, letters: 2 };

/** What stands between an expansion and the acronym after it, in the order in which it is tried. */
const EXPANSION_FIRST: readonly Link[] = [
  {
    pattern:
      /\s?[([]\s?(?:(?:also|hereafter|henceforth|or|abbreviated|abbr\.|aka|a\.k\.a\.|called|known|referred|to|as|the|simply|denoted|by|e\.g\.|i\.e\.|[:,])\s?)*["'“‘`]?\s?$/,
    ...SURE,
  },
  {
    pattern:
      /\s?,?\s(?:or|also|often|commonly|usually)?\s?(?:known as|called|abbreviated as|abbreviated to|abbreviated|shortened to|denoted as|denoted by|referred to as|aka|a\.k\.a\.|or simply|or just)(?:\sthe|\san?)?\s["'“‘`]?\s?$/,
    ...LIKELY,
  },
  { pattern: /\s?,?\sor\s(?:the\s)?["'“‘`]?$/, ...LIKELY },
  { pattern: /\s?[,:–—-]\s?["'“‘`]?$/, ...STRICT_FOR_TWO },
  { pattern: /\s["'“‘`]?$/, ...STRICT },
];

/** What stands between an acronym and the expansion after it. */
const SHORT_FIRST: readonly Link[] = [
  {
    pattern:
      /^["'”’`]?\s?[([]\s?(?:(?:short|stands?|standing|abbreviation|acronym|meaning|for|of|or|i\.e\.|that is|the|an?|[:,])\s?)*["'“‘]?\s?/,
    ...SURE,
  },
  {
    pattern:
      /^["'”’`]?\s?,?\s(?:(?:which|that|it|this|and)\s){0,2}(?:just |simply |really )?(?:stands? for|standing for|stood for|is short for|short for|means|meaning|is an? (?:acronym|abbreviation) (?:for|of))\s(?:the\s|an?\s)?["'“‘]?/,
    ...SURE,
  },
  {
    pattern: /^["'”’`]?\s?,?\s(?:i\.e\.|that is|that's|that’s|in other words|so|or|namely|in full)\s?,?\s(?:the\s|an?\s)?["'“‘]?/,
    ...LIKELY,
  },
  { pattern: /^["'”’`]?\s?[=:]\s(?:the\s|an?\s)?/, ...LIKELY },
  { pattern: /^["'”’`]?\s?(?:,|[–—-])\s?(?:the\s|an?\s)?/, ...STRICT_FOR_TWO },
  { pattern: /^\s/, ...STRICT },
];

/** Longest link in UTF-16 units; bounds the work for each acronym. */
const LONGEST_LINK = 60;

/** The expansion that a link beside the acronym leads to. */
function linked(text: string, words: readonly Word[], { short, before, after }: Placed): Span | undefined {
  const letters = lettersOf(short.name);
  const left = text.slice(Math.max(0, short.span.start - LONGEST_LINK), short.span.start);
  const right = text.slice(short.span.end, short.span.end + LONGEST_LINK);
  const tries: [number, () => Span | undefined][] = [];
  for (const link of EXPANSION_FIRST) {
    const match = link.pattern.exec(left);
    if (match === null || letters.length < link.letters) continue;
    const last = wordBefore(words, before, short.span.start - (left.length - match.index));
    tries.push([link.costPerLetter, () => spanOf(words, backwards(letters, words, last, link), letters, link)]);
    break;
  }
  for (const link of SHORT_FIRST) {
    const match = link.pattern.exec(right);
    if (match === null || letters.length < link.letters) continue;
    const first = wordAfter(words, after, short.span.end + match[0].length);
    tries.push([link.costPerLetter, () => spanOf(words, forwards(letters, words, first, link), letters, link)]);
    break;
  }
  tries.sort(([a], [b]) => b - a);
  for (const [, attempt] of tries) {
    const span = attempt();
    if (span !== undefined) return span;
  }
  return undefined;
}

function wordBefore(words: readonly Word[], from: number, offset: number): number {
  let i = from;
  while (i >= 0 && words[i]!.end > offset) i--;
  return i;
}

function wordAfter(words: readonly Word[], from: number, offset: number): number {
  let i = from;
  while (i < words.length && words[i]!.start < offset) i++;
  return i;
}

function backwards(letters: string, words: readonly Word[], last: number, link: Link): Alignment | undefined {
  if (last < 0) return undefined;
  let from = last;
  const earliest = Math.max(0, last - longestExpansion(letters) + 1);
  while (from > earliest && !isBorder(words[from]!, letters, link)) from--;
  return alignBackwards(letters, words, from, last);
}

function forwards(letters: string, words: readonly Word[], first: number, link: Link): Alignment | undefined {
  if (first >= words.length) return undefined;
  let to = first;
  const latest = Math.min(words.length - 1, first + longestExpansion(letters) - 1);
  while (to < latest && !isBorder(words[to + 1]!, letters, link)) to++;
  return alignForwards(letters, words, first, to);
}

/** Only where a link is sure may an expansion have a comma in it, as "health, safety and environment (HSE)" has. */
function isBorder({ border }: Word, letters: string, { costPerLetter }: Link): boolean {
  return border === 'break' || (border === 'comma' && (costPerLetter < SURE.costPerLetter || letters.length < 3));
}

function spanOf(words: readonly Word[], alignment: Alignment | undefined, letters: string, { costPerLetter }: Link): Span | undefined {
  if (alignment === undefined || alignment.cost > costPerLetter * letters.length) return undefined;
  const { first, last } = alignment;
  // A single word doesn't expand itself, nor does an expansion that has the acronym in it.
  if (first === last && words[first]!.text.length <= letters.length + 1) return undefined;
  return { start: words[first]!.start, end: words[last]!.end };
}

/** How many words around an acronym are searched for words with just its initials. */
const NEARBY_WORDS = 40;
/** Two words with the right initials are all too often a coincidence. */
const NEARBY_LETTERS = 3;

/** Words of the same text whose initials spell the acronym exactly. */
function nearby(words: readonly Word[], { short, before, after }: Placed): Span | undefined {
  const letters = lettersOf(short.name);
  if (letters.length < NEARBY_LETTERS) return undefined;
  for (let i = before; i >= Math.max(0, before - NEARBY_WORDS); i--) {
    const span = spelled(letters, words, i);
    if (span !== undefined) return span;
  }
  for (let i = after; i < Math.min(words.length, after + NEARBY_WORDS); i++) {
    const span = spelled(letters, words, i);
    if (span !== undefined) return span;
  }
  return undefined;
}

/** Words that acronyms are not made of, besides those that they leave out. */
const NEVER_SPELLED: ReadonlySet<string> = new Set([
  ...STOP_WORDS,
  ...(
    'about after all also although another any are because been before being both but can cannot could did does during each either even had ' +
    'has have having here how however its just like made many may might more most much must need needs not now off once only other ' +
    'our out over own said same shall she should showed shown shows since some such taken than their them then there these they this those ' +
    'through too until use used uses using very was well were what when where whereas whether which while who whose why will would yet you'
  ).split(' '),
]);

function spelled(letters: string, words: readonly Word[], first: number): Span | undefined {
  // "two-stage fine-tuning" is no SFT: an expansion neither begins nor ends inside a compound.
  if (words[first]?.isHyphenated === true || words[first + letters.length]?.isHyphenated === true) return undefined;
  let w = first;
  for (let i = 0; i < letters.length; i++, w++) {
    const word = words[w];
    if (word === undefined || (i > 0 && word.border !== 'none')) return undefined;
    if (!word.text.startsWith(letters[i]!) || word.text.length < 3 || NEVER_SPELLED.has(word.text)) return undefined;
  }
  return { start: words[first]!.start, end: words[w - 1]!.end };
}

/** The letters that an expansion must account for. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}&]/gu, '');
}
