/** The folders that the client has open, in whichever of the protocol's three forms it names them. */

import { decoded, fileName } from '../core/text/uri.ts';

/** As in the parameters of `initialize`; the newest form first. */
export interface Roots {
  readonly workspaceFolders?: readonly { readonly uri: string; readonly name?: string }[] | null;
  readonly rootUri?: string | null;
  readonly rootPath?: string | null;
}

/** URIs, each with a trailing slash. Folders win over the root's URI, and that over its path. */
export function rootsOf({ workspaceFolders, rootUri, rootPath }: Roots): readonly string[] {
  if (workspaceFolders != null && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => withSlash(uri));
  const root = rootUri ?? (rootPath == null || rootPath === '' ? undefined : uriOf(rootPath));
  return root === undefined ? [] : [withSlash(root)];
}

export function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/** A path of any system as a URI, without asking the system: `/home/a b`, `C:\a`, `\\host\share`. */
function uriOf(path: string): string {
  const parts = path.replaceAll('\\', '/');
  const encoded = parts.split('/').map(encodeURIComponent).join('/');
  if (parts.startsWith('//')) return `file:${encoded}`;
  return parts.startsWith('/') ? `file://${encoded}` : `file:///${encoded}`;
}

/** The path of a file below a folder, decoded; its name where it isn't below it. */
export function pathIn(folder: string, uri: string): string {
  return uri.startsWith(folder) ? decoded(uri.slice(folder.length)) : fileName(uri);
}
