/** The hooks of docs/ci.md, as they are written there, in a real repository. */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { words } from '../support/words.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const DOCS = readFileSync(path.join(ROOT, 'docs/ci.md'), 'utf8');
const HOOKS = [...DOCS.matchAll(/```(?:ba)?sh\n(#![^]*?)```/g)].map(([, script]) => script!);
const OVER = `# Why us (10 s)\n\n${words(60)}.\n`;
const CLEAN = '# Why us (≤ 10 s)\n\nIt runs.\n';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-hook-'));
  git('init', '--quiet');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): { status: number | null; output: string } {
  const identity = ['-c', 'user.name=Nadia', '-c', 'user.email=nadia@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

const hasGit = spawnSync('git', ['--version']).status === 0;

describe.runIf(hasGit).each(HOOKS.map((script, i) => [i === 0 ? 'of the working tree' : 'of what is staged', script] as const))(
  'the hook %s',
  (kind, script) => {
    beforeEach(() => {
      const hook = path.join(folder, '.git/hooks/pre-commit');
      writeFileSync(
        hook,
        script.replaceAll('npx --no-install interview-answers', `"${process.execPath}" "${path.join(ROOT, 'dist/cli.js')}"`),
      );
      chmodSync(hook, 0o755);
    });

    test('lets a commit without findings pass, and one without Markdown', () => {
      write('an answer.md', CLEAN);
      write('over.md', OVER);
      write('notes.txt', OVER);
      git('add', 'an answer.md', 'notes.txt');
      expect(git('commit', '-m', 'x')).toMatchObject({ status: 0 });
      write('notes.txt', 'x');
      expect(git('commit', '-am', 'x')).toMatchObject({ status: 0 });
    });

    test('stops a commit with findings', () => {
      write('an answer.md', OVER);
      git('add', '.');
      const { status, output } = git('commit', '-m', 'x');
      expect(status).not.toBe(0);
      expect(output).toMatch(/an answer\.md:1:10: warning: .*\[duration\/over\]/);
    });

    test('looks at what it says it looks at', () => {
      write('a.md', OVER);
      git('add', '.');
      write('a.md', CLEAN);
      expect(git('commit', '-m', 'x').status === 0).toBe(kind === 'of the working tree');
    });
  },
);

test('there are two hooks', () => expect(HOOKS).toHaveLength(2));
