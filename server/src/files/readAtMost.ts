/** Reads a whole file or stream, but none that is endless: a device and a pipe have no size that could be asked for. */

import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { phrase } from '../core/locale/locale.ts';

/** The bytes of a file or stream. Throws where there are more than this, with a reason to say. */
export async function readAtMost(
  source: string | Readable,
  most = MOST_BYTES,
  tooLarge: string = phrase('it is too large'),
): Promise<Buffer> {
  if (typeof source !== 'string') return gathered(source, most, tooLarge);
  const handle = await open(source);
  try {
    const info = await handle.stat();
    if (info.size > most) throw new Error(tooLarge);
    // What has a size may be read at once.
    if (info.isFile() && info.size > 0) return await handle.readFile();
    return await gathered(handle.createReadStream({ autoClose: false }), most, tooLarge);
  } finally {
    await handle.close();
  }
}

/** More than any text has that somebody says, hears or writes down, and little enough to be held in memory. */
const MOST_BYTES = 256 * 1024 * 1024;

async function gathered(stream: AsyncIterable<unknown>, most: number, tooLarge: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    const bytes = piece as Buffer;
    length += bytes.length;
    if (length > most) throw new Error(tooLarge);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces, length);
}
