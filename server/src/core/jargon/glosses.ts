/** Finds acronyms beside which a text says in plain words what they are: an apposition, "that is", or words in brackets. */

import type { Span } from '../text/span.ts';
import type { ShortForm } from './acronyms.ts';

/**
 * The acronyms that are explained where they stand, though not letter by letter: "the TTOs, the medicines that patients take
 * home, were late". Linear in the text: each acronym looks at a bounded stretch around it.
 */
export function explainedIn(text: string, shortForms: readonly ShortForm[]): ReadonlySet<ShortForm> {
  return new Set(shortForms.filter(({ span, name }) => isExplained(text, span, name)));
}

/** How far around an acronym its explanation begins and ends, in UTF-16 units. */
const REACH = 110;

function isExplained(text: string, { start, end }: Span, name: string): boolean {
  const after = text.slice(end, end + REACH);
  const before = text.slice(Math.max(0, start - REACH), start);
  return (
    SAYS_AFTER.test(after) ||
    isSpelledAfter(after, name) ||
    isInBrackets(before, after) ||
    hasAppositionAfter(before, after) ||
    standsInApposition(before, after, name)
  );
}

/** "X, that is, …", "X, which is a …", "X – in plain words …", "X log, in other words …", "X. That is, …". */
const SAYS_AFTER =
  /^(?:['’]s)?(?: [a-z]+)?(?:,? (?:that is|i\.e\.|meaning|in plain words|in other words|in plain English|what we call|which means?|which is (?:an?|the|our|what|how|short|basically|just|simply)|which are (?:the|our|what|how|basically|just|simply))\b|\.\s(?:That is|That means|In other words|In plain words|In short, that is)\b|\s?\((?!e\.g|see\b|and\b|or\b|not\b|which\b|I\b|with\b|for\b|in\b|on\b|at\b|again\b)[a-z][a-z]*(?:[ -][a-z'’]+){1,10}\))|^[^.!?;()\n]{1,70}, [^.!?;()\n]{3,50} in other words\b/;

/** "The local flood authority (LLFA)": whoever writes so explains, whether or not the letters fit. */
function isInBrackets(before: string, after: string): boolean {
  // eslint-disable-next-line regexp/no-super-linear-move -- Bounded by REACH.
  return /^s?\)/.test(after) && /[a-z]+[ -][a-z]+ \($/.test(before);
}

/** "A RAID log, so risks, assumptions, issues and dependencies": the letters, word by word. */
function isSpelledAfter(after: string, name: string): boolean {
  const words = /^(?: [a-z]+)?,? (?:so|that is|as in|for|like) ((?:[a-z'’-]+,? ){1,9}[a-z'’-]+)/i.exec(after)?.[1];
  if (words === undefined) return false;
  const initials = words
    .toLowerCase()
    .split(/[ ,]+/)
    .filter((word) => !/^(?:and|or|of|the|for|in|to|a|an)$/.test(word))
    .map((word) => word[0])
    .join('');
  const letters = name.toLowerCase().replace(/[^\p{L}]/gu, '');
  return letters.length > 2 && initials.startsWith(letters);
}

const ARTICLE = '(?:an?|the|our|my|their|what)';

/** "…, the medicines that patients take home,": an article and words without a verb of the sentence. */
const APPOSITION = new RegExp(
  String.raw`^(?:['’]s)?,\s${ARTICLE}\s((?:[^,.;:!?()\n]|\([^()\n]{1,120}\)){3,80})([,.;:!?)]|$)(?:\s(\S+ \S+))?`,
);
/** "After the SFT, the model was small": a verb of the sentence, so what follows the comma is the sentence itself. */
const SENTENCE_VERB =
  /\b(?:is|are|was|were|am|has|have|had|does|did|do|will|would|can|could|should|may|might|must|went|got|became|made|took|came|gave|fell|rose|saw|knew|said|says|began|ran|kept|left|found|felt|\w{3,}(?<!call|nam|bas|us|requir|need|back|cod)ed)\b/;
const OPENS_SENTENCE =
  // eslint-disable-next-line regexp/no-super-linear-move -- Bounded by REACH.
  /(?:^|[.!?\n]\s*)(?:(?:And|But|So|Then) )?(?:After|With|Before|For|In|During|Using|By|On|At|From|As|Without|When|If|Since) [^.!?]*$/i;

function hasAppositionAfter(before: string, after: string): boolean {
  const match = APPOSITION.exec(after);
  if (match === null) return false;
  const [, matched = '', closing = '', next = ''] = match;
  // What is in brackets explains the explanation, and has verbs of its own.
  const words = matched.replace(/\([^()]*\)/g, '');
  if (/\p{Lu}{2,}/u.test(words) || SENTENCE_VERB.test(words) || / (?:and|or) /.test(words)) return false;
  // What opens a sentence has its comma anyway; only another one closes an apposition.
  if (OPENS_SENTENCE.test(before) && closing !== ',') return false;
  // "The SFT, a judge, and a reward model" is a list.
  return !(closing === ',' && /^(?:and|or) (?!(?:i|we|he|she|it|they|you|that|this|so|then|who|nobody|everyone)\b)/i.test(next));
}

/** "The local flood authority, the LLFA, wanted": the words before it begin with most of its letters. */
function standsInApposition(before: string, after: string, name: string): boolean {
  if (!/^s?(?=[,.;:!?)]|$)/.test(after) || /^s?, (?:and|or) /.test(after)) return false;
  // eslint-disable-next-line regexp/no-super-linear-move -- Bounded by REACH.
  const words = /([a-z]+(?:[ -][a-z]+){1,6}),\s(?:or )?(?:the |an? |our |my )?$/i.exec(before)?.[1];
  // Another acronym explains nothing: "an LLM model, a VLM" are two things.
  if (words === undefined || /\p{Lu}{2,}/u.test(words)) return false;
  const letters = name.toLowerCase().replace(/[^\p{L}]/gu, '');
  let at = letters.length;
  let read = 0;
  for (const word of words.toLowerCase().split(/[ -]/).reverse()) {
    const found = letters.lastIndexOf(word[0]!, at - 1);
    if (at === 0 || found < 0) continue;
    at = found;
    read++;
  }
  return letters.length > 2 && read >= letters.length - 1;
}
