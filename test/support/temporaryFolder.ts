/** A folder for files that tests write. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export interface TemporaryFolder {
  readonly path: string;
  /** The path of a file in it. */
  at(name: string): string;
  /** With the folders that lead there. */
  write(name: string, contents: string | Uint8Array): void;
  read(name: string): string;
}

/** Another empty folder for each test that follows, gone when the test is over. */
export function temporaryFolder(name: string): TemporaryFolder {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), `interview-answers-${name}-`));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const at = (file: string): string => path.join(folder, file);
  return {
    get path() {
      return folder;
    },
    at,
    write(file, contents) {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), contents);
    },
    read: (file) => readFileSync(at(file), 'utf8'),
  };
}
