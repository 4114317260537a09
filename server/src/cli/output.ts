/** Where a report goes: standard output, or a file that is replaced when the report is complete. */

import { WholeFile } from './wholeFile.ts';

export interface Output {
  readonly write: (text: string) => Promise<void>;
  /** The report is complete. */
  readonly end: () => Promise<void>;
  /** It will not be. */
  readonly giveUp: () => Promise<void>;
}

/** Standard output. What is of no use in parts is held back until it is complete, outside of the heap. */
export function standardOutput(isByLine: boolean): Output {
  let held: Buffer[] = [];
  return {
    write: async (text) => {
      if (isByLine) await print(text);
      else held.push(Buffer.from(text));
    },
    end: async () => {
      for (const piece of held) await print(piece);
      held = [];
    },
    giveUp: () => Promise.resolve(),
  };
}

/** A file: what it was until the report is complete, and nothing of the report is held in memory. */
export async function fileOutput(name: string): Promise<Output> {
  const file = await WholeFile.begin(name);
  return {
    write: (text) => file.write(text),
    end: async () => {
      await file.end();
    },
    giveUp: () => file.giveUp(),
  };
}

/** Waits for a slow reader, rather than keeping for it what it hasn't read. */
async function print(text: string | Uint8Array): Promise<void> {
  if (text.length > 0 && !process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
