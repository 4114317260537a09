/** Keeps what can be made again on disk: one file a name, written whole or not at all. Losing it costs time only. */

import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** Reads and writes below a folder, or below the user's cache folder. Never rejects: a disk that is full or read-only means no cache. */
export const nodeCache = {
  async load(folder: string | undefined, name: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(path.join(folder ?? defaultFolder(), name));
    } catch {
      return undefined;
    }
  },

  async save(folder: string | undefined, name: string, bytes: Uint8Array): Promise<void> {
    const parent = folder ?? defaultFolder();
    // Two windows may write at once; each writes a file of its own, and the last to finish wins.
    const temporary = path.join(parent, `${name}.${crypto.randomUUID()}.tmp`);
    try {
      await mkdir(parent, { recursive: true });
      await writeFile(temporary, bytes, { mode: 0o600 });
      await rename(temporary, path.join(parent, name));
      await dropLeftBehind(parent, name);
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  },
};

/** Takes away what processes have left that were killed while they wrote; what is young may be another window's. */
async function dropLeftBehind(parent: string, name: string): Promise<void> {
  for (const one of await readdir(parent)) {
    if (!one.startsWith(`${name}.`) || !one.endsWith('.tmp')) continue;
    const file = path.join(parent, one);
    if (Date.now() - (await stat(file)).mtimeMs > YOUNG_MS) await rm(file, { force: true });
  }
}

const YOUNG_MS = 3_600_000;

function defaultFolder(): string {
  const { env, platform } = process;
  const parent =
    env['XDG_CACHE_HOME'] ??
    (platform === 'win32' ? env['LOCALAPPDATA'] : platform === 'darwin' ? path.join(homedir(), 'Library/Caches') : undefined) ??
    path.join(homedir(), '.cache');
  return path.join(parent, 'interview-answers');
}
