/** The language that the product itself speaks: translated sentences, plural forms and numbers. What is rehearsed has a language of its own. */

/** A locale with its translations: English sentence → sentence. */
export interface Locale {
  /** BCP 47, such as `de` or `zh-cn`. */
  readonly tag: string;
  readonly messages: Messages;
}

export type Messages = Readonly<Record<string, string>>;

/** What takes the place of `{0}` or `{name}`. A number is written as the locale writes it. */
export type Argument = string | number;

export const ENGLISH: Locale = { tag: 'en', messages: {} };

/** What everything shown is said in. Set once by whoever starts the program, before anything is analysed: findings are cached with their words. */
let current: Locale = ENGLISH;

/** Without a locale, or with one that has no translations, everything is English, numbers and dates included: they stand in its sentences. */
export function setLocale(locale: Locale | undefined): void {
  current = locale !== undefined && isTag(locale.tag) && Object.keys(locale.messages).length > 0 ? locale : ENGLISH;
}

/** What is spoken now, to be handed to a page or a server. */
export function currentLocale(): Locale {
  return current;
}

/**
 * The sentence in the user's language, with its `{0}` or `{name}` filled in; in English where it has no translation.
 * The format is that of `@vscode/l10n`. The sentence must be written out in the call: `npm run l10n` finds it there.
 */
export function t(sentence: string, ...values: readonly Argument[] | readonly [Readonly<Record<string, Argument>>]): string {
  const { messages } = current;
  return fill(Object.hasOwn(messages, sentence) ? messages[sentence]! : sentence, values);
}

/**
 * The sentence for a count, by the plural rules of the user's language; `{0}` is the count. A language without a form
 * of its own for one (such as Chinese) uses the translation of the other.
 */
export function plural(number: number, one: string, other: string, ...more: readonly Argument[]): string {
  // Making the rules of a language takes the engine milliseconds; English has the least.
  const isOne = current === ENGLISH ? Math.abs(number) === 1 : pluralRules().select(number) === 'one';
  return t(isOne ? one : other, number, ...more);
}

/** Marks a sentence that is kept in a constant, for `t` to say later: constants are made before the language is known. */
export function phrase<const Sentence extends string>(sentence: Sentence): Sentence {
  return sentence;
}

/** A number with its decimals as the locale writes them. Nothing here is long enough to be grouped. */
export function formatNumber(number: number, decimals: { readonly least?: number; readonly most?: number } = {}): string {
  // Making a format takes milliseconds, too.
  if (current === ENGLISH && decimals.least === undefined && Number.isSafeInteger(number) && !Object.is(number, -0)) return String(number);
  const { least = 0, most = Math.max(least, MOST_DECIMALS) } = decimals;
  return remembered(`${current.tag} ${least} ${most}`, numberFormats, () => {
    const options = { useGrouping: false, minimumFractionDigits: least, maximumFractionDigits: most };
    return new Intl.NumberFormat(current.tag, options);
  }).format(number);
}

const MOST_DECIMALS = 3;

/** Everything is replaced in one pass, so that braces in a value stay what they are. */
function fill(sentence: string, values: readonly unknown[]): string {
  if (values.length === 0) return sentence;
  const [first] = values;
  const named = (typeof first === 'object' ? first : values) as Readonly<Record<string, Argument>>;
  const parts = remembered(sentence, allParts, () => sentence.split(PLACE));
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i]!;
    text += Object.hasOwn(named, name) ? write(named[name]!) : `{${name}}`;
    text += parts[i + 1]!;
  }
  return text;
}

function write(value: Argument): string {
  if (typeof value !== 'number') return value;
  if (!Number.isInteger(value) || value < 1 || value > LARGEST_REMEMBERED) return formatNumber(value);
  if (integersOf !== current) {
    integersOf = current;
    integers.length = 0;
  }
  // Seconds and counts, thousands of them at a keystroke in a large file.
  return (integers[value] ??= formatNumber(value));
}

/** Splits into what stands between the places and, at odd indices, their names. */
const PLACE = /\{([^{}]+)\}/;

/** By sentence; there are as many as the product has. */
const allParts = new Map<string, readonly string[]>();

const LARGEST_REMEMBERED = 999;
let integersOf: Locale | undefined;
const integers: string[] = [];

const numberFormats = new Map<string, Intl.NumberFormat>();
const allPluralRules = new Map<string, Intl.PluralRules>();

function pluralRules(): Intl.PluralRules {
  return remembered(current.tag, allPluralRules, () => new Intl.PluralRules(current.tag));
}

function remembered<Value>(key: string, values: Map<string, Value>, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = make();
  values.set(key, value);
  return value;
}

/** What `Intl` would throw on is no locale. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
