/** The rules about claims: which type each reports, how loud it is, and what it says. */

import { phrase } from '../locale/locale.ts';
import type { Severity } from '../rules/rule.ts';
import type { ClaimType } from './types.ts';

export type ClaimRuleId = 'claim/contradicted' | (typeof RULE_OF_TYPE)[ClaimType];

export const RULE_OF_TYPE = {
  absolute: 'claim/absolute',
  'vague-authority': 'claim/vague-authority',
  impact: 'claim/impact-no-figure',
  comparative: 'claim/comparative-no-baseline',
  superlative: 'claim/superlative',
  causal: 'claim/causal',
  figure: 'claim/figure-no-source',
  importance: 'claim/importance',
  'vague-quantity': 'claim/vague-quantity',
} as const satisfies Record<ClaimType, string>;

/** Unless the settings say otherwise. */
export const CLAIM_SEVERITIES: Readonly<Record<ClaimRuleId, Severity>> = {
  'claim/contradicted': 'warning',
  'claim/absolute': 'warning',
  'claim/vague-authority': 'warning',
  'claim/impact-no-figure': 'warning',
  'claim/comparative-no-baseline': 'warning',
  'claim/superlative': 'information',
  'claim/causal': 'information',
  'claim/figure-no-source': 'hint',
  'claim/importance': 'hint',
  'claim/vague-quantity': 'hint',
};

/** What a finding says of its words: what a listener may ask, and what would answer it. */
export const MESSAGES: Readonly<Record<ClaimType, string>> = {
  absolute: phrase('“{0}” invites the one exception. Say over how long or how many it held, or where: “in our tests”, “so far”.'),
  'vague-authority': phrase('“{0}”: a listener may ask who. Name the study, the person or the source, or say it as your own experience.'),
  impact: phrase('“{0}”: by how much? A figure, a before and after, or how you noticed would support this.'),
  comparative: phrase('“{0}”: compared with what, and by how much? A baseline, a figure or a before and after would support this.'),
  superlative: phrase('“{0}”: among which ones, and who says so? A scope (“in our team”) or a source would support this.'),
  causal: phrase('“{0}”: how do you know it was this? A measurement, or the way it worked, would support this.'),
  figure: phrase('“{0}”: where is this figure from? What it is compared with, over which time, or how it was measured would support it.'),
  importance: phrase('“{0}”: why? Say what would happen without it.'),
  'vague-quantity': phrase('“{0}”: about how many, or how much? A rough number says more.'),
};

/** The same questions in a few words, for claims that stand beside the reported one. */
export const SHORT_MESSAGES: Readonly<Record<ClaimType, string>> = {
  absolute: phrase('Without exception?'),
  'vague-authority': phrase('Who says so?'),
  impact: phrase('By how much?'),
  comparative: phrase('Compared with what?'),
  superlative: phrase('Among which ones?'),
  causal: phrase('How do you know it was this?'),
  figure: phrase('Where is this figure from?'),
  importance: phrase('Why is that?'),
  'vague-quantity': phrase('About how much?'),
};
