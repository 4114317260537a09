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
import { formatDiff, replaceFile } from './fix.ts';
import { formatGithub } from './formats/github.ts';
import { formatJson } from './formats/json.ts';
import { formatSarif } from './formats/sarif.ts';
import { formatText } from './formats/text.ts';
import { readHistory } from './history.ts';
import { readSources } from './sources.ts';
import { findInputs, STANDARD_INPUT } from './inputs.ts';
import { speakIn } from './speak.ts';
import { complain, printable } from './terminal.ts';
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
  --transcripts GLOB     hold claims against these transcripts, whose speakers know the terms they use; may be given again
  --glossary FILE        take the terms of this glossary as known
  --evidence FILE        hold claims against these facts of your own
  --hints                report hints, too, as text and to GitHub; json and sarif always have them
  --fix                  mend what is safe to mend in the files, and report the rest
  --fix-dry-run          print what --fix would change, and change nothing
  --watch                check again on every change, and print what has changed by it; Ctrl+C ends it
  --full                 with --watch, print the whole report after each change instead
  --locale LANGUAGE      say findings in this language (as text): de, es, zh-cn, en; without it, in that of LC_ALL or LANG
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
  // What programs read is the same everywhere.
  if (options.format === 'text') speakIn(options.locale, process.env);
  const configs = new Configs(options.config, complain);
  const checker = new Checker(configs, options.standardInputName);
  checker.learned = new LearnedPaces(await readHistory(options.history), Date.now());
  checker.sourcesOf = await readSources(options);
  const read = await checkAll(options.inputs, checker);
  if (options.fix === 'dry-run') return dryRun(checker, read);
  const { files, unreadable } = options.fix === 'write' ? await fixFiles(checker, read) : read;
  if (options.writeBaseline !== undefined) {
    await writeBaseline(options.writeBaseline, files);
    const findings = files.reduce((sum, { analysis }) => sum + analysis.findings.length, 0);
    process.stdout.write(
      `${count(findings, 'finding')} of ${count(files.length, 'file')} written to ${printable(options.writeBaseline)}\n`,
    );
    return unreadable > 0 ? 2 : 0;
  }
  const { files: reported, stale } = await withoutKnown(files, options.baseline);
  for (const { path, rule, count: times } of stale)
    complain(
      `${path}: ${times === 1 ? 'a known finding is' : `${times} known findings are`} no longer there (${rule}); write the baseline anew`,
    );
  const shown = (all: readonly CheckedFile[]): readonly CheckedFile[] => (options.hints ? all : withoutHints(all));
  process.stdout.write(FORMATS[options.format](shown(reported)));
  if (options.watch) {
    const check = async (): Promise<readonly CheckedFile[]> => {
      configs.forget();
      checker.learned = new LearnedPaces(await readHistory(options.history), Date.now());
      checker.sourcesOf = await readSources(options);
      return shown((await withoutKnown((await checkAll(options.inputs, checker)).files, options.baseline)).files);
    };
    await watch(
      {
        inputs: options.inputs,
        others: [options.config, options.baseline, options.history, options.glossary, options.evidence].filter(
          (file) => file !== undefined,
        ),
        check,
        full: options.full,
        print: (text) => process.stdout.write(text),
        printError: (text) => process.stderr.write(text),
        stopped: interrupted(),
      },
      shown(reported),
    );
    return 0;
  }
  if (unreadable > 0) return 2;
  return reported.some(({ analysis }) => analysis.findings.some(({ severity }) => fails(severity, options.failOn))) ? 1 : 0;
}

async function checkAll(inputs: readonly string[], checker: Checker): Promise<Checked> {
  const files: CheckedFile[] = [];
  let unreadable = 0;
  for (const name of await findInputs(inputs)) {
    const checked = await checker.check(name);
    if ('analysis' in checked) {
      files.push(checked);
    } else {
      complain(`can't read ${JSON.stringify(checked.path)}: ${checked.reason}`);
      unreadable++;
    }
  }
  return { files, unreadable };
}

interface Checked {
  readonly files: readonly CheckedFile[];
  /** How many could not be read, or not be written. */
  readonly unreadable: number;
}

