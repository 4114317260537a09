/** Where transcripts are looked for: in the folders of the workspace, in those below with settings of their own, and where front matter says. */

import { staysInside } from '../core/text/globs.ts';

/** A folder that is looked through: for what its settings list, or for what the front matter of a file in it names. */
export interface Place {
  /** With a trailing slash. */
  readonly uri: string;
  readonly named?: readonly string[];
}

export class Places {
  /** URIs of the workspace folders, each with a trailing slash. */
  folders: readonly string[] = [];
  /** Folders below them with settings of their own. */
  #nested: readonly string[] = [];
  /** Globs of the front matter of answers files, by their URI. */
  readonly #named = new Map<string, readonly string[]>();

  /** Takes note of folders with settings of their own; whether that is news. */
  setNested(folders: readonly string[]): boolean {
    const nested = folders.filter((uri) => !this.folders.includes(uri));
    const isNew = nested.join('\n') !== this.#nested.join('\n');
    this.#nested = nested;
    return isNew;
  }

  /** Takes note of what the front matter of an open answers file names, undefined when it was closed; whether that is news. */
  setNamed(uri: string, globs: readonly string[] | undefined): boolean {
    // A file names what lies beside and below it, never what is outside the workspace.
    const inside = (globs ?? []).filter(staysInside).map((glob) => glob.replace(/^\.\//, ''));
    const before = JSON.stringify(this.#named.get(uri) ?? []);
    if (inside.length === 0) this.#named.delete(uri);
    else this.#named.set(uri, inside);
    return JSON.stringify(inside) !== before;
  }

  get all(): readonly Place[] {
    const beside = [...this.#named].map(([uri, named]) => ({ uri: folderOf(uri), named }));
    return [...[...this.folders, ...this.#nested].map((uri) => ({ uri })), ...beside];
  }

  /** The innermost folder with settings of its own that a file lies in. */
  innermost(uri: string): string | undefined {
    const places = [...this.folders, ...this.#nested].filter((folder) => uri.startsWith(folder));
    return places.reduce<string | undefined>(
      (inner, folder) => (inner !== undefined && inner.length >= folder.length ? inner : folder),
      undefined,
    );
  }

  /** The folder that a changed file is ours by: one that is looked through; where none is open, the one that it is in. */
  ofChanged(uri: string): string | undefined {
    const place = this.innermost(uri) ?? this.all.find((candidate) => uri.startsWith(candidate.uri))?.uri;
    return place ?? (this.folders.length === 0 ? folderOf(uri) : undefined);
  }

  /** The globs of front matter that may mean a file, seen from the folder of the file that has them. */
  namedGlobs(uri: string): readonly string[] {
    return [...this.#named].flatMap(([owner, globs]) => (uri.startsWith(folderOf(owner)) ? globs.map((glob) => `**/${glob}`) : []));
  }
}

/** The folder that a file is in, with a trailing slash. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}
