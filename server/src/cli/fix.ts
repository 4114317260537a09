/** `check --fix`: writes the safe fixes into files, or shows what it would write. */

import { readFile, realpath } from 'node:fs/promises';
import { changedLines } from '../core/suppressions/fixAll.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { decodeKeepingMark } from '../files/decode.ts';
import { explainFileError } from '../files/node.ts';
import { printable } from './terminal.ts';
import { WholeFile } from './wholeFile.ts';

/**
 * Puts a new text in place of the one that was read, in the same encoding. A crash leaves the old file or the new one.
 * Answers why it could not, as the end of a sentence: a file that has changed meanwhile is left alone.
 */
export async function replaceFile(name: string, before: string, after: string): Promise<string | undefined> {
  try {
    const file = await realpath(name);
    const bytes = await readFile(file);
    if (decodeKeepingMark(bytes) !== before) return 'it has changed meanwhile';
    const encode = ENCODERS.find((candidate) => bytes.equals(candidate(before)));
    if (encode === undefined) return 'it is not encoded well, and would not be the same';
    const whole = await WholeFile.begin(file);
    await whole.write(encode(after));
    const isDone = await whole.end(async () => bytes.equals(await readFile(file)));
    return isDone ? undefined : 'it has changed meanwhile';
  } catch (error) {
    return explainFileError(error);
  }
}

/** What the fixes of a file change, as a diff without context. */
export function formatDiff(path: string, before: string, after: string): string {
  const lines = new LineIndex(before);
  const hunks = changedLines(before, after).map(({ span, newText }) => {
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
