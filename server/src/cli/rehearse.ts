/** `interview-answers rehearse`: rehearses answers in the terminal, with the clock and the history of the editor. */

import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { analyse, type Analysis } from '../core/analysis.ts';
import { LearnedPaces } from '../core/rehearsal/calibration.ts';
import { identifyAnswers, recordOf, runOf, type Run } from '../core/rehearsal/history.ts';
import type { RecallForm } from '../core/rehearsal/recall.ts';
import { questionOrder, type Order } from '../core/rehearsal/schedule.ts';
import { answersIn, scriptOf, type Script } from '../core/rehearsal/script.ts';
import type { Mode } from '../core/rehearsal/sessionState.ts';
import { keptByAnswer } from '../core/rehearsal/statistics.ts';
import { appendToHistory, defaultHistoryPath, HistoryFileError } from '../files/historyFile.ts';
import { numberWithin, oneOf, readArguments } from './arguments.ts';
import { Configs } from './config.ts';
import { UsageError } from './failures.ts';
import { readHistory } from './history.ts';
import { readInput } from './inputs.ts';
import { rehearseAnswer } from './rehearsal/rehearseAnswer.ts';
import { clean, summaryLine } from './rehearsal/screen.ts';
import { openTerminal } from './rehearsal/terminal.ts';
import { complain } from './terminal.ts';

const USAGE = `Usage: interview-answers rehearse [OPTION]… FILE

Rehearses the answers of a file in the terminal, one after the other: read aloud, timed, and remembered.

  --answer HEADING   only the answer with this heading, or with this in its heading
  --order ORDER      given (the default), random, or due: what is about to be forgotten first
  --mode MODE        flow (the default): the words move on at your pace; sentence: by key; clock: without the text
  --show FORM        full (the default), letters: first letters only, points: key points, or nothing
  --countdown N      seconds before the clock starts, 3 unless said
  --speed N          how fast the words move, 1 unless said
  --history FILE     where the runs are kept; a file in your data folder unless said
  --no-history       keep nothing
  --config FILE      JSON file with settings
  --help             print this text

Keys: space starts and pauses, → or enter goes to the next sentence, ← back, ↑ and ↓ change the speed,
s shows the whole text, q ends. Then k keeps the run and d discards it: a discarded run is remembered as such, and
never changes your pace.

Exit codes: 0 done, 2 wrong usage or unreadable input, 130 left with Ctrl+C.
`;

const INTERRUPTED = 130;

/** Runs the command and returns the exit code. Throws UsageError for wrong usage. */
export async function rehearseCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new UsageError('rehearse needs a terminal: standard input and output must not be files or pipes');
  }
  const configs = new Configs(options.config, complain);
  const { settings } = await configs.for(options.file);
  const input = await readInput(options.file, options.file);
  if ('reason' in input) throw new UsageError(`can't read ${JSON.stringify(input.path)}: ${input.reason}`);
  const history = await readHistory(options.history);
  const { runs } = history;
  const file = path.resolve(options.file);
  const paces = new LearnedPaces(history, Date.now()).for(settings);
  const scripts = chooseScripts(analyse(input.text, { settings, isListed: true, paces }), options.answer);
  const ids = identifyAnswers(runs, scripts, file).map((id) => id ?? randomUUID());
  const kept = keptByAnswer(runs);
  const order = questionOrder(
    ids.map((id) => kept.get(id) ?? []),
    { order: options.order, now: Date.now(), random: Math.random },
  );
  return rehearseAll(
    order.map((index) => ({ script: scripts[index]!, answerId: ids[index]! })),
    file,
    options,
  );
}

interface Question {
  readonly script: Script;
  readonly answerId: string;
}

