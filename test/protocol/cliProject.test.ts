/** `interview-answers check` in a project: workflow commands, config file, baseline, and watching. */

import { spawn, type ChildProcess } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CLI, runCliSync, type Ran } from '../support/commandLine.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { words } from '../support/words.ts';

const OVER = `# Why us (10 s)\n\n${words(60)}.\n`;
const BREATHLESS = `# Told (30 s)\n\n${words(70)}.\n`;

const folder = temporaryFolder('project');

const check = (args: readonly string[], input?: string): Ran => runCliSync(['check', ...args], folder.path, input);

/** The rules of the findings in the text report, in order. */
function rules(stdout: string): readonly string[] {
  return [...stdout.matchAll(/ \[([a-z-]+\/[a-z-]+)\]$/gm)].map(([, rule]) => rule!);
}

describe('--format github', () => {
  test('one command a finding, with lines and columns from one', () => {
    folder.write('over.md', OVER);
    const { stdout, status } = check(['--format', 'github', 'over.md']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::warning file=over\.md,line=1,endLine=1,col=10,endColumn=15,title=duration\/over::About \d+ s/m);
    expect(stdout).toMatch(/^1 answer in 1 file, \d+ findings.*\n$/m);
  });
  test('escapes what would end a property or begin a command', () => {
    folder.write('a,b:100%.md', OVER);
    const { stdout } = check(['--format', 'github', 'a,b:100%.md']);
    expect(stdout).toContain('file=a%2Cb%3A100%25.md,line=1');
  });
  test('hints are notices', () => {
    folder.write('a.md', '# A (30 s)\n\nYes.\n\n# B\n\nNo.\n');
    expect(check(['--format', 'github', '--hints', 'a.md']).stdout).toMatch(/^::notice .*title=duration\/missing-target::/m);
  });
});

