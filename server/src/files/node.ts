/** Files of the machine the server runs on, by `file:` URIs. */

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { Files, FoundFile } from './files.ts';
import { phrase } from '../core/locale/locale.ts';

export const nodeFiles: Files = {
  async find(folder, globs, limit) {
    const cwd = fileURLToPath(folder);
    const names = await glob([...globs].map(anyFolder), {
      cwd,
      ignore: ['**/node_modules/**', '**/.git/**'],
      expandDirectories: false,
      followSymbolicLinks: false,
      caseSensitiveMatch: false,
      dot: false,
    });
    const found: FoundFile[] = [];
    for (const name of names.sort().slice(0, limit)) {
      const file = path.join(cwd, name);
      try {
        const { size, mtimeMs, isFile } = await stat(file).then((info) => ({ ...info, isFile: info.isFile() }));
        if (isFile) found.push({ uri: pathToFileURL(file).href, size, modified: mtimeMs });
      } catch {
        // Gone since it was listed.
      }
    }
    return found;
  },

  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri));
    } catch (error) {
      throw new Error(explainFileError(error), { cause: error });
    }
  },
};

/** What a failed access to a file means, as the end of a sentence; to be translated. */
export function explainFileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return phrase('it does not exist');
  if (code === 'EACCES' || code === 'EPERM') return phrase('permission denied');
  if (code === 'EISDIR') return phrase('it is a folder');
  if (code === 'ELOOP') return phrase('its symbolic links go in a circle');
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return phrase('it is not UTF-8 text');
  return message;
}

/** A glob without a slash matches names in any folder, as in the settings of editors. */
function anyFolder(glob: string): string {
  return glob.includes('/') ? glob : `**/${glob}`;
}
