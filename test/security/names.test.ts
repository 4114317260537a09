/** Words that every JavaScript object answers to, wherever files say keys and names: no file changes what the program is, and none stops it. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { readGlossary } from '../../server/src/core/glossary/readGlossary.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
import { parseHistory, recordOf } from '../../server/src/core/rehearsal/history.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/core/settings.ts';
import { readTranscript } from '../../server/src/core/transcripts/readTranscript.ts';
import { readPageEvent } from '../../client/src/rehearsal/page/messages.ts';
import { runCli } from '../support/commandLine.ts';
import { aRun } from '../support/runs.ts';

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'then', 'length'];

/** JSON with a key that assignment would take for the prototype; `JSON.stringify` of a literal can't say it. */
const polluting = (value: unknown): string =>
  `{"__proto__": ${JSON.stringify(value)}, "constructor": {"prototype": ${JSON.stringify(value)}}}`;
const PAYLOAD = { polluted: 'yes', version: 1, pace: 400, start: 1, text: 'polluted', files: ['**'], rules: { 'duration/over': 'off' } };

/** Runs something, and holds that plain objects are what they were. */
function harmless<T>(run: () => T): T {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  const result = run();
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  return result;
}

describe('in JSON', () => {
  test('settings', () => {
    const text = polluting(PAYLOAD);
    expect(harmless(() => readSettings(JSON.parse(text)).settings)).toEqual(DEFAULT_SETTINGS);
    expect(harmless(() => readSettings(JSON.parse(`{"interviewAnswers": ${text}}`)).settings)).toEqual(DEFAULT_SETTINGS);
    const { settings } = harmless(() => readSettings(JSON.parse(`{"rules": ${text}, "transcripts": ${text}}`)));
    expect(settings).toEqual(DEFAULT_SETTINGS);
    const said = harmless(() => readSettings(JSON.parse('{"pronunciations": {"__proto__": "pro-to", "constructor": "con"}}')).settings);
    expect(Object.getPrototypeOf(said.pronunciations)).toBe(Object.prototype);
  });

  test('transcripts', () => {
    for (const text of [
      polluting(PAYLOAD),
      `[${polluting(PAYLOAD)}]`,
      `{"segments": [${polluting(PAYLOAD)}, {"start": 1, "text": "a"}, {"start": 2, "text": "b"}]}`,
      `{"segments": ${polluting(PAYLOAD)}}`,
    ]) {
      const { cues } = harmless(() => readTranscript(text));
      expect(cues.every((cue) => cue.text !== 'polluted')).toBe(true);
    }
  });

  test('the history', () => {
    const good = recordOf(aRun());
    const text = `${polluting(PAYLOAD)}\n${good.replace('{', `{"__proto__": ${JSON.stringify(PAYLOAD)},`)}\n`;
    const { runs } = harmless(() => parseHistory(text));
    for (const run of runs) expect((run as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('messages of the rehearsal page', () => {
    for (const name of NAMES) expect(harmless(() => readPageEvent({ type: name }))).toBeUndefined();
    expect(harmless(() => readPageEvent(JSON.parse(polluting({ type: 'ended' }))))).toBeUndefined();
  });
});

describe('in texts', () => {
  const answers = (front: string): string =>
    `---\n${front}\n---\n# ${NAMES.join(' ')} (≈ 30 seconds)\n\n${NAMES.map((name) => `We used ${name} and ${name.toUpperCase()} well.`).join(' ')}\n`;

  test.each(NAMES)('%s as a language, an audience, a rule, a word and a pronunciation', (name) => {
    for (const front of [
      `lang: ${name}`,
      `audience: ${name}`,
      `vocabulary: [${name}]`,
      `pronunciations:\n  ${name}: ${name}`,
      `rules:\n  ${name}: off`,
      `${name}: ${name}`,
      `target: ${name}`,
    ]) {
      const { answers: found } = harmless(() => analyse(answers(front), { settings: DEFAULT_SETTINGS, isListed: false }));
      expect(found).toHaveLength(1);
      const { seconds } = found[0]!.analysis.speech.estimate;
      expect(seconds).toBeGreaterThan(5);
      expect(seconds).toBeLessThan(200);
    }
  });

  test('as terms of a glossary and of transcripts', () => {
    const { entries } = harmless(() => readGlossary(`# G\n\n${NAMES.map((name) => `## ${name}\n\nA word.\n`).join('\n')}`));
    expect(entries.map(({ term }) => term)).toEqual(NAMES.map((name) => name.replaceAll('__', '')));
    const index = new TranscriptIndex();
    harmless(() =>
      index.addText(
        'file:///t.vtt',
        `WEBVTT\n\n${NAMES.map((name, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${name} it is.\n`).join('\n')}`,
      ),
    );
    expect(index.size).toBe(1);
  });
});

describe('the command line', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-names-'));
    for (const name of NAMES) writeFileSync(path.join(folder, name), '# Why (≈ 30 seconds)\n\nThey won.\n');
    writeFileSync(path.join(folder, 'baseline.json'), '{"version": 1, "files": {"__proto__": []}}');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('checks files of such names against a baseline', async () => {
    const { status, stdout, stderr } = await runCli(['check', '--baseline', 'baseline.json', ...NAMES], { cwd: folder });
    expect(stderr).toBe('');
    expect(stdout).toContain(`in ${NAMES.length} files`);
    expect(status).toBeLessThan(2);
  });

  test.each(['__proto__', 'constructor', 'toString'])('has no command, format or language %s', async (name) => {
    const errors = async (args: readonly string[], input = ''): Promise<string> => (await runCli(args, { cwd: folder, input })).stderr;
    expect(await errors([name])).toContain('there is no command');
    expect(await errors(['check', '--format', name])).toContain("--format can't be");
    expect(await errors(['estimate', '--lang', name], '{"id": "a", "text": "One two three."}\n')).not.toContain('TypeError');
  });
});
