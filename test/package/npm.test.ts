/** What npm packs: both commands and what belongs to them, which run where `npm install --global` puts them. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spawned } from '../support/protocolClient.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const { name, version, bin } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  bin: Readonly<Record<string, string>>;
};
const MINUTES = 60_000;

let folder: string;
let files: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-npm-'));
  const [packed] = JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as [
    { filename: string; files: { path: string }[] },
  ];
  files = packed.files.map((file) => file.path);
  npm('install', '--global', '--prefix', path.join(folder, 'prefix'), path.join(folder, packed.filename));
}, 5 * MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it holds the two commands, and no part of the editor', () => {
  expect([...files].sort()).toEqual(
    [
      'CHANGELOG.md',
      'LICENSE',
      'PRIVACY.md',
      'README.md',
      'SUPPORT.md',
      'THIRD_PARTY_NOTICES.md',
      'dist/THIRD_PARTY_LICENSES.txt',
      'dist/cli.js',
      'dist/server.node.js',
      'dist/server.serve.js',
      'l10n/bundle.l10n.de.json',
      'l10n/bundle.l10n.es.json',
      'l10n/bundle.l10n.zh-cn.json',
      'package.json',
      'schemas/config.schema.json',
    ].sort(),
  );
});

test.each(Object.keys(bin))('%s runs from the path', { timeout: MINUTES }, (command) => {
  const { stdout, stderr, status } = run(command, '--version');
  expect({ stdout: stdout.trim(), stderr, status }).toEqual({ stdout: version, stderr: '', status: 0 });
});

test('interview-answers checks a file', { timeout: MINUTES }, () => {
  const file = path.join(folder, 'answers.md');
  writeFileSync(file, '# Why us (3 s)\n\nI have read your talks for two years, and I have tried most of what they describe on my own.\n');
  const { stdout, status } = run('interview-answers', 'check', file);
  expect(stdout).toContain('[duration/over]');
  expect(status).toBe(1);
});

test('interview-answers-language-server serves', { timeout: MINUTES }, async () => {
  const { client, process: server } = spawned(path.join(installed(), bin['interview-answers-language-server']!));
  const ended = new Promise((resolve) => server.on('exit', resolve));
  expect((await client.initialize()).serverInfo?.version).toBe(version);
  await client.shutdown();
  expect(await ended).toBe(0);
});

function installed(): string {
  const inPrefix = process.platform === 'win32' ? 'node_modules' : 'lib/node_modules';
  const found = path.join(folder, 'prefix', inPrefix, name);
  expect(existsSync(found)).toBe(true);
  return found;
}

function run(command: string, ...args: readonly string[]): { stdout: string; stderr: string; status: number | null } {
  const inPrefix = process.platform === 'win32' ? `${command}.cmd` : `bin/${command}`;
  return spawnSync(path.join(folder, 'prefix', inPrefix), args, { encoding: 'utf8', shell: process.platform === 'win32' });
}

/** Without the network: the package depends on nothing. */
function npm(...args: readonly string[]): string {
  const offline = ['--offline', '--no-audit', '--no-fund', '--no-update-notifier', '--cache', path.join(folder, 'cache')];
  const { stdout, stderr, status } = spawnSync('npm', [...args, ...offline], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args[0]!} failed: ${stderr}`);
  return stdout;
}
