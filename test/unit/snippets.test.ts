/** Every snippet is an answer with a target that can be read, whichever of its choices are taken. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';

const FILE = path.join(import.meta.dirname, '../../snippets/answers.json');
const snippets = Object.entries(
  JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, { prefix: string; description: string; body: readonly string[] }>,
);

/** The text after all tab stops were passed, with the `choice`-th choice of each (the last one where there are fewer). */
function expand(body: string, choice: number): string {
  const texts = new Map<string, string>();
  const filled = body.replace(/\$\{(\d+)(?:\|([^|}]*)\||:([^{}]*))\}/g, (_, stop: string, choices: string | undefined, text: string) => {
    const options = choices?.split(',') ?? [text];
    const taken = options[Math.min(choice, options.length - 1)]!;
    texts.set(stop, taken);
    return taken;
  });
  return filled.replace(/\$(\d+)/g, (_, stop: string) => texts.get(stop)!);
}

test('the kinds of answers that are promised', () => {
  expect(snippets.map(([, { prefix }]) => prefix).sort()).toEqual(
    ['', '-ask', '-compensation', '-failure', '-intro', '-star', '-strength', '-trade-off', '-why-company', '-why-x'].map(
      (kind) => `answer${kind}`,
    ),
  );
});

describe.each(snippets)('%s', (_, { description, body }) => {
  const source = body.join('\n');

  test.each([0, 1, 2])('is one answer with a target, with choice %i', (choice) => {
    const text = expand(source, choice);
    expect(text).not.toMatch(/\$|\|/);
    const { isAnswersFile, answers, findings } = analyse(text, { settings: DEFAULT_SETTINGS, isListed: false });
    expect(isAnswersFile).toBe(true);
    expect(answers).toHaveLength(1);
    const { content } = answers[0]!.answer;
    expect(content.target).toBeDefined();
    expect(content.title).not.toBe('');
    expect(content.spoken.text).not.toBe('');
    expect(findings.map(({ rule }) => rule)).not.toContain('duration/malformed-target');
  });

  test('has tab stops in order, one of them a choice, and ends where the writer goes on', () => {
    const stops = [...new Set([...source.matchAll(/\$\{?(\d+)/g)].map(([, stop]) => Number(stop)))];
    expect(stops.sort((a, b) => a - b)).toEqual(stops.map((_, i) => i));
    expect(source).toMatch(/\$\{\d+\|[^|}]+,[^|}]+\|\}/);
    expect(source).toMatch(/\$\{0:/);
    expect(body.at(-1)).toBe('');
    expect(description).not.toMatch(/\.$/);
  });
});
