/** What a heading asks: whether it is a question, of which kind, and its key words. */

import { primed } from '../text/primed.ts';
import { FUNCTION_WORDS, stemOf } from '../claims/evidence.ts';
import { narrow } from '../text/narrow.ts';

export type QuestionKind = 'behavioural' | 'why' | 'other';

export interface Question {
  readonly kind: QuestionKind;
  /** The words that an answer should come back to, with their stems; what every interview asks with is left out. */
  readonly keyWords: readonly { readonly word: string; readonly stem: string }[];
}

/** The question a title asks; undefined for a label such as "Intro" or "Salary". */
export function questionOf(title: string): Question | undefined {
  const plain = narrow(title.replace(/[’‘]/g, "'")).replace(/^\W*(?:(?:question|q)\s*(?:\d+\s*)?[:.)-]\s*)?["“']?/i, '');
  const isBehavioural = primed(BEHAVIOURAL).test(plain);
  if (!isBehavioural && !plain.includes('?') && !primed(OPENS_QUESTION).test(plain)) return undefined;
  const keyWords = new Map<string, string>();
  for (const [word] of plain.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'+#-]*/gu)) {
    const small = word.toLowerCase().replace(/'s$/, '');
    if (small.length < 2 || /^\d+$/.test(small) || FUNCTION_WORDS.has(small) || ASKED_WITH.has(small)) continue;
    const stem = stemOf(small);
    if (!keyWords.has(stem)) keyWords.set(stem, word);
  }
  const kind = isBehavioural
    ? 'behavioural'
    : /^(?:(?:so|and|but)\W+)?(?:why\b|what (?:makes|made|attracts|draws|drew|motivat))/i.test(plain)
      ? 'why'
      : 'other';
  return { kind, keyWords: [...keyWords].map(([stem, word]) => ({ word, stem })) };
}

const BEHAVIOURAL =
  /^(?:(?:please|so|and|can you|could you|would you)\W+)*(?:(?:tell (?:me|us)|talk|speak)(?: about)? (?:a|an|the last|one|some) (?:[\w-]+ )?(?:time|situation|occasion|project|instance|moment|example|conflict|failure|mistake|challenge|decision|disagreement|day)|(?:describe|recall|think of|share|give(?: me| us)?|name|walk (?:me|us) through)(?: me)? (?:a|an|the last|one|some) (?:[\w-]+ )?(?:time|situation|occasion|example|instance|moment|experience|conflict|failure|mistake|challenge|disagreement|project (?:where|when|in which|that|you))|have you ever\b|when (?:did you last|have you|was the last time)|what did you do when\b|a time when\b)/i;

const OPENS_QUESTION =
  /^(?:why|how|what|which|when|where|who|whom|whose|tell|describe|explain|walk|give|can|could|do|does|did|have|has|are|is|was|were|would|should|will|talk|compare|convince|sell|teach)\b\s+\S+\s+\S+/i;

/** Words that interviews ask with and that no answer has to repeat. */
const ASKED_WITH: ReadonlySet<string> = new Set(
  'tell describe explain walk give share talk think name example examples time situation occasion instance moment experience experiences yourself weakness weaknesses strength strengths failure failures fail failed mistake mistakes challenge challenges challenging conflict conflicts achievement achievements accomplishment accomplishments proud proudest career goal goals background role job position company organisation organization here work working worked hire join want wanted like love enjoy look looking handle handled deal dealt manage managed overcome overcame approach approached style difficult hard hardest tough toughest big biggest great greatest good best worst favourite favorite important interesting interested stress stressful pressure disagree disagreed disagreement feedback problem problems solve solved decision decisions question questions answer expect expectation expectations salary compensation five years ten day today future motivates motivate motivation excite excites bring contribute better use used using need help helped know learn learned learnt teach say said people someone person something anything thing things way ways kind type team teams project projects last recent recently ever long currently current previous past next new different would ask asked unable ability able interview process see find choose chose instead happened happen leave leaving left start does'.split(
    ' ',
  ),
);
