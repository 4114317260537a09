/** The history of rehearsals: JSON Lines that are read without fail, added to line by line, and deleted from on request. */

import type { Estimate } from '../speech/speech.ts';
import { count } from '../text/format.ts';
import { isRecord } from '../text/record.ts';
import { fingerprintOf, identify, type Fingerprint, type KnownAnswer } from './identity.ts';
import type { Flaw, Outcome } from './progress.ts';
import type { RecallForm } from './recall.ts';
import type { Script, ScriptLoad, ScriptTarget } from './script.ts';
import type { Mode } from './sessionState.ts';

/** One rehearsal. Seconds; no text of the answer but its heading. */
export interface Run {
  /** Version of this shape. */
  readonly v: 1;
  readonly id: string;
  /** When the run ended, ISO 8601 in UTC. */
  readonly at: string;
  /** As the front end names it: relative to the workspace folder, or a path. */
  readonly file: string;
  readonly title: string;
  /** Which answer it is, through edits and new headings. */
  readonly answer: { readonly id: string; readonly sketch: readonly number[] };
  readonly language: string;
  readonly mode: Mode;
  readonly form: RecallForm;
  readonly seconds: number;
  /** By the microphone; null without one. */
  readonly spokenSeconds: number | null;
  readonly pausedSeconds: number;
  readonly load: ScriptLoad;
  readonly estimate: Estimate;
  readonly target: ScriptTarget | null;
  /** Of each sentence; null where not measured. Absent where none was. */
  readonly sentences?: readonly (number | null)[];
  /** Why it says little about the speaker's pace; empty for a run from start to end. */
  readonly flaws: readonly Flaw[];
  /** Discarded runs never calibrate. */
  readonly kept: boolean;
}

/** From here on the pace is learned anew; runs above it in the file stay to be seen. */
export interface PaceReset {
  readonly v: 1;
  readonly reset: 'pace';
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A history as it was read. */
export interface History {
  /** In the order of the file. */
  readonly runs: readonly Run[];
  /** How many of the runs stand above the last reset of the pace. Their place counts and not their dates: a clock may have been wrong. */
  readonly forgotten: number;
  /** Lines that could not be understood: torn by a crash, or no runs at all. */
  readonly skipped: number;
  /** The first of them, counted from 1; null without any. */
  readonly firstSkipped: number | null;
  /** Lines of newer versions of the product: not shown, and never touched but on request. */
  readonly newer: number;
}

const HISTORY_VERSION = 1;

/** Reads a history. Never throws; a line that can't be used is counted and left out. */
export function parseHistory(text: string): History {
  const runs: Run[] = [];
  let [skipped, newer, forgotten] = [0, 0, 0];
  let firstSkipped: number | null = null;
  for (const [index, line] of allLinesOf(text).entries()) {
    if (line.trim() === '') continue;
    const value = parseLine(line);
    if (isRun(value)) runs.push(value);
    else if (isReset(value)) forgotten = runs.length;
    else if (isNewer(value)) newer++;
    else {
      skipped++;
      firstSkipped ??= index + 1;
    }
  }
  return { runs, forgotten, skipped, firstSkipped, newer };
}

/** What a history of nothing holds. */
export const NO_HISTORY: History = { runs: [], forgotten: 0, skipped: 0, firstSkipped: null, newer: 0 };

/**
 * The history as it can have been at a moment, in milliseconds since 1970. A run of a day after that was stamped by a clock
 * that was ahead: it is taken to be of the time of the run above it, of the one below where it is the first, or of the
 * moment where it is alone. Whoever writes the history leaves its date as it is.
 */
export function asOf(history: History, now: number): History {
  const isAhead = ({ at }: Run): boolean => Date.parse(at) > now + AHEAD_MS;
  if (!history.runs.some(isAhead)) return history;
  let before = history.runs.find((run) => !isAhead(run))?.at ?? new Date(now).toISOString();
  const runs = history.runs.map((run) => {
    if (isAhead(run)) return { ...run, at: before };
    before = run.at;
    return run;
  });
  return { ...history, runs };
}

/** Clocks of several machines differ by minutes, and one that takes local time for UTC by hours: that harms no order of days. */
const AHEAD_MS = 86_400_000;

/** What is to be said of a history in a file of this name that can't be read in full; undefined of a sound one. */
export function historyProblem({ skipped, firstSkipped }: Pick<History, 'skipped' | 'firstSkipped'>, name: string): string | undefined {
  if (firstSkipped === null) return undefined;
  const what = skipped === 1 ? 'this line is no rehearsal' : `this line and ${count(skipped - 1, 'other')} are no rehearsals`;
  return `${name}:${firstSkipped}: ${what}; ${skipped === 1 ? 'it is' : 'they are'} left as ${skipped === 1 ? 'it is' : 'they are'}, and the rest counts`;
}

/** The line that is kept for a run or a reset, without a line feed. */
export function recordOf(record: Run | PaceReset): string {
  return JSON.stringify(record);
}

/** What makes the pace begin anew; `now` in milliseconds since 1970. */
export function paceReset(now: number): PaceReset {
  return { v: HISTORY_VERSION, reset: 'pace', at: new Date(now).toISOString() };
}

/** The text without one run; all other lines stay as they are. */
export function withoutRun(text: string, id: string): string {
  return without(text, (line) => line['id'] === id);
}

/** The text without the runs of an answer, those of newer versions included. */
export function withoutAnswer(text: string, id: string): string {
  return without(text, (line) => isRecord(line['answer']) && line['answer']['id'] === id);
}

/** What the front end knows about a run besides its script and its outcome. */
export interface RunContext {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly file: string;
  /** By `identifyAnswers`. */
  readonly answerId: string;
  readonly form: RecallForm;
  readonly kept: boolean;
}

/** The run of a script. */
export function runOf(script: Script, outcome: Outcome, { id, now, file, answerId, form, kept }: RunContext): Run {
  const { language, load, estimate, target, title } = script;
  const { mode, seconds, spokenSeconds, pausedSeconds, sentences, flaws } = outcome;
  return {
    v: HISTORY_VERSION,
    id,
    at: new Date(now).toISOString(),
    file,
    title,
    answer: { id: answerId, sketch: fingerprintOfScript(script, file).sketch },
    language,
    mode,
    form,
    seconds: round(seconds),
    spokenSeconds: spokenSeconds === null ? null : round(spokenSeconds),
    pausedSeconds: round(pausedSeconds),
    load: { ...load, modelSeconds: round(load.modelSeconds) },
    estimate: { seconds: round(estimate.seconds), low: round(estimate.low), high: round(estimate.high) },
    target,
    ...(sentences.some((one) => one !== null) && { sentences: sentences.map((one) => (one === null ? null : round(one))) }),
    flaws,
    kept,
  };
}

function fingerprintOfScript({ title, sentences }: Script, file: string): Fingerprint {
  return fingerprintOf(title, sentences.map(({ text }) => text).join(' '), file);
}

/** For each script of a file the id of its answer in the history, or undefined for one that was never rehearsed. */
export function identifyAnswers(runs: readonly Run[], scripts: readonly Script[], file: string): readonly (string | undefined)[] {
  return identify(
    knownAnswers(runs),
    scripts.map((script) => fingerprintOfScript(script, file)),
  );
}

/** How each answer of the history looked in its last rehearsals, so that it is found again also when an edit is undone. */
function knownAnswers(runs: readonly Run[]): readonly KnownAnswer[] {
  const seen = new Map<string, number>();
  return runs.toReversed().flatMap(({ answer, title, file }) => {
    const count = seen.get(answer.id) ?? 0;
    seen.set(answer.id, count + 1);
    return count < REMEMBERED ? [{ id: answer.id, title, file, sketch: answer.sketch }] : [];
  });
}

const REMEMBERED = 3;

/** No line of ours is nearly so long. */
const LONGEST_LINE = 1_000_000;
/** A day; no run is longer. */
const LONGEST_RUN = 86_400;

function linesOf(text: string): readonly string[] {
  return allLinesOf(text).filter((line) => line.trim() !== '');
}

function allLinesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}

