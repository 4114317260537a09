/** Finds and reads the files a command line names: paths, folders, globs and standard input. */

import { lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { decodeKeepingMark } from '../files/decode.ts';
import { explainFileError } from '../files/node.ts';
import { readAtMost } from '../files/readAtMost.ts';
import { UsageError } from './failures.ts';
import { withoutTail } from '../core/text/tail.ts';

export interface Input {
  /** As the user wrote it or as the glob found it, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** An input that could not be read. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export const STANDARD_INPUT = '-';

/** The paths that arguments name, sorted within each glob; each file once, as it was named first. A glob that finds nothing is a usage error. */
export function findInputs(args: readonly string[]): Promise<readonly string[]> {
  return findAll(args, '**/*.{md,markdown}');
}

/** The files that may be transcripts which paths, folders and globs name; like findInputs. */
export function findTranscripts(args: readonly string[]): Promise<readonly string[]> {
  return findAll(args, '**/*.{md,markdown,txt,vtt,srt,json}');
}

/**
 * The text of a file that an option names, or of standard input; `what` is its name in the message. Throws UsageError for one
 * that can't be read.
 */
export async function readNamed(
  source: string | NodeJS.ReadStream,
  what: string,
  decode: (bytes: Buffer) => string = (bytes) => bytes.toString(),
): Promise<string> {
  try {
    return decode(await readAtMost(source));
  } catch (error) {
    throw new UsageError(`can't read ${what}: ${explainFileError(error)}`);
  }
}

/** Reads one input. Accepts UTF-8, and UTF-16 with a byte order mark. */
export async function readInput(name: string, standardInputName: string): Promise<Input | Unreadable> {
  const shown = name === STANDARD_INPUT ? standardInputName : name;
  try {
    const bytes = await readAtMost(name === STANDARD_INPUT ? process.stdin : name);
    return { path: shown, text: decodeKeepingMark(bytes) };
  } catch (error) {
    return { path: shown, reason: explainFileError(error) };
  }
}

/** The path below a folder, with `/`. */
export function relative(folder: string, file: string): string {
  return path.relative(folder, path.resolve(file)).split(path.sep).join('/');
}

async function findAll(args: readonly string[], inFolder: string): Promise<readonly string[]> {
  const byPlace = new Map<string, string>();
  for (const arg of args) {
    for (const found of await findInput(arg, inFolder)) {
      const place = found === STANDARD_INPUT ? found : path.resolve(found);
      if (!byPlace.has(place)) byPlace.set(place, found);
    }
  }
  return [...byPlace.values()];
}

async function findInput(arg: string, inFolder: string): Promise<readonly string[]> {
  if (arg === STANDARD_INPUT) return [arg];
  // A link that leads nowhere or in a circle is a file that can't be read.
  const kind = await stat(arg).catch(() => lstat(arg).catch(() => undefined));
  if (kind?.isDirectory()) return findByGlob(`${withoutTail(toSlashes(arg), /\//)}/${inFolder}`);
  if (kind !== undefined) return [toSlashes(arg)];
  if (!isDynamicPattern(arg)) throw new UsageError(`there is no file ${JSON.stringify(arg)}`);
  const found = await findByGlob(toSlashes(arg));
  if (found.length === 0) throw new UsageError(`no file matches ${JSON.stringify(arg)}`);
  return found;
}

async function findByGlob(pattern: string): Promise<readonly string[]> {
  const found = await glob(pattern, { ignore: ['**/node_modules/**', '**/.git/**'], expandDirectories: false, followSymbolicLinks: false });
  return found.sort();
}

function toSlashes(name: string): string {
  return path.sep === '\\' ? name.replaceAll('\\', '/') : name;
}
