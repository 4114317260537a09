/** Holds a sentence against a passage of a transcript or a line of evidence: does it say the same, or another number? */

import type { Span } from '../text/span.ts';
import { figuresOf, type Figure } from './figures.ts';

/** Something said or written elsewhere that a claim can be held against. Plain data; whoever has the text makes it. */
export interface Passage {
  readonly text: string;
  /** Where a person finds it: `evidence.md`, `interview.txt, 12:30`. */
  readonly where: string;
  /** What a link to it is written as, if it can be linked. */
  readonly target?: string;
  /** UTF-16 offsets in its own file. */
  readonly span?: Span;
  readonly kind: 'transcript' | 'evidence';
}

/** What the candidate knows besides the answer. */
export interface ClaimContext {
  /** The passages that may say the same as a sentence, the likeliest first; a handful is enough. */
  readonly passagesFor: (sentence: string) => readonly Passage[];
}

export const NO_CONTEXT: ClaimContext = { passagesFor: () => [] };

export type Relation =
  | { readonly kind: 'supports'; readonly passage: Passage }
  /** `said` is the figure of the sentence, `other` that of the passage, both with spans in their own text. */
  | { readonly kind: 'contradicts'; readonly passage: Passage; readonly said: Figure; readonly other: Figure };

/**
 * How a passage relates to a sentence: it supports it with the same content words and the same figures, and contradicts
 * it with the same content words and another figure of the same unit. Words are the same when their stems are.
 */
export function relate(sentence: string, passage: Passage, figures: readonly Figure[] = figuresOf(sentence)): Relation | undefined {
  const own = stemsOf(sentence);
  const theirs = stemsOf(passage.text);
  let shared = 0;
  for (const stem of own) if (theirs.has(stem)) shared++;
  // A short line of evidence is covered by a long sentence, and a sentence by a long passage.
  const cover = Math.max(shared / Math.max(1, own.size), shared / Math.max(1, theirs.size));
  if (shared < LEAST_SHARED || cover < LEAST_COVER) return undefined;
  const compared = figures.filter(({ unit, kind }) => unit !== '' && kind !== 'other');
  const all = figuresOf(passage.text);
  const others = all.filter(({ unit }) => unit !== '');
  for (const said of compared) {
    const sameUnit = others.filter((other) => unitOf(other) === unitOf(said));
    if (sameUnit.length === 0 || sameUnit.some((other) => isSame(said, other))) continue;
    // A figure that the sentence also gives belongs to something else it says.
    const other = sameUnit.find((candidate) => !compared.some((figure) => isSame(figure, candidate)));
    if (other !== undefined) return { kind: 'contradicts', passage, said, other };
  }
  const isCovered = compared.every((said) => others.some((other) => unitOf(other) === unitOf(said) && isSame(said, other)));
  const sameYears = figures.every((said) => said.kind !== 'year' || all.some(({ kind, value }) => kind === 'year' && value === said.value));
  if (
    !isCovered ||
    !sameYears ||
    (compared.length === 0 && (shared < LEAST_SHARED_WITHOUT_FIGURE || shared / Math.max(1, own.size) < LEAST_COVER))
  )
    return undefined;
  return { kind: 'supports', passage };
}

/** Fewer shared stems are chance: two of a sentence's words meet in many texts. */
const LEAST_SHARED = 2;
const LEAST_SHARED_WITHOUT_FIGURE = 3;
const LEAST_COVER = 0.6;
/** "About 120" and 118 are the same to a listener. */
const TOLERANCE = 0.05;

function isSame(a: Figure, b: Figure): boolean {
  const [x, y] = [baseValue(a), baseValue(b)];
  return Math.abs(x - y) <= TOLERANCE * Math.max(Math.abs(x), Math.abs(y));
}

const SECONDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ms: 0.001,
    s: 1,
    h: 3600,
    millisecond: 0.001,
    second: 1,
    sec: 1,
    minute: 60,
    min: 60,
    hour: 3600,
    hr: 3600,
    day: 86_400,
    week: 604_800,
    month: 2_629_800,
    quarter: 7_889_400,
    year: 31_557_600,
  }),
);

/** Units that can be compared have one name. */
function unitOf({ unit }: Figure): string {
  return SECONDS.has(unit) ? 'second' : unit === 'share' ? 'percent' : unit;
}

function baseValue({ value, unit }: Figure): number {
  return unit === 'share' ? value * 100 : value * (SECONDS.get(unit) ?? 1);
}

/** The stems of the content words of a text: no function words, no numbers, no units of time. */
export function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu)) {
    if (word.length > 1 && !FUNCTION_WORDS.has(word) && !SECONDS.has(word.replace(/s$/, ''))) stems.add(stemOf(word));
  }
  return stems;
}

/** A word without its endings: "reduced", "reducing" and "reduces" meet. Made for comparing, not for showing. */
export function stemOf(word: string): string {
  let stem = word.toLowerCase().replace(/['’]s?$/, '');
  if (stem.length < 4) return stem;
  stem = stem.replace(/ies$/, 'y').replace(/(?<=[^su])s$/, '');
  for (const ending of ENDINGS) {
    if (stem.endsWith(ending) && stem.length - ending.length >= 3) {
      stem = stem.slice(0, -ending.length);
      break;
    }
  }
  return stem.replace(/(?<=([b-df-hj-np-tv-z]))\1$/, '').replace(/[ey]$/, '');
}

const ENDINGS = [
  'ization',
  'isation',
  'ation',
  'ition',
  'ction',
  'ment',
  'ness',
  'ingly',
  'edly',
  'ing',
  'ied',
  'ed',
  'ly',
  'est',
  'er',
  'or',
  'ive',
  'ion',
  'al',
];

/** Words that hold sentences together and say nothing by themselves, and the commonest verbs of stories. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  "a an the and or but so if then than that this these those it its it's i'm i i've i'd i'll we we've you he she they them us me my our your his her their to of in on at by for from with without into onto over under about as is are was were be been being am do does did done have has had having will would can could should may might must not no yes there here what which who whom whose when where why how all any each every some more most much many such own same just also very too now ever never only one two three first last get got make made take took go went come came give gave put let because while after before during through up down out off again once percent".split(
    ' ',
  ),
);
