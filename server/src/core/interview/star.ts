/** Finds situation, task, action and result in the answer to a behavioural question, by the words they are told with. */

import { primed } from '../text/primed.ts';
import { CHANGED, CHANGED_SOMETHING, MOVED } from '../claims/lexicon.ts';
import { figuresOf, tellsOutcome } from '../claims/figures.ts';
import { straight } from '../claims/gates.ts';
import type { Span } from '../text/span.ts';

/** The first sentence that tells each part; undefined where none does. Spans are UTF-16 offsets in the spoken text. */
export interface Star {
  readonly situation: Span | undefined;
  readonly task: Span | undefined;
  readonly action: Span | undefined;
  readonly result: Span | undefined;
}

/** The outline of an answer, given its spoken text and its sentences in order. */
export function starOf({ text, sentences }: { readonly text: string; readonly sentences: readonly Span[] }): Star {
  const said = sentences.map((span) => straight(text.slice(span.start, span.end)));
  const task = said.findIndex((sentence) => primed(TASK).test(sentence));
  const action = said.findIndex((sentence, i) => tellsAction(sentence) && (i !== task || /\b(?:so|and|then) i\b/i.test(sentence)));
  // What sounds like a result before anything was done belongs to the situation.
  const result = said.findIndex((sentence, i) => i >= Math.max(0, action) && tellsResult(sentence, i > action));
  const isSetting = (sentence: string, i: number): boolean =>
    i !== result && (primed(SITUATION).test(sentence) || (i !== task && i !== action && primed(PAST).test(sentence)));
  const situation = said.findIndex((sentence, i) => (action < 0 || i <= action) && isSetting(sentence, i));
  return { situation: sentences[situation], task: sentences[task], action: sentences[action], result: sentences[result] };
}

/** Whether the speaker says what they themselves did. */
export function tellsAction(sentence: string): boolean {
  for (const [, verb] of straight(sentence).matchAll(primed(FIRST_PERSON_ACTION)))
    if (verb !== undefined && !STATES.has(verb.toLowerCase())) return true;
  return false;
}

function tellsResult(sentence: string, isAfterAction: boolean): boolean {
  if (primed(RESULT).test(sentence)) return true;
  return isAfterAction && (primed(WEAK_RESULT).test(sentence) || figuresOf(sentence).some(tellsOutcome));
}

/** Past forms of common verbs that don't end in -ed, as alternatives of a regular expression. */
export const IRREGULAR =
  'built|wrote|made|led|ran|set|took|put|got|gave|did|brought|taught|kept|met|cut|grew|went|spent|found|began|chose|drew|held|sent|told|spoke|sat|fought|drove|dug|paid|sold|bought|broke|rebuilt|rewrote|redrew|split|shut|hid|threw|caught|rang|flew|read|let|came|stood|said|won|shot|lent|overcame';
const FIRST_PERSON_ACTION = new RegExp(
  String.raw`\b(?:i(?:'ve| have| had|'d)?|i myself)\s+(?:(?:\w+ly|then|also|first|just|even|personally|next|finally|soon|still|never|once)\s+){0,2}(\w{2,}ed|${IRREGULAR})\b`,
  'gi',
);
/** What one is or feels is no action. */
const STATES: ReadonlySet<string> = new Set(
  'wanted needed liked loved hated feared worried believed noticed realised realized remembered enjoyed preferred lived stayed joined worked seemed expected wondered hoped wished learned struggled failed disagreed agreed used tired excited interested involved named assigned tasked asked_to got graduated started'.split(
    ' ',
  ),
);

const TASK =
  /\b(?:i (?:needed|had|was asked|was supposed|was told|was expected|was tasked|was meant|got asked)(?: to| with)|we (?:needed|had|were asked|were supposed) to|my (?:job|task|role|goal|responsibility|assignment|mission) (?:was|were)|the (?:goal|task|challenge|aim|objective|problem|issue|question|deadline) (?:was|were)|i was (?:responsible|in charge|accountable)|it was (?:my job|up to me|on me|my responsibility)|(?:asked|told|wanted|expected) (?:me|us) to)\b/i;
const PAST = new RegExp(String.raw`\b(?:\w{2,}ed|was|were|had|fell|lost|left|${IRREGULAR})\b`, 'i');
const SITUATION =
  /\b(?:last|one|that) (?:year|month|week|summer|winter|spring|autumn|fall|quarter|night|day|time|morning|evening)\b|\b(?:when|while) (?:i|we|my|our|the)\b|\bin (?:my|our|the) (?:last|previous|first|second|third|final|current|old|former)\b|\bat (?:my|our) (?:last|previous|first|current|old|former)\b|\b(?:in|since|around) (?:19|20)\d\d\b|\b(?:a few|two|three|four|five|some|several) (?:years|months|weeks) ago\b|\bduring\b|\b(?:was|were|had) (?:\w+ )?(?:behind|late|failing|struggling|broken|slow|losing|down|stuck|missing|short|new|unhappy|upset|angry)\b|^\W*(?:our|my|the|a|an|two|one of)\b[^.]*\b(?:was|were|had|kept|wanted|did not|didn't)\b/i;
const RESULT = new RegExp(
  String.raw`\b(?:as a (?:direct )?(?:result|consequence)|in the end|eventually|ultimately|the (?:result|outcome|upshot|effect)|(?:this|that|it|which) (?:led|meant|resulted|allowed|paid off|worked)|resulted in|ended up|it turned out|since then|to this day|paid off|from then on|(?:is|are|was|were) (?:now|still) (?:in use|used|running|the)|what i (?:learned|learnt|took)|i (?:learned|learnt)|the (?:main )?lesson|taught me|thanked|promoted|became (?:the|our) standard)\b` +
    String.raw`|\b(?:${CHANGED}|${MOVED})\b`,
  'i',
);
const WEAK_RESULT = new RegExp(
  String.raw`\b(?:${CHANGED_SOMETHING}|shipped|launched|delivered|passed|won|finished|survived|recovered|signed|renewed|agreed|accepted|succeeded|worked|closed|adopted|approved|praised|hired|kept|went live|on time|now|today|afterwards|after that|by the end|within (?:a|an|\w+) (?:day|week|month|hour|year)s?|happy|satisfied|pleased|glad|relieved|grateful)\b`,
  'i',
);
