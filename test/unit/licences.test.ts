/** The licences of bundled packages: which are taken, where their text is found, and that the list fails what is not on it. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledPackages, isAllowed, licenceProblems, licencesText, type BundledPackage } from '../../server/scripts/collectLicences.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-licences-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Makes a package in node_modules; returns a file of it. */
function add(folder: string, manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const at = path.join(root, folder);
  mkdirSync(at, { recursive: true });
  const all = { 'package.json': JSON.stringify({ name: folder.split('node_modules/').at(-1), version: '1.0.0', ...manifest }), ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(path.join(at, name), text);
  return `${folder}/lib/index.js`;
}

function collect(...files: readonly string[]): readonly BundledPackage[] {
  const inputs = Object.fromEntries(files.map((file) => [file, { bytesInOutput: 1 }]));
  return bundledPackages([{ outputs: { 'dist/a.js': { inputs } } }], root);
}

describe('expressions', () => {
  test.each(['MIT', 'ISC', 'Apache-2.0', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', '(GPL-2.0 OR (MIT AND ISC))'])('%s is taken', (one) =>
    expect(isAllowed(one)).toBe(true),
  );
  test.each(['', 'GPL-3.0-only', 'MIT AND GPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN x', 'LGPL-2.1', 'mit-like'])('%s is not', (one) =>
    expect(isAllowed(one)).toBe(false),
  );
});

describe('packages', () => {
  test('are those with code in a bundle, each once, also with a scope or within another; not our own files', () => {
    const files = [
      add('node_modules/b', { license: 'MIT' }, { LICENSE: 'b' }),
      add('node_modules/@a/c', { license: 'MIT' }, { 'LICENSE.md': 'c' }),
      add('node_modules/b/node_modules/d', { license: 'MIT', version: '2.0.0' }, { licence: 'd' }),
      add('node_modules/d', { license: 'MIT' }, { 'LICENSE-MIT.txt': 'd' }),
    ];
    const unused = add('node_modules/e', { license: 'GPL-3.0-only' });
    const inputs = Object.fromEntries([...files, files[0]!, 'server/src/main.ts'].map((file) => [file, { bytesInOutput: 9 }]));
    const metafile = { outputs: { 'dist/a.js': { inputs: { ...inputs, [unused]: { bytesInOutput: 0 } } } } };
    const found = bundledPackages([metafile, metafile], root);
    expect(found.map(({ name, version, text }) => `${name}@${version} ${text}`)).toEqual([
      '@a/c@1.0.0 c',
      'b@1.0.0 b',
      'd@1.0.0 d',
      'd@2.0.0 d',
    ]);
    expect(licenceProblems(found)).toEqual([]);
  });

  test.each([
    [
      'a readme',
      { license: 'ISC' },
      { 'README.md': '# A\n\n## License\n\nCopyright (c) Ann\n\nPermission is granted.\n\n## More\n' },
      /^Copyright \(c\) Ann\n\nPermission is granted\.$/,
    ],
    [
      'the name of the licence alone',
      { license: 'MIT', author: 'Ann <a@b.c>' },
      { 'README.md': '## License\n\nMIT\n' },
      /^Copyright \(c\) Ann\n\nPermission is hereby/,
    ],
    ['licence and notice', { license: 'Apache-2.0' }, { LICENSE: 'one', NOTICE: 'two' }, /^one\n\ntwo$/],
    ['an old list', { licenses: [{ type: 'MIT' }, { type: 'GPL-2.0' }] }, { LICENSE: 'old' }, /^old$/],
  ])('have their text from %s', (_, manifest, files, expected) => {
    const found = collect(add('node_modules/a', manifest, files));
    expect(found[0]!.text).toMatch(expected);
    expect(licenceProblems(found)).toEqual([]);
  });

  test.each([
    ['another licence', { license: 'GPL-3.0-only' }, { LICENSE: 'x' }, /a@1\.0\.0 is under GPL-3\.0-only/],
    ['no licence', {}, { LICENSE: 'x' }, /a@1\.0\.0 is under no licence/],
    ['no text', { license: 'BSD-3-Clause', author: 'Ann' }, { 'README.md': '## License\n\nBSD\n' }, /a@1\.0\.0 has no licence text/],
    ['no text and nobody', { license: 'MIT' }, {}, /a@1\.0\.0 has no licence text/],
  ])('are refused with %s', (_, manifest, files, expected) => {
    expect(licenceProblems(collect(add('node_modules/a', manifest, files)))).toEqual([expect.stringMatching(expected)]);
  });

  test('are all in the file, with name, version, licence and text', () => {
    const text = licencesText(
      collect(
        add('node_modules/a', { license: 'MIT' }, { LICENSE: 'Text of a' }),
        add('node_modules/b', { license: 'ISC' }, { LICENSE: 'Text of b' }),
      ),
    );
    expect(text).toMatch(/these 2 npm packages[^]*\na 1\.0\.0 \(MIT\)\n\nText of a\n\n-+\n\nb 1\.0\.0 \(ISC\)\n\nText of b\n$/);
  });
});
