/** The history's file: found where the system keeps such data, read whole, and written by one process at a time. */

import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lineBehind } from './jsonLines.ts';
import { readAtMost } from './readAtMost.ts';
import { t } from '../core/locale/locale.ts';

/** The history could not be read or written; the message is for the user. */
export class HistoryFileError extends Error {}

/**
 * Whether the history's file, or the folder it is in, may be a symbolic link. The user may have put their own elsewhere; in a workspace,
 * a link comes from whoever made the workspace, and could have us write into any file of the user.
 */
export type Links = 'followed' | 'refused';

/** What decides where the history is kept. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** Where the history is kept unless somebody says otherwise: the user's data folder by the customs of the system. */
export function defaultHistoryPath({ env, platform, home }: Surroundings): string {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const usual =
    platform === 'win32'
      ? (env['APPDATA'] ?? paths.join(home, 'AppData', 'Roaming'))
      : platform === 'darwin'
        ? paths.join(home, 'Library', 'Application Support')
        : paths.join(home, '.local', 'share');
  // The XDG specification has relative paths ignored.
  const stated = env['XDG_DATA_HOME'];
  const folder = platform !== 'win32' && stated !== undefined && paths.isAbsolute(stated) ? stated : usual;
  return paths.join(folder, 'interview-answers', 'history.jsonl');
}

/** The text of a history; empty where there is none yet. Throws HistoryFileError. */
export async function readHistoryFile(file: string, links: Links = 'followed'): Promise<string> {
  if (links === 'refused') await refuseLinks(file, 'read');
  try {
    return (await readAtMost(file)).toString();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw new HistoryFileError(t("can't read the history {0}: {1}", JSON.stringify(file), messageOf(error)));
  }
}

/**
 * Appends a record (JSON without a line feed), and returns when it is on the disk. What can't be written in full, such as on a disk
 * that is full, is taken back. Throws HistoryFileError.
 */
export async function appendToHistory(file: string, record: string, links: Links = 'followed'): Promise<void> {
  await locked(file, links, async () => {
    const handle = await open(file, links === 'refused' ? APPEND | constants.O_NOFOLLOW : APPEND, PRIVATE);
    try {
      const { size } = await handle.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await handle.read(last, 0, 1, size - 1);
      try {
        await handle.appendFile(lineBehind(size === 0 ? '' : last.toString('latin1'), record));
        await handle.sync();
      } catch (error) {
        await handle.truncate(size).catch(() => undefined);
        throw error;
      }
    } finally {
      await handle.close();
    }
  });
}

