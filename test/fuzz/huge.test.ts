/** Ten megabytes where some kilobytes are meant: on the command line, in the built server, and as a transcript. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../server/src/core/transcripts/readTranscript.ts';
import { spawned } from '../support/protocolClient.ts';
import { REQUESTS, checkRanges, paramsOf } from './requests.ts';
import { PATIENCE } from './runs.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** UTF-16 units. */
const SIZE = 10_000_000;
/** More sentences than a call takes arguments. */
const LONG_RECORDING = 3_000_000;
const NAMED = 'file/not-read-in-full';
const SMALL = '# Why us? (≈ 5 s)\n\nBecause we have always been the best at everything that anybody could ever want to be the best at.\n';

const KINDS = [
  ['words', '# A (≈ 30 s)\n\n', 'and then we moved it '],
  ['marks', '# A (≈ 30 s)\n\n', '[a](b) *c* `d` '],
  ['headings', '', '# A (≈ 30 s)\n\nYes.\n\n'],
] as const;

describe('on the command line', () => {
  test.each(KINDS)(
    '%s: the file is named, and the others are checked',
    (_, start, piece) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-huge-'));
      try {
        writeFileSync(path.join(folder, 'huge.md'), start + piece.repeat(SIZE / piece.length));
        writeFileSync(path.join(folder, 'small.md'), SMALL);
        const args = ['--max-old-space-size=512', path.join(ROOT, 'dist/cli.js'), 'check', '--format', 'json', 'huge.md', 'small.md'];
        const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
        expect(stderr).toBe('');
        const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string }[] }[] };
        const rules = new Map(files.map((file) => [path.basename(file.path), file.findings.map(({ rule }) => rule)]));
        expect(rules.get('huge.md')).toEqual([NAMED]);
        expect(rules.get('small.md')).toContain('claim/superlative');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    PATIENCE,
  );
});

describe('in the server', () => {
  test.each(KINDS)(
    '%s: one diagnostic, every request is answered, and other documents are as ever',
    async (_, start, piece) => {
      const { client } = spawned(path.join(ROOT, 'dist/server.node.js'), ['--stdio'], ['--max-old-space-size=512']);
      client.configuration = { files: ['**/*.md'] };
      await client.initialize();
      const uri = 'file:///huge.md';
      const text = start + piece.repeat(SIZE / piece.length);
      await client.open(uri, text);
      expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual([NAMED]);
      const position = { line: 2, character: 4 };
      const results: unknown[] = [];
      for (const method of REQUESTS) {
        const range = { start: { line: 0, character: 0 }, end: position };
        results.push(await client.connection.sendRequest<unknown>(method, paramsOf(uri, position, range)).catch(() => null));
      }
      checkRanges(results, text);
      await client.change(uri, 'x', { start: position, end: position });
      expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual([NAMED]);
      await client.open('file:///small.md', SMALL);
      expect((await client.diagnostics('file:///small.md')).map(({ code }) => code)).toContain('claim/superlative');
      expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
      await client.shutdown();
    },
    PATIENCE,
  );
});

describe('as a transcript', () => {
  test.each([
    ['one cue', 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n', 'We moved it and '],
    ['cues', 'WEBVTT\n\n', '00:00:01.000 --> 00:00:02.000\nWe moved it over in a week.\n\n'],
    ['one line of sentences', '', 'We moved it. '],
    ['one line without a full stop', '', 'we moved it and '],
    ['one word', '', 'a'],
  ])('%s', { timeout: PATIENCE }, (_, start, piece) => {
    const read = readTranscript(start + piece.repeat(LONG_RECORDING / piece.length));
    expect(read.problems).toEqual([]);
    // A caption that is said again and again is one.
    expect(read.cues).toHaveLength(1);
  });

  test('random bytes', { timeout: PATIENCE }, () => {
    // A generator of its own (Lehmer's), so that each run has the same bytes.
    let state = 1;
    const bytes = Uint8Array.from({ length: LONG_RECORDING }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff);
    expect(readTranscript(new TextDecoder().decode(bytes)).problems).toEqual([{ message: 'This is not a text file.', line: 0 }]);
  });

  test('what is longer than any recording says so', () => {
    const { problems, cues } = readTranscript('We moved it. '.repeat(1_600_000));
    expect(problems.map(({ message }) => message)).toEqual(['This file has more than 20000000 characters. It was not read: divide it.']);
    expect(cues).toEqual([]);
  });
});
