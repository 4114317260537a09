/** Analyses an answers file: what is said, how long it takes, and what the rules find; unchanged answers come from a cache. */

import { AnswersCache, parseAnswersInSteps, type Answer, type AnswerContent, type AnswersFile } from './answers/parseAnswers.ts';
import { docsPath, RULES, type RuleId } from './rules/registry.ts';
import type { Fix, Found, Related, Rule, Severity } from './rules/rule.ts';
import type { Settings } from './settings.ts';
import { languageOf } from './speech/language.ts';
import { paceFromSetting } from './speech/pace.ts';
import { speak } from './speech/speak.ts';
import type { Pace, Speech } from './speech/speech.ts';
import { measureAgainstTargets, type Measured } from './targets/measure.ts';
import { overlap, shiftSpan, type Span } from './text/span.ts';
import { finish } from './text/steps.ts';

/** What one answer has come to, by its content alone. */
export interface AnswerAnalysis {
  readonly content: AnswerContent;
  readonly speech: Speech;
  /** At which the answer was estimated: the speaker's in its language. */
  readonly pace: Pace;
  /** Primary language subtag, such as `en`. */
  readonly language: string;
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
  /** Path of the rule's docs page from the root of the repository. */
  readonly docs: string;
}

export interface Analysis extends AnalysedFile {
  /** Whether the file is meant to be an answers file. When it isn't, there are no findings and nothing is shown. */
  readonly isAnswersFile: boolean;
  readonly findings: readonly Finding[];
}

export interface AnalysisOptions {
  readonly settings: Settings;
  /** Whether the file matches the globs of `interviewAnswers.files`. */
  readonly isListed: boolean;
  /** The speaker's pace by language (a primary subtag), where it was learned; elsewhere it is the setting's. */
  readonly paces?: Paces;
}

export type Paces = ReadonlyMap<string, Pace>;

/** What was analysed before, of one file. Make a new one for each file, and keep it as long as the file is open. */
export class AnalysisCache {
  readonly answers = new AnswersCache();
  #settings: Settings | undefined;
  #voice = '';
  #known = new WeakMap<AnswerContent, AnswerAnalysis>();
  /** How many answers were analysed since the cache was made; tests count with it. */
  analyses = 0;

  get(content: AnswerContent, settings: Settings, voice: Voice): AnswerAnalysis {
    if (settings !== this.#settings || voice.key !== this.#voice) {
      this.#known = new WeakMap();
      this.#settings = settings;
      this.#voice = voice.key;
    }
    let analysis = this.#known.get(content);
    // A rehearsal in one language leaves the answers in all others as they are.
    if (analysis === undefined || !isSamePace(analysis.pace, voice.paceIn(analysis.language))) {
      analysis = analyseAnswer(content, settings, voice);
      this.#known.set(content, analysis);
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
export function* analyseInSteps(
  text: string,
  { settings, isListed, paces = NO_PACES }: AnalysisOptions,
  cache: AnalysisCache,
): Generator<void, Analysis> {
  const file = yield* parseAnswersInSteps(text, { tables: settings.tables }, cache.answers);
  if (!isAnswersFile(file, isListed)) return { file, answers: [], measured: new Map(), isAnswersFile: false, findings: [] };
  yield;
  const voice = voiceOf(file, settings, paces);
  const answers: AnalysedAnswer[] = [];
  for (const answer of file.answers) {
    const before = cache.analyses;
    answers.push({ answer, analysis: cache.get(answer.content, settings, voice) });
    if (cache.analyses > before) yield;
  }
  const analysed: AnalysedFile = { file, answers, measured: measureAgainstTargets({ file, answers }) };
  return { ...analysed, isAnswersFile: true, findings: findAll(analysed, settings) };
}

/** What of a file, besides an answer itself, decides how the answer is said. */
interface Voice {
  readonly language: string | undefined;
  readonly lexicon: ReadonlyMap<string, string>;
  readonly paceIn: (language: string) => Pace;
  /** Equal for voices that say everything alike, but for their pace. */
  readonly key: string;
}

const NO_PACES: Paces = new Map();

function voiceOf({ frontMatter: { language, pronunciations } }: AnswersFile, settings: Settings, paces: Paces): Voice {
  const lexicon = new Map(Object.entries({ ...settings.pronunciations, ...pronunciations }));
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

function isAnswersFile({ frontMatter, answers }: AnswersFile, isListed: boolean): boolean {
  if (frontMatter.optIn !== undefined) return frontMatter.optIn;
  if (isListed || frontMatter.target !== undefined) return true;
  return answers.some(({ content }) => content.target !== undefined || content.malformedTarget?.problem === 'no-number');
}

function analyseAnswer(content: AnswerContent, settings: Settings, voice: Voice): AnswerAnalysis {
  const { spoken } = content;
  const language = languageOf(spoken.text, voice.language);
  const pace = voice.paceIn(language);
  const speech = speak(spoken, { pace, language: voice.language, lexicon: voice.lexicon });
  const bare: AnswerAnalysis = { content, speech, pace, language, found: [] };
  const found: { rule: RuleId; found: Found }[] = [];
  for (const rule of RULES) {
    if (rule.scope !== 'answer' || severityOf(rule, settings) === 'off') continue;
    for (const one of rule.check(bare, settings)) {
      // One complaint for one place: the rule that comes first in the registry has it.
      if (!found.some((other) => overlap(other.found.span, one.span))) found.push({ rule: rule.id, found: one });
    }
  }
  return { ...bare, found };
}

function findAll(file: AnalysedFile, settings: Settings): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { answer, analysis } of file.answers) {
    for (const { rule, found } of analysis.found) add(rule, shiftFound(found, answer.base));
  }
  for (const rule of RULES) {
    if (rule.scope !== 'file' || severityOf(rule, settings) === 'off') continue;
    for (const found of rule.check(file, settings)) add(rule.id, found);
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));

  function add(id: RuleId, { span, message, related = [], fixes = [] }: Found): void {
    const rule = RULES.find((candidate) => candidate.id === id)!;
    const severity = severityOf(rule, settings);
    if (severity !== 'off') findings.push({ rule: id, severity, message, span, related, fixes, docs: docsPath(id) });
  }
}

function severityOf(rule: Rule<RuleId>, settings: Settings): Severity | 'off' {
  return settings.rules[rule.id] ?? rule.severity;
}

function shiftFound(found: Found, by: number): Found {
  return {
    ...found,
    span: shiftSpan(found.span, by),
    related: (found.related ?? []).map((one) => ({ ...one, span: shiftSpan(one.span, by) })),
    fixes: (found.fixes ?? []).map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, by) })) })),
  };
}
