/** Finds and reads files for the server, which may run where the workspace isn't. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FIND_FILES_METHOD,
  READ_FILE_METHOD,
  type FileEntry,
  type FindFilesParams,
  type ReadFileParams,
} from '../../server/src/protocol/transcripts.ts';
import { phrase } from '../../server/src/core/locale/locale.ts';

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
  const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.git}/**', limit);
  // Not every file system can be searched; all can be listed.
  const uris = found.length > 0 ? found : await list(folder, limit);
  return Promise.all(uris.map(describe));
}

async function describe(uri: vscode.Uri): Promise<FileEntry> {
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    return { uri: uri.toString(), size, modified: mtime };
  } catch {
    return { uri: uri.toString() };
  }
}

async function list(folder: vscode.Uri, limit: number): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const open = [folder];
  for (let next = open.shift(); next !== undefined && files.length < limit; next = open.shift()) {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(next)) {
      const uri = vscode.Uri.joinPath(next, name);
      if (type === vscode.FileType.File) files.push(uri);
      // Links are not followed: they could lead out of the workspace, or in a circle.
      else if (type === vscode.FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) open.push(uri);
    }
  }
  return files;
}

async function read(uri: vscode.Uri): Promise<string> {
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) throw new Error(phrase('it is outside the workspace'));
  return toBase64(await vscode.workspace.fs.readFile(uri));
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(parts.join(''));
}

/** Arguments of one call are limited. */
const CHUNK = 0x2000;
