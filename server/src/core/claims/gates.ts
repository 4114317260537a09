/** Tells what keeps a sentence, or a part of one, from claiming anything: questions, opinions, plans, wishes, conditions, reports. */

import { primed } from '../text/primed.ts';
import { narrow } from '../text/narrow.ts';
import { tailOf } from '../text/tail.ts';

/** Why a sentence or a clause claims nothing that somebody could doubt. */
export type Gate = 'question' | 'opinion' | 'plan' | 'policy' | 'hypothetical' | 'reported' | 'negated' | 'hedged';

/** The gate that closes a whole sentence, if any. */
export function sentenceGate(sentence: string): Gate | undefined {
  const plain = straight(sentence);
  if (/\?["')\]]*\s*$/.test(plain)) return 'question';
  if (primed(OPINION_OPENING).test(plain) || primed(OPINION_ANYWHERE).test(plain)) return 'opinion';
  if (primed(PLAN_OPENING).test(plain)) return 'plan';
  if (primed(HYPOTHETICAL_OPENING).test(plain)) return 'hypothetical';
  return undefined;
}

/** The gate that closes the place at `start` (UTF-16 offset) of a sentence, by what stands before it in its clause. */
export function gateAt(sentence: string, start: number): Gate | undefined {
  const plain = straight(sentence);
  const before = plain.slice(0, start);
  const clause = before.slice(clauseStart(before));
  if (/\b(?:i|we|you) (?:\w+ly )?(?:think|thought|believe|feel|felt|guess|hope|hoped|assume|assumed|expect|expected)\b/i.test(clause))
    return 'opinion';
  if (primed(REPORTED).test(before)) return 'reported';
  if (primed(PLAN).test(clause)) return 'plan';
  if (primed(POLICY).test(clause)) return 'policy';
  if (/\b(?:if|whether|unless|would|imagine|suppose|until)\b|\b(?:i|we|you|they|he|she|it)'d (?!been|had|\w+ed\b)/i.test(clause))
    return 'hypothetical';
  if (primed(NEGATED).test(clause)) return 'negated';
  return undefined;
}

/** Whether what stands right before an absolute takes it back: "almost never", "not always". */
export function isTakenBack(sentence: string, start: number): boolean {
  return /\b(?:almost|nearly|hardly|practically|virtually|not|n't|rarely|scarcely|mostly|usually|generally|basically|largely)\s+(?:a |an |all |the |been )?$/i.test(
    straight(sentence.slice(Math.max(0, start - 32), start)),
  );
}

/** UTF-16 offset in a prefix of a sentence at which its last clause begins. */
export function clauseStart(before: string): number {
  let start = 0;
  for (const match of before.matchAll(primed(CLAUSE_BORDER))) start = match.index + match[0].length;
  return start;
}

/** The end of the clause that begins at or goes on from `from`. */
export function clauseEnd(sentence: string, from: number): number {
  CLAUSE_BORDER.lastIndex = from;
  const match = primed(CLAUSE_BORDER).exec(sentence);
  // `matchAll` above begins where the expression stands.
  CLAUSE_BORDER.lastIndex = 0;
  if (match !== null) return match.index;
  return sentence.length - tailOf(sentence.slice(-6), /[.!?…"'”’)\]\s]/).length;
}

/** Typographic apostrophes as typewriter ones; every offset stays. */
export function straight(text: string): string {
  // A sentence is asked about by one after the other.
  if (text !== lastStraightened.text) lastStraightened = { text, plain: narrow(text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"')) };
  return lastStraightened.plain;
}

let lastStraightened = { text: '', plain: '' };

const CLAUSE_BORDER =
  /[,;:](?!\d)|\s[—–-]\s|[—()]|\b(?:but|because|which|while|although|though|whereas)\b|\b(?:and|so|that) (?=(?:i|we|it|they|he|she|this|the|our|my)\b)/gi;

const START = String.raw`^\W*(?:(?:and|but|so|well|honestly|also|yes|no|ok|okay|for me|frankly|overall|still|personally|actually|now|then)\W+){0,2}`;
const OFTEN = String.raw`(?:really |still |also |truly |do |firmly |strongly |honestly |always |just |genuinely |very much |particularly |especially |most |would |would also |have always |'ve always )?`;
const OPINION_OPENING = new RegExp(
  String.raw`${START}(?:i(?:'d)? ${OFTEN}(?:think|believe|feel|guess|hope|wish|suspect|consider|argue|say|prefer|expect|wonder|imagine|bet|love|like|enjoy|want|value|care|admire|appreciate|see|view|agree|disagree|know|understand|look for|loved|liked|enjoyed|valued|wanted)\b` +
    String.raw`|i(?:'m| am) ${OFTEN}(?:convinced|sure|confident|excited|interested|passionate|happy|keen|drawn|hoping|looking|eager|curious|glad|thrilled|motivated|attracted|committed|fascinated|comfortable|grateful)\b` +
    String.raw`|in my (?:view|opinion|book|mind)\b|to me\b|to my mind\b|it seems\b|it feels\b|it sounds\b|(?:maybe|perhaps|probably)\b` +
    String.raw`|my (?:view|sense|take|feeling|hope|impression|guess|belief|philosophy|dream|goal|aim|ambition)\b|what (?:excites|attracts|drives|motivates|matters|appeals|interests|i (?:love|like|enjoy|want|value|find)))`,
  'i',
);
const OPINION_ANYWHERE = /\b(?:in my (?:view|opinion)|if you ask me|i(?:'d| would) (?:say|argue)|as far as i can tell|arguably)\b/i;
const PLAN_OPENING = new RegExp(
  String.raw`${START}(?:(?:i|we)(?:'d| would) (?:\w+ )?(?:like|love|want|hope|start|begin|aim|ask)|(?:i|we) (?:plan|hope|want|aim|intend)\b|(?:i|we)(?:'ll| will)\b(?! never)|(?:the|our|my) (?:goal|plan|aim|idea|task|challenge|objective|job) (?:is|was|would)\b|let(?:'s| me)\b)`,
  'i',
);
const HYPOTHETICAL_OPENING = new RegExp(
  String.raw`${START}(?:if|unless|imagine|suppose|supposing|assuming|say you|had (?:i|we)|were (?:i|we|it))\b`,
  'i',
);

const PLAN =
  /\b(?:will|going to|gonna|want(?:s|ed|ing)? to|(?:would|'d) like|hop(?:e|es|ed|ing) (?:to|that|for)|aim(?:s|ed|ing)? (?:to|at|for)|intend(?:s|ed)? to|plan(?:s|ned|ning)? to|look(?:s|ed|ing)? (?:for|to|forward)|tr(?:y|ies|ied|ying) to|need(?:s|ed)? to|ha(?:s|ve|d) to|got to|asked (?:\w+ )?to|told (?:\w+ )?to|decided to|in order to|so as to|supposed to|meant to|goal|objective|target|task|challenge|promise[sd]?)\b|\b\w+'ll\b|^\W*to \w+/i;
const POLICY = /\b(?:should|must|ought|might|may|could|can|cannot|can't|couldn't)\b/i;
/** Somebody else says it: what follows is theirs. A contrast gives the word back to the speaker. */
const REPORTED =
  /(?:\b(?:he|she|they|manager|boss|lead|director|team|client|customer|colleague|people|critics|vendor|everyone|somebody|someone|[A-Z][a-z]+)s? (?:\w+ly )?(?:said|says?|told (?:me|us|them)|tells? (?:me|us|them)|argued|argues|claimed|claims|insisted|insists|thought|believed|assumed|worried|complained|feared|hoped|expected|promised|asked)\b|\b(?!(?:studies|research|data|experts|statistics|surveys|numbers|results|history|experience|everyone)\b)[a-z]+ (?:tells?|told) (?:us|me)\b)(?![^]*\b(?:but|however|yet)\b)/;
const NEGATED = /\b(?:not|never|no|without|nor|neither|hardly|nobody|nothing)\b|n't\b/i;
