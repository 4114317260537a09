/** An extension for tests: a file system in memory, of schemes that no disk has, which holds a copy of the test workspace. */

import * as vscode from 'vscode';
import { MemoryFileSystem } from './memoryFileSystem.ts';

/** The files by their paths; put in when this is bundled. */
declare const VIRTUAL_FILES: Readonly<Record<string, string>>;

export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const files = new MemoryFileSystem(VIRTUAL_FILES);
  for (const scheme of SCHEMES) subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }));
}

/** One that nobody else has, and the one of remote repositories: among virtual folders, VS Code asks for trust in that alone. */
const SCHEMES = ['interviewfs', 'vscode-vfs'];
