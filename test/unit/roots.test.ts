/** Which folders an editor has open, in each way of saying it. */

import { expect, test } from 'vitest';
import { rootsOf, type Roots } from '../../server/src/lsp/roots.ts';

test.each<[Roots, readonly string[]]>([
  [{ workspaceFolders: [{ uri: 'file:///a' }], rootUri: 'file:///b', rootPath: '/c' }, ['file:///a/']],
  [{ workspaceFolders: null, rootUri: 'file:///b/', rootPath: '/c' }, ['file:///b/']],
  [{ workspaceFolders: [], rootUri: 'file:///b' }, ['file:///b/']],
  [{ workspaceFolders: null, rootUri: null, rootPath: '/home/a b/ü' }, ['file:///home/a%20b/%C3%BC/']],
  [{ rootUri: null, rootPath: 'C:\\Users\\me\\x' }, ['file:///C%3A/Users/me/x/']],
  [{ rootUri: null, rootPath: '\\\\host\\share\\x' }, ['file://host/share/x/']],
  [{ workspaceFolders: null, rootUri: null, rootPath: null }, []],
  [{ rootUri: null, rootPath: '' }, []],
])('the roots of %j', (params, expected) => {
  expect(rootsOf(params)).toEqual(expected);
});
