/** The port through which files are found and read: the client, the file system of Node, or memory in tests. */

/** A file that was found. */
export interface FoundFile {
  readonly uri: string;
  /** Bytes; undefined where finding doesn't tell. */
  readonly size?: number;
  /** When it was changed last, in milliseconds since 1970; undefined where finding doesn't tell. */
  readonly modified?: number;
}

/** Where files come from. Everything is asynchronous, and nothing is kept open. */
export interface Files {
  /**
   * The files below a folder that match any of the globs, except those in `node_modules` and `.git`; at most `limit`. None that is
   * elsewhere in truth: no glob and no symbolic link leads out of the folder.
   */
  find(folder: string, globs: readonly string[], limit: number): Promise<readonly FoundFile[]>;
  /**
   * The bytes of a file that is in a folder, also in truth. Rejects with an Error whose message is for people; with a MissingFile where
   * there is nothing of that name.
   */
  read(uri: string, folder: string): Promise<Uint8Array>;
}

/** There is no such file, or no longer. */
export class MissingFile extends Error {
  constructor(message = 'it does not exist') {
    super(message);
  }
}
