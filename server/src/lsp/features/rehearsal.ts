/** interviewAnswers/rehearsal/…: scripts for the prompter, the questions of a mock interview, and what the history remembers. */

import { describeCalibration } from '../../core/rehearsal/calibration.ts';
import { toCsv, toJson } from '../../core/rehearsal/exportRuns.ts';
import { daysEast, daysIn } from '../../core/rehearsal/days.ts';
import { paceReset, parseHistory, recordOf, runOf, withoutAnswer, withoutRun } from '../../core/rehearsal/history.ts';
import type { Outcome } from '../../core/rehearsal/progress.ts';
import { questionOrder } from '../../core/rehearsal/schedule.ts';
import { answersIn, type Scope } from '../../core/rehearsal/script.ts';
import { setTargetToRun } from '../../core/rehearsal/setTarget.ts';
import { standingOf } from '../../core/rehearsal/standing.ts';
import { statisticsOf, streakOf } from '../../core/rehearsal/statistics.ts';
import type { Settings } from '../../core/settings.ts';
import type {
  DeleteParams,
  DeleteResult,
  ExportParams,
  ExportResult,
  HistoryRequestParams,
  HistoryResult,
  Question,
  QuestionsParams,
  QuestionsResult,
  RecordParams,
  RecordResult,
  RehearsalOptions,
  RehearsalScope,
  ResetPaceResult,
  ScriptParams,
  ScriptResult,
  SetTargetParams,
  SetTargetResult,
} from '../../protocol/rehearsal.ts';
import type { Snapshot } from '../analyses.ts';
import { toLine, toTextEdit } from '../convert.ts';
import { fileNameOf, type Candidate } from '../history.ts';
import type { Server } from '../request.ts';

export function script(snapshot: Snapshot, { what }: ScriptParams, server: Server): ScriptResult {
  const candidates = new Map(candidatesOf(server, snapshot).map((one) => [one.index, one]));
  const scope = scopeOf(snapshot, what);
  const indices = scope === undefined ? [] : answersIn(snapshot.analysis, scope);
  const items = indices.map((index) => {
    const { identity, script: said } = candidates.get(index)!;
    return { title: said.title, line: lineOf(snapshot, index), identity, language: said.language, script: said };
  });
  return { version: snapshot.version, items, options: optionsOf(snapshot.settings) };
}

export function questions(snapshot: Snapshot, _: QuestionsParams, server: Server): QuestionsResult {
  const now = server.runtime.date();
  const candidates = new Map(candidatesOf(server, snapshot).map((one) => [one.index, one]));
  const asked = answersIn(snapshot.analysis, { kind: 'file', title: '' }).map((index) => candidates.get(index)!);
  const kept = asked.map(({ identity }) => server.history.kept.get(identity) ?? []);
  return {
    version: snapshot.version,
    questions: asked.map(({ index, identity, script: said }, i): Question => {
      const { due, latest, count, best } = standingOf(kept[i]!, said.target, now);
      return {
        title: said.title,
        line: lineOf(snapshot, index),
        identity,
        due: due.at === null ? null : new Date(due.at).toISOString(),
        state: due.state,
        lastRun: latest === undefined ? null : { at: latest.at, seconds: latest.seconds },
        runs: count,
        bestSeconds: best ?? null,
        target: said.target,
        estimate: said.estimate,
      };
    }),
    dueOrder: questionOrder(kept, { order: 'due', now, random: () => 0 }),
  };
}

/** Null also for an outcome that makes no run. */
export function record(
  snapshot: Snapshot,
  { identity, line, outcome, form = 'full', kept }: RecordParams,
  server: Server,
): RecordResult | null {
  const candidate = candidateAt(server, snapshot, line);
  if (candidate === undefined) return null;
  // Whoever was rehearsed before keeps the id; a new answer may have got one from another window meanwhile.
  const isKnown = (id: string): boolean => server.history.history.runs.some(({ answer }) => answer.id === id);
  const answerId = isKnown(identity) || !isKnown(candidate.identity) ? identity : candidate.identity;
  const id = server.runtime.uuid();
  const file = fileNameOf(snapshot, server.analyses.workspaceFolders);
  const run = runOf(candidate.script, outcome as Outcome, { id, now: server.runtime.date(), file, answerId, form, kept });
  const text = recordOf(run);
  return parseHistory(text).runs.length === 1 ? { record: text, id, identity: answerId } : null;
}

