/** What rules find, in one answer and in a file: one complaint for one place, with its severity, but for what the file silences. */

import type { AnalysedAnswer, AnalysedFile, Analysis, AnswerAnalysis } from './analysis.ts';
import type { Audience } from './jargon/audience.ts';
import type { ByAnswer } from './byAnswer.ts';
import { answerAt } from './editing/sentenceOf.ts';
import { docsPath, RULES, type RuleId } from './rules/registry.ts';
import { SEVERITIES, shiftFixes, shiftRelated, type Fix, type Found, type Related, type Rule, type Severity } from './rules/rule.ts';
import type { Settings } from './settings.ts';
import { silence } from './suppressions/suppress.ts';
import { ApartSpans, shiftSpan, type Span } from './text/span.ts';

/** One finding, in the file. Much of it is made when it is asked for: take its fields one by one, since a spread has not got them. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** UTF-16 offsets in the file. */
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** What hovers and machines want to know beside the message. */
  readonly data: object | undefined;
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
export function* findInFile(
  file: AnalysedFile,
  settings: Settings,
  before: ByAnswer<AnswerFindings>,
): Generator<void, Pick<Analysis, 'findings' | 'suppressions'>> {
  const { ofAnswers, beforeAnswers } = yield* findByFileRules(file, settings);
  const all: Finding[] = [...beforeAnswers];
  const groups: AnswerFindings[] = [];
  for (const [i, answer] of file.answers.entries()) {
    const known = before.get(answer.analysis, i, file.answers.length);
    const group = findingsOfAnswer(answer, ofAnswers.get(answer) ?? NONE, settings, known);
    groups.push(group);
    for (const finding of group.findings) all.push(finding);
    if (i % ANSWERS_OF_A_STEP === ANSWERS_OF_A_STEP - 1) yield;
  }
  before.keep(groups);
  // Last, so that what is silenced still keeps its place from other findings.
  if (all.length > ANSWERS_OF_A_STEP) yield;
  const { findings: kept, suppressions, unused, names } = silence(file, all);
  const isOn = (id: string): boolean => RULES.some((rule) => rule.id === id && severityOf(rule, settings) !== 'off');
  const ofSuppressions: PlacedFinding[] = [];
  for (const rule of RULES) {
    if (rule.scope !== 'suppressions' || !isOn(rule.id)) continue;
    const found = [...rule.check({ file, unused, names, rules: RULES, isOn })];
    // There may be more of them than a call takes.
    for (const finding of placed({ rule: rule.id, found, base: 0 }, settings)) ofSuppressions.push(finding);
  }
  const findings = ofSuppressions.length === 0 ? kept : [...kept, ...ofSuppressions].sort(inOrder);
  return { findings, suppressions };
}

/** A few milliseconds of work for a rule of the file. */
const ANSWERS_OF_A_STEP = 500;

/** The findings of one answer of the file, with all that they came from. */
export interface AnswerFindings {
  readonly analysis: AnswerAnalysis;
  readonly base: number;
  readonly settings: Settings;
  readonly byFileRules: readonly RuleFound[];
  readonly findings: readonly PlacedFinding[];
}

/** What one rule of the file has found in an answer, or in the file if `base` is 0. */
interface RuleFound {
  readonly rule: RuleId;
  readonly found: readonly Found[];
  /** Add to an offset for an offset of the file. */
  readonly base: number;
}

interface FoundByFileRules {
  readonly ofAnswers: ReadonlyMap<AnalysedAnswer, readonly RuleFound[]>;
  readonly beforeAnswers: readonly Finding[];
}

function* findByFileRules(file: AnalysedFile, settings: Settings): Generator<void, FoundByFileRules> {
  const ofAnswers = new Map<AnalysedAnswer, RuleFound[]>();
  const before: RuleFound[] = [];
  for (const rule of RULES) {
    if (rule.scope !== 'file' || severityOf(rule, settings) === 'off') continue;
    if (file.answers.length > ANSWERS_OF_A_STEP) yield;
    for (const one of rule.check(file, settings)) {
      if ('found' in one) add(one.answer, { rule: rule.id, found: one.found, base: one.answer.answer.base });
      else add(answerAt(file.answers, one.span.start), { rule: rule.id, found: [one], base: 0 });
    }
  }
  return { ofAnswers, beforeAnswers: onePerPlace(before, settings).sort(inOrder) };

  function add(answer: AnalysedAnswer | undefined, found: RuleFound): void {
    const known = answer === undefined ? before : ofAnswers.get(answer);
    if (known === undefined) ofAnswers.set(answer!, [found]);
    else known.push(found);
  }
}

