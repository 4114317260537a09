/** How much the words around a match look like an explanation of the term, as people explain things when they talk. */

import type { Match } from './match.ts';

/**
 * 0 for no sign of an explanation either way. Signs add up, to 3 at most; what speaks for a mention in passing, such as an agenda
 * or a list, counts against it, to -1 at most.
 */
export function explains(match: Match): number {
  const { before, after, isAnswered } = contextOf(match);
  let ahead = 0;
  for (const [pattern, weight] of AFTER) if (pattern.test(after)) ahead += weight;
  // An agenda names things, and says nothing of them yet.
  if (ahead <= 0 && AGENDA.test(before)) return ANNOUNCED;
  let score = ahead + (isAnswered ? ANSWERED : 0);
  for (const [pattern, weight] of BEFORE) if (pattern.test(before)) score += weight;
  const near = after.slice(0, CONTEXT * 2);
  for (const [pattern, weight] of ANYWHERE) if (pattern.test(before) || pattern.test(near)) score += weight;
  if (ENDS_SENTENCE.test(before) && STANDS_ALONE.test(after)) score += ALONE;
  return Math.min(3, Math.max(-1, score + goesOn(after)));
}

interface Context {
  /** Small letters; cues are on lines of their own. */
  readonly before: string;
  readonly after: string;
  /** Whether somebody else goes on right after the cue of the match, and has more to say than whoever said the term. */
  readonly isAnswered: boolean;
}

function contextOf({ shard, from, to }: Match): Context {
  const cue = shard.cueOf(from);
  const lastCue = shard.cueOf(to - 1);
  const first = shard.read(cue);
  const last = lastCue === cue ? first : shard.read(lastCue);
  const startsAt = first.starts[from - shard.data.cueTokens[cue]!] ?? 0;
  const endsAt = last.ends[to - 1 - shard.data.cueTokens[lastCue]!] ?? last.text.length;
  let before = first.text.slice(0, startsAt);
  for (let at = cue - 1; at >= Math.max(0, cue - MOST_CUES) && before.length < CONTEXT; at--) before = `${shard.textOf(at)}\n${before}`;
  let after = last.text.slice(endsAt);
  const end = Math.min(shard.cueCount, lastCue + 1 + MOST_CUES);
  for (let at = lastCue + 1; at < end && after.length < CONTEXT_AFTER; at++) after += `\n${shard.textOf(at)}`;
  const { speakerOf, cueTokens } = shard.data;
  const next = lastCue + 1;
  const isAnswered =
    next < shard.cueCount &&
    speakerOf[next] !== speakerOf[lastCue] &&
    cueTokens[next + 1]! - cueTokens[next]! > Math.max(LONG_ANSWER, cueTokens[next]! - cueTokens[lastCue]!);
  return { before: before.slice(-CONTEXT).toLowerCase(), after: after.slice(0, CONTEXT_AFTER).toLowerCase(), isAnswered };
}

/** Explanations go on about "it", and about what "you" do, in the present; a story goes on about what "we" did. */
function goesOn(after: string): number {
  return Math.min(MOST_GOING_ON, (after.match(GOES_ON)?.length ?? 0) * GOING_ON);
}

/** UTF-16 units before a match in which signs are looked for, and after it, as far as an explanation is begun. */
const CONTEXT = 120;
const CONTEXT_AFTER = 360;
/** Captions of a few words each, and no more of them. */
const MOST_CUES = 8;