async function rehearseAll(questions: readonly Question[], file: string, options: Options): Promise<number> {
  const summaries: string[] = [];
  const terminal = openTerminal(process.stdin, process.stdout);
  let isInterrupted = false;
  try {
    for (const { script, answerId } of questions) {
      const end = await rehearseAnswer(script, terminal, {
        session: { mode: options.mode, countdownSeconds: options.countdown, speed: options.speed },
        form: options.form,
        hasColours: (process.env['NO_COLOR'] ?? '') === '',
        async record({ outcome, report, form, isKept }) {
          const run = runOf(script, outcome, { id: randomUUID(), now: terminal.now(), file, answerId, form, kept: isKept });
          const said = await keep(options.history, run);
          summaries.push(`${summaryLine(script, report, isKept)}${said.isStored ? '' : ` (not stored: ${said.reason})`}`);
          return said.isStored ? (isKept ? 'Kept' : 'Discarded') : 'Not stored';
        },
      });
      isInterrupted = end === 'interrupted';
      if (end !== 'next') break;
    }
  } finally {
    terminal.close();
  }
  for (const summary of summaries) process.stdout.write(`${summary}\n`);
  return isInterrupted ? INTERRUPTED : 0;
}

type Stored = { readonly isStored: true } | { readonly isStored: false; readonly reason: string };

/** A run that can't be written is reported after the screen is given back; the rehearsal goes on. */
async function keep(history: string | undefined, run: Run): Promise<Stored> {
  if (history === undefined) return { isStored: false, reason: 'no history wanted' };
  try {
    await appendToHistory(history, recordOf(run));
    return { isStored: true };
  } catch (error) {
    if (!(error instanceof HistoryFileError)) throw error;
    return { isStored: false, reason: error.message };
  }
}

/** The scripts of all answers, or of the one that is asked for. Throws UsageError where there is nothing to say. */
function chooseScripts(analysis: Analysis, wanted: string | undefined): readonly Script[] {
  if (wanted !== undefined) {
    const script = scriptOf(analysis, { kind: 'answer', index: findAnswer(analysis, wanted) });
    if (script === undefined) throw new UsageError(`nothing is said below the heading ${JSON.stringify(wanted)} yet`);
    return [script];
  }
  const scripts = answersIn(analysis, { kind: 'file', title: '' }).map((index) => scriptOf(analysis, { kind: 'answer', index })!);
  if (scripts.length === 0) throw new UsageError('there is nothing to say in this file yet: write below a heading');
  return scripts;
}

function findAnswer({ answers }: Analysis, wanted: string): number {
  const simplify = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const titles = answers.map(({ answer }) => simplify(answer.content.title));
  const exact = titles.indexOf(simplify(wanted));
  if (exact >= 0) return exact;
  const similar = titles.flatMap((title, index) => (title.includes(simplify(wanted)) ? [index] : []));
  if (similar.length === 1) return similar[0]!;
  const names = (similar.length > 0 ? similar : [...answers.keys()]).map((index) => `\n  ${clean(answers[index]!.answer.content.title)}`);
  const problem = similar.length > 0 ? 'several headings have' : 'no heading has';
  throw new UsageError(`${problem} ${JSON.stringify(wanted)}; there are:${names.slice(0, MOST_NAMES).join('')}`);
}

const MOST_NAMES = 20;

interface Options {
  readonly file: string;
  readonly answer: string | undefined;
  /** Undefined when nothing is to be kept. */
  readonly history: string | undefined;
  readonly config: string | undefined;
  readonly order: Order;
  readonly mode: Mode;
  readonly form: RecallForm;
  readonly countdown: number;
  readonly speed: number;
}

const FORMS = { full: 'full', letters: 'firstLetters', points: 'keyPoints', nothing: 'hidden' } as const;

function readOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`rehearse takes one file\n\n${USAGE}`);
  const home = { env: process.env, platform: process.platform, home: os.homedir() };
  return {
    file,
    answer: values.answer,
    history: values['no-history'] === true ? undefined : (values.history ?? defaultHistoryPath(home)),
    config: values.config,
    order: oneOf('order', values.order ?? 'given', ['given', 'random', 'due']),
    mode: oneOf('mode', values.mode ?? 'flow', ['flow', 'sentence', 'clock']),
    form: FORMS[oneOf('show', values.show ?? 'full', ['full', 'letters', 'points', 'nothing'])],
    countdown: numberWithin('countdown', values.countdown ?? '3', 0, 60),
    speed: numberWithin('speed', values.speed ?? '1', 0.25, 4),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  return readArguments(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        answer: text,
        order: text,
        mode: text,
        show: text,
        countdown: text,
        speed: text,
        history: text,
        config: text,
        'no-history': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    USAGE,
  );
}
