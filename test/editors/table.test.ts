/** The table of docs/editors.md says of each editor what the server makes of its declarations. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import { readTraits } from '../../server/src/lsp/traits.ts';

const HERE = import.meta.dirname;
const EDITORS = readdirSync(path.join(HERE, 'capabilities')).map(
  (file) =>
    JSON.parse(readFileSync(path.join(HERE, 'capabilities', file), 'utf8')) as {
      readonly editor: string;
      readonly capabilities: ClientCapabilities;
    },
);

const [columns = [], ...rows] = [...readFileSync(path.join(HERE, '../../docs/editors.md'), 'utf8').matchAll(/^\|(.+)\|$/gm)].map(
  ([, row]) => row!.split('|').map((cell) => cell.trim()),
);
/** The column of an editor, which is called as the editor is, but for a few words; -1 for one that has none. */
const columnOf = (editor: string): number => columns.findIndex((name) => name !== '' && editor.startsWith(name.replace(/ \(.*/, '')));
const inTable = EDITORS.filter(({ editor }) => columnOf(editor) >= 0);

test('it has the editors whose declarations are here', () => {
  expect(new Set(inTable.map(({ editor }) => columnOf(editor))).size).toBe(columns.length - 1);
});

test.each(inTable)('it is right about $editor', ({ editor, capabilities }) => {
  const says = (what: string): string | undefined => rows.find(([name]) => name === what)?.[columnOf(editor)];
  const { createsFiles } = readTraits({ capabilities });
  expect(says('A new glossary from a quick fix')).toBe(createsFiles ? 'yes' : 'no');
  const fades = capabilities.textDocument?.publishDiagnostics?.tagSupport !== undefined;
  expect(says('Faded text beyond the target')).toBe(fades ? 'yes' : 'no');
});