/** Writes all safe fixes, and answers what the files have come to. */
async function fixFiles(checker: Checker, { files, unreadable: before }: Checked): Promise<Checked> {
  const after: CheckedFile[] = [];
  let unreadable = before;
  for (const file of files) {
    const fixed = checker.fix(file);
    const problem = fixed === undefined ? undefined : await replaceFile(file.path, file.analysis.file.text, fixed.text);
    if (problem !== undefined) {
      complain(`can't fix ${JSON.stringify(file.path)}: ${problem}`);
      unreadable++;
    } else if (fixed !== undefined) complain(`${file.path}: ${count(fixed.fixes, 'finding')} fixed`);
    const again = fixed === undefined || problem !== undefined ? file : await checker.check(file.path);
    after.push('analysis' in again ? again : file);
  }
  return { files: after, unreadable };
}

function dryRun(checker: Checker, { files, unreadable }: Checked): number {
  let [fixes, changed] = [0, 0];
  for (const file of files) {
    const fixed = checker.fix(file);
    if (fixed === undefined) continue;
    fixes += fixed.fixes;
    changed++;
    process.stdout.write(formatDiff(file, fixed));
  }
  process.stdout.write(`${count(fixes, 'finding')} in ${count(changed, 'file')} can be fixed\n`);
  return unreadable > 0 ? 2 : 0;
}

/** Hints are for the editor, where they stay out of the list of problems; here they are reported when asked for. */
function withoutHints(files: readonly CheckedFile[]): readonly CheckedFile[] {
  return files.map((file) => {
    const findings = file.analysis.findings.filter(({ severity }) => severity !== 'hint');
    return { ...file, hints: file.analysis.findings.length - findings.length, analysis: { ...file.analysis, findings } };
  });
}

async function withoutKnown(files: readonly CheckedFile[], baseline: string | undefined): Promise<Compared> {
  return baseline === undefined ? { files, stale: [] } : compare(files, await readBaseline(baseline), baseline);
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
  readonly transcripts: readonly string[];
  readonly glossary: string | undefined;
  readonly evidence: string | undefined;
  readonly hints: boolean;
  readonly fix: 'write' | 'dry-run' | undefined;
  readonly watch: boolean;
  readonly full: boolean;
  readonly locale: string | undefined;
  readonly standardInputName: string;
  readonly inputs: readonly string[];
}

function readOptions(args: readonly string[]): CheckOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const format = oneOf('format', values.format ?? 'text', Object.keys(FORMATS) as (keyof typeof FORMATS)[]);
  const options: CheckOptions = {
    format,
    // Scripts choose for themselves.
    hints: values.hints === true || values['fail-on'] === 'hint' || format === 'json' || format === 'sarif',
    fix: values['fix-dry-run'] === true ? 'dry-run' : values.fix === true ? 'write' : undefined,
    config: values.config,
    failOn: oneOf('fail-on', values['fail-on'] ?? 'warning', [...SEVERITIES, 'never'] as const),
    baseline: values.baseline,
    writeBaseline: values['write-baseline'],
    history: values.history,
    transcripts: values.transcripts ?? [],
    glossary: values.glossary,
    evidence: values.evidence,
    watch: values.watch ?? false,
    full: values.full ?? false,
    locale: values.locale,
    standardInputName: values['stdin-filename'] ?? '<stdin>',
    inputs: positionals.length > 0 ? positionals : ['.'],
  };
  if (options.baseline !== undefined && options.writeBaseline !== undefined)
    throw new UsageError('--baseline and --write-baseline exclude each other');
  if (options.full && !options.watch) throw new UsageError('--full goes with --watch');
  if (options.watch && options.format !== 'text') throw new UsageError('--watch prints text; it can have no other --format');
  if (options.watch && options.writeBaseline !== undefined) throw new UsageError('--watch and --write-baseline exclude each other');
  if (options.fix !== undefined && (options.watch || options.writeBaseline !== undefined))
    throw new UsageError('--fix and --fix-dry-run exclude --watch and --write-baseline');
  if (options.fix === 'write' && options.inputs.includes(STANDARD_INPUT)) throw new UsageError('--fix needs files, not standard input');
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
        transcripts: { type: 'string', multiple: true },
        glossary: { type: 'string' },
        evidence: { type: 'string' },
        hints: { type: 'boolean' },
        fix: { type: 'boolean' },
        'fix-dry-run': { type: 'boolean' },
        watch: { type: 'boolean' },
        full: { type: 'boolean' },
        locale: { type: 'string' },
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
