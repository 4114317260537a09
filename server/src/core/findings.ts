/** What rules find, in one answer and in a file: one complaint for one place, with its severity, but for what the file silences. */

import type { AnalysedAnswer, AnalysedFile, Analysis, AnswerAnalysis } from './analysis.ts';
import type { Audience } from './jargon/audience.ts';
import { placesOf } from './rules/foundByAnswer.ts';
import { docsPath, RULES, type RuleId } from './rules/registry.ts';
import { SEVERITIES, type Fix, type Found, type Related, type Rule, type Severity } from './rules/rule.ts';
import type { Settings } from './settings.ts';
import { silence } from './suppressions/suppress.ts';
import { ApartSpans, type Span } from './text/span.ts';

/** One finding, in the file. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** UTF-16 offsets in the file. */
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** What hovers and machines want to know beside the message. */
  readonly data?: object;
  /** Path of the rule's docs page from the root of the repository. */
  readonly docs: string;
}

/** What the rules that look at one answer find in it. Yields between rules where the answer is long. */
export function* findInAnswer(answer: AnswerAnalysis, settings: Settings): Generator<void, AnswerAnalysis['found']> {
  const all: { rule: RuleId; found: Found; rank: number }[] = [];
  for (const rule of RULES) {
    const severity = severityOf(rule, settings);
    if (rule.scope !== 'answer' || severity === 'off') continue;
    if (answer.content.spoken.text.length > SHORT_ANSWER) yield;
    for (const one of rule.check(answer, settings))
      all.push({ rule: rule.id, found: one, rank: SEVERITIES.indexOf(capped(severity, one)) });
  }
  // One complaint for one place: the most severe has it, and among equals the rule that comes first in the registry.
  const found: { rule: RuleId; found: Found }[] = [];
  const taken = new ApartSpans();
  for (const one of all.sort((a, b) => a.rank - b.rank)) {
    if (taken.take(one.found.span)) found.push({ rule: one.rule, found: one.found });
  }
  return found;
}

/** UTF-16 units of an answer that all rules look at within some milliseconds: four minutes of speech. */
const SHORT_ANSWER = 4_000;

/** What all rules find in a file, in its order, but for what it silences. Yields every few milliseconds. */
export function* findInFile(file: AnalysedFile, settings: Settings): Generator<void, Pick<Analysis, 'findings' | 'suppressions'>> {
  let findings: Finding[] = [];
  const ofFile = new ApartSpans();
  for (const [i, one] of file.answers.entries()) {
    findings.push(...ownFindings(one, settings));
    if (i % ANSWERS_OF_A_STEP === ANSWERS_OF_A_STEP - 1) yield;
  }
  for (const rule of RULES) {
    if (rule.scope !== 'file' || severityOf(rule, settings) === 'off') continue;
    if (file.answers.length > ANSWERS_OF_A_STEP) yield;
    for (const found of rule.check(file, settings)) {
      // Here, too, the rule that comes first has the place. That of a rule of one answer may be a whole sentence.
      if (severityOf(rule, settings, found.audience) === 'off' || !ofFile.take(found.span)) continue;
      add(rule.id, found);
    }
  }
  // Last, so that what is silenced still keeps its place from other findings.
  if (findings.length > ANSWERS_OF_A_STEP) yield;
  const { findings: kept, suppressions, unused, names } = silence(file, findings);
  findings = [...kept];
  const isOn = (id: string): boolean => RULES.some((rule) => rule.id === id && severityOf(rule, settings) !== 'off');
  for (const rule of RULES) {
    if (rule.scope !== 'suppressions' || !isOn(rule.id)) continue;
    for (const found of rule.check({ file, unused, names, rules: RULES, isOn })) add(rule.id, found);
  }
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  return { findings, suppressions };

  function add(id: RuleId, one: Found): void {
    const finding = toFinding(id, one, settings);
    if (finding !== undefined) findings.push(finding);
  }
}

/** A few milliseconds of work for a rule of the file. */
const ANSWERS_OF_A_STEP = 500;

/** What one answer's rules have found, in the file: the same objects as long as the answer stands where it stood. */
function ownFindings({ answer: { base }, analysis }: AnalysedAnswer, settings: Settings): readonly Finding[] {
  let known = placed.get(analysis);
  if (known?.base !== base || known.settings !== settings) {
    const findings: Finding[] = [];
    for (const { rule, found } of analysis.found) {
      const finding = toFinding(rule, found, settings, base);
      if (finding !== undefined) findings.push(finding);
    }
    known = { base, settings, findings };
    placed.set(analysis, known);
  }
  return known.findings;
}

const placed = new WeakMap<AnswerAnalysis, { readonly base: number; readonly settings: Settings; readonly findings: readonly Finding[] }>();

/** `base` is added to every offset: one object less for each of thousands of findings that have moved. */
function toFinding(id: RuleId, one: Found, settings: Settings, base = 0): Finding | undefined {
  const { message, data, audience } = one;
  const severity = severityOf(RULE_BY_ID.get(id)!, settings, audience);
  if (severity === 'off') return undefined;
  const docs = DOCS_BY_ID.get(id)!;
  const { span, related, fixes } = placesOf(one, base);
  const finding = { rule: id, severity: capped(severity, one), message, span, related, fixes, docs };
  return data === undefined ? finding : { ...finding, data };
}

const RULE_BY_ID: ReadonlyMap<RuleId, Rule<RuleId>> = new Map(RULES.map((rule) => [rule.id, rule]));
const DOCS_BY_ID: ReadonlyMap<RuleId, string> = new Map(RULES.map(({ id }) => [id, docsPath(id)]));

function severityOf(rule: Rule<RuleId>, settings: Settings, audience?: Audience): Severity | 'off' {
  return settings.rules[rule.id] ?? (audience === undefined ? undefined : rule.severityFor?.[audience]) ?? rule.severity;
}

/** A finding may be less severe than its rule, never more. */
function capped(severity: Severity, { atMost }: Found): Severity {
  return atMost !== undefined && SEVERITIES.indexOf(atMost) > SEVERITIES.indexOf(severity) ? atMost : severity;
}
