/** `interview-answers estimate`: how long texts take to say, one line of JSON for each. */

import { LearnedPaces } from '../core/rehearsal/calibration.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import { languageOf } from '../core/speech/language.ts';
import { calibrate, paceFromSetting, type Run } from '../core/speech/pace.ts';
import { estimateLine } from '../core/speech/estimateLine.ts';
import type { Pace } from '../core/speech/speech.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './failures.ts';
import { readHistory } from './history.ts';
import { readNamed } from './inputs.ts';
import { complain, printableJson } from './terminal.ts';

const USAGE = `Usage: interview-answers estimate [OPTION]… < INPUT

Reads JSON Lines {"id", "text"} or plain text from standard input, and writes for each text one line
{"id", "seconds", "low", "high", "words", "phones", "spoken"}. Plain text is one text, with the id null.

  --pace PACE        slow, normal (the default), fast, or words per minute
  --calibrate FILE   learn the pace from JSON Lines {"text", "seconds"} of the same speaker
  --history FILE     learn the pace from the kept rehearsals in this file
  --lang TAG         the language of the texts, such as en or ja; detected unless said
  --help             print this text

Exit codes: 0 done, 2 wrong usage or unreadable input.
`;

/** Runs the command and returns the exit code. Throws UsageError for wrong usage. */
export async function estimateCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const paceOf = await readPace(options);
  const { texts, problems } = readTexts(await readNamed(process.stdin, 'standard input'));
  for (const problem of problems) complain(problem);
  for (const { id, text } of texts) process.stdout.write(`${printableJson({ id, ...estimate(text, paceOf(text), options.language) })}\n`);
  return problems.length > 0 ? 2 : 0;
}

function estimate(text: string, pace: Pace, language: string | undefined): object {
  const line = estimateLine(text, { pace, ...(language !== undefined && { language }) });
  return { ...line, seconds: round(line.seconds), low: round(line.low), high: round(line.high) };
}

interface EstimateOptions {
  readonly pace: Parameters<typeof paceFromSetting>[0];
  readonly calibrate: string | undefined;
  readonly history: string | undefined;
  readonly language: string | undefined;
}

function readOptions(args: readonly string[]): EstimateOptions | 'help' {
  const { values } = parse(args);
  if (values.help === true) return 'help';
  if (values.calibrate !== undefined && values.history !== undefined) throw new UsageError('--calibrate and --history exclude each other');
  return {
    pace: readPaceOption(values.pace ?? 'normal'),
    calibrate: values.calibrate,
    history: values.history,
    language: values.lang,
  };
}

function parse(args: readonly string[]) {
  return readArguments(
    {
      args: [...args],
      options: {
        pace: { type: 'string' },
        calibrate: { type: 'string' },
        history: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    USAGE,
  );
}

function readPaceOption(value: string): EstimateOptions['pace'] {
  if (value === 'slow' || value === 'normal' || value === 'fast') return value;
  const rate = Number(value);
  if (!(rate >= 60 && rate <= 400))
    throw new UsageError(`--pace can't be ${JSON.stringify(value)}; it can be slow, normal, fast, or 60 to 400 words per minute`);
  return rate;
}

/** The pace of a text: learned in its language, or the same for all. */
async function readPace({ pace, calibrate: file, history, language }: EstimateOptions): Promise<(text: string) => Pace> {
  const prior = paceFromSetting(pace);
  if (file !== undefined) {
    const learned = await calibrateFrom(file, prior, language);
    return () => learned;
  }
  const paces = new LearnedPaces(await readHistory(history), Date.now()).for({ ...DEFAULT_SETTINGS, pace });
  return (text) => paces.get(languageOf(text, language)) ?? prior;
}

async function calibrateFrom(file: string, prior: Pace, language: string | undefined): Promise<Pace> {
  const content = await readNamed(file, JSON.stringify(file));
  const runs: Run[] = lines(content).map(({ line, number }) => {
    const value = parseLine(line);
    if (typeof value?.['text'] !== 'string' || typeof value['seconds'] !== 'number' || !(value['seconds'] > 0)) {
      throw new UsageError(`${file}:${number}: expected {"text": "…", "seconds": …}`);
    }
    return { text: value['text'], seconds: value['seconds'], ...(language !== undefined && { language }) };
  });
  return calibrate(runs, prior);
}

interface Texts {
  readonly texts: readonly { readonly id: unknown; readonly text: string }[];
  /** One sentence for each line that could not be used. */
  readonly problems: readonly string[];
}

/** Input whose first line is an object is JSON Lines; anything else is one plain text. */
function readTexts(input: string): Texts {
  const given = lines(input.replace(/^\ufeff/, ''));
  const first = given[0];
  if (!first?.line.trimStart().startsWith('{')) return { texts: input.trim() === '' ? [] : [{ id: null, text: input }], problems: [] };
  const texts: { id: unknown; text: string }[] = [];
  const problems: string[] = [];
  for (const { line, number } of given) {
    const value = parseLine(line);
    if (typeof value?.['text'] === 'string') texts.push({ id: value['id'] ?? null, text: value['text'] });
    else problems.push(`standard input, line ${number}: expected {"id": …, "text": "…"}`);
  }
  return { texts, problems };
}

function lines(content: string): readonly { readonly line: string; readonly number: number }[] {
  return content
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '');
}

function parseLine(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** Milliseconds are more than enough. */
function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
