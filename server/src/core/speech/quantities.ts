/** Says numbers with what belongs to them: units, percent, money, ranges, ratios, scales. */

import { cardinal, decimal, fraction, ordinal, pairs, pluralNumber, spellDigits, version } from './numbers.ts';
import { sayPer, sayUnit } from './units.ts';

/** A number: with thousands separated or not, with decimals or not. */
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`;

/** The words around a quantity, as written without their punctuation. */
export interface Around {
  readonly previous: string;
  readonly next: string;
}

/** What is said for a token that begins with a number, a sign or a currency; undefined when it is none that is known. */
export function sayQuantity(written: string, around: Around): string | undefined {
  const sign = /^([~≈±+\-−<>≤≥]|[<>]=)(?=[\d.$€£¥])/u.exec(written);
  if (sign !== null) {
    const rest = sayQuantity(written.slice(sign[0].length), around);
    return rest === undefined ? undefined : `${LEADING_SIGNS.get(sign[0])!} ${rest}`;
  }
  return sayMoney(written, around) ?? sayRange(written, around) ?? sayShaped(written, around) ?? sayMeasured(written, around);
}

const LEADING_SIGNS: ReadonlyMap<string, string> = new Map([
  ['~', 'about'],
  ['≈', 'about'],
  ['±', 'plus or minus'],
  ['+', 'plus'],
  ['-', 'minus'],
  ['−', 'minus'],
  ['<', 'less than'],
  ['>', 'more than'],
  ['≤', 'at most'],
  ['≥', 'at least'],
  ['<=', 'at most'],
  ['>=', 'at least'],
]);

const CURRENCIES: ReadonlyMap<string, readonly [one: string, many: string, cent: string, cents: string]> = new Map([
  ['$', ['dollar', 'dollars', 'cent', 'cents']],
  ['€', ['euro', 'euros', 'cent', 'cents']],
  ['£', ['pound', 'pounds', 'penny', 'pence']],
  ['¥', ['yen', 'yen', 'sen', 'sen']],
  ['₹', ['rupee', 'rupees', 'paisa', 'paise']],
  ['₩', ['won', 'won', 'jeon', 'jeon']],
]);

/** Said scale by its letter. Without a currency `B` is a letter in names of models, and `k` is said as one. */
const SCALES: ReadonlyMap<string, string> = new Map([
  ['k', 'thousand'],
  ['K', 'thousand'],
  ['m', 'million'],
  ['M', 'million'],
  ['mn', 'million'],
  ['mm', 'million'],
  ['MM', 'million'],
  ['b', 'billion'],
  ['B', 'billion'],
  ['bn', 'billion'],
  ['Bn', 'billion'],
  ['t', 'trillion'],
  ['T', 'trillion'],
  ['tn', 'trillion'],
]);

const MONEY = new RegExp(`^(?:US)?([$€£¥₹₩])(${NUMBER})(?:[-–—](${NUMBER}))?([kKmMbBtT]|mn|mm|MM|[bB]n|tn)?(?:/([\\p{L}]+))?([+])?$`, 'u');

function sayMoney(written: string, { next }: Around): string | undefined {
  const cents = /^(\d[\d,]*(?:\.\d+)?)¢$/.exec(written);
  if (cents !== null) return `${decimal(cents[1]!)} ${cents[1] === '1' ? 'cent' : 'cents'}`;
  const match = MONEY.exec(written);
  if (match === null) return undefined;
  const [, sign, from, to, scale, per, plus] = match;
  const [one, many, cent, centsName] = CURRENCIES.get(sign!)!;
  const parts = [to === undefined ? decimal(from!) : `${decimal(from!)} to ${decimal(to)}`];
  if (scale !== undefined) parts.push(SCALES.get(scale)!);
  // "$5 million": the currency is said after the scale.
  if (scale === undefined && isScaleWord(next)) return parts.join(' ');
  const [whole, fractional] = from!.split('.');
  if (scale === undefined && to === undefined && fractional?.length === 2) {
    const small = `${cardinal(`${Number(fractional)}`)} ${fractional === '01' ? cent : centsName}`;
    const large = `${cardinal(whole!)} ${whole === '1' ? one : many}`;
    parts[0] = fractional === '00' ? large : /^0?$/.test(whole!) ? small : `${large} and ${small}`;
  } else parts.push(scale === undefined && to === undefined && from === '1' ? one : many);
  if (plus !== undefined) parts.push('plus');
  if (per !== undefined) parts.push('per', sayPer(per) ?? per.toLowerCase());
  return parts.join(' ');
}

/** "million" after an amount of money is said with the currency: "five million dollars". */
export function sayScaleAfterMoney(written: string, previous: string): string | undefined {
  const money = /^(?:US)?([$€£¥₹₩])[\d.,]+(?:[-–—][\d.,]+)?$/.exec(previous);
  if (money === null || !isScaleWord(written)) return undefined;
  const [scale = '', per] = written.toLowerCase().split('/');
  return `${scale} ${CURRENCIES.get(money[1]!)![1]}${per === undefined ? '' : ` per ${sayPer(per) ?? per}`}`;
}

function isScaleWord(word: string): boolean {
  return /^(?:hundred|thousand|million|billion|trillion)(?:\/[a-z]+)?$/i.test(word);
}

const RANGE = new RegExp(`^(${NUMBER})(%?)[-–—](${NUMBER})(\\D.*)?$`, 'su');

/** "3–5", "5–10%", "2-3x", "80-90ms"; but phone numbers and scores are digits and pairs. */
function sayRange(written: string, around: Around): string | undefined {
  const match = RANGE.exec(written);
  if (match === null) return undefined;
  const [, from, , to, tail = ''] = match;
  if (tail.includes('-') || tail.includes('–')) return sayPhone(written);
  // Numbers of cases: 17-1268.
  if (/^\d\d-\d{2}[1-9]{2}$/.test(written) || (/^\d\d-\d{3,4}$/.test(written) && /^(?:nos?|number|case)$/i.test(around.previous))) {
    return `${cardinal(from!)} ${to!.length === 4 ? pairs(to!) : cardinal(to!)}`;
  }
  if (/^0\d{2,}$/.test(to!)) return spellDigits(from! + to!);
  const isYears = /^(?:1\d|20)\d\d$/.test(from!) && /^(?:(?:1\d|20)\d\d|\d\d)$/.test(to!) && tail === '';
  const below = isYears ? pairsOrCardinal(from!) : decimal(from!);
  const above = isYears ? (to!.length === 2 ? cardinal(to!) : pairsOrCardinal(to!)) : sayQuantity(to! + tail, around);
  // A Boeing 747-400 is no range.
  const between = tail === '' && Number(from) > Number(to) && Number(from) >= 100 ? ' ' : ' to ';
  return above === undefined ? undefined : below + between + above;
}

function pairsOrCardinal(digits: string): string {
  return /^\d00\d$/.test(digits) ? cardinal(digits) : pairs(digits);
}

/** Groups of digits as in phone numbers, digit by digit. */
function sayPhone(written: string): string | undefined {
  return /^\+?\d{1,4}(?:[-.–]\d{2,5}){2,4}$/.test(written) ? spellDigits(written.replace(/\D/g, '')) : undefined;
}

/** Ordinals, decades, fractions, ratios, dimensions, powers, heights: numbers in a shape of their own. */
function sayShaped(written: string, { previous, next }: Around): string | undefined {
  let match = /^(?:(\d[\d,]*)\.)?(\d[\d,]*)(?:st|nd|rd|th)$/i.exec(written);
  if (match !== null) return match[1] === undefined ? ordinal(match[2]!) : `${cardinal(match[1])} point ${ordinal(match[2]!)}`;
  match = /^['’](\d0)s$/.exec(written) ?? (DECADE_WORDS.has(previous.toLowerCase()) ? /^(\d0)['’]?s$/.exec(written) : null);
  if (match !== null) return pluralNumber(cardinal(match[1]!));
  match = /^((?:1\d|20)\d0)['’]?s$/.exec(written);
  if (match !== null) return pluralNumber(pairsOrCardinal(match[1]!));
  match = /^['’](\d\d)$/.exec(written);
  if (match !== null) return cardinal(match[1]!);
  match = /^(\d{1,3})\/(\d{1,3})$/.exec(written);
  if (match !== null) return fractionOrPair(match[1]!, match[2]!, next);
  match = /^(\d{1,3}\.\d{1,3})\/(\d{1,3})$/.exec(written);
  if (match !== null) return `${decimal(match[1]!)} out of ${cardinal(match[2]!)}`;
  match = /^(\d{1,3}):(\d{1,3})$/.exec(written);
  if (match !== null) return `${cardinal(match[1]!)} to ${cardinal(match[2]!)}`;
  match = /^(\d+(?:\.\d+)?(?:[x×]\d+(?:\.\d+)?)+)$/.exec(written);
  if (match !== null) return written.split(/[x×]/).map(sayDimension).join(' by ');
  match = /^(\d+(?:\.\d+)?)[eE]([+-]?)(\d{1,3})$/.exec(written);
  if (match !== null) return `${decimal(match[1]!)} e ${match[2] === '-' ? 'minus ' : ''}${cardinal(match[3]!)}`;
  match = /^(\d+(?:\.\d+)?|[a-zA-Z])(?:\^|\*\*)([-−]?)(\d{1,4})$/.exec(written);
  if (match !== null) return sayPower(match[1]!, match[2] !== '' ? `minus ${cardinal(match[3]!)}` : match[3]!);
  match = /^(\d+|[a-zA-Z])([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/u.exec(written);
  if (match !== null) return sayPower(match[1]!, [...match[2]!].map((digit) => SUPERSCRIPTS.indexOf(digit)).join(''));
  match = /^(\d)['’′](\d{1,2})["”″]?$/.exec(written);
  if (match !== null) return `${cardinal(match[1]!)} foot ${cardinal(match[2]!)}`;
  if (/^\d{1,6}(?:\.\d{1,6}){2,}$/.test(written)) return version(written);
  match = /^#(\d+)$/.exec(written);
  return match === null ? sayPhone(written) : `number ${cardinal(match[1]!)}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const DECADE_WORDS: ReadonlySet<string> = new Set('the early mid late'.split(' '));

