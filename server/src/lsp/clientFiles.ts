/** Files through the client: for workspaces that aren't on the server's machine, and for servers without a file system. */

import type { Connection } from 'vscode-languageserver';
import { MissingFile, type Files } from '../files/files.ts';
import { phrase } from '../core/locale/locale.ts';
import { FIND_FILES_METHOD, READ_FILE_METHOD, type FileEntry, type FindFilesParams, type ReadFileParams } from '../protocol/transcripts.ts';

export function clientFiles(connection: Connection): Files {
  return {
    find: (folder, globs, limit) =>
      connection.sendRequest<FileEntry[]>(FIND_FILES_METHOD, { folder, globs, limit } satisfies FindFilesParams),
    async read(uri) {
      const content = await connection.sendRequest<string | null>(READ_FILE_METHOD, { uri } satisfies ReadFileParams);
      if (content === null) throw new MissingFile();
      return fromBase64(content);
    },
  };
}

/** No files at all, for clients that have none to offer. */
export const NO_FILES: Files = {
  find: () => Promise.resolve([]),
  read: () => Promise.reject(new MissingFile(phrase('the editor gives no access to files'))),
};

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
