/** A file system in memory, as extensions provide them to VS Code: no disk, no search, and changes that are told of. */

import * as vscode from 'vscode';

interface Folder {
  readonly type: vscode.FileType.Directory;
  readonly entries: Map<string, Entry>;
  readonly ctime: number;
  mtime: number;
}

interface File {
  readonly type: vscode.FileType.File;
  content: Uint8Array;
  readonly ctime: number;
  mtime: number;
}

type Entry = Folder | File;

export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  /** Every change gets a later time. */
  #time = Date.now();
  readonly #root: Folder = this.#newFolder();

  /** Begins with some files, by their paths. */
  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) {
      const names = namesOf(path);
      let folder = this.#root;
      for (const name of names.slice(0, -1)) {
        const next = folder.entries.get(name) ?? this.#newFolder();
        folder.entries.set(name, next);
        folder = next as Folder;
      }
      folder.entries.set(names.at(-1)!, this.#newFile(new TextEncoder().encode(text)));
    }
  }

  watch(): vscode.Disposable {
    // Every change is told, watched or not.
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const entry = this.#entry(uri);
    const { type, ctime, mtime } = entry;
    return { type, ctime, mtime, size: isFile(entry) ? entry.content.length : 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    return [...this.#folder(uri).entries].map(([name, { type }]) => [name, type]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const entry = this.#entry(uri);
    if (!isFile(entry)) throw vscode.FileSystemError.FileIsADirectory(uri);
    return entry.content.slice();
  }

  createDirectory(uri: vscode.Uri): void {
    const { folder, name } = this.#parent(uri);
    if (folder.entries.has(name)) throw vscode.FileSystemError.FileExists(uri);
    folder.entries.set(name, this.#newFolder());
    this.#tell(vscode.FileChangeType.Created, uri);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array, { create, overwrite }: { readonly create: boolean; readonly overwrite: boolean }): void {
    const { folder, name } = this.#parent(uri);
    const before = folder.entries.get(name);
    if (before === undefined && !create) throw vscode.FileSystemError.FileNotFound(uri);
    if (before !== undefined && !isFile(before)) throw vscode.FileSystemError.FileIsADirectory(uri);
    if (before !== undefined && create && !overwrite) throw vscode.FileSystemError.FileExists(uri);
    if (before === undefined) folder.entries.set(name, this.#newFile(content.slice()));
    else {
      before.content = content.slice();
      before.mtime = ++this.#time;
    }
    this.#tell(before === undefined ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri);
  }

  delete(uri: vscode.Uri): void {
    const { folder, name } = this.#parent(uri);
    if (!folder.entries.delete(name)) throw vscode.FileSystemError.FileNotFound(uri);
    this.#tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri, { overwrite }: { readonly overwrite: boolean }): void {
    const entry = this.#entry(from);
    const { folder, name } = this.#parent(to);
    if (folder.entries.has(name) && !overwrite) throw vscode.FileSystemError.FileExists(to);
    this.delete(from);
    folder.entries.set(name, entry);
    this.#tell(vscode.FileChangeType.Created, to);
  }

  #newFolder(): Folder {
    const time = ++this.#time;
    return { type: vscode.FileType.Directory, entries: new Map(), ctime: time, mtime: time };
  }

  #newFile(content: Uint8Array): File {
    const time = ++this.#time;
    return { type: vscode.FileType.File, content, ctime: time, mtime: time };
  }

  #entry(uri: vscode.Uri): Entry {
    let entry: Entry = this.#root;
    for (const name of namesOf(uri.path)) {
      const next: Entry | undefined = isFile(entry) ? undefined : entry.entries.get(name);
      if (next === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      entry = next;
    }
    return entry;
  }

  #folder(uri: vscode.Uri): Folder {
    const entry = this.#entry(uri);
    if (isFile(entry)) throw vscode.FileSystemError.FileNotADirectory(uri);
    return entry;
  }

  #parent(uri: vscode.Uri): { readonly folder: Folder; readonly name: string } {
    const name = namesOf(uri.path).at(-1);
    if (name === undefined) throw vscode.FileSystemError.NoPermissions(uri);
    return { folder: this.#folder(vscode.Uri.joinPath(uri, '..')), name };
  }

  #tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.#changes.fire([{ type, uri }]);
  }
}

function isFile(entry: Entry): entry is File {
  return entry.type === vscode.FileType.File;
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '');
}
