/** An extension for tests: a file system in memory, of a scheme that no disk has, which holds a copy of the test workspace. */

import * as vscode from 'vscode';
import { MemoryFileSystem } from './memoryFileSystem.ts';

/** The files by their paths; put in when this is bundled. */
declare const VIRTUAL_FILES: Readonly<Record<string, string>>;

export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const files = new MemoryFileSystem(VIRTUAL_FILES);
  subscriptions.push(vscode.workspace.registerFileSystemProvider('interviewfs', files, { isCaseSensitive: true }));
}
