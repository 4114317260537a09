/** Finds the figures of a sentence: what is counted or measured, in which unit, and what merely names a time or a size. */

import { primed } from '../text/primed.ts';
import type { Span } from '../text/span.ts';

/**
 * - `percent`, `multiple` ("twice", "3x"), `money`, `measure` (milliseconds, points, tons), `count` (users, tickets): an outcome can be told by these.
 * - `period` ("in two years", "for six months") says over which time, `year` when, `other` neither ("a team of five", "two-stage").
 */
export type FigureKind = 'percent' | 'multiple' | 'money' | 'measure' | 'count' | 'period' | 'year' | 'other';

export interface Figure {
  readonly span: Span;
  readonly value: number;
  /** The unit in the singular and in small letters; empty without one. */
  readonly unit: string;
  readonly kind: FigureKind;
}

/** The figures of a text in order; spans are UTF-16 offsets in it. */
export function figuresOf(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(primed(FIGURE))) {
    const figure = match.groups!['word'] === undefined ? numeric(match, text) : worded(match, text);
    if (figure !== undefined) figures.push(figure);
  }
  return figures;
}

/** Whether a figure can tell an outcome: a measure, not a date, a period or a size of something else. */
export function tellsOutcome({ kind }: Figure): boolean {
  return kind !== 'period' && kind !== 'year' && kind !== 'other';
}

const SMALL =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const MAGNITUDE = 'hundred|thousand|million|billion|trillion';
/** Digits with their magnitude, number words, or fractions and multiples; then up to two words that may be the unit. */
const FIGURE = new RegExp(
  String.raw`(?<![\w.])(?<money>[$€£]\s?)?(?<digits>\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?<short>\s?(?:k|m|bn|b)(?![\w]))?(?<magnitude>[\s-](?:${MAGNITUDE})s?\b)?` +
    String.raw`|\b(?<word>(?:(?:${SMALL}|${TENS})(?:[\s-](?:${SMALL}))?(?:[\s-](?:${MAGNITUDE})s?\b)?|(?:a|several) (?:hundred|thousand|million|billion)|(?:hundreds|thousands|millions) of|(?:a|one|two|three)[\s-](?:half|third|thirds|quarter|quarters|fifth|fifths|tenth)|half|twice|doubled?|tripled?|quadrupled?|halved|tenfold|twofold|threefold))\b(?!-(?:\w+ed|check|box|click|blind|sided)\b|\s(?:check|click|room|shift|digit|down))`,
  'gi',
);

function numeric(match: RegExpExecArray, text: string): Figure | undefined {
  const { money, digits, short, magnitude } = match.groups as { money?: string; digits: string; short?: string; magnitude?: string };
  const value = Number(digits.replaceAll(',', '')) * factor(short?.trim() ?? magnitude?.replace(/^[\s-]/, '') ?? '');
  const end = match.index + match[0].length;
  if (money !== undefined) return { span: { start: match.index, end }, value, unit: 'money', kind: 'money' };
  if (short === undefined && magnitude === undefined && /^(?:19|20)\d\d$/.test(digits) && !UNIT_AHEAD.test(text.slice(end, end + 12))) {
    return { span: { start: match.index, end }, value, unit: '', kind: 'year' };
  }
  return withUnit(text, { start: match.index, end }, value);
}

function worded(match: RegExpExecArray, text: string): Figure | undefined {
  const word = match.groups!['word']!.toLowerCase();
  const span = { start: match.index, end: match.index + match[0].length };
  const multiple = MULTIPLES.get(word);
  if (multiple !== undefined) return { span, value: multiple, unit: 'times', kind: 'multiple' };
  const value = valueOf(word);
  // "one of", "the other one": a pronoun rather than a number.
  if (word === 'one') return undefined;
  return /third|quarter|half|fifth|tenth/.test(word) ? { span, value, unit: 'share', kind: 'percent' } : withUnit(text, span, value);
}

const MULTIPLES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twice: 2,
    double: 2,
    doubled: 2,
    triple: 3,
    tripled: 3,
    quadruple: 4,
    quadrupled: 4,
    halved: 0.5,
    tenfold: 10,
    twofold: 2,
    threefold: 3,
  }),
);

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.split('|').map((word, i) => [word, i + 1] as const),
  ...TENS.split('|').map((word, i) => [word, (i + 2) * 10] as const),
]);

