/** Turns the claims of an answer into findings: one a sentence, the strongest, and no more warnings than a reader can bear. */

import type { AnswerAnalysis } from '../analysis.ts';
import { toSource } from '../answers/sourceMap.ts';
import { t } from '../locale/locale.ts';
import type { Fix, Found, Related, Severity } from '../rules/rule.ts';
import type { Settings } from '../settings.ts';
import type { Speech } from '../speech/speech.ts';
import { partitionPoint } from '../text/partitionPoint.ts';
import type { Span } from '../text/span.ts';
import { finish as finishSteps } from '../text/steps.ts';
import { citation, fixesFor } from './claimFixes.ts';
import { CLAIM_SEVERITIES, MESSAGES, RULE_OF_TYPE, SHORT_MESSAGES, type ClaimRuleId } from './claimRules.ts';
import { findClaimsInSteps, openClaims, type JudgedClaim, type SentenceClaims } from './claims.ts';
import { NO_CONTEXT } from './evidence.ts';

/** What the claim rules hand on beside message and span, for hovers and for machines. */
export interface ClaimData {
  readonly kind: 'claim';
  readonly type: JudgedClaim['type'] | 'contradicted';
  /** All types the sentence has, the strongest first. */
  readonly types: readonly JudgedClaim['type'][];
  readonly support: readonly { readonly form: string; readonly strength: string; readonly text: string }[];
  /** What the quick fixes would do. */
  readonly suggestions: readonly string[];
  /** From 0 to 1. */
  readonly score: number;
  readonly passage?: { readonly where: string; readonly text: string; readonly target?: string; readonly span?: Span };
}

/** The claims of an answer, found once however many rules ask. English only: the cues are. */
export function claimsOf(analysis: AnswerAnalysis): readonly SentenceClaims[] {
  return known.get(analysis.speech) ?? finishSteps(prepareClaims(analysis));
}

/** Finds the claims of an answer some sentences at a time, for whoever asks for them later. */
export function* prepareClaims({
  content,
  speech,
  language,
  claimContext = NO_CONTEXT,
}: AnswerAnalysis): Generator<void, readonly SentenceClaims[]> {
  const { text, map } = content.spoken;
  const source = { text, map, sentences: speech.sentences, references: content.references };
  const claims = language === 'en' ? yield* findClaimsInSteps(source, claimContext) : [];
  known.set(speech, claims);
  return claims;
}

/** The findings of one claim rule in one answer. */
export function claimFindings(analysis: AnswerAnalysis, settings: Settings, rule: ClaimRuleId): readonly Found[] {
  let findings = reported.get(analysis.speech);
  if (findings?.settings !== settings) {
    findings = { settings, all: report(analysis, settings) };
    reported.set(analysis.speech, findings);
  }
  return findings.all.filter((one) => one.rule === rule).map(({ found }) => found);
}

// Each analysis has a speech of its own, which outlives the objects around it.
const known = new WeakMap<Speech, readonly SentenceClaims[]>();
const reported = new WeakMap<Speech, { readonly settings: Settings; readonly all: readonly Reported[] }>();

interface Reported {
  readonly rule: ClaimRuleId;
  readonly found: Found;
}

/** More warnings than this in a hundred words are noise; what is beyond comes one level lower. */
const WARNINGS_PER_100_WORDS = 3;

function report(analysis: AnswerAnalysis, settings: Settings): readonly Reported[] {
  const drafts = claimsOf(analysis).flatMap((claims) => draft(analysis, settings, claims) ?? []);
  // The strongest claims keep their severity: first by what they are, then by how check-worthy they are.
  const loud = drafts
    .filter(({ severity }) => severity === 'warning' || severity === 'error')
    .sort((a, b) => a.rank - b.rank || b.claims.score - a.claims.score);
  const { words } = analysis.speech;
  const kept = new Uint8Array(words.length + 1);
  const tooMany = new Set<Draft>();
  for (const one of loud) {
    const word = partitionPoint(words.length, (i) => words[i]!.start < one.claims.span.start);
    if (exceedsDensity(kept, word)) tooMany.add(one);
    else kept[word]!++;
  }
  return drafts.map((one) => ({ rule: one.rule, found: finish(one, tooMany.has(one)) }));
}

/** Whether with one more at a word any stretch of a hundred words around it has more than its share; `kept` counts them by word. */
function exceedsDensity(kept: Uint8Array, word: number): boolean {
  let count = 1;
  for (let i = Math.max(0, word - 99); i < Math.min(kept.length, word); i++) count += kept[i]!;
  for (let last = word; last < Math.min(kept.length, word + 100); last++) {
    count += kept[last]!;
    if (count > WARNINGS_PER_100_WORDS) return true;
    count -= kept[last - 99] ?? 0;
  }
  return false;
}