function sayDimension(number: string): string {
  return /^[1-9]\d{3}$/.test(number) && !number.endsWith('000') ? pairs(number) : decimal(number);
}

/** "n squared", "ten to the six". */
function sayPower(base: string, exponent: string): string {
  const said = /^\d/.test(base) ? decimal(base) : base.toLowerCase();
  if (/^\d/.test(base)) return `${said} to the ${/^\d/.test(exponent) ? cardinal(exponent) : exponent}`;
  if (exponent === '2') return `${said} squared`;
  return exponent === '3' ? `${said} cubed` : `${said} to the ${/^\d/.test(exponent) ? cardinal(exponent) : exponent}`;
}

/** Fractions that are names of something else. */
const PAIRED: ReadonlySet<string> = new Set(['24/7', '50/50', '9/11', '80/20', '20/20', '60/40', '70/30', '90/10']);

function fractionOrPair(above: string, below: string, next: string): string {
  if (PAIRED.has(`${above}/${below}`)) return `${cardinal(above)} ${cardinal(below)}`;
  const said = fraction(above, below);
  if (said !== undefined && (Number(below) <= 10 || /^of$/i.test(next))) return said;
  return `${cardinal(above)} ${Number(above) <= Number(below) ? 'out of' : 'over'} ${cardinal(below)}`;
}

