/** Reads a whole file or stream, but none that is endless: a device and a pipe have no size that could be asked for. */

import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** The bytes of a file or stream. Throws where there are more than this. */
export async function readAtMost(source: string | Readable, most = MOST_BYTES): Promise<Buffer> {
  if (typeof source !== 'string') return gathered(source, most);
  const handle = await open(source);
  try {
    const info = await handle.stat();
    if (info.size > most) throw new Error(TOO_LARGE);
    // What has a size may be read at once.
    return info.isFile() && info.size > 0 ? await handle.readFile() : await gathered(handle.createReadStream({ autoClose: false }), most);
  } finally {
    await handle.close();
  }
}

/** More than any text has that somebody says, hears or writes down, and little enough to be held in memory. */
const MOST_BYTES = 256 * 1024 * 1024;
const TOO_LARGE = 'it is too large';

async function gathered(stream: AsyncIterable<unknown>, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    const bytes = piece as Buffer;
    length += bytes.length;
    if (length > most) throw new Error(TOO_LARGE);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces, length);
}