function valueOf(words: string): number {
  let value = 0;
  for (const word of words.split(/[\s-]/)) {
    if (/^(?:half|halves)$/.test(word)) value = (value || 1) / 2;
    else if (/^thirds?$/.test(word)) value = (value || 1) / 3;
    else if (/^quarters?$/.test(word)) value = (value || 1) / 4;
    else if (/^fifths?$/.test(word)) value = (value || 1) / 5;
    else if (word === 'tenth') value = (value || 1) / 10;
    else if (factor(word) > 1) value = (value || 1) * factor(word);
    else value += VALUES.get(word) ?? 0;
  }
  return value;
}

function factor(magnitude: string): number {
  const word = magnitude.toLowerCase().replace(/s$/, '');
  return { hundred: 100, thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9, b: 1e9, trillion: 1e12 }[word] ?? 1;
}

const UNIT_AHEAD = /^\s?(?:%|percent|ms\b|x\b|\w+s\b)/i;
const UNIT = /^(?<gap>\s?-?\s?)(?:(?<sign>%|×)|(?<word>[a-z]{1,20}))(?:\s(?<second>[a-z]{2,20}))?/i;

function withUnit(text: string, { start, end }: Span, value: number): Figure {
  const ahead = primed(UNIT).exec(text.slice(end, end + 48))?.groups as
    { gap: string; sign?: string; word?: string; second?: string } | undefined;
  const word = (ahead?.sign ?? ahead?.word ?? '').toLowerCase();
  const gap = ahead?.gap ?? '';
  const after = (length: number): Span => ({ start, end: end + gap.length + length });
  if (word === '') return { span: { start, end }, value, unit: '', kind: 'other' };
  if (word === '%' || word === 'percent' || (word === 'per' && ahead?.second === 'cent')) {
    return { span: after(word.length), value, unit: 'percent', kind: 'percent' };
  }
  if (word === 'x' || word === '×' || word === 'times') return { span: after(word.length), value, unit: 'times', kind: 'multiple' };
  if (/^(?:dollar|euro|pound|cent|franc|usd|eur|gbp)s?$/.test(word))
    return { span: after(word.length), value, unit: 'money', kind: 'money' };
  // "a two-stage process", "the 20-billion-token set": a name for the thing, not a result.
  const isAttribute = gap.includes('-');
  const unit = singular(word);
  if (TIMES.has(unit)) {
    const kind: FigureKind = isAttribute ? 'other' : isPeriod(text.slice(0, start), unit) ? 'period' : 'measure';
    return { span: after(word.length), value, unit, kind };
  }
  if (MEASURES.has(unit) && !isAttribute) return { span: after(word.length), value, unit, kind: 'measure' };
  if (isAttribute) return { span: { start, end }, value, unit, kind: 'other' };
  const counted = COUNTED.has(unit) ? word : COUNTED.has(singular(ahead?.second?.toLowerCase() ?? '')) ? ahead!.second! : undefined;
  if (counted !== undefined) {
    const length = counted === word ? word.length : word.length + 1 + counted.length;
    return { span: after(length), value, unit: singular(counted.toLowerCase()), kind: 'count' };
  }
  return { span: { start, end }, value, unit: word.endsWith('s') ? unit : '', kind: 'other' };
}

/** "in two years", "for six months": over which time. "by two hours", "to 3 days", "saved two weeks": how much. */
function isPeriod(before: string, unit: string): boolean {
  if (/^(?:ms|millisecond|second|microsecond)$/.test(unit)) return false;
  if (/\b(?:in|within|over|for|during|after|since|last|past|every)\s$/i.test(before.slice(-10))) return true;
  return !/\b(?:by|from|to|saved?|saving|saves|under|takes?|took|down|cut|below|least|most|instead|is|was|were|at|lasts?|lasted)\s(?:\w+\s){0,3}$/i.test(
    before.slice(-32),
  );
}

export function singular(word: string): string {
  if (word === 'people') return 'person';
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=ss|sh|ch|x)es$|s$/, '');
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const TIMES = set('ms s h millisecond microsecond second minute hour day week month quarter year sprint night decade min sec hr');
const MEASURES = set(
  'point pound kilo kilogram kg ton tonne mile km meter metre liter litre gb mb tb kb gigabyte megabyte terabyte byte watt degree qps rps fps page line basis bps db mm cm story star',
);
/** Things whose number is a result in many trades; people in a team and parts of a system are not. */
const COUNTED = set(
  'user customer client patient student visitor subscriber follower reader member volunteer donor guest candidate applicant hire lead sale deal order booking ticket call request query transaction case claim complaint error bug defect incident outage failure crash alert regression release deployment deploy download install signup sign-up review view click visit session test return accident injury absence meal donation unit shipment store location account contract seat loan bed message email document record row event job run task item invoice',
);
