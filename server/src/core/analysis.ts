/** Analyses an answers file: what is said, how long it takes, and what the rules find; unchanged answers come from a cache. */

import { judgedAmong } from './answers/effort.ts';
import type { MapEntry } from './answers/frontMatterLists.ts';
import {
  AnswersCache,
  parseAnswers,
  parseAnswersInSteps,
  type Answer,
  type AnswerContent,
  type AnswersFile,
} from './answers/parseAnswers.ts';
import type { ClaimContext } from './claims/evidence.ts';
import { prepareClaims } from './claims/findings.ts';
import type { Audience } from './jargon/audience.ts';
import { jargonOf, type JargonFacts } from './jargon/facts.ts';
import type { VocabularySources } from './jargon/vocabulary.ts';
import { placesOf } from './rules/foundByAnswer.ts';
import { docsPath, RULES, type RuleId } from './rules/registry.ts';
import { SEVERITIES, type Fix, type Found, type Related, type Rule, type Severity } from './rules/rule.ts';
import { withFileRules, type Settings } from './settings.ts';
import { languageOf } from './speech/language.ts';
import { paceFromSetting } from './speech/pace.ts';
import { speakInSteps } from './speech/speak.ts';
import type { Pace, Speech } from './speech/speech.ts';
import { silence, type Suppression } from './suppressions/suppress.ts';
import { measureAgainstTargets, type Measured } from './targets/measure.ts';
import { ApartSpans, type Span } from './text/span.ts';
import { finish } from './text/steps.ts';

/** What one answer has come to, by its content alone. */
export interface AnswerAnalysis {
  readonly content: AnswerContent;
  readonly speech: Speech;
  /** At which the answer was estimated: the speaker's in its language. */
  readonly pace: Pace;
  /** Primary language subtag, such as `en`. */
  readonly language: string;
  /** Acronyms, terms and phrases that may need an explanation, whoever the answer is for. */
  readonly jargon: JargonFacts;
  /** What claims are held against: transcripts and evidence; undefined without any. */
  readonly claimContext?: ClaimContext | undefined;
  /** Whether it was read word by word and rules have looked at it: not at what is longer, or further down, than anyone's answers are. */
  readonly isJudged: boolean;
  /** Findings of the rules that look at one answer; spans are offsets of the content. */
  readonly found: readonly { readonly rule: RuleId; readonly found: Found }[];
}

export interface AnalysedAnswer {
  readonly answer: Answer;
  readonly analysis: AnswerAnalysis;
}

export interface AnalysedFile {
  readonly file: AnswersFile;
  readonly answers: readonly AnalysedAnswer[];
  /** What listeners know besides the lists of the product, as it was given. */
  readonly known: VocabularySources;
  /** The answers that a target applies to, beside their targets. */
  readonly measured: ReadonlyMap<AnalysedAnswer, Measured>;
}

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

export interface Analysis extends AnalysedFile {
  /** Whether the file is meant to be an answers file. When it isn't, there are no findings and nothing is shown. */
  readonly isAnswersFile: boolean;
  readonly findings: readonly Finding[];
  /** What the file silences, used or not. */
  readonly suppressions: readonly Suppression[];
}

export interface AnalysisOptions {
  readonly settings: Settings;
  /** Whether the file matches the globs of `interviewAnswers.files`. */
  readonly isListed: boolean;
  /** What listeners know besides the lists of the product. */
  readonly vocabulary?: VocabularySources;
  /** What claims are held against. Pass the same object as long as its contents are the same: it is part of the cache's key. */
  readonly claimContext?: ClaimContext | undefined;
  /** The speaker's pace by language (a primary subtag), where it was learned; elsewhere it is the setting's. */
  readonly paces?: Paces;
}

export type Paces = ReadonlyMap<string, Pace>;

