/** What the history view draws and lists, as plain data. */

import type { DayOf } from '../../../../server/src/core/rehearsal/days.ts';
import type { Run } from '../../../../server/src/core/rehearsal/history.ts';
import { byTime, meetsTarget } from '../../../../server/src/core/rehearsal/statistics.ts';
import { formatSeconds, listed } from '../../../../server/src/core/text/format.ts';
import { formatNumber, phrase, plural, t } from '../../../../server/src/core/locale/locale.ts';
import { differenceText, targetText } from './words.ts';

export interface AnswerChoice {
  readonly identity: string;
  readonly title: string;
  readonly runs: number;
}

/** The answers of the history by their latest headings, the latest rehearsed first. */
export function answersIn(runs: readonly Run[]): readonly AnswerChoice[] {
  const found = new Map<string, { title: string; runs: number }>();
  for (const { answer, title } of newestFirst(runs)) {
    const known = found.get(answer.id);
    if (known === undefined) found.set(answer.id, { title, runs: 1 });
    else known.runs++;
  }
  return [...found].map(([identity, { title, runs: number }]) => ({ identity, title, runs: number }));
}

/** Runs of one answer, or of all for the empty id; newest first. */
export function runsOf(runs: readonly Run[], identity: string): readonly Run[] {
  return newestFirst(identity === '' ? runs : runs.filter(({ answer }) => answer.id === identity));
}

/** Columns for a chart, oldest first. Null where there is nothing to draw. */
export interface TimeSeries {
  readonly numbers: readonly number[];
  readonly seconds: readonly number[];
  readonly targetMin: readonly (number | null)[];
  readonly targetMax: readonly (number | null)[];
  readonly estimates: readonly number[];
}

/** The times of kept runs against their targets, as they were then. */
export function timeSeries(runs: readonly Run[]): TimeSeries {
  const kept = byTime(runs.filter((run) => run.kept)).slice(-MOST_POINTS);
  return {
    numbers: kept.map((_, index) => index + 1),
    seconds: kept.map(({ seconds }) => seconds),
    targetMin: kept.map(({ target }) => (target === null || target.minSeconds === target.maxSeconds ? null : target.minSeconds)),
    targetMax: kept.map(({ target }) => target?.maxSeconds ?? null),
    estimates: kept.map(({ estimate }) => estimate.seconds),
  };
}

/** The words a minute of kept runs from start to end with the text in view. */
export function paceSeries(runs: readonly Run[]): { readonly numbers: readonly number[]; readonly paces: readonly number[] } {
  const paces = byTime(runs)
    .flatMap((run) => paceOf(run) ?? [])
    .slice(-MOST_POINTS);
  return { numbers: paces.map((_, index) => index + 1), paces };
}

/** Runs a day, of the last weeks up to today. Days are numbers since 1970 in the user's time zone. */
export function daySeries(
  runs: readonly Run[],
  now: number,
  dayOf: DayOf,
): { readonly days: readonly number[]; readonly counts: readonly number[] } {
  const today = dayOf(now);
  const counts = new Array<number>(DAYS).fill(0);
  for (const { at } of runs) {
    const index = DAYS - 1 - (today - dayOf(Date.parse(at)));
    if (counts[index] !== undefined) counts[index]++;
  }
  return { days: counts.map((_, index) => today - DAYS + 1 + index), counts };
}

/** One line of the table. */
export interface Row {
  readonly id: string;
  readonly at: Date;
  readonly title: string;
  readonly time: string;
  readonly against: string;
  readonly isMet: boolean;
  readonly pace: string;
  readonly status: string;
}

export function rowsOf(runs: readonly Run[]): readonly Row[] {
  return runs.map((run) => {
    const pace = paceOf(run);
    return {
      id: run.id,
      at: new Date(run.at),
      title: run.title,
      time: formatSeconds(run.seconds),
      against: againstTarget(run),
      isMet: meetsTarget(run),
      pace: pace === undefined ? '' : formatNumber(Math.round(pace)),
      status: statusOf(run),
    };
  });
}

/** What a chart of times shows, in a sentence. */
export function timesInWords({ seconds, targetMax }: TimeSeries): string {
  if (seconds.length === 0) return t('No kept runs yet.');
  const target = targetMax.at(-1);
  const times =
    seconds.length === 1 ? formatSeconds(seconds[0]!) : t('from {0} to {1}', formatSeconds(seconds[0]!), formatSeconds(seconds.at(-1)!));
  return target == null
    ? plural(seconds.length, 'Times of {0} kept run: {1}.', 'Times of {0} kept runs: {1}.', times)
    : plural(
        seconds.length,
        'Times of {0} kept run: {1}, target {2}.',
        'Times of {0} kept runs: {1}, target {2}.',
        times,
        formatSeconds(target),
      );
}

/** More points than pixels only blur the line. */
const MOST_POINTS = 200;
/** Eight weeks. */
const DAYS = 56;

function paceOf({ kept, flaws, form, seconds, load }: Run): number | undefined {
  const speaking = seconds - load.plannedSeconds;
  return kept && flaws.length === 0 && form === 'full' && speaking > 0 ? (load.words / speaking) * 60 : undefined;
}

function againstTarget({ seconds, target }: Run): string {
  if (target === null) return t('no target');
  const { minSeconds, maxSeconds } = target;
  if (maxSeconds !== null && seconds > maxSeconds) return t('{0}, {1}', targetText(target), differenceText(seconds - maxSeconds, 'target'));
  if (seconds < minSeconds) return t('{0}, {1}', targetText(target), differenceText(seconds - minSeconds, 'target'));
  return t('{0}, {1}', targetText(target), t('met'));
}

/** What became of a run, and what was wrong with it, in a word each. */
function statusOf({ kept, flaws }: Run): string {
  if (!kept) return t('discarded');
  return listed([t('kept'), ...flaws.map((flaw) => t(FLAW_WORDS[flaw]))]);
}

const FLAW_WORDS: Readonly<Record<Run['flaws'][number], string>> = {
  repeated: phrase('repeated'),
  skipped: phrase('skipped'),
  unfinished: phrase('unfinished'),
  away: phrase('away'),
  edited: phrase('edited'),
};

function newestFirst(runs: readonly Run[]): readonly Run[] {
  return byTime(runs).toReversed();
}