describe('.interview-answers.json', () => {
  const off = JSON.stringify({ rules: { 'duration/over': 'off' } });

  test('holds for the files below it, the nearest one first', () => {
    folder.write('.interview-answers.json', off);
    folder.write('a/deep/over.md', OVER);
    folder.write('b/.interview-answers.json', JSON.stringify({ interviewAnswers: { rules: { 'duration/over': 'error' } } }));
    folder.write('b/over.md', OVER);
    expect(rules(check(['a']).stdout)).not.toContain('duration/over');
    expect(check(['b']).stdout).toMatch(/: error: .*\[duration\/over\]$/m);
  });
  test('is not looked at where --config names another', () => {
    folder.write('.interview-answers.json', off);
    folder.write('other.json', '{}');
    folder.write('over.md', OVER);
    expect(rules(check(['--config', 'other.json', 'over.md']).stdout)).toContain('duration/over');
  });
  test('has globs that are seen from its folder', () => {
    folder.write('notes/.interview-answers.json', JSON.stringify({ files: ['talks/*.md'] }));
    folder.write('notes/talks/a.md', `# A\n\n${words(70)}.\n`);
    folder.write('notes/b.md', `# B\n\n${words(70)}.\n`);
    expect(check(['notes']).stdout).toMatch(/^notes\/talks\/a\.md/);
    expect(check(['notes']).stdout).not.toContain('b.md:');
  });
  test('holds for standard input by its name', () => {
    folder.write('a/.interview-answers.json', off);
    expect(rules(check(['-', '--stdin-filename', 'a/over.md'], OVER).stdout)).not.toContain('duration/over');
    expect(rules(check(['-', '--stdin-filename', 'over.md'], OVER).stdout)).toContain('duration/over');
  });
  test('names itself once when a value makes no sense, and when it is no JSON', () => {
    folder.write('over.md', OVER);
    folder.write('more.md', OVER);
    folder.write('.interview-answers.json', '{"pace": "allegro"}');
    expect(check(['.']).stderr.match(/\.interview-answers\.json:1:2: "interviewAnswers\.pace" can't be "allegro"/g)).toHaveLength(1);
    folder.write('.interview-answers.json', '{');
    const { status, stderr } = check(['.']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/\.interview-answers\.json:1:2: This is not JSON/);
  });
});

describe('baselines', () => {
  beforeEach(() => {
    folder.write('answers/over.md', OVER);
    folder.write('told.md', BREATHLESS);
    expect(check(['--write-baseline', 'known.json']).status).toBe(0);
  });

  test('take out what is known, and say how much that is', () => {
    const { status, stdout, stderr } = check(['--baseline', 'known.json', '--fail-on', 'hint']);
    expect(rules(stdout)).toEqual([]);
    expect(stdout).toMatch(/^2 answers in 2 files, 0 findings and \d in the baseline\n$/);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
  test('hold when text moves, and wherever the command is run', () => {
    folder.write('told.md', `# New (30 s)\n\nIt runs.\n\n${BREATHLESS}`);
    expect(rules(check(['--baseline', 'known.json']).stdout)).toEqual(['duration/under']);
    const { stdout } = runCliSync(['check', '--baseline', '../known.json', 'over.md'], folder.at('answers'));
    expect(rules(stdout)).toEqual([]);
  });
  test('do not know a sentence that was changed, nor one more of the same', () => {
    folder.write('told.md', BREATHLESS.replace('we built', 'I built'));
    expect(rules(check(['--baseline', 'known.json']).stdout)).toEqual(['speech/breath']);
    folder.write('told.md', `${BREATHLESS}\n${words(70)}.\n`);
    expect(rules(check(['--baseline', 'known.json']).stdout)).toContain('speech/breath');
  });
  test('say what is no longer there, of files that are gone too', () => {
    folder.write('told.md', '# Told (30 s)\n');
    rmSync(folder.at('answers'), { recursive: true });
    const { stderr, status } = check(['--baseline', 'known.json']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/told\.md: a known finding is no longer there \(speech\/breath\)/);
    expect(stderr).toMatch(/answers\/over\.md: a known finding is no longer there \(duration\/over\)/);
  });
  test('say nothing about files that were not asked for', () => {
    expect(check(['--baseline', 'known.json', 'told.md']).stderr).toBe('');
  });
  test('hold no text of the answers', () => expect(folder.read('known.json')).not.toContain('built'));
  test('are the same whatever the order of the files', () => {
    const before = folder.read('known.json');
    check(['--write-baseline', 'known.json', 'told.md', 'answers']);
    expect(folder.read('known.json')).toBe(before);
  });
  test.each([
    ['one that does not exist', ['--baseline', 'gone.json']],
    ['one that is something else', ['--baseline', 'told.md']],
    ['both options', ['--baseline', 'known.json', '--write-baseline', 'known.json']],
    ['a folder that does not exist', ['--write-baseline', 'gone/known.json']],
  ])('refuse %s', (_, args) => {
    const { status, stderr } = check(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^interview-answers: \S/);
  });
});

describe('--watch', { timeout: 60_000 }, () => {
  const children: ChildProcess[] = [];

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** A running watch: what it has printed, and a promise of what it will. */
  function watch(args: readonly string[]) {
    const child = spawn(process.execPath, [CLI, 'check', '--watch', ...args], { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    const printed = { stdout: '', stderr: '' };
    let notify: () => void = () => undefined;
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (data: string) => {
        printed[name] += data;
        notify();
      });
    }
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    /** Resolves with what was printed since the last call, once that matches. */
    const until = async (pattern: RegExp, name: 'stdout' | 'stderr' = 'stdout'): Promise<string> => {
      while (!pattern.test(printed[name])) await new Promise<void>((resolve) => (notify = resolve));
      const text = printed[name];
      printed[name] = '';
      return text;
    };
    return { child, ended, until };
  }

  test('prints the report, then only what changes, and ends cleanly', async () => {
    folder.write('over.md', OVER);
    folder.write('told.md', BREATHLESS);
    const { child, ended, until } = watch(['.']);
    expect(rules(await until(/findings?.*\n/))).toEqual(expect.arrayContaining(['duration/over', 'speech/breath']));
    await until(/watching/, 'stderr');

    folder.write('over.md', OVER.replace('10 s', '5 min'));
    const first = await until(/findings?.*\n/);
    expect(first).toMatch(/^over\.md:1:10: mended: .*\[duration\/over\]$/m);
    expect(first).toMatch(/^over\.md:1:10: information: .*\[duration\/under\]$/m);
    expect(first).not.toContain('told.md');

    // As editors save: a new file in the old one's place. What has only moved is not printed.
    folder.write('told.new', `# New (1 s)\n\n${words(20)}.\n\n${BREATHLESS}`);
    renameSync(folder.at('told.new'), folder.at('told.md'));
    expect(rules(await until(/findings?.*\n/))).toEqual(['duration/over']);

    folder.write('deep/more.md', OVER);
    expect(await until(/findings?.*\n/)).toMatch(/^deep\/more\.md:1:10: warning/m);
    rmSync(folder.at('deep/more.md'));
    expect(await until(/findings?.*\n/)).toMatch(/^deep\/more\.md:1:10: gone with its file/m);

    folder.write('.interview-answers.json', '{');
    expect(await until(/is not JSON/, 'stderr')).toContain('.interview-answers.json');
    folder.write('.interview-answers.json', JSON.stringify({ rules: { 'speech/breath': 'off' } }));
    expect(await until(/findings?.*\n/)).toMatch(/mended: .*\[speech\/breath\]/);

    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('prints the whole report again with --full, also when findings have only moved', async () => {
    folder.write('over.md', OVER);
    folder.write('told.md', BREATHLESS);
    const { child, ended, until } = watch(['--full', '.']);
    const whole = await until(/findings?\n/);
    await until(/watching/, 'stderr');
    folder.write('over.md', `\n${OVER}`);
    expect(await until(/findings?\n/)).toBe(
      `interview-answers: checked again\n${whole.replaceAll(/^over\.md:(\d+)/gm, (_, line) => `over.md:${Number(line) + 1}`)}`,
    );
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(check(['--full', '.']).status).toBe(2);
  });

  test('watches what lies elsewhere: the config file above, and transcripts', async () => {
    folder.write('.interview-answers.json', '{}');
    folder.write('talks/talk.txt', 'Ann: Hello.\nBen: The rollout cut the error rate to 3 percent.\nAnn: Yes.\nBen: No.\n');
    folder.write('answers/a.md', '# Why us (≤ 3 s)\n\nThe rollout cut the error rate to 9 percent.\n');
    const { child, ended, until } = watch(['--transcripts', 'talks', '--', 'answers']);
    expect(rules(await until(/findings?.*\n/))).toEqual(['claim/contradicted']);
    await until(/watching/, 'stderr');
    folder.write('talks/talk.txt', 'Ann: Hello.\nBen: The rollout cut the error rate to 9 percent.\nAnn: Yes.\nBen: No.\n');
    expect(await until(/findings?.*\n/)).toMatch(/mended: .*\[claim\/contradicted\]/);
    folder.write('.interview-answers.json', JSON.stringify({ pace: 60 }));
    expect(rules(await until(/findings?.*\n/))).toEqual(['duration/over']);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('leaves out what a baseline knows', async () => {
    folder.write('over.md', OVER);
    check(['--write-baseline', 'known.json']);
    const { child, ended, until } = watch(['--baseline', 'known.json', 'over.md']);
    expect(await until(/baseline\n/)).toMatch(/0 findings and \d in the baseline/);
    await until(/watching/, 'stderr');
    folder.write('over.md', `${OVER}\n# Oh (1 min)\n\nYes.\n`);
    expect(rules(await until(/baseline\n/))).toEqual(['duration/under']);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test.each([
    ['another format', ['--format', 'json']],
    ['standard input', ['-']],
    ['a baseline to write', ['--write-baseline', 'x.json']],
  ])('refuses %s', (_, args) => expect(check(['--watch', ...args]).status).toBe(2));
});
