/** `check --fix`: writes the safe fixes into files, or shows what it would write. */

import { chmod, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { changedLines, type FixedAll } from '../core/suppressions/fixAll.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { decodeKeepingMark } from '../files/decode.ts';
import { explainFileError } from '../files/node.ts';
import type { CheckedFile } from './checkedFile.ts';
import { printable } from './terminal.ts';

/**
 * Puts a new text in place of the one that was read, in the same encoding. A crash leaves the old file or the new one.
 * Answers why it could not, as the end of a sentence: a file that has changed meanwhile is left alone.
 */
export async function replaceFile(name: string, before: string, after: string): Promise<string | undefined> {
  try {
    // A link stays a link.
    const file = await realpath(name);
    const bytes = await readFile(file);
    if (decodeKeepingMark(bytes) !== before) return 'it has changed meanwhile';
    const encode = ENCODERS.find((candidate) => bytes.equals(candidate(before)));
    if (encode === undefined) return 'it is not encoded well, and would not be the same';
    const { mode } = await stat(file);
    const temporary = `${file}.${process.pid}.tmp`;
    const handle = await open(temporary, 'wx', mode);
    try {
      try {
        await handle.writeFile(encode(after));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await chmod(temporary, mode);
      if (!bytes.equals(await readFile(file))) {
        await unlink(temporary);
        return 'it has changed meanwhile';
      }
      await rename(temporary, file);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    return undefined;
  } catch (error) {
    return explainFileError(error);
  }
}

/** What the fixes change, as a diff without context. */
export function formatDiff({ path, analysis }: CheckedFile, { text }: FixedAll): string {
  const before = analysis.file.text;
  const lines = new LineIndex(before);
  const hunks = changedLines(before, text).map(({ span, newText }) => {
    const marked = (written: string, sign: string): readonly string[] =>
      written === ''
        ? []
        : written
            .replace(/(?:\r\n|\n|\r)$/, '')
            .split(/\r\n|\n|\r/)
            .map((line) => `${sign}${printable(line)}`);
    return [
      `@@ line ${lines.positionAt(span.start).line + 1} @@`,
      ...marked(before.slice(span.start, span.end), '-'),
      ...marked(newText, '+'),
    ];
  });
  return `${[`--- ${printable(path)}`, `+++ ${printable(path)}`, ...hunks.flat()].join('\n')}\n`;
}

const ENCODERS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le').swap16(),
];
