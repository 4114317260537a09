/** What a new user begins with: the sample, the templates, the walkthrough; all of it is there and does what it says. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { SETTING_GROUPS } from '../../server/src/core/settingGroups.ts';
import { DEFAULT_SETTINGS, SETTINGS } from '../../server/src/core/settings.ts';
import { TEMPLATES } from '../../client/src/start/templates.ts';
import { readManifest } from '../support/manifest.ts';

vi.mock('vscode', () => ({}));

const ROOT = path.join(import.meta.dirname, '../..');
const manifest = readManifest() as {
  contributes: {
    commands: { command: string }[];
    viewsWelcome: { contents: string }[];
    walkthroughs: { steps: { id: string; description: string; media: unknown; completionEvents: string[] }[] }[];
    configuration: { title: string; properties: object }[];
  };
};

test('the sample has the files that are copied, and no others', async () => {
  const { SAMPLE_FILES } = await import('../../client/src/start/openSample.ts');
  const files = readdirSync(path.join(ROOT, 'samples'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(path.relative(path.join(ROOT, 'samples'), entry.parentPath).replaceAll(path.sep, '/'), entry.name));
  expect(files.sort()).toEqual([...SAMPLE_FILES].sort());
});

test('the sample shows something of everything', () => {
  const { findings } = analyse(read('samples/answers.md'), { settings: DEFAULT_SETTINGS, isListed: false });
  const rules = new Set(findings.map(({ rule }) => rule));
  for (const rule of ['duration/over', 'duration/under', 'speech/breath'] as const) expect(rules).toContain(rule);
  for (const [, file] of read('samples/answers.md').matchAll(/\]\(([^)#]+)#/g))
    expect(existsSync(path.join(ROOT, 'samples', file!)), file).toBe(true);
});

test.each(TEMPLATES.map(({ label, snippet }) => [label, snippet]))('the template %s is an answers file', (_, snippet) => {
  const text = snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1');
  expect(text).not.toContain('$');
  const { isAnswersFile, answers } = analyse(text, { settings: DEFAULT_SETTINGS, isListed: false });
  expect(isAnswersFile).toBe(true);
  const untargeted = answers.filter(({ answer }) => answer.content.level > 1 && answer.content.target === undefined);
  expect(untargeted.map(({ answer }) => answer.content.title)).toEqual([]);
  const places = [...snippet.matchAll(/\$\{(\d+):/g)].map(([, place]) => Number(place));
  expect([...new Set(places)].sort((a, b) => a - b)).toEqual(Array.from({ length: Math.max(...places) + 1 }, (_, i) => i));
});

test('links in the walkthrough and in the empty view name commands that exist', () => {
  const { commands, viewsWelcome, walkthroughs } = manifest.contributes;
  // Of VS Code itself, of the view, and of the rehearsal.
  const known = new Set([
    ...commands.map(({ command }) => command),
    'workbench.action.openSettings',
    'interviewAnswers.answers.focus',
    'interviewAnswers.rehearse',
  ]);
  const steps = walkthroughs.flatMap((one) => one.steps);
  const texts = [...viewsWelcome.map(({ contents }) => contents), ...steps.map(({ description }) => description)];
  const linked = texts.flatMap((text) => [...text.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id!));
  const awaited = steps.flatMap(({ completionEvents }) => completionEvents).flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? []);
  expect([...linked, ...awaited].filter((id) => !known.has(id))).toEqual([]);
  expect(linked.length).toBeGreaterThan(5);
});

test('the walkthrough and the empty view write no Markdown that VS Code shows as it stands', () => {
  for (const file of readdirSync(ROOT).filter((name) => /^package\.nls.*\.json$/.test(name))) {
    const texts = Object.entries(JSON.parse(read(file)) as Record<string, string>).filter(([key]) =>
      /^(?:walkthrough|welcome)\./.test(key),
    );
    expect(texts.length, file).toBeGreaterThan(10);
    // Descriptions know links and `**`, but no code.
    expect(
      texts.filter(([, text]) => text.includes('`')),
      file,
    ).toEqual([]);
    // Three lines of the page's heading; what is longer is cut.
    expect(Object.fromEntries(texts)['walkthrough.description']!.length, file).toBeLessThanOrEqual(80);
  }
});

test('the walkthrough is short, and its pictures are there', () => {
  const steps = manifest.contributes.walkthroughs.flatMap((one) => one.steps);
  expect(steps.length).toBeLessThanOrEqual(6);
  const files = steps.flatMap(({ media }) => [...JSON.stringify(media).matchAll(/media\/walkthrough\/[\w.-]+/g)].map(([file]) => file));
  expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  expect(files.length).toBeGreaterThan(5);
});

test('every setting is in one section of the settings editor', () => {
  const shown = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
  expect(shown.sort()).toEqual([...SETTINGS.map(({ key }) => `interviewAnswers.${key}`), 'interviewAnswers.trace.server'].sort());
  for (const { title, keys } of SETTING_GROUPS) {
    for (const key of keys)
      expect(
        SETTINGS.some((setting) => setting.key === key || setting.key.startsWith(`${key}.`)),
        `${title}: ${key}`,
      ).toBe(true);
  }
});

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
