/** Files of a few kilobytes that would become gigabytes or hours: aliases in YAML, nesting without end, patterns in settings. All are read at once, and none throws. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { readConfigFile } from '../../server/src/core/config/configFile.ts';
import { readGlossary } from '../../server/src/core/glossary/readGlossary.ts';
import { parseHistory, recordOf } from '../../server/src/core/rehearsal/history.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/core/settings.ts';
import { matchesGlobs } from '../../server/src/core/text/globs.ts';
import { readTranscript } from '../../server/src/core/transcripts/readTranscript.ts';
import { aRun } from '../support/runs.ts';

/** Milliseconds of the processor; a bomb takes minutes, or all memory. */
const MOST_MILLISECONDS = 5_000;

function quickly<T>(work: () => T): T {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(MOST_MILLISECONDS);
  return result;
}

/** Each level names the one before nine times: nine to the power of the levels. */
const laughs = (levels: number, use: string): string =>
  [
    'a0: &a0 [lol]',
    ...Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${Array<string>(9).fill(`*a${i}`).join(', ')}]`),
    `${use}: *a${levels}`,
  ].join('\n');

describe('front matter', () => {
  const KEYS = ['transcripts', 'vocabulary', 'pronunciations', 'disable', 'ignored', 'rules', 'lang', 'audience', 'target'];
  test.each([
    ...KEYS.map((key): [string, string] => [`aliases of aliases as ${key}`, laughs(12, key)]),
    ['an alias of itself', 'a: &a [*a]\ntranscripts: *a\nvocabulary: *a'],
    [
      'merged maps',
      `m0: &m0 {x: y}\n${Array.from({ length: 300 }, (_, i) => `m${i + 1}: &m${i + 1} {<<: *m${i}, k${i}: v}`).join('\n')}\nrules: *m300`,
    ],
    ['lists in lists', `vocabulary: ${'['.repeat(20_000)}`],
    ['maps in maps', `rules: ${'{a: '.repeat(20_000)}`],
    ['dashes', `vocabulary:\n${'- '.repeat(20_000)}`],
    ['questions', '? '.repeat(20_000)],
    ['anchors', Array.from({ length: 10_000 }, (_, i) => `k${i}: &a${i} v`).join('\n')],
    ['aliases without anchors', `vocabulary: [${'*a, '.repeat(10_000)}]`],
    ['keys', Array.from({ length: 30_000 }, (_, i) => `${i.toString(36)}:`).join('\n')],
    ['keys in one line', `rules: {${Array.from({ length: 30_000 }, (_, i) => i.toString(36)).join(',')}}`],
    ['tags', `vocabulary: [${'!!js/function "x", '.repeat(5_000)}]`],
    ['keys that are long', `${'k'.repeat(100_000)}: v`],
    ['quotes without end', `a: "${'\\"'.repeat(50_000)}`],
    ['several documents', '...\n'.repeat(20_000)],
    ['directives', '%YAML 1.2\n'.repeat(10_000)],
    ['a number without end', `target: ${'9'.repeat(100_000)}`],
  ])('%s', (_, yaml) => {
    const { answers } = quickly(() =>
      analyse(`---\n${yaml}\n---\n# Why (30 s)\n\nWe won.\n`, { settings: DEFAULT_SETTINGS, isListed: true }),
    );
    expect(answers.map(({ answer }) => answer.content.title)).toContain('Why');
  });
});

describe('the head of a transcript', () => {
  test.each([
    ['keys in one line', `a: {${Array.from({ length: 100_000 }, (_, i) => `k${i}: v`).join(',')}}`],
    ['aliases of aliases', laughs(12, 'title')],
  ])('%s', (_, yaml) => {
    const { cues } = quickly(() => readTranscript(`---\n${yaml}\n---\n\n[00:05] Backpressure is a way to say no.\n[00:09] That is all.\n`));
    expect(cues.map(({ text }) => text).join()).toContain('Backpressure');
  });
});

describe('JSON', () => {
  const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const MAPS = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  test.each([
    ['lists in lists', DEEP],
    ['maps in maps', MAPS],
    ['the same without end', DEEP.slice(0, 100_000)],
    ['in a member', `{"rules": ${DEEP}, "segments": ${DEEP}, "files": ${MAPS}}`],
    ['members of one name', `{${'"pace": "slow", '.repeat(20_000)}"pace": "fast"}`],
    ['a number without end', `{"pace": ${'9'.repeat(100_000)}}`],
  ])('%s', (_, json) => {
    quickly(() => readConfigFile(json));
    quickly(() => readTranscript(json));
    expect(quickly(() => parseHistory(`${json}\n${recordOf(aRun())}\n`)).runs).toHaveLength(1);
  });
});

describe('settings', () => {
  test('thousands of globs of the slowest kind that is allowed', () => {
    const files = Array.from({ length: 2_000 }, (_, i) => `**/*a*b${i}*/**/@(x|y)?({1..9999999})*.md`);
    const { settings } = quickly(() => readSettings({ files }));
    quickly(() => matchesGlobs(`${'ab/'.repeat(80)}x.md`, settings.files));
  });
  test('thousands of pronunciations and words', () => {
    const pronunciations = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`a${i}.*(+[\\`, 'b'.repeat(50)]));
    const { settings } = quickly(() => readSettings({ pronunciations }));
    quickly(() => analyse('# Why (30 s)\n\nWe a1.*(+[\\ won.\n', { settings, isListed: true }));
  });
});

describe('Markdown', () => {
  test.each([
    ['definitions that name each other', Array.from({ length: 3_000 }, (_, i) => `[d${i}]: <d${i + 1}> "[d${i}][d${i + 1}]"`).join('\n')],
    ['definitions in a glossary', Array.from({ length: 5_000 }, (_, i) => `## t${i}\n\nsee t${i + 1} and t${i - 1}\n`).join('\n')],
    ['silencing comments', '<!-- interview-answers-disable duration/over -->\n'.repeat(3_000)],
  ])('%s', (_, markdown) => {
    quickly(() => analyse(`# Why (30 s)\n\nWe won.\n\n${markdown}\n`, { settings: DEFAULT_SETTINGS, isListed: true }));
    quickly(() => readGlossary(markdown));
  });
});
