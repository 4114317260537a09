/** Every package that is installed to build, test or run: pinned by content, under a licence on a list, and running nothing as it comes in. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditLock, type Lock } from '../../server/scripts/auditDependencies.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const json = (name: string): unknown => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));

describe.each(['', 'test/host/pinned/'])('%spackage-lock.json', (folder) => {
  const lock = json(`${folder}package-lock.json`) as Lock;

  test('has nothing that is not pinned, not licensed, or runs', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(50);
    expect(auditLock(lock, json(`${folder}package.json`) as Record<string, unknown>)).toEqual([]);
  });

  test('names no place that packages come from', () => {
    expect(readFileSync(path.join(ROOT, `${folder}package-lock.json`), 'utf8')).not.toMatch(/"resolved"|\.tgz"/);
  });
});

test('what is published depends on no package: all is in its bundles', () => {
  expect(json('package.json')).not.toHaveProperty('dependencies');
});

describe('the audit refuses', () => {
  const GOOD = { version: '1.0.0', license: 'MIT', integrity: `sha512-${'A'.repeat(86)}==` };
  const check = (one: object, expected: RegExp | undefined, manifest: object = {}, name = 'a'): void => {
    const problems = auditLock(
      { lockfileVersion: 3, packages: { '': {}, [`node_modules/${name}`]: { ...GOOD, ...one } } },
      { devDependencies: { [name]: '1.0.0' }, ...manifest },
    );
    expect(problems).toEqual(expected === undefined ? [] : [expect.stringMatching(expected)]);
  };

  test('nothing of a good package', () => check({}, undefined));
  test('nothing of one that is in another', () => check({ integrity: undefined, inBundle: true }, undefined));
  test('nothing of a tool under a licence for tools', () => check({ license: '(MIT AND Zlib)' }, undefined));
  test.each([
    ['a licence on no list', { license: 'GPL-3.0-only' }, /a@1\.0\.0 is under GPL-3\.0-only/],
    ['no licence', { license: undefined }, /is under no licence/],
    ['a licence of its own', { license: 'SEE LICENSE IN x' }, /which is on no list/],
    ['a weak hash', { integrity: 'sha1-AAAA' }, /is not pinned/],
    ['no hash', { integrity: undefined }, /is not pinned/],
    ['an address', { resolved: 'https://example.com/a.tgz' }, /a place of its own/],
    ['a link', { link: true }, /a place of its own/],
    ['a script', { hasInstallScript: true }, /runs a script/],
  ])('%s', (_, one, expected) => check(one, expected));
  test.each(['^1.0.0', '~1.0.0', '*', 'latest', '1', 'git+https://example.com/a', 'file:../a', '>=1.0.0'])('a wish for %s', (version) => {
    const problems = auditLock({ lockfileVersion: 3, packages: { 'node_modules/a': GOOD } }, { devDependencies: { a: version } });
    expect(problems).toContain(`a is wanted as ${JSON.stringify(version)}, which is not one version.`);
  });
  test('another version than is wanted', () => check({ version: '1.0.1' }, /a is wanted as 1\.0\.0, and locked as 1\.0\.1/));
  test('an override that could become another', () => check({}, /b is wanted as "\^2"/, { overrides: { b: '^2' } }));
  test('a lock file of another kind', () => {
    expect(auditLock({ lockfileVersion: 1, packages: {} }, {})).toEqual(['The lock file has version 1, not 3.']);
  });
});