/** Changes the whole history, such as for deleting runs. A crash leaves the old one or the new one. Throws HistoryFileError. */
export async function rewriteHistory(
  file: string,
  change: (text: string) => string | Promise<string>,
  links: Links = 'followed',
): Promise<void> {
  await locked(file, links, async () => {
    const before = await readHistoryFile(file, links);
    const after = await change(before);
    // A link stays a link.
    const target = links === 'refused' ? file : await realpath(file).catch(() => file);
    await dropLeftBehind(target);
    if (after === before) return;
    // A name that nobody can have put there before.
    const temporary = `${target}.${randomUUID()}.tmp`;
    try {
      await writeNew(temporary, after, true);
      await rename(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
  });
}

/** Takes away what processes have left that were killed while they rewrote the file. We have the lock: no living one is at it. */
async function dropLeftBehind(file: string): Promise<void> {
  const folder = path.dirname(file);
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${path.basename(file)}.`) && name.endsWith('.tmp'));
  for (const name of left) await unlink(path.join(folder, name)).catch(() => undefined);
}

/** Makes a file that mustn't be there yet, in full or not at all. */
async function writeNew(file: string, content: string, isSynced: boolean): Promise<void> {
  // Outside of the rest: what is there already is somebody else's.
  const handle = await open(file, 'wx', PRIVATE);
  try {
    try {
      await handle.writeFile(content);
      if (isSynced) await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await unlink(file).catch(() => undefined);
    throw error;
  }
}

/** What somebody said in their rehearsals is nobody else's business. */
const PRIVATE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** As `a+` does. Windows, where making links needs a right of its own, has no `O_NOFOLLOW`; that counts as zero. */
const APPEND = constants.O_APPEND | constants.O_CREAT | constants.O_RDWR;

/** A lock is held for milliseconds; one so old was left behind, whoever holds it. */
const STALE_MS = 30_000;
/** By the clock on the wall a lock seems old also when that clock is set forward; so it must have been seen for a while, too. */
const WATCHED_MS = 3_000;
const PATIENCE_MS = 5_000;
const RETRY_MS = 20;

/** Runs something while no other process writes to the file. */
async function locked(file: string, links: Links, write: () => Promise<void>): Promise<void> {
  const lock = `${file}.lock`;
  if (links === 'refused') await refuseLinks(file, 'write');
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
    const owner = JSON.stringify({ pid: process.pid, host: os.hostname(), token: randomUUID() });
    await take(lock, owner);
    try {
      await write();
    } finally {
      if ((await contentOf(lock)) === owner) await unlink(lock);
    }
  } catch (error) {
    if (error instanceof HistoryFileError) throw error;
    throw new HistoryFileError(t("can't write the history {0}: {1}", JSON.stringify(file), messageOf(error)));
  }
}

async function refuseLinks(file: string, what: 'read' | 'write'): Promise<void> {
  for (const one of [path.dirname(file), file, `${file}.lock`]) {
    const info = await lstat(one).catch(() => undefined);
    if (info?.isSymbolicLink() === true)
      throw new HistoryFileError(
        what === 'read'
          ? t("can't read the history {0}: a symbolic link leads out of the workspace, which is not allowed", JSON.stringify(file))
          : t("can't write the history {0}: a symbolic link leads out of the workspace, which is not allowed", JSON.stringify(file)),
      );
  }
}

async function take(lock: string, owner: string): Promise<void> {
  const begin = performance.now();
  let seen: { readonly content: string; readonly since: number } | undefined;
  for (;;) {
    if (await create(lock, owner)) return;
    const content = await contentOf(lock);
    const now = performance.now();
    if (content === undefined) seen = undefined;
    else if (seen?.content !== content) seen = { content, since: now };
    const isOld = seen !== undefined && now - seen.since >= WATCHED_MS && (await isStale(lock));
    if (content !== undefined && (isOld || isLeftBehind(content))) await breakOpen(lock, content);
    else if (now - begin > PATIENCE_MS)
      throw new HistoryFileError(t('another program is writing the history; if none is, delete {0}', JSON.stringify(lock)));
    else await wait(RETRY_MS);
  }
}

/** Creates the lock with its content at once, so that nobody sees it half written. */
async function create(lock: string, owner: string): Promise<boolean> {
  const own = `${lock}.${randomUUID()}`;
  await writeNew(own, owner, false);
  try {
    await link(own, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // File systems without links get the simpler way.
    return await createWithoutLink(lock, owner);
  } finally {
    await unlink(own);
  }
}

async function createWithoutLink(lock: string, owner: string): Promise<boolean> {
  try {
    await writeNew(lock, owner, false);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a stale lock away. Of several processes that try, one succeeds; a new lock taken by mistake is put back. */
async function breakOpen(lock: string, content: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await contentOf(aside)) !== content) await link(aside, lock).catch(() => undefined);
  await unlink(aside);
}

async function isStale(lock: string): Promise<boolean> {
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  return age > STALE_MS;
}

/** Whether the process that holds the lock runs on this machine no more. */
function isLeftBehind(content: string): boolean {
  try {
    const { pid, host } = JSON.parse(content) as { pid?: unknown; host?: unknown };
    if (host !== os.hostname() || typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

async function contentOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
