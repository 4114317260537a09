/** `interview-answers check`: the editor's findings and times for files, folders, globs and standard input. */

import { parseArgs } from 'node:util';
import { analyse } from '../core/analysis.ts';
import { SEVERITIES, type Severity } from '../core/rules/rule.ts';
import type { Settings } from '../core/settings.ts';
import { matchesGlobs } from '../core/text/globs.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { loadConfig } from './config.ts';
import { UsageError } from './failures.ts';
import { formatJson } from './formats/json.ts';
import { formatSarif } from './formats/sarif.ts';
import { formatText } from './formats/text.ts';
import { findInputs, readInput } from './inputs.ts';
import type { CheckedFile } from './checkedFile.ts';

const USAGE = `Usage: interview-answers check [OPTION]… [FILE|FOLDER|GLOB|-]…

Reports how long each answer takes to say against its target, and what to mend.
Without a file, checks all Markdown files below the current folder; - is standard input.

  --format FORMAT        text (the default), json or sarif
  --config FILE          settings as JSON, in the same shape as the editor's
  --fail-on SEVERITY     exit with 1 from this severity on: error, warning (the default), information, hint or never
  --stdin-filename NAME  what to call standard input in the report
  --help                 print this text

Exit codes: 0 nothing to report, 1 findings at or above --fail-on, 2 wrong usage or unreadable input.
`;

const FORMATS = { text: formatText, json: formatJson, sarif: formatSarif } as const;

/** Runs the command and returns the exit code. Throws UsageError for wrong usage. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const { settings, problems } = await loadConfig(options.config);
  for (const problem of problems) process.stderr.write(`interview-answers: ${problem}\n`);
  const files: CheckedFile[] = [];
  let unreadable = 0;
  for (const name of await findInputs(options.inputs)) {
    const input = await readInput(name, options.standardInputName);
    if ('text' in input) {
      files.push(checkFile(input.path, input.text, settings));
    } else {
      process.stderr.write(`interview-answers: can't read ${JSON.stringify(input.path)}: ${input.reason}\n`);
      unreadable++;
    }
  }
  process.stdout.write(FORMATS[options.format](files));
  if (unreadable > 0) return 2;
  return files.some(({ analysis }) => analysis.findings.some(({ severity }) => fails(severity, options.failOn))) ? 1 : 0;
}

function checkFile(path: string, text: string, settings: Settings): CheckedFile {
  const analysis = analyse(text, { settings, isListed: matchesGlobs(path, settings.files) });
  return { path, lines: new LineIndex(text), analysis };
}

interface CheckOptions {
  readonly format: keyof typeof FORMATS;
  readonly config: string | undefined;
  readonly failOn: Severity | 'never';
  readonly standardInputName: string;
  readonly inputs: readonly string[];
}

function readOptions(args: readonly string[]): CheckOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  return {
    format: oneOf('format', values.format ?? 'text', Object.keys(FORMATS) as (keyof typeof FORMATS)[]),
    config: values.config,
    failOn: oneOf('fail-on', values['fail-on'] ?? 'warning', [...SEVERITIES, 'never'] as const),
    standardInputName: values['stdin-filename'] ?? '<stdin>',
    inputs: positionals.length > 0 ? positionals : ['.'],
  };
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
