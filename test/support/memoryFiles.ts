/** Files in memory for tests: the port of the server's files, with a record of what was read. */

import picomatch from 'picomatch';
import { MissingFile, type Files } from '../../server/src/files/files.ts';

export class MemoryFiles implements Files {
  readonly #files = new Map<string, { bytes: Uint8Array; modified: number }>();
  /** URIs that were read, in order. */
  readonly reads: string[] = [];
  #clock = 0;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [uri, content] of Object.entries(files)) this.write(uri, content);
  }

  write(uri: string, content: string | Uint8Array): void {
    this.#files.set(uri, { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, modified: ++this.#clock });
  }

  delete(uri: string): void {
    this.#files.delete(uri);
  }

  find(folder: string, globs: readonly string[], limit: number): ReturnType<Files['find']> {
    const isMatch = picomatch([...globs]);
    const found = [...this.#files]
      .filter(([uri]) => uri.startsWith(folder) && isMatch(uri.slice(folder.length)))
      .slice(0, limit)
      .map(([uri, { bytes, modified }]) => ({ uri, size: bytes.length, modified }));
    return Promise.resolve(found);
  }

  read(uri: string): Promise<Uint8Array> {
    this.reads.push(uri);
    const file = this.#files.get(uri);
    return file === undefined ? Promise.reject(new MissingFile()) : Promise.resolve(file.bytes);
  }
}