/** What was analysed before, of one file. Make a new one for each file, and keep it as long as the file is open. */
export class AnalysisCache {
  readonly answers = new AnswersCache();
  #settings: Settings | undefined;
  #voice = '';
  #claimContext: ClaimContext | undefined;
  #known = new WeakMap<AnswerContent, AnswerAnalysis>();
  #rules = '';
  #readings: { readonly of: Settings['pronunciations']; readonly key: string; readonly map: ReadonlyMap<string, string> } | undefined;
  #given: Settings | undefined;
  #effective: Settings | undefined;
  /** How many answers were analysed since the cache was made; tests count with it. */
  analyses = 0;

  /** The settings with the severities of the front matter: the same object as long as both are the same. */
  withRules(settings: Settings, rules: readonly MapEntry[]): Settings {
    const key = JSON.stringify(rules.map((entry) => [entry.key, entry.value]));
    if (this.#effective === undefined || key !== this.#rules || settings !== this.#given) {
      this.#effective = withFileRules(settings, rules);
      this.#rules = key;
      this.#given = settings;
    }
    return this.#effective;
  }

  /** The readings of the settings and, before them, of the front matter: the same map as long as both are the same. */
  readings({ pronunciations }: Settings, own: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
    const key = JSON.stringify(own);
    if (this.#readings?.of !== pronunciations || key !== this.#readings.key)
      this.#readings = { of: pronunciations, key, map: new Map(Object.entries({ ...pronunciations, ...own })) };
    return this.#readings.map;
  }

  /** Yields where an answer that wasn't known takes long. */
  *get(
    content: AnswerContent,
    isJudged: boolean,
    settings: Settings,
    voice: Voice,
    claimContext?: ClaimContext,
  ): Generator<void, AnswerAnalysis> {
    if (settings !== this.#settings || voice.key !== this.#voice || claimContext !== this.#claimContext) {
      this.#known = new WeakMap();
      this.#settings = settings;
      this.#voice = voice.key;
      this.#claimContext = claimContext;
    }
    let analysis = this.#known.get(content);
    // A rehearsal in one language leaves the answers in all others as they are.
    if (analysis?.isJudged !== isJudged || !isSamePace(analysis.pace, voice.paceIn(analysis.language))) {
      // Whoever stops in between may go on with other settings.
      const known = this.#known;
      analysis = yield* analyseAnswer(content, isJudged, settings, voice, claimContext);
      known.set(content, analysis);
      this.analyses++;
    }
    return analysis;
  }
}

/** Analyses a whole file at once. Never throws. */
export function analyse(text: string, options: AnalysisOptions, cache = new AnalysisCache()): Analysis {
  return finish(analyseInSteps(text, options, cache));
}

/** Analyses a file one answer at a time, so that the caller can stop or do something else in between. */
export function* analyseInSteps(text: string, options: AnalysisOptions, cache: AnalysisCache): Generator<void, Analysis> {
  const { isListed, claimContext, paces = NO_PACES } = options;
  const file = yield* parseAnswersInSteps(text, { tables: options.settings.tables }, cache.answers);
  const settings = cache.withRules(options.settings, file.frontMatter.rules);
  const known = options.vocabulary ?? NOTHING;
  if (!isAnswersFile(file, isListed))
    return { file, answers: [], known, measured: new Map(), isAnswersFile: false, findings: [], suppressions: [] };
  yield;
  const voice = voiceOf(file, cache.readings(settings, file.frontMatter.pronunciations), settings, paces);
  const answers: AnalysedAnswer[] = [];
  const judged = judgedAmong(file.answers);
  for (const [i, answer] of file.answers.entries()) {
    const before = cache.analyses;
    answers.push({ answer, analysis: yield* cache.get(answer.content, judged[i]!, settings, voice, claimContext) });
    if (cache.analyses > before) yield;
  }
  const analysed: AnalysedFile = { file, answers, known, measured: measureAgainstTargets({ file, answers }) };
  return { ...analysed, isAnswersFile: true, ...(yield* findAll(analysed, settings)) };
}

const NOTHING: VocabularySources = {};

/** What of a file, besides an answer itself, decides how the answer is said. */
interface Voice {
  readonly language: string | undefined;
  readonly lexicon: ReadonlyMap<string, string>;
  readonly paceIn: (language: string) => Pace;
  /** Equal for voices that say everything alike, but for their pace. */
  readonly key: string;
}

const NO_PACES: Paces = new Map();

function voiceOf(
  { frontMatter: { language, pronunciations } }: AnswersFile,
  lexicon: ReadonlyMap<string, string>,
  settings: Settings,
  paces: Paces,
): Voice {
  const prior = paceFromSetting(settings.pace);
  return { language, lexicon, paceIn: (of) => paces.get(of) ?? prior, key: JSON.stringify([language, pronunciations]) };
}

/** Whether two paces lead to the same estimates, and are described alike. */
function isSamePace(a: Pace, b: Pace): boolean {
  if (a === b) return true;
  return a.factor === b.factor && a.sigma === b.sigma && describeSource(a) === describeSource(b);
}

function describeSource({ source }: Pace): string {
  return source.kind === 'setting' ? source.name : `${source.count} ${source.latest}`;
}

/** Whether a file is meant to hold answers: it says so, or it is listed, or one of its headings has a target. */
export function isAnswersFile({ text, frontMatter, answers, isTooLong }: AnswersFile, isListed: boolean): boolean {
  if (frontMatter.optIn !== undefined) return frontMatter.optIn;
  if (isListed || frontMatter.target !== undefined) return true;
  // What wasn't read is told by its beginning, so that it can be said that it wasn't.
  if (isTooLong) return isAnswersFile(parseAnswers(text.slice(0, BEGINNING), { tables: false }), isListed);
  return answers.some(({ content }) => content.target !== undefined || content.malformedTarget?.problem === 'no-number');
}

/** UTF-16 units: a few pages. */
const BEGINNING = 20_000;

function* analyseAnswer(
  content: AnswerContent,
  isJudged: boolean,
  settings: Settings,
  voice: Voice,
  claimContext: ClaimContext | undefined,
): Generator<void, AnswerAnalysis> {
  const { spoken } = content;
  const language = languageOf(spoken.text, voice.language);
  const pace = voice.paceIn(language);
  const speech = yield* speakInSteps(spoken, { pace, language: voice.language, lexicon: voice.lexicon }, !isJudged);
  const bare: AnswerAnalysis = {
    content,
    speech,
    pace,
    language,
    jargon: isJudged ? jargonOf(spoken.text, language) : NO_JARGON,
    claimContext,
    isJudged,
    found: [],
  };
  if (!isJudged) return bare;
  yield* prepareClaims(bare);
  const all: { rule: RuleId; found: Found; rank: number }[] = [];
  for (const rule of RULES) {
    const severity = severityOf(rule, settings);
    if (rule.scope !== 'answer' || severity === 'off') continue;
    if (spoken.text.length > SHORT_ANSWER) yield;
    for (const one of rule.check(bare, settings)) all.push({ rule: rule.id, found: one, rank: SEVERITIES.indexOf(capped(severity, one)) });
  }
  // One complaint for one place: the most severe has it, and among equals the rule that comes first in the registry.
  const found: { rule: RuleId; found: Found }[] = [];
  const taken = new ApartSpans();
  for (const one of all.sort((a, b) => a.rank - b.rank)) {
    if (taken.take(one.found.span)) found.push({ rule: one.rule, found: one.found });
  }
  return { ...bare, found };
}

/** UTF-16 units of an answer that all rules look at within some milliseconds: four minutes of speech. */
const SHORT_ANSWER = 4_000;

// In no language, so that no list of terms is made for it.
const NO_JARGON = jargonOf('', '');

function* findAll(file: AnalysedFile, settings: Settings): Generator<void, Pick<Analysis, 'findings' | 'suppressions'>> {
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
