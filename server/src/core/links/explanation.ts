/** How much the words around a match look like an explanation of the term, as people explain things when they talk. */

import type { Match } from './match.ts';

/** 0 for no sign of an explanation; signs add up, to 3 at most. */
export function explains({ shard, from, to }: Match): number {
  const cue = shard.cueOf(from);
  const lastCue = shard.cueOf(to - 1);
  const first = shard.read(cue);
  const { text, starts } = first;
  const startsAt = starts[from - shard.data.cueTokens[cue]!] ?? 0;
  const last = lastCue === cue ? first : shard.read(lastCue);
  const endText = last.text;
  const endsAt = last.ends[to - 1 - shard.data.cueTokens[lastCue]!] ?? endText.length;
  const before = `${textOfCues(shard, cue - 2, cue)} ${text.slice(0, startsAt)}`.slice(-CONTEXT).toLowerCase();
  const after = `${endText.slice(endsAt)} ${textOfCues(shard, lastCue + 1, lastCue + 4)}`.slice(0, CONTEXT * 2).toLowerCase();
  let score = 0;
  for (const [pattern, weight] of BEFORE) if (pattern.test(before)) score += weight;
  for (const [pattern, weight] of AFTER) if (pattern.test(after)) score += weight;
  for (const [pattern, weight] of ANYWHERE) if (pattern.test(before) || pattern.test(after)) score += weight;
  return Math.min(3, score);
}

function textOfCues(shard: Match['shard'], from: number, to: number): string {
  const texts: string[] = [];
  for (let cue = Math.max(0, from); cue < Math.min(to, shard.cueCount); cue++) texts.push(shard.textOf(cue));
  return texts.join(' ');
}

/** UTF-16 units before a match, and twice as many after it, in which signs are looked for. */
const CONTEXT = 120;

/** Signs right before the term. */
const BEFORE: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:called|named|known as|we call|so-called|referred to as|the (?:term|concept|idea|notion) of|define[sd]?|introduc(?:e|es|ed|ing)(?: this| the| a)?)\W+(?:\w+\W+){0,3}$/,
    1,
  ],
  [
    /\b(?:what(?:'s| is| are| exactly is| do you mean by)|how (?:do|should) (?:we|you) (?:understand|define)|explain|meaning of|think of)\W+(?:\w+\W+){0,3}$/,
    1,
  ],
  [/\b(?:this|that|it|here) is\W+(?:\w+\W+){0,3}$/, 0.4],
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
  [/^\W*(?:which|that) (?:is|are|means|was|basically|essentially|can)\b/, 0.5],
  [/^\W*(?:meaning|that is|i\.e\.|in other words|or rather)\b/, 0.7],
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
