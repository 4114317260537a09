/** Recognises what a writer puts around an answer but doesn't say: labels and quotation marks. */

import { tailOf } from '../text/tail.ts';

/** UTF-16 length of a label such as `Your Potential Answer:`, `Answer:` or `A:` at the start of a text, with the space after it; 0 when there is none. */
export function answerLabelLength(text: string): number {
  return ANSWER_LABEL.exec(text)?.[0].length ?? 0;
}

/** Whether the text begins with a label for the interviewer's words, such as `Q:`. */
export function isQuestionLabelled(text: string): boolean {
  return QUESTION_LABEL.test(text);
}

/** Whether one pair of quotation marks wraps the whole text; a full stop may stand outside the closing mark. */
export function hasOuterQuotes(text: string): boolean {
  const open = text[0] ?? '';
  const close = QUOTES.get(open);
  if (close === undefined) return false;
  const tail = tailOf(text.slice(-4), /[\s.。!?！？]/);
  const last = text.length - tail.length - 1;
  if (last < 2 || text[last] !== close) return false;
  let depth = 1;
  for (let i = 1; i <= last; i++) {
    const unit = text[i]!;
    if ((unit !== open && unit !== close) || isApostrophe(text, i)) continue;
    // A straight mark opens or closes by what stands around it.
    const opens = open === close ? isOpening(text, i) : unit === open;
    depth += opens ? 1 : -1;
    if (depth === 0) return i === last;
  }
  return false;
}

/** A label for the interviewer's words, at the start of a text. */
export const QUESTION_LABEL = /^(?:Q|Question|Frage|Pregunta|Domanda|问|問|问题|質問)\s*[:：]/iu;

/** A label for the answer, at the start of a text. */
export const ANSWER_LABEL = new RegExp(
  '^(?:' +
    [
      '(?:(?:your|my|our|a)\\s+)?(?:(?:potential|possible|suggested|proposed|sample|model|example|draft|final|full|prepared|spoken)\\s+){0,2}(?:answer|response|reply|script)',
      '(?:mögliche\\s+|meine\\s+)?antwort',
      '(?:(?:mi|tu)\\s+)?(?:posible\\s+)?respuesta',
      '(?:(?:ma|votre)\\s+)?réponse(?:\\s+possible)?',
      'risposta|resposta|antwoord|ответ',
      '回答|答案|我的回答|答|回答例|답변|답',
      'a',
    ].join('|') +
    ')\\s*[:：]\\s*',
  'iu',
);

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
]);

function isOpening(text: string, at: number): boolean {
  return /[\s([{—–-]/.test(text[at - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' ');
}

function isApostrophe(text: string, at: number): boolean {
  return /['’]/.test(text[at]!) && /\p{L}/u.test(text[at - 1] ?? ' ') && /\p{L}/u.test(text[at + 1] ?? ' ');
}