interface Draft {
  readonly rule: ClaimRuleId;
  readonly rank: number;
  readonly severity: Severity;
  readonly claims: SentenceClaims;
  readonly found: Found;
}

function finish({ severity, found }: Draft, isTooMany: boolean): Found {
  const atMost = isTooMany ? lower(severity) : severity;
  return { ...found, atMost };
}

function lower(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity === 'warning' ? 'information' : 'hint';
}

function draft(analysis: AnswerAnalysis, settings: Settings, claims: SentenceClaims): Draft | undefined {
  const severityOf = (rule: ClaimRuleId): Severity | 'off' => settings.rules[rule] ?? CLAIM_SEVERITIES[rule];
  const { content } = analysis;
  const { relation } = claims;
  const said = (span: Span): string => content.spoken.text.slice(span.start, span.end);
  const open = openClaims(claims).filter(({ type }) => severityOf(RULE_OF_TYPE[type]) !== 'off');
  const contradicted = severityOf('claim/contradicted');
  if (relation?.kind === 'contradicts' && contradicted !== 'off') {
    const { said: figure, other, passage } = relation;
    const span = { start: claims.span.start + figure.span.start, end: claims.span.start + figure.span.end };
    const theirs = passage.text.slice(other.span.start, other.span.end);
    const place = toSource(content.spoken.map, span);
    const fix: Fix = { title: t('Say “{0}”', theirs), edits: [{ span: place, newText: theirs }] };
    return {
      rule: 'claim/contradicted',
      rank: -1,
      severity: contradicted,
      claims,
      found: {
        span: place,
        message: t(
          'You say “{0}” here, but {1} says “{2}”: “{3}”. Which one is right?',
          said(span),
          passage.where,
          theirs,
          quote(passage.text),
        ),
        related: related(analysis, claims, open),
        fixes: [fix],
        data: dataOf(claims, 'contradicted', said, [fix]),
      },
    };
  }
  const [first, ...others] = open;
  if (first === undefined) return undefined;
  const rule = RULE_OF_TYPE[first.type];
  const given = severityOf(rule);
  if (given === 'off') return undefined;
  const span = toSource(content.spoken.map, first.span);
  if (span.start >= span.end) return undefined;
  const base = { rule, rank: Object.keys(CLAIM_SEVERITIES).indexOf(rule), claims };
  if (relation?.kind === 'supports') {
    const cite = citation(content, first.span, relation.passage);
    const cites = cite === undefined ? [] : [cite];
    const found: Found = {
      span,
      message: t('{0} supports this: “{1}”. You could cite it.', relation.passage.where, quote(relation.passage.text)),
      fixes: cites,
      data: dataOf(claims, first.type, said, cites),
    };
    return { ...base, severity: 'hint', found };
  }
  const fixes = fixesFor(content, claims.span, first);
  // Some support takes a finding one level down; from the lowest there is nothing left to say.
  if (first.effect === 'lowers' && given === 'hint') return undefined;
  return {
    ...base,
    severity: first.effect === 'lowers' ? lower(given) : given,
    found: {
      span,
      message: t(MESSAGES[first.type], quote(said(first.span))),
      related: related(analysis, claims, others),
      fixes,
      data: dataOf(claims, first.type, said, fixes),
    },
  };
}

function related({ content }: AnswerAnalysis, { support }: SentenceClaims, others: readonly JudgedClaim[]): readonly Related[] {
  const list: Related[] = others.map(({ type, span }) => ({ span: toSource(content.spoken.map, span), message: t(SHORT_MESSAGES[type]) }));
  const near = support.find(({ strength }) => strength === 'medium');
  if (near !== undefined) {
    list.push({ span: toSource(content.spoken.map, near.span), message: t('This helps ({0}), but does not say how much.', near.form) });
  }
  return list.filter(({ span }) => span.start < span.end);
}

function dataOf(
  { claims, support, score, relation }: SentenceClaims,
  type: ClaimData['type'],
  said: (span: Span) => string,
  fixes: readonly Fix[],
): ClaimData {
  const passage = relation?.passage;
  return {
    kind: 'claim',
    type,
    types: claims.map((claim) => claim.type),
    support: support.map(({ form, strength, span }) => ({ form, strength, text: quote(said(span)) })),
    suggestions: fixes.map(({ title }) => title),
    score: Math.round(score * 100) / 100,
    ...(passage && {
      passage: {
        where: passage.where,
        text: passage.text,
        ...(passage.target !== undefined && { target: passage.target }),
        ...(passage.span !== undefined && { span: passage.span }),
      },
    }),
  };
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // eslint-disable-next-line regexp/no-super-linear-move -- Bounded by QUOTED_LENGTH.
  return line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH).replace(/\s+\S*$/, '')} …` : line;
}

const QUOTED_LENGTH = 80;
