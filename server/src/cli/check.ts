/** `interview-answers check`: the editor's findings and times for files, folders, globs and standard input. */

import { parseArgs } from 'node:util';
import { LearnedPaces } from '../core/rehearsal/calibration.ts';
import { SEVERITIES, type Severity } from '../core/rules/rule.ts';
import { count } from '../core/text/format.ts';
import { compare, readBaseline, writeBaseline, type Compared } from './baseline.ts';
import type { CheckedFile } from './checkedFile.ts';
import { Checker } from './checker.ts';
import { Configs } from './config.ts';
import { UsageError } from './failures.ts';
import { formatGithub } from './formats/github.ts';
import { formatJson } from './formats/json.ts';
import { formatSarif } from './formats/sarif.ts';
import { formatText } from './formats/text.ts';
import { readHistory } from './history.ts';
import { findInputs, STANDARD_INPUT } from './inputs.ts';
import { watch } from './watch.ts';

const USAGE = `Usage: interview-answers check [OPTION]… [FILE|FOLDER|GLOB|-]…

Reports how long each answer takes to say against its target, and what to mend.
Without a file, checks all Markdown files below the current folder; - is standard input.

  --format FORMAT        text (the default), json, sarif or github
  --config FILE          settings as JSON, in the same shape as the editor's; without it, each file's
                         settings are in the nearest .interview-answers.json above it
  --fail-on SEVERITY     exit with 1 from this severity on: error, warning (the default), information, hint or never
  --baseline FILE        leave out the findings that this file knows
  --write-baseline FILE  write all findings into this file as known, instead of reporting them
  --history FILE         estimate at the pace that the kept rehearsals in this file have taught
  --watch                check again on every change, and print what has changed by it; Ctrl+C ends it
  --full                 with --watch, print the whole report after each change instead
  --stdin-filename NAME  what to call standard input in the report
  --help                 print this text

Exit codes: 0 nothing to report, 1 findings at or above --fail-on, 2 wrong usage or unreadable input.
`;

const FORMATS = { text: formatText, json: formatJson, sarif: formatSarif, github: formatGithub } as const;

/** Runs the command and returns the exit code. Throws UsageError for wrong usage. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const configs = new Configs(options.config, complain);
  const checker = new Checker(configs, options.standardInputName);
  const { files, unreadable } = await checkAll(options, checker);
  if (options.writeBaseline !== undefined) {
    await writeBaseline(options.writeBaseline, files);
    const findings = files.reduce((sum, { analysis }) => sum + analysis.findings.length, 0);
    process.stdout.write(`${count(findings, 'finding')} of ${count(files.length, 'file')} written to ${options.writeBaseline}\n`);
    return unreadable > 0 ? 2 : 0;
  }
  const { files: reported, stale } = await withoutKnown(files, options.baseline);
  for (const { path, rule, count: times } of stale)
    complain(
      `${path}: ${times === 1 ? 'a known finding is' : `${times} known findings are`} no longer there (${rule}); write the baseline anew`,
    );
  process.stdout.write(FORMATS[options.format](reported));
  if (options.watch) {
    const check = async (): Promise<readonly CheckedFile[]> => {
      configs.forget();
      return (await withoutKnown((await checkAll(options, checker)).files, options.baseline)).files;
    };
    await watch(
      {
        inputs: options.inputs,
        others: [options.config, options.baseline, options.history].filter((file) => file !== undefined),
        check,
        full: options.full,
        print: (text) => process.stdout.write(text),
        printError: (text) => process.stderr.write(text),
        stopped: interrupted(),
      },
      reported,
    );
    return 0;
  }
  if (unreadable > 0) return 2;
  return reported.some(({ analysis }) => analysis.findings.some(({ severity }) => fails(severity, options.failOn))) ? 1 : 0;
}

async function checkAll(
  { inputs, history }: CheckOptions,
  checker: Checker,
): Promise<{ files: readonly CheckedFile[]; unreadable: number }> {
  const learned = new LearnedPaces(await readHistory(history), Date.now());
  const files: CheckedFile[] = [];
  let unreadable = 0;
  for (const name of await findInputs(inputs)) {
    const checked = await checker.check(name, learned);
    if ('analysis' in checked) {
      files.push(checked);
    } else {
      complain(`can't read ${JSON.stringify(checked.path)}: ${checked.reason}`);
      unreadable++;
    }
  }
  return { files, unreadable };
}

async function withoutKnown(files: readonly CheckedFile[], baseline: string | undefined): Promise<Compared> {
  return baseline === undefined ? { files, stale: [] } : compare(files, await readBaseline(baseline), baseline);
}

function complain(problem: string): void {
  process.stderr.write(`interview-answers: ${problem}\n`);
}

/** Resolves at Ctrl+C, or when the process is asked to end; the second time it ends at once. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

interface CheckOptions {
  readonly format: keyof typeof FORMATS;
  readonly config: string | undefined;
  readonly failOn: Severity | 'never';
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly history: string | undefined;
  readonly watch: boolean;
  readonly full: boolean;
  readonly standardInputName: string;
  readonly inputs: readonly string[];
}

function readOptions(args: readonly string[]): CheckOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const options: CheckOptions = {
    format: oneOf('format', values.format ?? 'text', Object.keys(FORMATS) as (keyof typeof FORMATS)[]),
    config: values.config,
    failOn: oneOf('fail-on', values['fail-on'] ?? 'warning', [...SEVERITIES, 'never'] as const),
    baseline: values.baseline,
    writeBaseline: values['write-baseline'],
    history: values.history,
    watch: values.watch ?? false,
    full: values.full ?? false,
    standardInputName: values['stdin-filename'] ?? '<stdin>',
    inputs: positionals.length > 0 ? positionals : ['.'],
  };
  if (options.baseline !== undefined && options.writeBaseline !== undefined)
    throw new UsageError('--baseline and --write-baseline exclude each other');
  if (options.full && !options.watch) throw new UsageError('--full goes with --watch');
  if (options.watch && options.format !== 'text') throw new UsageError('--watch prints text; it can have no other --format');
  if (options.watch && options.writeBaseline !== undefined) throw new UsageError('--watch and --write-baseline exclude each other');
  if (options.watch && options.inputs.includes(STANDARD_INPUT)) throw new UsageError('--watch needs files, not standard input');
  return options;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        config: { type: 'string' },
        'fail-on': { type: 'string' },
        baseline: { type: 'string' },
        'write-baseline': { type: 'string' },
        history: { type: 'string' },
        watch: { type: 'boolean' },
        full: { type: 'boolean' },
        'stdin-filename': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  if (!(choices as readonly string[]).includes(value))
    throw new UsageError(`--${option} can't be ${JSON.stringify(value)}; it can be ${choices.join(', ')}`);
  return value as T;
}

function fails(severity: Severity, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
