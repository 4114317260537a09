/** Finds and reads files for the server, which may run where the workspace isn't. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isNotFound } from './rehearsal/historyStore.ts';
import {
  FIND_FILES_METHOD,
  READ_FILE_METHOD,
  type FileEntry,
  type FindFilesParams,
  type ReadFileParams,
} from '../../server/src/protocol/transcripts.ts';

/** Answers the server's requests for files; they can't leave the workspace. */
export function offerFiles(client: BaseLanguageClient): readonly vscode.Disposable[] {
  return [
    client.onRequest(FIND_FILES_METHOD, ({ folder, globs, limit }: FindFilesParams) => find(vscode.Uri.parse(folder, true), globs, limit)),
    client.onRequest(READ_FILE_METHOD, ({ uri }: ReadFileParams) => read(vscode.Uri.parse(uri, true))),
  ];
}

/** Where the server may keep what can be made again; nowhere without a disk. */
export function cacheFolderOf({ globalStorageUri }: vscode.ExtensionContext): { readonly cacheFolder?: string } {
  return globalStorageUri.scheme === 'file' ? { cacheFolder: globalStorageUri.fsPath } : {};
}

async function find(folder: vscode.Uri, globs: readonly string[], limit: number): Promise<readonly FileEntry[]> {
  if (vscode.workspace.getWorkspaceFolder(folder) === undefined) return [];
  const pattern = new vscode.RelativePattern(folder, globs.length === 1 ? globs[0]! : `{${globs.join(',')}}`);
  const uris = SEARCHED_SCHEMES.has(folder.scheme) ? await search(pattern, limit) : await searchOrList(folder, pattern, limit);
  return Promise.all(uris.map(describe));
}

/** VS Code's own search. */
function search(pattern: vscode.RelativePattern, limit: number, token?: vscode.CancellationToken): Thenable<readonly vscode.Uri[]> {
  return vscode.workspace.findFiles(pattern, '**/{node_modules,.git}/**', limit, token);
}

/**
 * Where the file system is an extension's: VS Code searches it only if the extension can, and waits forever otherwise. All can
 * be listed, so the first of both that has found something is believed, and the other is called off.
 */
async function searchOrList(folder: vscode.Uri, pattern: vscode.RelativePattern, limit: number): Promise<readonly vscode.Uri[]> {
  const cancellation = new vscode.CancellationTokenSource();
  const { token } = cancellation;
  try {
    const listing = list(folder, limit, token);
    const searching = Promise.resolve(search(pattern, limit, token)).then((found) => (found.length > 0 ? found : listing));
    // The one that loses may fail; nobody waits for it any more.
    searching.catch(() => undefined);
    return await Promise.race([listing, searching]);
  } finally {
    cancellation.cancel();
    cancellation.dispose();
  }
}

async function describe(uri: vscode.Uri): Promise<FileEntry> {
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    return { uri: uri.toString(), size, modified: mtime };
  } catch {
    return { uri: uri.toString() };
  }
}

async function list(folder: vscode.Uri, limit: number, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const open = [folder];
  for (let next = open.shift(); next !== undefined && files.length < limit && !token.isCancellationRequested; next = open.shift()) {
    for (const [name, type] of await entries(next, next === folder)) {
      const uri = vscode.Uri.joinPath(next, name);
      if (type === vscode.FileType.File) files.push(uri);
      // Links are not followed: they could lead out of the workspace, or in a circle.
      else if (type === vscode.FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) open.push(uri);
    }
  }
  return files;
}

/** What is in a folder; nothing where that can't be seen, unless it is the one that was asked for. */
async function entries(folder: vscode.Uri, isAskedFor: boolean): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isAskedFor) throw error;
    return [];
  }
}

async function read(uri: vscode.Uri): Promise<string | null> {
  // What lies elsewhere is not there for the server: documents may be open from anywhere.
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return null;
  try {
    return toBase64(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(parts.join(''));
}

/** Arguments of one call are limited. */
const CHUNK = 0x2000;

/** File systems that VS Code itself searches. */
const SEARCHED_SCHEMES: ReadonlySet<string> = new Set(['file', 'vscode-remote']);
