/** Any arguments on the command line: an exit code that says what happened, and no stack trace. */

import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { anyText } from './arbitraries.ts';
import { PATIENCE, runs } from './runs.ts';

const CLI = path.join(import.meta.dirname, '../../dist/cli.js');

const argument = fc.oneof(
  fc.constantFrom(
    'check',
    'estimate',
    'links',
    '--help',
    '--format',
    'json',
    'sarif',
    '--config',
    'config.json',
    '--fix',
    '-',
    '--',
    '--rule',
    '=',
    '**',
    '[',
    'a.md',
    '*.md',
    '',
    'missing.md',
    '--max-warnings',
    '-1',
    '--jobs',
    '1e9',
    '\ud83d\ude00',
    '../a.md',
  ),
  fc.string({ maxLength: 10 }).map((text) => text.replaceAll('\u0000', '')),
);

test('any arguments, beside any files', { timeout: PATIENCE }, () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-fuzz-'));
  fc.assert(
    fc.property(
      fc.constantFrom('check', 'estimate', 'links'),
      fc.array(argument, { maxLength: 4 }),
      anyText,
      anyText,
      (command, args, answers, config) => {
        writeFileSync(path.join(folder, 'a.md'), answers);
        writeFileSync(path.join(folder, 'config.json'), config);
        // Watching has no end.
        const wanted = [command, ...args].filter((one) => !one.startsWith('--w') && one !== '-w');
        const { status, stderr } = spawnSync(process.execPath, [CLI, ...wanted], { cwd: folder, input: answers, encoding: 'utf8' });
        expect([wanted, stderr, [0, 1, 2].includes(status ?? -1)]).toEqual([wanted, stderr, true]);
        expect(stderr).not.toMatch(/^ +at .*:\d+:\d+/m);
      },
    ),
    runs(15),
  );
  rmSync(folder, { recursive: true });
});
