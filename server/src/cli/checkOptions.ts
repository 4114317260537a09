/** The options of `interview-answers check`. */

import { SEVERITIES, type Severity } from '../core/rules/rule.ts';
import { oneOf, readArguments, wholeNumberWithin } from './arguments.ts';
import { UsageError } from './failures.ts';
import { GITHUB } from './formats/github.ts';
import { JSON_FORMAT } from './formats/json.ts';
import { SARIF } from './formats/sarif.ts';
import { TEXT } from './formats/text.ts';
import { STANDARD_INPUT } from './inputs.ts';

export const CHECK_USAGE = `Usage: interview-answers check [OPTION]… [FILE|FOLDER|GLOB|-]…

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
  --output FILE          write the report into this file, once it is complete, and not to standard output
  --threads N            check so many files at a time; as many as are worth it unless said
  --quiet                no progress on the terminal and no remarks, only what can't be read or done
  --fix                  mend what is safe to mend in the files, and report the rest
  --fix-dry-run          print what --fix would change, and change nothing
  --watch                check again on every change, and print what has changed by it; Ctrl+C ends it
  --full                 with --watch, print the whole report after each change instead
  --locale LANGUAGE      say findings in this language (as text): de, es, zh-cn, en; without it, in that of LC_ALL or LANG
  --stdin-filename NAME  what to call standard input in the report
  --help                 print this text

Exit codes: 0 nothing to report, 1 findings at or above --fail-on, 2 wrong usage or unreadable input, 130 interrupted.
`;

export const FORMATS = { text: TEXT, json: JSON_FORMAT, sarif: SARIF, github: GITHUB } as const;

export interface CheckOptions {
  readonly format: keyof typeof FORMATS;
  readonly config: string | undefined;
  readonly failOn: Severity | 'never';
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly history: string | undefined;
  readonly transcripts: readonly string[];
  readonly glossary: string | undefined;
  readonly evidence: string | undefined;
  readonly output: string | undefined;
  /** Undefined for as many as are worth it. */
  readonly threads: number | undefined;
  readonly quiet: boolean;
  readonly hints: boolean;
  readonly fix: 'write' | 'dry-run' | undefined;
  readonly watch: boolean;
  readonly full: boolean;
  /** Undefined for that of the terminal. */
  readonly locale: string | undefined;
  readonly standardInputName: string;
  readonly inputs: readonly string[];
}

/** Throws UsageError for wrong usage. */
export function readCheckOptions(args: readonly string[]): CheckOptions | 'help' {
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
    output: values.output,
    threads: values.threads === undefined ? undefined : wholeNumberWithin('threads', values.threads, 1, MOST_THREADS),
    quiet: values.quiet ?? false,
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
  if (options.output !== undefined && (options.watch || options.writeBaseline !== undefined || options.fix === 'dry-run'))
    throw new UsageError('--output excludes --watch, --write-baseline and --fix-dry-run');
  if (options.watch && options.threads !== undefined) throw new UsageError('--watch and --threads exclude each other');
  if (options.fix === 'write' && options.inputs.includes(STANDARD_INPUT)) throw new UsageError('--fix needs files, not standard input');
  if (options.watch && options.inputs.includes(STANDARD_INPUT)) throw new UsageError('--watch needs files, not standard input');
  return options;
}

function parse(args: readonly string[]) {
  return readArguments(
    {
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
        output: { type: 'string' },
        threads: { type: 'string' },
        quiet: { type: 'boolean' },
        hints: { type: 'boolean' },
        fix: { type: 'boolean' },
        'fix-dry-run': { type: 'boolean' },
        watch: { type: 'boolean' },
        full: { type: 'boolean' },
        locale: { type: 'string' },
        'stdin-filename': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    CHECK_USAGE,
  );
}

const MOST_THREADS = 64;
