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
import { ByAnswer } from './byAnswer.ts';
import type { ClaimContext } from './claims/evidence.ts';
import { prepareClaims } from './claims/claimFindings.ts';
import { findInAnswer, findInFile, type AnswerFindings, type Finding } from './findings.ts';
import { jargonOf, type JargonFacts } from './jargon/facts.ts';
import type { VocabularySources } from './jargon/vocabulary.ts';
import type { RuleId } from './rules/registry.ts';
import type { Found } from './rules/rule.ts';
import { withFileRules, type Settings } from './settings.ts';
import { languageOf } from './speech/language.ts';
import { paceFromSetting } from './speech/pace.ts';
import { speakInSteps } from './speech/speak.ts';
import type { Pace, Speech } from './speech/speech.ts';
import type { Suppression } from './suppressions/suppress.ts';
import { measureAgainstTargets, type Measured } from './targets/measure.ts';
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
  readonly findings = new ByAnswer<AnswerFindings>();
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

  /** What was analysed before, under the same circumstances; undefined where there is none. */
  known(content: AnswerContent, isJudged: boolean, { settings, voice, claimContext }: Circumstances): AnswerAnalysis | undefined {
    if (settings !== this.#settings || voice.key !== this.#voice || claimContext !== this.#claimContext) {
      this.#known = new WeakMap();
      this.#settings = settings;
      this.#voice = voice.key;
      this.#claimContext = claimContext;
    }
    const analysis = this.#known.get(content);
    // A rehearsal in one language leaves the answers in all others as they are.
    return analysis?.isJudged === isJudged && isSamePace(analysis.pace, voice.paceIn(analysis.language)) ? analysis : undefined;
  }

  /** Analyses an answer that isn't known. Yields where it takes long. */
  *analyse(content: AnswerContent, isJudged: boolean, circumstances: Circumstances): Generator<void, AnswerAnalysis> {
    // Whoever stops in between may go on with other settings.
    const known = this.#known;
    const analysis = yield* analyseAnswer(content, isJudged, circumstances);
    known.set(content, analysis);
    this.analyses++;
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
  const circumstances: Circumstances = { settings, voice, claimContext };
  for (const [i, answer] of file.answers.entries()) {
    let analysis = cache.known(answer.content, judged[i]!, circumstances);
    if (analysis === undefined) {
      analysis = yield* cache.analyse(answer.content, judged[i]!, circumstances);
      yield;
    }
    answers.push({ answer, analysis });
  }
  const analysed: AnalysedFile = { file, answers, known, measured: measureAgainstTargets({ file, answers }) };
  return { ...analysed, isAnswersFile: true, ...(yield* findInFile(analysed, settings, cache.findings)) };
}

const NOTHING: VocabularySources = {};

/** All that decides what an answer comes to, besides the answer itself. */
interface Circumstances {
  readonly settings: Settings;
  readonly voice: Voice;
  readonly claimContext: ClaimContext | undefined;
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
  { settings, voice, claimContext }: Circumstances,
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
  const found = yield* findInAnswer(bare, settings);
  return { ...bare, found };
}

// In no language, so that no list of terms is made for it.
const NO_JARGON = jargonOf('', '');
