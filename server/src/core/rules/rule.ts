/** What a rule is, what it sees, and what it finds. */

import type { AnalysedAnswer, AnalysedFile, AnswerAnalysis } from '../analysis.ts';
import type { Audience } from '../jargon/audience.ts';
import type { Edit } from '../text/edit.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { Settings } from '../settings.ts';
import type { KnownRules } from '../suppressions/ruleNames.ts';
import type { Silenced } from '../suppressions/suppress.ts';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What every rule says about itself. */
export interface RuleInfo<Id extends string = string> {
  /** Stable: users and files refer to it. Its docs page is docs/rules/ with `/` as `-`. */
  readonly id: Id;
  /** One sentence: what is reported. */
  readonly summary: string;
  /** Unless the settings say otherwise. */
  readonly severity: Severity;
  /** For the audiences for which it is another one, unless the settings say otherwise. */
  readonly severityFor?: Readonly<Partial<Record<Audience, Severity | 'off'>>>;
}

/** Looks at one answer by itself; its findings are cached with the answer, so it must depend on nothing else. */
export interface AnswerRule<Id extends string = string> extends RuleInfo<Id> {
  readonly scope: 'answer';
  /** Spans are offsets of the answer's content. */
  readonly check: (answer: AnswerAnalysis, settings: Settings) => Iterable<Found>;
}

/** Looks at what all answers of the file have come to; it runs at every change, so it must be quick. */
export interface FileRule<Id extends string = string> extends RuleInfo<Id> {
  readonly scope: 'file';
  /** Spans are offsets of the file, but for what is found in an answer. */
  readonly check: (file: AnalysedFile, settings: Settings) => Iterable<Found | FoundInAnswer>;
}

/** What a rule of the file reports in one answer; spans are offsets of its content, so that the same list serves wherever it stands. */
export interface FoundInAnswer {
  readonly answer: AnalysedAnswer;
  readonly found: readonly Found[];
}

/** Looks at what the file silences, after all other rules; nothing but its severity silences it. */
export interface SuppressionRule<Id extends string = string> extends RuleInfo<Id> {
  readonly scope: 'suppressions';
  /** Spans are offsets of the file. */
  readonly check: (outcome: SuppressionOutcome) => Iterable<Found>;
}

export interface SuppressionOutcome extends Pick<Silenced, 'unused' | 'names'> {
  readonly file: AnalysedFile;
  readonly rules: KnownRules;
  /** Whether a rule reports anything in this file, by the settings and the front matter. */
  readonly isOn: (rule: string) => boolean;
}

export type Rule<Id extends string = string> = AnswerRule<Id> | FileRule<Id> | SuppressionRule<Id>;

/** What a rule reports: a plain sentence about a span. */
export interface Found {
  readonly span: Span;
  readonly message: string;
  /** Who would stumble over it, where that decides how severe it is. */
  readonly audience?: Audience;
  /** Other places that belong to it, each with a sentence. */
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The most severe it may be reported as, where that is less than the rule's severity. */
  readonly atMost?: Severity;
  /** What hovers and machines want to know beside the message; plain data. */
  readonly data?: object;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** One way to put a finding right. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one that is right in most cases; at most one fix of a finding is. */
  readonly isPreferred?: boolean;
  /** Whether it is right in every case, so that it may be applied unseen, with others; the first safe fix of a finding is. */
  readonly isSafe?: boolean;
}

/** The same, so many UTF-16 units further on, with all that it relates to. */
export function shiftFound(found: Found, by: number): Found {
  const { span, related, fixes } = found;
  return {
    ...found,
    span: shiftSpan(span, by),
    ...(related !== undefined && { related: shiftRelated(related, by) }),
    ...(fixes !== undefined && { fixes: shiftFixes(fixes, by) }),
  };
}

export function shiftRelated(related: readonly Related[], by: number): readonly Related[] {
  return related.map((one) => ({ ...one, span: shiftSpan(one.span, by) }));
}

export function shiftFixes(fixes: readonly Fix[], by: number): readonly Fix[] {
  return fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, by) })) }));
}