function parseLine(line: string): unknown {
  if (line.length > LONGEST_LINE) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function without(text: string, isMeant: (line: Readonly<Record<string, unknown>>) => boolean): string {
  const kept = linesOf(text).filter((line) => {
    const value = parseLine(line);
    return !isRecord(value) || !isMeant(value);
  });
  return kept.map((line) => `${line}\n`).join('');
}

function isNewer(value: unknown): boolean {
  return isRecord(value) && typeof value['v'] === 'number' && value['v'] > HISTORY_VERSION;
}

function isReset(value: unknown): value is PaceReset {
  return (
    isRecord(value) &&
    value['v'] === HISTORY_VERSION &&
    value['reset'] === 'pace' &&
    typeof value['at'] === 'string' &&
    Number.isFinite(Date.parse(value['at']))
  );
}

function isRun(value: unknown): value is Run {
  if (!isRecord(value) || value['v'] !== HISTORY_VERSION) return false;
  const { answer, load, estimate, target, sentences } = value;
  return (
    ['id', 'file', 'title', 'language'].every((key) => typeof value[key] === 'string') &&
    typeof value['at'] === 'string' &&
    Number.isFinite(Date.parse(value['at'])) &&
    isRecord(answer) &&
    typeof answer['id'] === 'string' &&
    Array.isArray(answer['sketch']) &&
    answer['sketch'].every(isAmount) &&
    MODES.includes(value['mode']) &&
    FORMS.includes(value['form']) &&
    isSeconds(value['seconds']) &&
    (value['spokenSeconds'] === null || isSeconds(value['spokenSeconds'])) &&
    isAmount(value['pausedSeconds']) &&
    isRecord(load) &&
    ['words', 'syllables', 'modelSeconds', 'plannedSeconds'].every((key) => isAmount(load[key])) &&
    isRecord(estimate) &&
    ['seconds', 'low', 'high'].every((key) => isAmount(estimate[key])) &&
    (target === null ||
      (isRecord(target) && isAmount(target['minSeconds']) && (target['maxSeconds'] === null || isAmount(target['maxSeconds'])))) &&
    (sentences === undefined || (Array.isArray(sentences) && sentences.every((one) => one === null || isSeconds(one)))) &&
    Array.isArray(value['flaws']) &&
    value['flaws'].every((flaw) => typeof flaw === 'string') &&
    typeof value['kept'] === 'boolean'
  );
}

const MODES: readonly unknown[] = ['flow', 'sentence', 'clock'] satisfies Mode[];
const FORMS: readonly unknown[] = ['full', 'firstLetters', 'keyPoints', 'hidden'] satisfies RecallForm[];

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < Infinity;
}

function isSeconds(value: unknown): boolean {
  return isAmount(value) && (value as number) <= LONGEST_RUN;
}

/** Milliseconds are more than enough. */
function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
