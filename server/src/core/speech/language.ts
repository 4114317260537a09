/** Tells the language of a text: by what is stated, by its script, or by its most common words. */

import { BEYOND, DIGIT, eachMatch, isApostrophe, LETTER, sortAt, UNSURE } from '../text/eachMatch.ts';
import { Memo } from '../text/memo.ts';

/** Primary language subtag of a text: what is stated, else what is detected, else English. */
export function languageOf(text: string, stated: string | undefined): string {
  if (stated !== undefined && /^[a-z]{2,3}(?:[-_]|$)/i.test(stated)) return stated.toLowerCase().split(/[-_]/)[0]!;
  return detectLanguage(text);
}

/** Primary language subtag of a paragraph by its first 2,000 UTF-16 units; English where nothing speaks for another. */
export function detectLanguage(text: string): string {
  return known.of(text.slice(0, SAMPLE), detect);
}

// An answer of one paragraph is asked about twice, and a paragraph that stays as it is at each keystroke in another.
const known = new Memo<string>(40_000);

function detect(sample: string): string {
  // Nearly every paragraph is plain ASCII, and most of those are English.
  if (NOT_ASCII.test(sample)) {
    const script = byScript(sample);
    if (script !== undefined) return script;
  }
  return byWords(sample);
}

const SAMPLE = 2000;
const NOT_ASCII = /[^\p{ASCII}]/u;

/** Scripts that tell the language, in the order in which they are tried: kana before Han. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

const ANY_SCRIPT = new RegExp(SCRIPTS.map(([, { source }]) => source).join('|'), 'u');

/** A Latin word of a few letters stands for about as much speech as one of these characters. */
const LATIN_LETTERS_PER_CHARACTER = 3;
const SHARE_OF_SCRIPT = 0.3;

function byScript(sample: string): string | undefined {
  // A typographic apostrophe is all that most have.
  if (!ANY_SCRIPT.test(sample)) return undefined;
  const latin = count(sample, /\p{Script=Latin}/gu) / LATIN_LETTERS_PER_CHARACTER;
  const counts = SCRIPTS.map(([language, pattern]) => [language, count(sample, pattern)] as const);
  const total = counts.reduce((sum, [, n]) => sum + n, latin);
  const kana = counts[0]![1];
  const han = counts[2]![1];
  // Japanese is mostly Han in some titles, but never without kana for long.
  if (kana > 0 && kana + han > total * SHARE_OF_SCRIPT && kana * 12 > han) return 'ja';
  return counts.find(([language, n]) => language !== 'ja' && n > total * SHARE_OF_SCRIPT)?.[0];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** At least so many common words, and so many more than English has, speak for another language. */
const LEAST_HITS = 2;
const LEAD_OVER_ENGLISH = 1.5;

function byWords(sample: string): string {
  const hits = new Map<string, number>();
  const small = sample.toLowerCase();
  eachMatch(small, WORD, plainWordEnd, (start, end) => {
    if (end - start > LONGEST_COMMON_WORD) return;
    const languages = COMMON_WORDS.get(small.slice(start, end));
    if (languages !== undefined) for (const language of languages) hits.set(language, (hits.get(language) ?? 0) + 1);
  });
  const english = hits.get('en') ?? 0;
  let best = 'en';
  let most = Math.max(LEAST_HITS - 1, english * LEAD_OVER_ENGLISH);
  for (const [language, n] of hits) {
    if (language === 'en' || n <= most) continue;
    best = language;
    most = n;
  }
  return best;
}

const WORD = /[\p{L}'’]+/gu;

/** The end of a word of ASCII letters and apostrophes. */
function plainWordEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const sort = sortAt(text, at);
  if ((sort === 0 || sort === DIGIT) && !isApostrophe(unit)) return at;
  let end = at;
  while ((sortAt(text, end) & LETTER) !== 0 || isApostrophe(text.charCodeAt(end))) end++;
  return sortAt(text, end) === BEYOND ? UNSURE : end;
}

const LISTS = {
  en: 'the and is of to in a that i we it for with was on my are be this have not you at as by from or an but',
  de: 'der die das und ist nicht ich wir ein eine mit zu für auf den von dem sich auch wie war im haben hat es sie bei des einen als',
  fr: "le la les et est je nous un une des pas que pour dans avec sur du qui ce en au il elle c'est j'ai d'un plus mais par",
  es: 'el la los las y es que de en un una por con para se lo como mi su del al más pero fue muy era yo nosotros',
  it: 'il la che di e è non per un una con sono del della gli le mi ho si come più ma anche questo nel',
  pt: 'o a os as e é não que de em um uma por com para se do da eu mas mais foi nós muito ao',
  nl: 'de het een en is niet ik wij van met op dat voor zijn aan ook maar die hebben heeft was te',
} as const;

const COMMON_WORDS: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const [language, list] of Object.entries(LISTS))
    for (const word of list.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
  return map;
})();
const LONGEST_COMMON_WORD = Math.max(...[...COMMON_WORDS.keys()].map(({ length }) => length));
