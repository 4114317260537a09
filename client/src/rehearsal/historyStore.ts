/** Where the history of rehearsals is kept: one interface, and the store for every file system that VS Code can reach. */

import type { FileSystem, Uri } from 'vscode';
import { lineBehind } from '../../../server/src/files/jsonLines.ts';
import { t } from '../../../server/src/core/locale/locale.ts';

/** JSON Lines that are only appended to, but on request. What fails rejects with a message for the user, and changes nothing. */
export interface HistoryStore {
  /** The whole text; empty where there is none yet. */
  read(): Promise<string>;
  /** Resolves when the record (JSON without a line feed) is stored. */
  append(record: string): Promise<void>;
  /** Replaces the whole text by what becomes of it; nobody else writes meanwhile. */
  rewrite(change: (text: string) => Promise<string>): Promise<void>;
}

/** What a store needs of `vscode.workspace.fs`. */
export type Files = Pick<FileSystem, 'readFile' | 'writeFile' | 'createDirectory'>;

/**
 * In a virtual file system, which can neither append nor lock: everything is read anew before every write, and within this
 * window one write follows the other.
 */
export class VirtualHistoryStore implements HistoryStore {
  readonly #files: Files;
  readonly #folder: Uri;
  readonly #file: Uri;
  #last: Promise<unknown> = Promise.resolve();

  /** `folder` is the one that `file` lies in. */
  constructor(files: Files, folder: Uri, file: Uri) {
    this.#files = files;
    this.#folder = folder;
    this.#file = file;
  }

  async read(): Promise<string> {
    return decode(await this.#read());
  }

  append(record: string): Promise<void> {
    return this.#afterOthers(async () => {
      // Bytes, so that a character that a crash has torn stays as it is.
      const before = await this.#read();
      const line = new TextEncoder().encode(lineBehind(decode(before.subarray(-1)), record));
      const after = new Uint8Array(before.length + line.length);
      after.set(before);
      after.set(line, before.length);
      await this.#write(after);
    });
  }

  rewrite(change: (text: string) => Promise<string>): Promise<void> {
    return this.#afterOthers(async () => {
      const before = decode(await this.#read());
      const after = await change(before);
      if (after !== before) await this.#write(new TextEncoder().encode(after));
    });
  }

  async #read(): Promise<Uint8Array> {
    try {
      return await this.#files.readFile(this.#file);
    } catch (error) {
      // Anything else must not look like an empty history, which would be written over.
      if (isNotFound(error)) return new Uint8Array();
      throw new Error(t("can't read the history {0}: {1}", this.#file.toString(), messageOf(error)), { cause: error });
    }
  }

  async #write(bytes: Uint8Array): Promise<void> {
    try {
      await this.#files.createDirectory(this.#folder);
      await this.#files.writeFile(this.#file, bytes);
    } catch (error) {
      throw new Error(t("can't write the history {0}: {1}", this.#file.toString(), messageOf(error)), { cause: error });
    }
  }

  #afterOthers(write: () => Promise<void>): Promise<void> {
    const written = this.#last.then(write);
    this.#last = written.catch(() => undefined);
    return written;
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** As file systems of VS Code say it: by the code of a `FileSystemError`, or by the name under which it has crossed a process. */
export function isNotFound(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  return code === 'FileNotFound' || (typeof name === 'string' && /\b(?:FileNotFound|EntryNotFound)\b/.test(name));
}

/** What went wrong, for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