export function setTarget(snapshot: Snapshot, { line, seconds }: SetTargetParams): SetTargetResult | null {
  const fix = setTargetToRun(snapshot.analysis, indexAt(snapshot, line), seconds);
  return fix === undefined ? null : { version: snapshot.version, edits: fix.edits.map((edit) => toTextEdit(snapshot.lines, edit)) };
}

/** The history as a whole; `settings` decide what was learned from it, and what meets a target. */
export function history(
  { history: state, runtime }: Server,
  settings: Settings,
  { minutesEast = 0, timeZone }: HistoryRequestParams,
): HistoryResult {
  const dayOf = (timeZone === undefined ? undefined : daysIn(timeZone)) ?? daysEast(minutesEast);
  const now = runtime.date();
  const { runs, skipped, newer } = state.history;
  const { thresholds } = optionsOf(settings);
  const answers = [...state.kept].map(([identity, kept]) => {
    const statistics = statisticsOf(kept, thresholds)!;
    return { identity, title: statistics.latest.title, file: statistics.latest.file, statistics };
  });
  const paces = [...state.paces(settings)].flatMap(([language, { factor, source }]) => {
    if (source.kind !== 'rehearsals') return [];
    const { count, latest = null } = source;
    return [{ language, factor, count, description: describeCalibration({ count, latest }, now, dayOf) ?? '' }];
  });
  return {
    runs,
    answers: answers.sort((a, b) => Date.parse(b.statistics.latest.at) - Date.parse(a.statistics.latest.at)),
    streak: streakOf(runs, now, dayOf),
    skipped,
    newer,
    paces,
  };
}

export function exportHistory({ history: { written: known } }: Server, { format }: ExportParams): ExportResult {
  return { text: format === 'csv' ? toCsv(known.runs) : toJson(known.runs), runs: known.runs.length };
}

export function deleteFromHistory({ text, what }: DeleteParams): DeleteResult {
  if (what.kind === 'all') return { text: '' };
  return { text: what.kind === 'run' ? withoutRun(text, what.id) : withoutAnswer(text, what.identity) };
}

export function resetPace({ runtime }: Server): ResetPaceResult {
  return { record: recordOf(paceReset(runtime.date())) };
}

function candidatesOf({ history: state, analyses }: Server, snapshot: Snapshot): readonly Candidate[] {
  return state.candidates(snapshot, analyses.workspaceFolders);
}

function candidateAt(server: Server, snapshot: Snapshot, line: number): Candidate | undefined {
  const index = indexAt(snapshot, line);
  return candidatesOf(server, snapshot).find((one) => one.index === index);
}

function scopeOf(snapshot: Snapshot, what: RehearsalScope): Scope | undefined {
  if (what.kind === 'file') return { kind: 'file', title: '' };
  const index = indexAt(snapshot, what.line);
  return index < 0 ? undefined : { kind: what.kind, index };
}

/** The answer that a line belongs to; -1 above the first. */
function indexAt(snapshot: Snapshot, line: number): number {
  return snapshot.analysis.answers.findLastIndex((_, index) => lineOf(snapshot, index) <= line);
}

function lineOf({ analysis, lines }: Snapshot, index: number): number {
  const { answer } = analysis.answers[index]!;
  return toLine(lines, answer.base + answer.content.headingSpan.start);
}

function optionsOf({ rehearsal }: Settings): RehearsalOptions {
  const { warningPercent, overPercent, preRollSeconds, fontSize, mode, silenceSeconds } = rehearsal;
  return { thresholds: { warning: warningPercent / 100, over: overPercent / 100 }, preRollSeconds, fontSize, mode, silenceSeconds };
}