/** The same objects as long as the answer stands where it stood, and nothing made anew that has only moved. */
function findingsOfAnswer(
  { answer: { base }, analysis }: AnalysedAnswer,
  byFileRules: readonly RuleFound[],
  settings: Settings,
  known: AnswerFindings | undefined,
): AnswerFindings {
  if (known?.settings === settings && areSame(known.byFileRules, byFileRules)) {
    if (known.base === base) return known;
    const findings = known.findings.map((finding) => finding.moved(base - known.base));
    return { analysis, base, settings, byFileRules, findings };
  }
  const findings = onePerPlace(byFileRules, settings);
  for (const { rule, found } of analysis.found) findings.push(...placed({ rule, found: [found], base }, settings));
  return { analysis, base, settings, byFileRules, findings: findings.sort(inOrder) };
}

function areSame(some: readonly RuleFound[], others: readonly RuleFound[]): boolean {
  return some.length === others.length && some.every(({ rule, found }, i) => rule === others[i]!.rule && found === others[i]!.found);
}

/** Here, too, the rule that comes first has the place. That of a rule of one answer may be a whole sentence. */
function onePerPlace(ruleFounds: readonly RuleFound[], settings: Settings): PlacedFinding[] {
  const taken = new ApartSpans();
  return ruleFounds.flatMap((one) => placed(one, settings)).filter(({ span }) => taken.take(span));
}

/** What a rule has found, but for what is off. */
function placed({ rule, found, base }: RuleFound, settings: Settings): PlacedFinding[] {
  return found.flatMap((one) => {
    const severity = severityOf(RULE_BY_ID.get(rule)!, settings, one.audience);
    return severity === 'off' ? [] : [new PlacedFinding(rule, capped(severity, one), one, base)];
  });
}

function inOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);
}

const NONE: readonly never[] = [];

const RULE_BY_ID: ReadonlyMap<RuleId, Rule<RuleId>> = new Map(RULES.map((rule) => [rule.id, rule]));
const DOCS_BY_ID: ReadonlyMap<RuleId, string> = new Map(RULES.map(({ id }) => [id, docsPath(id)]));

/** What was found, and where that stands in the file. Most findings are never asked for their fixes: those are moved when they are. */
class PlacedFinding implements Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly span: Span;
  readonly #found: Found;
  readonly #base: number;

  /** `base` is added to every offset. */
  constructor(rule: RuleId, severity: Severity, found: Found, base: number) {
    this.rule = rule;
    this.severity = severity;
    this.span = shiftSpan(found.span, base);
    this.#found = found;
    this.#base = base;
  }

  get message(): string {
    return this.#found.message;
  }

  get related(): readonly Related[] {
    return shiftRelated(this.#found.related ?? NONE, this.#base);
  }

  get fixes(): readonly Fix[] {
    return shiftFixes(this.#found.fixes ?? NONE, this.#base);
  }

  get data(): object | undefined {
    return this.#found.data;
  }

  get docs(): string {
    return DOCS_BY_ID.get(this.rule)!;
  }

  moved(by: number): PlacedFinding {
    return new PlacedFinding(this.rule, this.severity, this.#found, this.#base + by);
  }
}

function severityOf(rule: Rule<RuleId>, settings: Settings, audience?: Audience): Severity | 'off' {
  return settings.rules[rule.id] ?? (audience === undefined ? undefined : rule.severityFor?.[audience]) ?? rule.severity;
}

/** A finding may be less severe than its rule, never more. */
function capped(severity: Severity, { atMost }: Found): Severity {
  return atMost !== undefined && SEVERITIES.indexOf(atMost) > SEVERITIES.indexOf(severity) ? atMost : severity;
}
