/** `interview-answers links`: the transcript passages that talk about each term. */

import { existsSync } from 'node:fs';
import { isDynamicPattern } from 'tinyglobby';
import { knowledgeOf } from '../core/glossary/knowledge.ts';
import { linksOf, type LinkedPassage } from '../core/links/links.ts';
import { formatTime } from '../core/transcripts/times.ts';
import { oneOf, readArguments } from './arguments.ts';
import { UsageError } from './failures.ts';
import { readInput } from './inputs.ts';
import { readGlossaryFile, readTranscripts } from './sources.ts';
import { plainText, printableJson } from './terminal.ts';

const USAGE = `Usage: interview-answers links --transcripts GLOB… [OPTION]… TERM…

Finds the passages of transcripts that talk about each term, the one that explains it first.

  --transcripts GLOB  a transcript, a folder or a glob; may be given again
  --terms FILE        terms, one a line; - is standard input
  --glossary FILE     a glossary: other names of terms, and how captions mishear them
  --format FORMAT     text (the default) or json
  --limit N           at most so many passages a term (json: all, text: 3)
  --help              print this text

Exit codes: 0 also when nothing is found, 2 wrong usage or unreadable input.
`;

/** Runs the command and returns the exit code. Throws UsageError for wrong usage. */
export async function linksCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const terms = [...options.terms, ...(await termsOf(options.termsFile))];
  if (terms.length === 0) throw new UsageError(`which term?\n\n${USAGE}`);
  const { index, failures } = await readTranscripts(options.transcripts);
  const glossary = await readGlossaryFile(options.glossary);
  const { format, limit = format === 'json' ? Infinity : SHOWN_IN_TEXT } = options;
  const linked = terms.map((term) => {
    const all = linksOf(term, index, knowledgeOf(term, glossary));
    return { term, count: all.length, passages: all.slice(0, limit) };
  });
  process.stdout.write(format === 'json' ? `${printableJson(linked.map(toJson), 2)}\n` : linked.map(toText).join('\n'));
  return failures > 0 ? 2 : 0;
}

interface Linked {
  readonly term: string;
  /** Of all passages. */
  readonly count: number;
  /** The best ones. */
  readonly passages: readonly LinkedPassage[];
}

async function termsOf(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const input = await readInput(file, 'standard input');
  if ('reason' in input) throw new UsageError(`can't read the terms in ${JSON.stringify(file)}: ${input.reason}`);
  return input.text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The shape that programs read; lines are one-based, as editors count them. */
function toJson({ term, passages }: Linked): unknown {
  return {
    term,
    passages: passages.map((passage) => ({
      file: passage.uri,
      line: passage.lines[0]! + 1,
      lines: passage.lines.map((line) => line + 1),
      character: passage.start.character,
      seconds: passage.seconds ?? null,
      speaker: passage.speaker ?? null,
      tier: passage.tier,
      heardAs: passage.heardAs ?? null,
      score: Number(passage.score.toFixed(3)),
      text: passage.text,
    })),
  };
}

function toText({ term, count, passages }: Linked): string {
  if (count === 0) return `${plainText(term)}: no passage found\n`;
  const shown = passages.map(({ uri, start, seconds, speaker, heardAs, text }) => {
    const place = `${uri}:${start.line + 1}:${start.character + 1}`;
    const details = [
      ...(seconds === undefined ? [] : [formatTime(seconds)]),
      ...(speaker === undefined ? [] : [speaker]),
      ...(heardAs === undefined ? [] : [`heard as "${heardAs}"`]),
    ];
    return `  ${plainText(place)}${details.length > 0 ? ` (${plainText(details.join(', '))})` : ''}\n    ${plainText(text)}\n`;
  });
  const others = count - shown.length;
  return `${plainText(term)}: ${count === 1 ? '1 passage' : `${count} passages`}\n${shown.join('')}${others > 0 ? `  and ${others} more\n` : ''}`;
}

const SHOWN_IN_TEXT = 3;

interface LinksOptions {
  readonly transcripts: readonly string[];
  readonly terms: readonly string[];
  readonly termsFile: string | undefined;
  readonly glossary: string | undefined;
  readonly format: 'text' | 'json';
  readonly limit: number | undefined;
}

function readOptions(args: readonly string[]): LinksOptions | 'help' {
  const { values, positionals } = readArguments(
    {
      args: [...gatherGlobs(args)],
      allowPositionals: true,
      options: {
        transcripts: { type: 'string', multiple: true },
        terms: { type: 'string' },
        glossary: { type: 'string' },
        format: { type: 'string', default: 'text' },
        limit: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    USAGE,
  );
  if (values.help === true) return 'help';
  if (values.transcripts === undefined) throw new UsageError(`--transcripts is missing\n\n${USAGE}`);
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1)) throw new UsageError('--limit must be a whole number from 1 on');
  return {
    transcripts: values.transcripts,
    terms: positionals,
    termsFile: values.terms,
    glossary: values.glossary,
    format: oneOf('format', values.format, ['text', 'json']),
    limit,
  };
}

/**
 * `--transcripts A B C --format json TERM`: several files may follow, since shells expand globs. They end at the next
 * option; terms come after one, or after `--`. Directly behind them only what is a file or a glob is one of them.
 */
function gatherGlobs(args: readonly string[]): readonly string[] {
  const gathered: string[] = [];
  let inGlobs = false;
  for (const [i, arg] of args.entries()) {
    if (arg.startsWith('-')) {
      inGlobs = arg === '--transcripts';
      gathered.push(arg);
      continue;
    }
    const follows = inGlobs && args[i - 1] !== '--transcripts';
    if (follows && looksLikePath(arg)) gathered.push('--transcripts');
    else if (follows) inGlobs = false;
    gathered.push(arg);
  }
  return gathered;
}

function looksLikePath(arg: string): boolean {
  return existsSync(arg) || (isDynamicPattern(arg) && /[/.]/.test(arg));
}
