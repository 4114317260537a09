/** `interview-answers check` as a user runs it: output, exit codes, and the same findings as the editor. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCliSync, type Ran } from '../support/commandLine.ts';
import { inMemory } from '../support/protocolClient.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { words } from '../support/words.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const OVER = `# Why us (10 s)\n\n${words(60)}.\n\n# Part\n\n## Told (30 s)\n\nAnswer: "${words(108)}."\n`;
const CLEAN = `# Told (30 s)\n\n${words(12)}. ${words(12)}. ${words(12)}. ${words(12)}. ${words(12)}. ${words(12)}. ${words(12)}.\n`;

interface Report {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly answers: readonly {
      readonly heading: string;
      readonly line: number;
      readonly words: number;
      readonly spoken: string;
      readonly target: { minSeconds: number; maxSeconds: number | null } | null;
      readonly estimate: { seconds: number; low: number; high: number };
    }[];
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly message: string; readonly range: unknown }[];
  }[];
}

const folder = temporaryFolder('cli');

beforeEach(() => {
  folder.write('over.md', OVER);
  folder.write('clean.md', CLEAN);
  folder.write('notes.md', '# Notes\n\nNothing to see.\n');
});

const run = (args: readonly string[], input?: string): Ran => runCliSync(args, folder.path, input);

function json(args: readonly string[], input?: string): Report {
  return JSON.parse(run(['check', '--format', 'json', ...args], input).stdout) as Report;
}

test('the report in the README is what the command says of the sample', () => {
  const [, args, report] = /^\$ interview-answers (.+)\n([^]*?)^```/m.exec(readFileSync(path.join(ROOT, 'README.md'), 'utf8'))!;
  const lines = report!.split('\n').filter((line) => line !== '…');
  expect(lines.length).toBeGreaterThan(2);
  expect(runCliSync(args!.split(' '), ROOT).stdout.split('\n')).toEqual(expect.arrayContaining(lines));
});

describe('exit codes', () => {
  test.each([
    ['0 for a clean file', ['check', 'clean.md'], 0],
    ['1 for a warning', ['check', 'over.md'], 1],
    ['0 for a warning below --fail-on', ['check', '--fail-on', 'error', 'over.md'], 0],
    ['0 with --fail-on never', ['check', '--fail-on', 'never', 'over.md'], 0],
    ['0 for a file that is no answers file', ['check', 'notes.md'], 0],
    ['2 for a file that does not exist', ['check', 'gone.md'], 2],
    ['2 for a glob that matches nothing', ['check', '*.txt'], 2],
    ['2 for an unknown option', ['check', '--colour'], 2],
    ['2 for an unknown format', ['check', '--format', 'xml', 'over.md'], 2],
    ['2 for an unknown severity', ['check', '--fail-on', 'fatal', 'over.md'], 2],
    ['2 for an unknown command', ['chek'], 2],
    ['2 for no command', [], 2],
    ['2 for a config file that does not exist', ['check', '--config', 'gone.json', 'clean.md'], 2],
  ])('%s', (_, args, code) => {
    const { status, stderr } = run(args);
    expect(status, stderr).toBe(code);
    if (code === 2) expect(stderr).toMatch(/^interview-answers: \S/);
  });

  test('2 for a file that is not text, after the others were reported', () => {
    folder.write('binary.md', Uint8Array.of(0x80, 0xff, 0x00, 0xc3, 0x28));
    const { status, stdout, stderr } = run(['check', 'binary.md', 'over.md']);
    expect(status).toBe(2);
    expect(stderr).toContain('"binary.md": it is not UTF-8 text');
    expect(stdout).toContain('duration/over');
  });

  test('2 for a config file that is not JSON, naming it', () => {
    folder.write('bad.json', '{');
    const { status, stderr } = run(['check', '--config', 'bad.json', 'clean.md']);
    expect(status).toBe(2);
    expect(stderr).toContain('bad.json:1:2: This is not JSON');
  });
});

test('--help and --version', () => {
  expect(run(['--help'])).toMatchObject({ status: 0, stderr: '' });
  expect(run(['check', '--help']).stdout).toContain('--fail-on');
  expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('inputs', () => {
  test('files, folders and globs, each file once', () => {
    folder.write('more/deep/a.md', OVER);
    folder.write('node_modules/x.md', OVER);
    expect(json(['over.md', '*.md']).files.map((file) => file.path)).toEqual(['over.md', 'clean.md', 'notes.md']);
    expect(json(['more']).files.map((file) => file.path)).toEqual(['more/deep/a.md']);
    expect(json([]).files.map((file) => file.path)).toEqual(['clean.md', 'more/deep/a.md', 'notes.md', 'over.md']);
  });

  test('standard input', () => {
    const report = json(['-', '--stdin-filename', 'draft.md'], OVER);
    expect(report.files[0]!.path).toBe('draft.md');
    expect(report.files[0]!.answers).toHaveLength(2);
  });

  test('UTF-16 with a byte order mark', () => {
    folder.write('wide.md', Buffer.from(`\ufeff${OVER}`, 'utf16le'));
    expect(json(['wide.md']).files[0]!.answers.map(({ words: count }) => count)).toEqual([60, 108]);
  });

  test('a config file in the shape of the settings', () => {
    folder.write('config.json', JSON.stringify({ rules: { 'duration/over': 'off' }, pase: 1 }));
    expect(json(['--config', 'config.json', 'over.md']).files[0]!.findings.map(({ rule }) => rule)).not.toContain('duration/over');
    folder.write('section.json', JSON.stringify({ interviewAnswers: { rules: { 'duration/over': 'error' } } }));
    expect(json(['--config', 'section.json', 'over.md']).files[0]!.findings.find(({ rule }) => rule === 'duration/over')!.severity).toBe(
      'error',
    );
  });
});

test('json: version 1, answers without sections, labels and quotes', () => {
  const report = json(['over.md']);
  expect(report.version).toBe(1);
  const [first, second] = report.files[0]!.answers;
  expect(report.files[0]!.answers).toHaveLength(2);
  expect(first).toMatchObject({ heading: 'Why us', line: 0, words: 60, target: { minSeconds: 10, maxSeconds: 10 } });
  expect(second!.line).toBe(6);
  expect(second!.spoken).toBe(`${words(108)}.`);
  const { seconds, low, high } = first!.estimate;
  expect(low).toBeLessThan(seconds);
  expect(high).toBeGreaterThan(seconds);
});

test('text: one line a finding, with nothing in it that a terminal would obey', () => {
  folder.write('escape.md', `# Why (10 s)\n\n${words(59)} \u001b[31mred\u0007.\n`);
  const { stdout } = run(['check', 'escape.md', 'over.md']);
  expect(stdout).toMatch(/^over\.md:1:10: warning: About .* \[duration\/over\]$/m);
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(stdout).toMatch(/\d+ answers in 2 files, \d+ findings.*\n$/);
});

test('sarif: rules, results and places counted from one', () => {
  const log = JSON.parse(run(['check', '--format', 'sarif', 'over.md']).stdout) as {
    version: string;
    runs: {
      tool: { driver: { rules: { id: string }[] } };
      results: { ruleId: string; ruleIndex: number; level: string; locations: { physicalLocation: { region: object } }[] }[];
    }[];
  };
  expect(log.version).toBe('2.1.0');
  const { tool, results } = log.runs[0]!;
  const over = results.find(({ ruleId }) => ruleId === 'duration/over')!;
  expect(tool.driver.rules[over.ruleIndex]!.id).toBe('duration/over');
  expect(over.level).toBe('warning');
  expect(over.locations[0]!.physicalLocation.region).toEqual({ startLine: 1, startColumn: 10, endLine: 1, endColumn: 16 });
});

describe('the editor and the command line find the same', () => {
  test.each([
    ['the test workspace', path.join(ROOT, 'test/fixtures/workspace/answers.md')],
    ['the sample', path.join(ROOT, 'samples/answers.md')],
  ])('%s', async (_, file) => {
    const client = inMemory();
    await client.initialize();
    await client.open('file:///answers.md', readFileSync(file, 'utf8'));
    const severities = ['', 'error', 'warning', 'information', 'hint'];
    const inEditor = (await client.diagnostics('file:///answers.md')).map(({ code, severity, message, range }) => ({
      rule: code,
      severity: severities[severity!],
      message,
      range,
    }));
    await client.shutdown();
    const onCommandLine = json([file]).files[0]!.findings.map(({ rule, severity, message, range }) => ({
      rule,
      severity,
      message,
      range,
    }));
    expect(inEditor.length).toBeGreaterThan(3);
    expect(onCommandLine).toEqual(inEditor);
  });
});
