/** Says whole numbers in German, French and Spanish, and counts their syllables in Chinese, Japanese and Korean. */

/** A whole number below a billion in words; undefined for other languages and larger numbers. */
export function numberWords(value: number, language: string): string | undefined {
  const say = LANGUAGES[language];
  return say === undefined || !Number.isInteger(value) || value < 0 || value >= 1e9 ? undefined : say(value);
}

/** Syllables (morae in Japanese) of a whole number in a language that counts by ten thousands; undefined for other languages. */
export function numberSyllables(digits: string, language: string): number | undefined {
  const names = EAST_ASIAN[language];
  if (names === undefined) return undefined;
  const bare = digits.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (bare === '0' || bare.length > 16) return [...bare].reduce((sum, digit) => sum + names.digits[Number(digit)]!, 0);
  let sum = 0;
  for (let end = bare.length, group = 0; end > 0; end -= 4, group++) {
    const part = bare.slice(Math.max(0, end - 4), end);
    if (/^0+$/.test(part)) continue;
    sum += groupSyllables(part, names) + names.groups[group]!;
  }
  return sum;
}

interface EastAsian {
  readonly digits: readonly number[];
  /** Of ten, hundred, thousand, by places from the right. */
  readonly places: readonly number[];
  /** Of ten thousand and its powers. */
  readonly groups: readonly number[];
  /** Whether zeros inside a number are said, and "one" before ten, hundred and thousand. */
  readonly isExplicit: boolean;
}

const EAST_ASIAN: Readonly<Record<string, EastAsian>> = {
  zh: { digits: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], places: [0, 1, 1, 1], groups: [0, 1, 1, 1], isExplicit: true },
  ko: { digits: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], places: [0, 1, 1, 1], groups: [0, 1, 1, 1], isExplicit: false },
  ja: { digits: [2, 2, 1, 2, 2, 1, 2, 2, 2, 2], places: [0, 2, 2, 2], groups: [0, 2, 2, 2], isExplicit: false },
};

function groupSyllables(part: string, { digits, places, isExplicit }: EastAsian): number {
  let sum = 0;
  let hadZero = false;
  [...part].forEach((digit, i) => {
    const place = part.length - 1 - i;
    if (digit === '0') hadZero = true;
    else {
      if (hadZero && isExplicit) sum += 1;
      hadZero = false;
      const isSilentOne = digit === '1' && place > 0 && (!isExplicit || (place === 1 && part.length === 2));
      sum += (isSilentOne ? 0 : digits[Number(digit)]!) + places[place]!;
    }
  });
  return sum;
}

type Say = (value: number) => string;

const LANGUAGES: Readonly<Record<string, Say>> = { de: german, fr: french, es: spanish };

function list(words: string): readonly string[] {
  return words.split(' ');
}

const DE = list(
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
);
const DE_TENS = list('null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig');

function german(n: number): string {
  if (n >= 1e6) return compound(n, 1e6, (k) => (k === 1 ? 'eine Million' : `${german(k)} Millionen`), german, ' ');
  // Years up to 1999 count hundreds.
  if (n >= 1100 && n < 2000 && n % 1000 >= 100) return compound(n, 100, (k) => `${german(k)}hundert`, german, '');
  if (n >= 1000) return compound(n, 1000, (k) => `${k === 1 ? 'ein' : german(k)}tausend`, german, '');
  if (n >= 100) return compound(n, 100, (k) => `${k === 1 ? 'ein' : DE[k]!}hundert`, german, '');
  if (n < 20) return DE[n]!;
  return n % 10 === 0 ? DE_TENS[n / 10]! : `${n % 10 === 1 ? 'ein' : DE[n % 10]!}und${DE_TENS[Math.floor(n / 10)]!}`;
}

const FR = list('zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf');
const FR_TENS = list('zéro dix vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt');

function french(n: number): string {
  if (n >= 1e6) return compound(n, 1e6, (k) => `${french(k)} million${k > 1 ? 's' : ''}`, french, ' ');
  if (n >= 1000) return compound(n, 1000, (k) => (k === 1 ? 'mille' : `${french(k)} mille`), french, ' ');
  if (n >= 100) return compound(n, 100, (k) => (k === 1 ? 'cent' : `${FR[k]!} cent`), french, ' ');
  if (n < 20) return FR[n]!;
  const tens = Math.floor(n / 10);
  const rest = tens === 7 || tens === 9 ? n - (tens - 1) * 10 : n % 10;
  if (rest === 0) return tens === 8 ? 'quatre-vingts' : FR_TENS[tens]!;
  return `${FR_TENS[tens]!}${(rest === 1 && tens < 8) || n === 71 ? ' et ' : '-'}${FR[rest]!}`;
}

const ES = list(
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho ' +
    'diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
);
const ES_TENS = list('cero diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa');
const ES_HUNDREDS = list('cero ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos');

function spanish(n: number): string {
  if (n >= 1e6) return compound(n, 1e6, (k) => (k === 1 ? 'un millón' : `${spanish(k)} millones`), spanish, ' ');
  if (n >= 1000) return compound(n, 1000, (k) => (k === 1 ? 'mil' : `${spanish(k)} mil`), spanish, ' ');
  if (n === 100) return 'cien';
  if (n > 100) return compound(n, 100, (k) => ES_HUNDREDS[k]!, spanish, ' ');
  if (n < 30) return ES[n]!;
  return n % 10 === 0 ? ES_TENS[n / 10]! : `${ES_TENS[Math.floor(n / 10)]!} y ${ES[n % 10]!}`;
}

function compound(n: number, unit: number, sayUnits: Say, sayRest: Say, between: string): string {
  const head = sayUnits(Math.floor(n / unit));
  return n % unit === 0 ? head : head + between + sayRest(n % unit);
}