const MEASURED = new RegExp(`^(${NUMBER})([^\\d\\s].{0,20})?$`, 'su');

/** "80GB", "20°C", "10x", "1.5M", "5k+", and plain decimals. */
function sayMeasured(written: string, { next }: Around): string | undefined {
  const match = MEASURED.exec(written);
  if (match === null) return undefined;
  const [, number, tail] = match;
  if (tail === undefined) return decimal(number!);
  const plus = tail.length > 1 && tail.endsWith('+') ? ' plus' : '';
  const unit = plus === '' ? tail : tail.slice(0, -1);
  const said = decimal(number!);
  if (tail === '+') return `${said} plus`;
  if (/^[xX×]$/.test(unit)) return `${said} x${plus}`;
  if (unit === '%' || unit === '°') return `${said} ${unit === '%' ? 'percent' : 'degrees'}${plus}`;
  if (unit === 'M' || unit === 'mn' || unit === 'bn' || unit === 'T') return `${said} ${SCALES.get(unit)!}${plus}`;
  if (unit === 'B') return `${said} ${isPluralNoun(next) ? 'billion' : 'b'}${plus}`;
  if (unit === 'p') return `${sayDimension(number!)} p`;
  if (/^[kKDdGg]$/.test(unit)) return `${said} ${unit.toLowerCase()}${plus}`;
  if (unit.startsWith('-')) return undefined;
  const name = sayUnit(unit, number === '1');
  return name === undefined ? undefined : `${said} ${name}${plus}`;
}

/** "12 M", "5 k": a scale after its number. */
export function sayScaleAfterNumber(written: string): string | undefined {
  if (written === 'k' || written === 'K') return 'k';
  return /^(?:[MBT]|mn|bn|tn)$/.test(written) ? SCALES.get(written) : undefined;
}

/** Whether a word looks like a noun in the plural: what is counted by the number before it. */
export function isPluralNoun(word: string): boolean {
  return /^\p{L}{2,}[^su'’]s$|^(?:people|men|women|children)$/u.test(word) && !NOT_NOUNS.has(word);
}

const NOT_NOUNS: ReadonlySet<string> = new Set('was is has does its this as always perhaps besides unless towards gets'.split(' '));