const ANSWERED = 0.3;
/** Words that a listener says in between are no answer. */
const LONG_ANSWER = 12;
const GOES_ON =
  /\b(?:it(?:'s|’s| is| was| means| takes| has)|this means|that means|you(?:'re|’re|'ve|’ve)?|imagine|which is|so that|instead of|for example)\b/g;
const GOING_ON = 0.1;
const MOST_GOING_ON = 0.5;

/** "Thermal runaway." and nothing else: what comes next is about it. */
const ENDS_SENTENCE =
  /(?:^|[.?!:;,\n])[^\S\n]*(?:(?:so|and|but|now|okay|right|well|yes|uh|um|then|next|first|second|finally|lastly|the|an?)\W+){0,3}$/;
const STANDS_ALONE = /^\s*(?:[.?!:;\n]|$)/;
const ALONE = 0.4;

/** What speakers say before they list what they are going to talk about. */
const AGENDA =
  /\b(?:(?:i'm|i’m|we're|we’re|i am|we are) going to|(?:i|we)(?:'ll|’ll| will|'d like to|’d like to)|there(?:'ll|’ll| will) be|going to (?:talk|hear|look|cover|see)|today's? (?:episode|topic|talk))\b[^.?!]*$/;
const ANNOUNCED = -0.5;

/** Signs right before the term. */
const BEFORE: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:called|named|known as|we call|so-called|referred to as|the (?:term|concept|idea|notion) of|define[sd]?|introduc(?:e|es|ed|ing)(?: this| the| a)?)\W+(?:\w+\W+){0,3}$/,
    1,
  ],
  [
    /\b(?:what(?:'s|’s| is| are| exactly is| do you mean by)|how (?:do|should) (?:we|you) (?:understand|define)|how (?:does|do)|explain|meaning of|think of)\W+(?:\w+\W+){0,3}$/,
    1,
  ],
  [/\b(?:this|that|it|here) is\W+(?:\w+\W+){0,3}$/, 0.4],
  // A turn to the term.
  [
    /\b(?:talk(?:ing)? about|speaking of|turn(?:ing)? to|move on to|let(?:'s|’s| us) (?:take|look at|start with)|come to|comes? (?:down )?to|in (?:the )?case of|(?:one|idea|piece|part|step|kind|thing|trick|answer|problem|word) (?:here )?is)\W+(?:\w+\W+){0,2}$/,
    0.5,
  ],
  // Said of the speaker's own doing, or of the term as one of several.
  [/\b(?:our|my|your|their|these|those|other|more|most|many|some|all|every|no)\W+$/, -0.2],
  [/\b(?:i(?:'m|’m| am| was)|my name is|i(?: have|'ve|’ve)? (?:work(?:ed)?|teach|did|joined|studied|run|lead))\b[^.?!\n]*$/, -0.6],
  // One of several.
  [/\b(?:like|such as|including|especially|as well as|along with|besides)\s(?:\w+\s){0,2}$/, -0.4],
  [/[^\s.?!,\n]\sand\s(?:(?:an?|the)\s)?$/, -0.2],
  [/,\s(?:and\s)?$/, -0.1],
  // About something else that has to do with it.
  [/\b(?:in|on|at|for|from|by|via|through|into|towards?|using|use|uses|used|without|against)\s(?:(?:an?|the)\s)?$/, -0.15],
];

/** Signs right after the term. */
const AFTER: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:(?:\w+\W+){1,2}|\W*)(?:is|are|was|were)\W+(?:\w+\W+){0,2}(?:a|an|the|one|when|where|how|basically|essentially|actually|really|our|nvidia's|what)\b/,
    0.7,
  ],
  [
    /^\W*(?:means?|refers? to|stands? for|consists? of|works? by|comes? from|was (?:developed|invented|created|proposed|introduced)|includes?|introduces?)\b/,
    0.8,
  ],
  // Somebody who does something as a rule.
  [
    /^\s(?:just |basically |simply |really )?(?:takes|gives|lets|makes|tells|says|asks|measures|turns|combines|uses|keeps|holds|shows|runs|has|happens)\b/,
    0.5,
  ],
  [/^\W*(?:which|that) (?:is|are|means|was|basically|essentially|can)\b/, 0.5],
  [/^\W*(?:meaning|that is|i\.e\.|in other words|or rather)\b/, 0.7],
  // A listener asks what it is.
  [
    /^[^?]{0,60}\b(?:what(?:'s|’s| is| does) (?:that|it|this)|explain|how (?:does|do) (?:that|it|you|they)|spell (?:it|that) out|define)\b/,
    0.5,
  ],
  // One of a list, and what is said of it is about another.
  [/^,? (?:and|or) (?!it|you|we|i|they|that|this|then|so|he|she|what|how|if|when|is|are|can|in|on|for)[\w-]+\s/, -0.3],
  [/^, (?!which|that|meaning|where|so|or|basically|it|you|this|i)[\w-]+(?: [\w-]+)?,/, -0.4],
  [/^[^.?!]{0,30}\b(?:later|in a (?:moment|minute)|at the end)\b/, -0.5],
];

/** Signs somewhere near. */
const ANYWHERE: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:basically|essentially|in other words|for example|for instance|you can think of|think of (?:it|this)|the (?:idea|concept) (?:is|of)|the reason|the purpose|it means|which means|simply put)\b/,
    0.35,
  ],
  [
    /\b(?:inspired|invented|developed by|came up with|the first|originally|consists? of|made up of|divided into|there are (?:two|three|four|several))\b/,
    0.3,
  ],
];
