/** Turns written text into what is said, token by token: numbers, units, names, abbreviations and signs in plain words. */

import { isAbbreviated, sayAbbreviation } from './abbreviations.ts';
import { sayCapitals, spell } from './acronyms.ts';
import { monthOf, sayDate, sayTime } from './dates.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { isMixedName, isUnsayable, sayName } from './names.ts';
import { cardinal, ordinal, pairs, version, year } from './numbers.ts';
import { isPluralNoun, sayQuantity, sayScaleAfterMoney, sayScaleAfterNumber } from './quantities.ts';
import { sayRoman } from './roman.ts';
import { saySymbol } from './symbols.ts';
import { tokenise, type Token } from './tokens.ts';
import { isClearUnit, sayUnit } from './units.ts';
import { sayDotted, sayTag, sayWeb } from './web.ts';

/** A written token and what is said for it: plain words, equal to the written form for ordinary words, empty when silent. */
export interface SpokenToken {
  /** UTF-16 offsets in the text, end exclusive; the punctuation around a word is in no token. */
  readonly start: number;
  readonly end: number;
  readonly said: string;
  /** Whether it is a run of Chinese, Japanese or Korean, of which the words have still to be told apart. */
  readonly isCjk: boolean;
}

export interface SpokenFormOptions {
  /** The user's readings; they go before every rule. An entry may have several words. */
  readonly lexicon: ReadonlyMap<string, string>;
}

/** What is said of an English text, in order, by spans that do not overlap. Never throws. */
export function spokenForm(text: string, { lexicon: readings }: SpokenFormOptions): readonly SpokenToken[] {
  const tokens = tokenise(text);
  return sayTokens(tokens, 0, tokens.length, lexiconOf(readings));
}

/** Besides so many tokens before it, the one after a token decides how it is read; see `contextOf`. */
export const TOKENS_BEFORE = 2;

/** What is said of the tokens from one index to another, among those around them. */
export function sayTokens(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): readonly SpokenToken[] {
  const spoken: SpokenToken[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    const taken = readPhrase(tokens, i, lexicon);
    if (taken !== undefined) {
      spoken.push({ start: token.start, end: tokens[i + taken.count - 1]!.end, said: taken.said, isCjk: false });
      i += taken.count - 1;
      continue;
    }
    if (token.kind === 'cjk')
      spoken.push({ start: token.start, end: token.end, said: lexicon.userReadingOf(token.text) ?? token.text, isCjk: true });
    else spoken.push(read(tokens, i, lexicon));
  }
  return spoken;
}

/** A user's entry of several words that begins at a token. */
function readPhrase(tokens: readonly Token[], at: number, lexicon: Lexicon): { count: number; said: string } | undefined {
  for (let count = Math.min(lexicon.mostWords, tokens.length - at); count > 1; count--) {
    const phrase = tokens.slice(at, at + count).map((token) => token.text);
    const said = lexicon.userReadingOf(phrase.join(' '));
    if (said !== undefined) return { count, said };
  }
  return undefined;
}

function read(tokens: readonly Token[], at: number, lexicon: Lexicon): SpokenToken {
  const token = tokens[at]!;
  const { start, end, text } = token;
  if (token.kind === 'word' && !token.hasDot && isPlain(text, tokens[at - 1]?.text ?? '', lexicon))
    return { start, end, said: text, isCjk: false };
  const context = contextOf(tokens, at, lexicon);
  const withDot = token.hasDot ? sayWithDot(`${text}.`, context) : undefined;
  if (withDot !== undefined) return { start, end: end + 1, said: withDot, isCjk: false };
  const said = token.kind === 'symbol' ? (text === '–' ? sayDash(context) : saySymbol(text, isFormula(context))) : sayToken(text, context);
  return { start, end, said, isCjk: false };
}

/** Whether a word is surely said as it is written: most are, and need no closer look. */
function isPlain(text: string, previous: string, { readingOf }: Lexicon): boolean {
  if (text.length < 2 || !LOWER_CASE.test(text) || /\d/.test(previous.slice(-2))) return false;
  if (ABBREVIATED.has(text) || isUnsayable(text) || /^[$€£¥₹₩]|^US/.test(previous)) return false;
  return readingOf(text) === undefined && !(text.endsWith('s') && readingOf(text.slice(0, -1)) !== undefined);
}

