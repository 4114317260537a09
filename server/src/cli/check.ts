/** `interview-answers check`: the editor's findings and times for files, folders, globs and standard input. */

import { Worker } from 'node:worker_threads';
import { LearnedPaces } from '../core/rehearsal/calibration.ts';
import type { History } from '../core/rehearsal/history.ts';
import { SEVERITIES, type Severity } from '../core/rules/rule.ts';
import { Checker, type Outcome, type Wanted } from './checker.ts';
import { CHECK_USAGE, readCheckOptions, type CheckOptions } from './checkOptions.ts';
import { readHistory } from './history.ts';
import { findInputs, STANDARD_INPUT } from './inputs.ts';
import { interruption } from './interruption.ts';
import { Progress, showsProgress } from './progress.ts';
import { Report } from './report.ts';
import { readSources, type Sources } from './sources.ts';
import { takeTerminalLocale } from './locale.ts';
import { complain } from './terminal.ts';
import { threadsFor } from './threads/count.ts';
import { inThreads } from './threads/pool.ts';
import type { Work } from './threads/work.ts';
import { checkAndWatch } from './watchCheck.ts';

/** Runs the command and returns the exit code. Throws UsageError for wrong usage. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const options = readCheckOptions(args);
  if (options === 'help') {
    process.stdout.write(CHECK_USAGE);
    return 0;
  }
  const wanted: Wanted = {
    config: options.config,
    // What programs read is the same everywhere.
    locale: options.format === 'text' ? options.locale : 'en',
    standardInputName: options.standardInputName,
    answers: options.format === 'json',
    fingerprints: options.baseline !== undefined || options.writeBaseline !== undefined || options.watch,
    fixes: options.fix,
  };
  takeTerminalLocale(wanted.locale, process.env);
  return options.watch ? checkAndWatch(options, wanted) : checkOnce(options, wanted);
}

async function checkOnce(options: CheckOptions, wanted: Wanted): Promise<number> {
  const names = await findInputs(options.inputs);
  const history = await readHistory(options.history);
  const learned = { history, now: Date.now() };
  const { sources, failures } = await readSources(options);
  const checker = new Checker(wanted, 'forgets');
  checker.learned = new LearnedPaces(history, learned.now);
  checker.sources = sources;

  const interrupted = interruption();
  const { signal } = interrupted;
  if (names.includes(STANDARD_INPUT)) signal.addEventListener('abort', () => process.stdin.destroy());
  const progress = !options.quiet && showsProgress(process.stderr, process.env) ? new Progress(process.stderr, names.length) : undefined;
  const report = await Report.begin(options, {
    checkAgain: (name) => checker.check(name),
    complain: (problem) => {
      progress?.clear();
      complain(problem);
    },
    beforePrinting: () => {
      if (process.stdout.isTTY) progress?.clear();
    },
  });
  // Standard input is this thread's.
  const threads = names.includes(STANDARD_INPUT) ? 1 : Math.min(options.threads ?? threadsFor(names.length), names.length);
  const outcomes = threads > 1 ? inWorkers(names, threads, wanted, learned, sources, signal) : inThisThread(names, checker, signal);
  let done = 0;
  try {
    for await (const outcome of outcomes) {
      if (signal.aborted) break;
      await report.add(outcome);
      progress?.update(++done);
    }
    progress?.clear();
    if (signal.aborted) {
      await report.giveUp();
      complain(`interrupted after ${done} of ${names.length} files`);
      return interrupted.exitCode;
    }
    const { unusable, totals } = await report.end();
    if (unusable > 0 || failures > 0) return 2;
    return options.writeBaseline === undefined && options.fix !== 'dry-run' && fails(totals.worst, options.failOn) ? 1 : 0;
  } catch (error) {
    progress?.clear();
    await report.giveUp();
    throw error;
  } finally {
    interrupted.end();
  }
}

async function* inThisThread(names: readonly string[], checker: Checker, signal: AbortSignal): AsyncGenerator<Outcome> {
  for (const name of names) {
    yield await checker.check(name);
    // Signals are heard between two files.
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) return;
  }
}

function inWorkers(
  names: readonly string[],
  threads: number,
  wanted: Wanted,
  learned: { readonly history: History; readonly now: number },
  sources: Sources | undefined,
  signal: AbortSignal,
): AsyncGenerator<Outcome> {
  const workerData: Work = { wanted, ...learned, sources: sources?.share() };
  return inThreads<string, Outcome>(names, {
    threads,
    // The command line is its own worker: one file to pack, and no other to find.
    start: () => new Worker(import.meta.filename, { workerData }),
    died: (path, error) => ({
      path,
      result: { kind: 'failed', error: error instanceof Error ? error.message : String(error) },
      problems: [],
    }),
    signal,
  });
}

function fails(worst: Severity | undefined, failOn: Severity | 'never'): boolean {
  return worst !== undefined && failOn !== 'never' && SEVERITIES.indexOf(worst) <= SEVERITIES.indexOf(failOn);
}
