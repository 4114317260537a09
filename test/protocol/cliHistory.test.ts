/** `--history` as a user gives it: `check` and `estimate` know the speaker's pace. */

import { mkdirSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordOf, type Run } from '../../server/src/core/rehearsal/history.ts';
import { runCliSync, type Ran } from '../support/commandLine.ts';
import { aRun } from '../support/runs.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { words } from '../support/words.ts';

const folder = temporaryFolder('paces');

beforeEach(() => {
  folder.write('answers.md', `# Why us (30 s)\n\n${words(50)}.\n\n${words(30)}.\n`);
});

/** Seven rehearsals that took two fifths longer than the model expects, and a torn one. */
function remember(more: Partial<Run> = {}): void {
  const runs = Array.from({ length: 7 }, (_, i) => recordOf(aRun({ id: `r${i}`, seconds: 42, at: new Date().toISOString(), ...more })));
  folder.write('history.jsonl', `${runs.join('\n')}\n${runs[0]!.slice(0, 50)}`);
}

const run = (args: readonly string[], input?: string): Ran => runCliSync(args, folder.path, input);

describe('check', () => {
  const seconds = (...args: readonly string[]): number => {
    const { stdout } = run(['check', '--format', 'json', ...args, 'answers.md']);
    const report = JSON.parse(stdout) as { files: { answers: { estimate: { seconds: number } }[] }[] };
    return report.files[0]!.answers[0]!.estimate.seconds;
  };

  test('estimates at the learned pace', () => {
    remember();
    expect(seconds('--history', 'history.jsonl') / seconds()).toBeGreaterThan(1.3);
  });
  test('not at that of discarded runs', () => {
    remember({ kept: false });
    expect(seconds('--history', 'history.jsonl')).toBe(seconds());
  });
  test('a history that is not there yet is none', () => expect(seconds('--history', 'later.jsonl')).toBe(seconds()));
  test('a history that can’t be read is said', () => {
    mkdirSync(folder.at('folder'));
    const { status, stderr } = run(['check', '--history', 'folder', 'answers.md']);
    expect(stderr).toMatch(/can't read the history "folder"/);
    expect(status).toBe(2);
  });
});

describe('estimate', () => {
  const seconds = (text: string, ...args: readonly string[]): number =>
    (JSON.parse(run(['estimate', ...args], text).stdout) as { seconds: number }).seconds;
  const english = `${words(40)}.`;
  const german = 'Ich habe das nicht allein gemacht, und das war auch gut so, denn wir sind ein Team.';

  test('is at the learned pace, in its language', () => {
    remember();
    expect(seconds(english, '--history', 'history.jsonl') / seconds(english)).toBeGreaterThan(1.3);
    expect(seconds(german, '--history', 'history.jsonl')).toBe(seconds(german));
  });
  test('learns from one thing', () => {
    const { status, stderr } = run(['estimate', '--history', 'a', '--calibrate', 'b']);
    expect(stderr).toContain('--calibrate and --history exclude each other');
    expect(status).toBe(2);
  });
});
