/** Ways to put an unsupported claim right: a placeholder, a softer word, a scope, one's own experience, a citation. */

import { toSource } from '../answers/sourceMap.ts';
import type { AnswerContent } from '../answers/parseAnswers.ts';
import { phrase, t } from '../locale/locale.ts';
import type { Fix } from '../rules/rule.ts';
import { insertion, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Passage } from './evidence.ts';
import type { Claim, ClaimType } from './types.ts';
import { tailOf } from '../text/tail.ts';

/** The fixes of a claim; spans of claim and sentence are offsets in the spoken text, those of the edits in the content. */
export function fixesFor(content: AnswerContent, sentence: Span, claim: Claim): readonly Fix[] {
  const said = content.spoken.text;
  const words = said.slice(claim.span.start, claim.span.end);
  const fixes: (Fix | undefined)[] = [];
  const placeholder = PLACEHOLDERS[claim.type];
  const insertAt = claim.span.end + restOfClause(said.slice(claim.span.end, sentence.end));
  fixes.push({ title: t(placeholder.title), edits: [insertedBehind(content, insertAt, placeholder.text)], isPreferred: true });
  fixes.push(soften(content, claim, words));
  if (claim.type === 'absolute' || claim.type === 'superlative') {
    fixes.push({ title: t('Limit it to your tests'), edits: opening(content, sentence, 'In our tests, ') });
    fixes.push({ title: t('Mark it as your experience'), edits: opening(content, sentence, 'In my experience, ') });
  } else if (claim.type !== 'figure' && claim.type !== 'vague-authority') {
    fixes.push({ title: t('Mark it as your view'), edits: opening(content, sentence, 'In my view, ') });
  }
  return fixes.filter((fix) => fix !== undefined && fix.edits.length > 0) as readonly Fix[];
}

/** Links the words of a claim to the passage that says the same. The label is said as before, the target is not said. */
export function citation(content: AnswerContent, span: Span, passage: Passage): Fix | undefined {
  const written = toSource(content.spoken.map, span);
  if (passage.target === undefined || written.start >= written.end || /[[\]\n]/.test(content.spoken.text.slice(span.start, span.end)))
    return undefined;
  // Emphasis or a link that begins or ends inside would be torn apart.
  if (written.end - written.start !== span.end - span.start) return undefined;
  return {
    title: t('Cite {0}', passage.where),
    edits: [
      { span: { start: written.start, end: written.start }, newText: '[' },
      { span: { start: written.end, end: written.end }, newText: `](<${passage.target.replace(/[<>\n]/g, '')}>)` },
    ],
  };
}

const PLACEHOLDERS: Readonly<Record<ClaimType, { readonly title: string; readonly text: string }>> = {
  absolute: { title: phrase('Add over how long it held'), text: ', in ⟨how many⟩ cases' },
  'vague-authority': { title: phrase('Add who says so'), text: ', according to ⟨source⟩' },
  impact: { title: phrase('Add a before and after'), text: ', from ⟨before⟩ to ⟨after⟩' },
  comparative: { title: phrase('Add a before and after'), text: ', from ⟨before⟩ to ⟨after⟩' },
  superlative: { title: phrase('Add among which ones'), text: ', among ⟨which ones⟩' },
  causal: { title: phrase('Add how you know'), text: ', going by ⟨what you measured⟩' },
  figure: { title: phrase('Add how it was measured'), text: ', measured by ⟨how⟩' },
  importance: { title: phrase('Add the reason'), text: ', because ⟨reason⟩' },
  'vague-quantity': { title: phrase('Add a number'), text: ', about ⟨number⟩' },
};

