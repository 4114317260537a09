/** Writes files so that whatever happens, the old file is there or the new one: beside it first, then in its place. */

import { randomUUID } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';

/** Puts these contents in place of a file's, or makes the file. */
export async function writeWhole(name: string, contents: string | Uint8Array): Promise<void> {
  const file = await WholeFile.begin(name);
  await file.write(contents);
  await file.end();
}

/** A file that is written bit by bit, and seen by others only when it is complete. After an error from any method it is given up. */
export class WholeFile {
  readonly #file: string;
  /** Undefined for what is no regular file, such as a pipe, which can't be replaced. */
  readonly #temporary: string | undefined;
  readonly #handle: FileHandle;

  private constructor(file: string, temporary: string | undefined, handle: FileHandle) {
    this.#file = file;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  static async begin(name: string): Promise<WholeFile> {
    // A link stays a link.
    const file = await realpath(name).catch(() => name);
    const there = await stat(file).catch(() => undefined);
    if (there !== undefined && !there.isFile()) return new WholeFile(file, undefined, await open(file, 'w'));
    // In a container every process may have the same number, and a killed one may have left its file.
    const temporary = `${file}.${randomUUID()}.tmp`;
    const handle = await open(temporary, 'wx', there?.mode ?? 0o666);
    unfinished.add(temporary);
    try {
      // What the mask of the process has taken off.
      if (there !== undefined) await handle.chmod(there.mode);
    } catch (error) {
      await handle.close();
      await drop(temporary);
      throw error;
    }
    return new WholeFile(file, temporary, handle);
  }

  async write(contents: string | Uint8Array): Promise<void> {
    await this.#orDrop(() => this.#handle.writeFile(contents));
  }

  /** Puts the file in its place, unless `isStillWanted` says that it came to nothing; whether it did. */
  async end(isStillWanted: () => Promise<boolean> = () => Promise.resolve(true)): Promise<boolean> {
    return this.#orDrop(async () => {
      if (this.#temporary !== undefined) await this.#handle.sync();
      await this.#handle.close();
      if (this.#temporary === undefined) return true;
      if (!(await isStillWanted())) {
        await drop(this.#temporary);
        return false;
      }
      await rename(this.#temporary, this.#file);
      unfinished.delete(this.#temporary);
      return true;
    });
  }

  /** Leaves everything as it was. */
  async giveUp(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    if (this.#temporary !== undefined) await drop(this.#temporary);
  }

  async #orDrop<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.giveUp();
      throw error;
    }
  }
}

/** Takes away at once what has been begun, because the process ends. */
export function dropUnfinished(): void {
  for (const temporary of unfinished) {
    try {
      unlinkSync(temporary);
    } catch {
      // It is gone, or can't be had.
    }
  }
  unfinished.clear();
}

const unfinished = new Set<string>();

async function drop(temporary: string): Promise<void> {
  await unlink(temporary).catch(() => undefined);
  unfinished.delete(temporary);
}
