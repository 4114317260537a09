/** Finds and reads the files a command line names: paths, folders, globs and standard input. */

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';
import { UsageError } from './failures.ts';

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

/** The paths that arguments name, sorted within each glob and without repetition. A glob that finds nothing is a usage error. */
export async function findInputs(args: readonly string[]): Promise<readonly string[]> {
  const paths = new Set<string>();
  for (const arg of args) for (const found of await findInput(arg)) paths.add(found);
  return [...paths];
}

/** Reads one input. Accepts UTF-8, and UTF-16 with a byte order mark. */
export async function readInput(name: string, standardInputName: string): Promise<Input | Unreadable> {
  const shown = name === STANDARD_INPUT ? standardInputName : name;
  try {
    const bytes = name === STANDARD_INPUT ? await buffer(process.stdin) : await readFile(name);
    return { path: shown, text: decode(bytes) };
  } catch (error) {
    return { path: shown, reason: explain(error) };
  }
}

async function findInput(arg: string): Promise<readonly string[]> {
  if (arg === STANDARD_INPUT) return [arg];
  const kind = await stat(arg).catch(() => undefined);
  if (kind?.isDirectory()) return findByGlob(`${toSlashes(arg).replace(/\/+$/, '')}/**/*.{md,markdown}`);
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

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8 text';
  return message;
}

function toSlashes(name: string): string {
  return path.sep === '\\' ? name.replaceAll('\\', '/') : name;
}
