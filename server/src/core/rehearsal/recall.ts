/** What a rehearsal shows in place of the text: first letters, or key points. */

import type { Script } from './script.ts';
import { withoutTail } from '../text/tail.ts';

/** How much of the answer is shown; `hidden` shows the question only. */
export type RecallForm = 'full' | 'firstLetters' | 'keyPoints' | 'hidden';

/** What to remember of one sentence. */
export interface KeyPoint {
  /** Index into the script's sentences. */
  readonly sentence: number;
  readonly text: string;
}

/** "What did you do?" as "W__ d__ y__ d__?": every word by its first letter; the blanks don't tell how long it is. */
export function firstLetters(text: string): string {
  return text.replace(WORD, (word) => {
    const first = FIRST_LETTER.exec(word)?.[0] ?? '';
    return first === word ? word : `${first}${BLANK}`;
  });
}

/**
 * The key points of a script, one for each sentence that has any: the content words of its first clause, which says
 * what the sentence is about, and the figures of the rest, which are what a speaker forgets first.
 */
export function keyPoints(script: Script): readonly KeyPoint[] {
  return script.sentences.flatMap(({ text }, sentence) => {
    const point = keyPointOf(text);
    return point === '' ? [] : [{ sentence, text: point }];
  });
}

/** The key point of one sentence; empty where no word of it says anything by itself. */
export function keyPointOf(sentence: string): string {
  const clause = firstClause(sentence);
  const words = contentWords(clause).slice(0, MOST_WORDS);
  const figures = figuresIn(sentence.slice(clause.length)).slice(0, MOST_FIGURES);
  return [words.join(' '), ...figures].filter((piece) => piece !== '').join(' … ');
}

const BLANK = '__';
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
const FIRST_LETTER = /^[\p{L}\p{N}]\p{M}*/u;

/** More than six words are read, not remembered. */
const MOST_WORDS = 6;
const MOST_FIGURES = 2;
/** A clause of fewer content words ("In 2023, …", "Well, …") only leads to the next one. */
const LEAST_WORDS = 2;

const CLAUSE_END = /[,;:—–，、；：]/g;
/** A number with its sign, and the word after it. */
const FIGURE = /([$€£¥]?\d[\d.,]*%?)(\s?%|\s?[\p{L}-]+)?/gu;

/** The sentence up to the first mark of punctuation behind enough content words. */
function firstClause(sentence: string): string {
  for (const { index } of sentence.matchAll(CLAUSE_END)) {
    // A comma or colon between digits is part of a number.
    if (/\d/.test(sentence[index - 1] ?? '') && /\d/.test(sentence[index + 1] ?? '')) continue;
    const clause = sentence.slice(0, index);
    if (contentWords(clause).length >= LEAST_WORDS) return clause;
  }
  return sentence;
}

/** The numbers of a text with what they count: "40 %", "3 engineers", "2023". */
function figuresIn(text: string): readonly string[] {
  return [...text.matchAll(FIGURE)].map(([, number, after = '']) => {
    const counted = after === '' || after.trim() === '%' || isContentWord(after.trim()) ? after : '';
    return withoutTail(number! + counted, /[.,]/);
  });
}

function contentWords(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}$€£¥][\p{L}\p{M}\p{N}'’.,%+#/&-]*/gu) ?? [];
  return words.map((word) => withoutTail(word, /[.,'’/&-]/)).filter(isContentWord);
}

function isContentWord(word: string): boolean {
  return word !== '' && !FUNCTION_WORDS.has(word.toLowerCase().replace(/’/g, "'"));
}

/**
 * Words that hold sentences together and say little themselves: articles, pronouns, prepositions, auxiliaries,
 * conjunctions and fillers of the languages the product reads. Negations are not among them: they turn a point around.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    "a an the this that these those i i'm i've i'd i'll me my mine we we're we've we'd us our you you're your he he's him his she she's her",
    "it it's its they they're them their who whom which what there there's here is are was were be been being am do does did done have has had",
    'having will would shall should can could may might must of in on at by for from to with without into onto over under about as than then',
    'and or but so if because while when where how that also just really very actually basically well now some any all each both such up out off',
    'der die das den dem des ein eine einen einem einer eines ich du er sie es wir ihr mich mir uns mein meine und oder aber ist sind war waren',
    'hat habe haben hatte wird werden wurde zu zum zur mit von vom für auf im in an am bei als auch wie dass weil wenn so',
    "le la les un une des du de au aux je j'ai tu il elle nous vous ils elles mon ma mes et ou mais est sont était ai as a avons ont que qui dans",
    'en sur pour par avec ce cette ces se',
    'el los las una unos unas lo al del yo mi nos y o pero es son era fue he ha hemos han con por para se su como más muy',
    'il gli uno di e ma è sono ho ha abbiamo che per con da nel nella della dello si più',
    'os as um uma do da dos das no na eu nós ou mas é são foi foram tenho tem com por para que se',
    'het een van op aan ik wij we en of maar zijn was waren heb heeft hebben te dat die voor met ook naar',
  ]
    .join(' ')
    .split(' '),
);
