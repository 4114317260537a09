/** Runs vscode-tmgrammar-test on the files beside this one: the manifest's grammars on top of those that VS Code has for Markdown. */

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const { resolve } = createRequire(import.meta.url);
const base = ['markdown', 'html', 'html-derivative'].flatMap((name) => ['--grammar', resolve(`tm-grammars/grammars/${name}.json`)]);
const tester = path.join(path.dirname(resolve('vscode-tmgrammar-test/package.json')), 'dist/unit.js');
const { status, stdout, stderr } = spawnSync(process.execPath, [tester, ...base, '--config', 'package.json', 'test/grammar/*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
});
// Grammars of the languages that Markdown can hold are not there, and not needed.
process.stdout.write(stdout + stderr.replace(/^grammar not found for .*\n?/gm, ''));
process.exitCode = status ?? 1;
