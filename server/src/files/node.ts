/** Files of the machine the server runs on, by `file:` URIs. */

import type { Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import { isQuick, staysInside } from '../core/text/globs.ts';
import { MissingFile, type Files, type FoundFile } from './files.ts';
import { readAtMost } from './readAtMost.ts';
import { phrase } from '../core/locale/locale.ts';

export const nodeFiles: Files = {
  async find(folder, globs, limit) {
    const cwd = fileURLToPath(folder);
    const root = await realpath(cwd).catch(() => cwd);
    const names = await glob(
      globs.filter((one) => staysInside(one) && isQuick(one)).map((one) => anyFolder(withoutEmptyParts(one))),
      {
        cwd,
        ignore: ['**/node_modules/**', '**/.git/**'],
        expandDirectories: false,
        followSymbolicLinks: false,
        caseSensitiveMatch: false,
        dot: false,
      },
    );
    const found: FoundFile[] = [];
    // A glob may go through a link to a folder; that is looked up once for each folder, since there may be many files.
    const folders = new Map<string, Promise<boolean>>();
    const isInside = (parent: string): Promise<boolean> => {
      const known = folders.get(parent) ?? realpath(parent).then((real) => isWithin(root, real));
      folders.set(parent, known);
      return known;
    };
    for (const name of names.sort().slice(0, limit)) {
      const file = path.join(cwd, name);
      try {
        const info = await lstat(file);
        if (info.isFile() && (await isInside(path.dirname(file))))
          found.push({ uri: pathToFileURL(file).href, size: info.size, modified: info.mtimeMs });
      } catch {
        // Gone since it was listed.
      }
    }
    return found;
  },

  async read(uri, folder) {
    try {
      const file = await realpath(fileURLToPath(uri));
      if (!isWithin(await realpath(fileURLToPath(folder)), file)) throw new Error(phrase('it is outside its folder'));
      await regularFile(file);
      return await readAtMost(file);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '') && !(await isLink(uri))) throw new MissingFile();
      throw new Error(explainFileError(error), { cause: error });
    }
  },
};

/** Whether a path is a folder or below it; both are absolute, without links and dots. */
function isWithin(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/** What is known of a file. Throws for what is none: from a pipe or a device one could read for ever. */
export async function regularFile(file: string): Promise<Stats> {
  const info = await stat(file);
  if (info.isDirectory()) throw new Error(phrase('it is a folder'));
  if (!info.isFile()) throw new Error(phrase('it is not a regular file'));
  return info;
}

/** What a failed access to a file means, as the end of a sentence; to be translated. */
export function explainFileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return phrase('it does not exist');
  if (code === 'EACCES' || code === 'EPERM') return phrase('permission denied');
  if (code === 'ENOSPC' || code === 'EDQUOT') return phrase('the disk is full (no space left)');
  if (code === 'EROFS') return phrase('the disk is read-only');
  if (code === 'EISDIR') return phrase('it is a folder');
  if (code === 'ELOOP') return phrase('its symbolic links go in a circle');
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return phrase('it is not UTF-8 text');
  return message;
}

/** Whether there is a symbolic link, wherever it leads. */
async function isLink(uri: string): Promise<boolean> {
  return lstat(fileURLToPath(uri)).then(
    (info) => info.isSymbolicLink(),
    () => false,
  );
}

/** The library that finds files throws for names of no length. */
function withoutEmptyParts(glob: string): string {
  return glob.replace(/\/{2,}/g, '/').replace(/\/$/, '');
}

/** A glob without a slash matches names in any folder, as in the settings of editors. */
function anyFolder(glob: string): string {
  return glob.includes('/') ? glob : `**/${glob}`;
}