const LOWER_CASE = /^[a-z]+$/;
const ABBREVIATED: ReadonlySet<string> = new Set(['vs', 'etc', 'approx']);

interface Context {
  readonly beforePrevious: string;
  readonly previous: string;
  readonly next: string;
  readonly lexicon: Lexicon;
}

function contextOf(tokens: readonly Token[], at: number, lexicon: Lexicon): Context {
  const textAt = (i: number): string => tokens[i]?.text ?? '';
  return { beforePrevious: textAt(at - 2), previous: textAt(at - 1), next: textAt(at + 1), lexicon };
}

/** Abbreviations whose dot is theirs. */
function sayWithDot(written: string, { previous, next, lexicon }: Context): string | undefined {
  const known = lexicon.userReadingOf(written);
  if (known !== undefined) return known;
  if (lexicon.userReadingOf(written.slice(0, -1)) !== undefined) return undefined;
  if (/^\p{L}/u.test(written) && isAbbreviated(written.slice(0, -1)) && written.length > 2) return sayAbbreviation(written, next);
  return sayMonth(written, previous, next) ?? (/^\d{1,2}(?::\d\d)?[ap]\.m\.$/i.test(written) ? sayTime(written) : undefined);
}

function sayToken(text: string, context: Context): string {
  const known = context.lexicon.userReadingOf(text);
  if (known !== undefined) return known;
  if (ORDINARY.test(text)) return sayOrdinary(text, context);
  const sayPart = (part: string): string => sayToken(part, { ...context, beforePrevious: '', previous: '', next: '' });
  return (
    (/[.@#:]/.test(text) ? (sayWeb(text, sayPart) ?? sayTag(text, sayPart)) : undefined) ??
    sayScaleAfterMoney(text, context.previous) ??
    sayUnitAfterNumber(text, context) ??
    sayNumber(text, context) ??
    context.lexicon.readingOf(text) ??
    sayAbbreviation(text, context.next) ??
    sayJoined(text, context, sayPart)
  );
}

/** Words without capitals inside, digits or signs: nearly all of a text, and said as they are written. */
const ORDINARY = /^\p{Lu}?[\p{Ll}\p{M}'’-]*$/u;

const ASCII_END = '\u007F';

function sayOrdinary(text: string, context: Context): string {
  const { previous, next } = context;
  if (text.length === 1 || text.length > 12) {
    return /^[A-Z]$/.test(text)
      ? (sayRoman(text, previous) ?? sayUnitAfterNumber(text, context) ?? text)
      : (sayUnitAfterNumber(text, context) ?? (text > ASCII_END ? context.lexicon.readingOf(text) : undefined) ?? text);
  }
  return (
    sayUnitAfterNumber(text, context) ??
    sayScaleAfterMoney(text, previous) ??
    sayMonth(text, previous, next) ??
    context.lexicon.readingOf(text) ??
    pluralReading(text, context) ??
    (ABBREVIATED.has(text) ? sayAbbreviation(text, next)! : isUnsayable(text) ? spell(text) : text)
  );
}

/** "repos", "guis": plurals of names in the tables. */
function pluralReading(text: string, { lexicon }: Context): string | undefined {
  if (!text.endsWith('s') || text.endsWith('ss')) return undefined;
  return lexicon.readingOf(text.slice(0, -1)) === undefined ? undefined : sayName(text, { neighbours: [], known: lexicon.readingOf });
}

function sayMonth(written: string, previous: string, next: string): string | undefined {
  const month = monthOf(written);
  if (month === undefined || written.toLowerCase() === month) return undefined;
  return /^\d/.test(next) || /^\d/.test(previous) ? month : undefined;
}

/** Whatever begins with a digit, a sign or a currency. */
function sayNumber(text: string, context: Context): string | undefined {
  if (!/^[\d.,$€£¥₹₩#'’~≈±+\-−<>≤≥]|^US\$|^[a-zA-Z](?:\^|[²³⁴])/u.test(text)) return undefined;
  const { previous, next } = context;
  if (/^\d+$/.test(text)) return sayInteger(text, context);
  if (/^\d+\.\d+$/.test(text) && VERSIONED.has(previous.toLowerCase())) return version(text);
  const date = sayDate(text);
  if (date !== undefined) return date;
  const time = /^\d{1,2}:\d\d|[ap]m$/i.test(text) && !/^[ap]\.?m/i.test(text) ? sayTimeOrRatio(text, previous, next) : undefined;
  return time ?? sayTimeRange(text) ?? sayQuantity(text, { previous, next });
}

/** "9am–5pm", "9:30-10:15". */
function sayTimeRange(text: string): string | undefined {
  const match = /^(\d{1,2}(?::\d\d)?(?:[ap]m)?)[-–](\d{1,2}(?::\d\d)?(?:[ap]m)?)$/i.exec(text);
  if (match === null || !/[:m]/i.test(text)) return undefined;
  const [from, to] = [sayTime(match[1]!) ?? cardinal(match[1]!), sayTime(match[2]!)];
  return to === undefined || from.includes(':') ? undefined : `${from} to ${to}`;
}

function sayTimeOrRatio(text: string, previous: string, next: string): string | undefined {
  const said = sayTime(text);
  if (said === undefined) return undefined;
  // The half of the day is said by the word after.
  return /^[ap]\.?m\.?$/i.test(next) && text.endsWith(':00')
    ? said.replace(/ (?:o'clock|hundred)$/, '')
    : /ratio/i.test(previous)
      ? undefined
      : said;
}

const VERSIONED: ReadonlySet<string> = new Set(
  (
    'python node node.js java cuda ubuntu version release php go golang ruby swift angular react django postgres postgresql mysql ' +
    'kubernetes ios android windows macos kernel linux pytorch tensorflow rust typescript dotnet .net debian fedora redis spark'
  ).split(' '),
);

/** Digits alone: what they are depends on the words around. */
function sayInteger(digits: string, { beforePrevious, previous, next }: Context): string {
  const before = previous.toLowerCase();
  const value = Number(digits);
  if (digits.length <= 2 && value >= 1 && value <= 31 && !digits.startsWith('0')) {
    if (monthOf(previous) !== undefined || (monthOf(next) !== undefined && !isPluralNoun(next))) return ordinal(digits);
  }
  if (/^\+\d{1,3}$/.test(previous) || (/^\d{2,4}$/.test(previous) && /^\+\d{1,3}$/.test(beforePrevious))) return sayDigitsOfPhone(digits);
  if (digits.length === 3 && STATUS_HEADS.has(before)) return sayStatus(digits);
  if (digits.length === 4 && LABEL_HEADS.has(before) && !digits.endsWith('000')) return pairs(digits);
  if (digits.length !== 4 || digits.startsWith('0')) return cardinal(digits);
  if (/^\p{Lu}{2,5}$/u.test(previous) && /^\p{Lu}+$/u.test(previous) && NUMBERED.has(previous) && !digits.endsWith('000'))
    return pairs(digits);
  return isYear(digits, before, beforePrevious, next) ? year(digits) : cardinal(digits);
}

/** Numbers after these are names, said in short groups. */
const LABEL_HEADS: ReadonlySet<string> = new Set('section sections rule room route highway flight suite form'.split(' '));
const STATUS_HEADS: ReadonlySet<string> = new Set(['http', 'error', 'status', 'code', ...LABEL_HEADS]);
const NUMBERED: ReadonlySet<string> = new Set('RTX GTX RFC RX GT PEP ISO IEEE EPYC'.split(' '));

function sayDigitsOfPhone(digits: string): string {
  return [...digits].map((digit) => cardinal(digit)).join(' ');
}

/** "four oh four", "five hundred", "four twenty nine". */
function sayStatus(digits: string): string {
  if (digits.endsWith('00')) return cardinal(digits);
  return `${cardinal(digits[0]!)} ${digits[1] === '0' ? `oh ${cardinal(digits[2]!)}` : cardinal(digits.slice(1))}`;
}

function isYear(digits: string, before: string, beforePrevious: string, next: string): boolean {
  const value = Number(digits);
  if (value < 1100 || value > 2099) return false;
  const isCount = isPluralNoun(next) && /^\p{Ll}/u.test(next);
  if (YEAR_HEADS.has(before) || monthOf(before.charAt(0).toUpperCase() + before.slice(1)) !== undefined)
    return !isCount || FIRM_HEADS.has(before);
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(before) && monthOf(beforePrevious) !== undefined) return true;
  return value >= 1900 && !isCount;
}

const FIRM_HEADS: ReadonlySet<string> = new Set('in since during'.split(' '));
const YEAR_HEADS: ReadonlySet<string> = new Set(
  'in since from until till by of during before after circa early late mid to and year spring summer fall autumn winter q1 q2 q3 q4 h1 h2'.split(
    ' ',
  ),
);

const NUMERIC = /^[~≈±+\-−<>]?\.?\d[\d,.]*(?:[-–]\d[\d,.]*)?(?:[kKM])?\+?$/;

function sayUnitAfterNumber(text: string, { previous }: Context): string | undefined {
  if (/^\d{1,2}:\d\d$/.test(previous) && /^[ap]m$/i.test(text)) return `${text[0]!.toLowerCase()} m`;
  if (NUMERIC.test(previous)) {
    if (/^[ap]m$/i.test(text)) return `${text[0]!.toLowerCase()} m`;
    return text === 'I' || text === 'A' || text === 'a' ? undefined : (sayScaleAfterNumber(text) ?? sayUnit(text, previous === '1'));
  }
  return isClearUnit(text) ? sayUnit(text, false) : undefined;
}

/** Calls, slashes, ampersands, dotted names, capitals, and other mixtures. */
function sayJoined(text: string, context: Context, sayPart: (part: string) => string): string {
  const { previous, next, lexicon } = context;
  const call = /^([\p{L}_][\p{L}\p{N}_.]*)\(([^()]*)\)?$/u.exec(text);
  if (call !== null) return sayCall(call[1]!, call[2]!, sayPart);
  const roman = /^[IVXL]+$/.test(text) ? sayRoman(text, previous) : undefined;
  if (roman !== undefined) return roman;
  if (text.includes('/')) return joinParts(text.split('/'), '', sayPart);
  if (/[\p{L}\p{N}][&+=][\p{L}\p{N}]/u.test(text)) {
    const sign = /[&+=]/.exec(text)![0];
    const isInitials = /^\p{Lu}{1,3}&\p{Lu}{1,3}$/u.test(text);
    return joinParts(text.split(sign), saySymbol(sign, true), isInitials ? spell : sayPart);
  }
  if (/[\p{L}\p{N}]\.\p{L}/u.test(text))
    return sayDotted(text, (part) =>
      /^\p{L}+$/u.test(part) ? sayName(part, { neighbours: [], known: lexicon.readingOf }) : sayPart(part),
    );
  const name = { neighbours: [previous, next], known: lexicon.readingOf };
  if (/^\p{Lu}{2,}s?$/u.test(text)) return sayCapitals(text, name.neighbours);
  return isMixedName(text) || /\d/.test(text) ? sayName(text, name) : (pluralReading(text, context) ?? text);
}

function joinParts(parts: readonly string[], between: string, sayPart: (part: string) => string): string {
  const said = parts.filter((part) => part !== '').map(sayPart);
  return said.join(between === '' ? ' ' : ` ${between} `);
}

/** "O(n^2)" as "o of n squared", "main()" as "main", "word(s)" as "words". */
function sayCall(name: string, inside: string, sayPart: (part: string) => string): string {
  const said = name.length === 1 ? name.toLowerCase() : sayPart(name);
  if (inside === '') return said;
  if (inside === 's' || inside === 'es') return name + inside;
  return `${said} of ${joinParts(inside.split(/[,\s]+/), '', sayPart)}`;
}

/** "Q1–Q3", "Mon–Fri": a dash without spaces between ends of a range. */
function sayDash({ previous, next }: Context): string {
  const isEnd = (word: string): boolean => monthOf(word) !== undefined || /\d$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(word);
  return isEnd(previous) && isEnd(next) ? 'to' : '';
}

function isFormula({ previous, next }: Context): boolean {
  const operand = /^(?:[~±+\-−]?[\d.,]+|\p{L}|\w+\(.*)$/u;
  return operand.test(previous) && operand.test(next);
}