/** How much belongs to the claim behind its words: up to a mark or a new thought, without the mark. */
function restOfClause(rest: string): number {
  const border =
    /[,;:](?!\d)|\s[—–-]\s|[—()]|\s(?:but|because|which|while|although|though|whereas|and (?:i|we|it|they|he|she|this|the|our|my))\b/i.exec(
      rest,
    );
  return border?.index ?? rest.length - tailOf(rest.slice(-6), /[.!?…"'”’)\]\s]/).length;
}

/** A softer word in place of the absolute one. */
function soften(content: AnswerContent, { type, span }: Claim, words: string): Fix | undefined {
  if (type !== 'absolute' && type !== 'causal') return undefined;
  for (const [pattern, softer] of type === 'absolute' ? SOFTER : SOFTER_CAUSES) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const text = /^\p{Lu}/u.test(match[0]) ? softer[0]!.toUpperCase() + softer.slice(1) : softer;
    const place = toSource(content.spoken.map, { start: span.start + match.index, end: span.start + match.index + match[0].length });
    return { title: t('Soften it: “{0}”', text), edits: [{ span: place, newText: text }] };
  }
  return undefined;
}

const SOFTER: readonly (readonly [RegExp, string])[] = [
  [/\bnever(?: ever| once)?\b/i, 'rarely'],
  [/\balways\b/i, 'almost always'],
  [/\b(?:each and every|every single|every)\b/i, 'nearly every'],
  [/\ball\b/i, 'nearly all'],
  [/\b(?:without any|without a single|with no|with zero)\b/i, 'with hardly any'],
  [/\b(?:zero|absolutely no|no)\b/i, 'hardly any'],
  [/\b(?:simply |virtually )?impossible\b/i, 'very hard'],
  [/\bguaranteed\b/i, 'expected'],
  [/\bguarantees\b/i, 'helps with'],
  [/\b(?:completely|fully|totally|entirely|permanently)\b/i, 'largely'],
  [/\bflawless(?=ly\b)/i, 'smooth'],
  [/\b(?:flawless|bulletproof|foolproof|bug-free|error-free|unbreakable|infallible|perfect)\b/i, 'solid'],
  [/\bseamlessly\b/i, 'smoothly'],
];

const SOFTER_CAUSES: readonly (readonly [RegExp, string])[] = [
  [/^led (?:directly )?to\b/i, 'contributed to'],
  [/^leads (?:directly )?to\b/i, 'contributes to'],
  [/^leading (?:directly )?to\b/i, 'contributing to'],
  [/^resulted in\b/i, 'contributed to'],
  [/^results in\b/i, 'contributes to'],
  [/^resulting in\b/i, 'contributing to'],
];

function insertedBehind(content: AnswerContent, at: number, newText: string): Edit {
  // Behind the last unit that is said, so that closing marks of emphasis stay where they are.
  const { end } = toSource(content.spoken.map, { start: Math.max(0, at - 1), end: at });
  return insertion(end, newText);
}

/** Puts words before a sentence and takes the capital off what was its first word, unless that is a name. */
function opening(content: AnswerContent, sentence: Span, words: string): readonly Edit[] {
  const said = content.spoken.text.slice(sentence.start, sentence.end);
  const [first = ''] = /^[\p{L}'’]+/u.exec(said) ?? [];
  if (first === '' || new RegExp(`^${words.trim().slice(0, 5)}`, 'i').test(said)) return [];
  const place = toSource(content.spoken.map, { start: sentence.start, end: sentence.start + first.length });
  if (place.end - place.start !== first.length) return [];
  const rest = COMMON_OPENERS.has(first.toLowerCase()) && !/^I(?:['’]|$)/.test(first) ? first[0]!.toLowerCase() + first.slice(1) : first;
  return [{ span: place, newText: `${words}${rest}` }];
}

const COMMON_OPENERS: ReadonlySet<string> = new Set(
  "the this that these those it we they he she my our your their his her its a an in at on by for with from after before since when while once as and but so then now there here all every each no nobody nothing everyone some many most both one two three it's that's we've they've there's to over under during until because although people customers users".split(
    ' ',
  ),
);
