/** Counts the syllables (in Japanese, morae) of words in languages other than English. */

/** The syllables of a written word by the rules of the language's spelling; at least one for anything with a letter. */
export function countSyllables(word: string, language: string): number {
  const lower = word.toLowerCase();
  const inScript = SYLLABIC.test(lower) ? countCharacters(lower, language) : countVowels(lower, language);
  return Math.max(inScript, /\p{L}/u.test(word) ? 1 : 0);
}

/** Scripts of which each character is about a syllable. */
export const SYLLABIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Most Sino-Japanese readings have two morae; native stems are a little shorter. */
const MORAE_PER_KANJI = 1.9;

function countCharacters(word: string, language: string): number {
  let sum = 0;
  for (const character of word) {
    // Small kana join the mora before them.
    if (/[ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]/.test(character)) continue;
    if (/[\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}]/u.test(character)) sum += 1;
    else if (/[\p{Script=Han}々]/u.test(character)) sum += language === 'ja' ? MORAE_PER_KANJI : 1;
    else if (/\p{L}/u.test(character)) sum += SYLLABLES_PER_LETTER;
  }
  return sum;
}

/** Alphabets without rules here. */
const SYLLABLES_PER_LETTER = 0.42;

const NUCLEI: Readonly<Record<string, RegExp>> = {
  // Two strong vowels, or an accented weak one, are two syllables; `u` in que, qui, gue, gui is silent.
  es: /[iuü]?[aeoáéó][iuy]?|[íú]|[iuü]+|y$/gu,
  de: /aa|ee|oo|ie|ei|ai|au|eu|äu|[aeiouyäöüé]/gu,
  fr: /é(?=[aeiou])|[aeiouyàâäéèêëîïôöùûüœæ]+/gu,
  it: /[iu]?[aeoàèéòó][iu]?|[ìù]|[iu]+/gu,
  pt: /[iu]?[aeoáéóâêôãõà][iuo]?|[íú]|[iu]+/gu,
  nl: /aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|ei|ij|ui|ou|au|eu|oe|[aeiouyëïé]/gu,
};

function countVowels(word: string, language: string): number {
  if (language === 'fr') return countFrench(word);
  const nuclei = NUCLEI[language];
  if (nuclei !== undefined) return ((language === 'es' ? word.replace(/([qg])u(?=[eiéí])/g, '$1') : word).match(nuclei) ?? []).length;
  if (/\p{Script=Cyrillic}/u.test(word)) return (word.match(/[аеёиоуыэюяіїє]/gu) ?? []).length;
  if (/\p{Script=Greek}/u.test(word)) return (word.normalize('NFD').match(/ου|αι|ει|οι|[αεηιουω]/gu) ?? []).length;
  if (/\p{Script=Latin}/u.test(word)) return (word.normalize('NFD').match(/[aeiouy]\p{M}*(?:[aeiouy]\p{M}*)?/gu) ?? []).length;
  return [...word].length * SYLLABLES_PER_LETTER;
}

/** A final mute e is silent, as are "es" and the "ent" of verbs. */
function countFrench(word: string): number {
  const body = word.replace(/(?<=[^aeiouyéèêàâîôû])(?:es?|ent)$/u, '').replace(/(?<=[ée])es?$/u, '');
  return Math.max(1, (body.match(NUCLEI['fr']!) ?? []).length);
}
