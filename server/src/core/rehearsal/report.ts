/** What a run has shown: actual against target and estimate, where the time went, and what to cut. */

import type { Estimate } from '../speech/speech.ts';
import type { Span } from '../text/span.ts';
import { DEFAULT_THRESHOLDS, clockVerdictOf, type Flaw, type Outcome, type Thresholds, type ClockVerdict } from './progress.ts';
import type { Script, ScriptTarget } from './script.ts';

/** Plain data for a panel. Seconds; differences are actual minus planned, so that above zero is too long. */
export interface Report {
  readonly seconds: number;
  readonly target: ScriptTarget | null;
  readonly verdict: ClockVerdict | null;
  /** Beyond the target's upper end above zero, short of its lower end below; 0 within, null without a target. */
  readonly offTarget: number | null;
  readonly estimate: Estimate;
  readonly offEstimate: number;
  /** Whether the time is within the interval that four of five should be in. */
  readonly isAsEstimated: boolean;
  readonly pace: { readonly wordsPerMinute: number; readonly plannedWordsPerMinute: number };
  readonly time: TimeSpent;
  readonly longestPause: (SentenceRef & { readonly seconds: number }) | null;
  readonly sentences: readonly SentenceReport[];
  /** The measured sentences that took longer than planned, the worst first. */
  readonly overruns: readonly SentenceReport[];
  /** The fewest sentences without which the answer would be on target; empty where it is, or where no cut is enough. */
  readonly trims: readonly Trim[];
  readonly flaws: readonly Flaw[];
}

/** Where the time went. What was not measured is null. */
export interface TimeSpent {
  readonly speaking: number | null;
  readonly silent: number | null;
  /** Pauses that the text plans; a part of the silence. */
  readonly planned: number;
  /** By hand, and not counted. */
  readonly paused: number;
}

export interface SentenceRef {
  /** Index into the script's sentences. */
  readonly sentence: number;
  readonly text: string;
  /** UTF-16 offsets in the file. */
  readonly span: Span;
}

export interface SentenceReport extends SentenceRef {
  /** With the pause behind it, as `seconds` is. */
  readonly planned: number;
  /** Null where it was not measured. */
  readonly seconds: number | null;
  readonly difference: number | null;
}

export interface Trim extends SentenceRef {
  /** Measured where it was, else its share of the run. */
  readonly saves: number;
}

/** The report of a run of a script. */
export function reportOf(script: Script, outcome: Outcome, thresholds: Thresholds = DEFAULT_THRESHOLDS): Report {
  const { target, estimate, load } = script;
  const { seconds, spokenSeconds, silentSeconds, pausedSeconds, longestPause } = outcome;
  const sentences = sentencesOf(script, outcome);
  const offTarget = target === null ? null : offTargetOf(seconds, target);
  return {
    seconds,
    target,
    verdict: clockVerdictOf(seconds, target, thresholds),
    offTarget,
    estimate,
    offEstimate: seconds - estimate.seconds,
    isAsEstimated: seconds >= estimate.low && seconds <= estimate.high,
    pace: {
      wordsPerMinute: perMinute(load.words, seconds - load.plannedSeconds),
      plannedWordsPerMinute: perMinute(load.words, estimate.seconds - load.plannedSeconds),
    },
    time: { speaking: spokenSeconds, silent: silentSeconds, planned: load.plannedSeconds, paused: pausedSeconds },
    longestPause: longestPause === null ? null : { ...refOf(script, longestPause.sentence), seconds: longestPause.seconds },
    sentences,
    overruns: sentences
      .filter(({ difference }) => difference !== null && difference >= LEAST_OVERRUN)
      .sort((a, b) => b.difference! - a.difference!),
    trims: offTarget === null || offTarget <= 0 ? [] : trimsFor(script, sentences, seconds, offTarget),
    flaws: outcome.flaws,
  };
}

/** Less than half a second over is how one speaks. */
const LEAST_OVERRUN = 0.5;
/** Whoever must cut more sentences than this has to write another answer. */
const MOST_TRIMS = 5;

function offTargetOf(seconds: number, { minSeconds, maxSeconds }: ScriptTarget): number {
  if (maxSeconds !== null && seconds > maxSeconds) return seconds - maxSeconds;
  return Math.min(0, seconds - minSeconds);
}

function perMinute(words: number, seconds: number): number {
  return seconds > 0 ? Math.round((words / seconds) * 60) : 0;
}

function refOf({ sentences }: Script, index: number): SentenceRef {
  const found = sentences[index];
  return { sentence: index, text: found?.text ?? '', span: found?.span ?? { start: 0, end: 0 } };
}

function sentencesOf(script: Script, outcome: Outcome): readonly SentenceReport[] {
  return script.sentences.map(({ from }, i) => {
    const planned = (script.sentences[i + 1]?.from ?? script.estimate.seconds) - from;
    const seconds = outcome.sentences[i] ?? null;
    return { ...refOf(script, i), planned, seconds, difference: seconds === null ? null : seconds - planned };
  });
}

/**
 * The sentences to cut. The first of each answer stays, because it answers the question. One sentence that is enough
 * is better than several, and of those the shortest; else the longest ones go first.
 */
function trimsFor(script: Script, sentences: readonly SentenceReport[], seconds: number, needed: number): readonly Trim[] {
  const scale = script.estimate.seconds > 0 ? seconds / script.estimate.seconds : 1;
  const first = new Set(script.parts.map(({ firstSentence }) => firstSentence));
  const candidates = sentences
    .filter(({ sentence }) => !first.has(sentence))
    .map(({ sentence, text, span, planned, seconds: actual }): Trim => ({ sentence, text, span, saves: actual ?? planned * scale }))
    .sort((a, b) => b.saves - a.saves);
  const enough = candidates.findLast(({ saves }) => saves >= needed);
  if (enough !== undefined) return [enough];
  let saved = 0;
  const trims: Trim[] = [];
  for (const candidate of candidates) {
    if (saved >= needed) break;
    trims.push(candidate);
    saved += candidate.saves;
  }
  return saved >= needed && trims.length <= MOST_TRIMS ? trims.sort((a, b) => a.sentence - b.sentence) : [];
}
