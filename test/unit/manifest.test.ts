/** Manifest, docs and registries say the same; `npm run sync` writes what follows from the registries. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfigFile } from '../../server/src/core/config/configFile.ts';
import { docsPath, RULES } from '../../server/src/core/rules/registry.ts';
import { DEFAULT_SETTINGS, readSettings, SETTINGS } from '../../server/src/core/settings.ts';
import { SEMANTIC_TOKENS_LEGEND } from '../../server/src/lsp/capabilities.ts';
import {
  configSchema,
  manifestJsonValidation,
  manifestSettings,
  manifestTexts,
  manifestTrust,
  rulesTable,
  settingsTable,
} from '../../server/src/manifest.ts';
import { readManifest } from '../support/manifest.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const manifest = readManifest() as {
  version: string;
  main: string;
  browser: string;
  icon: string;
  bin: Record<string, string>;
  activationEvents: string[];
  capabilities: { untrustedWorkspaces: unknown };
  engines: { vscode: string };
  devDependencies: Record<string, string>;
  contributes: {
    commands: { command: string; title: string; category: string }[];
    configuration: unknown;
    jsonValidation: unknown;
    semanticTokenTypes: { id: string }[];
    semanticTokenModifiers: { id: string }[];
    snippets: { path: string }[];
    grammars: { path: string }[];
  };
};

/** What users read. */
const PAGES = [
  'README.md',
  'SUPPORT.md',
  'PRIVACY.md',
  ...readdirSync(path.join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

test('the settings of the manifest are those of the registry (else: npm run sync)', () => {
  const { capabilities, contributes } = JSON.parse(read('package.json')) as typeof manifest;
  expect(contributes.configuration).toEqual(JSON.parse(JSON.stringify(manifestSettings())));
  expect(capabilities.untrustedWorkspaces).toEqual(manifestTrust());
  expect(JSON.parse(read('package.nls.json'))).toMatchObject(manifestTexts());
});

test('the schema of the config file is that of the registry (else: npm run sync)', () => {
  expect(JSON.parse(read('schemas/config.schema.json'))).toEqual(JSON.parse(JSON.stringify(configSchema())));
  expect(manifest.contributes.jsonValidation).toEqual(manifestJsonValidation());
});

test('the schema knows every setting as it is read: nested, dotted, and in its section', () => {
  const { properties } = configSchema() as { properties: Record<string, { properties?: Record<string, object> }> };
  for (const { key, schema, isPersonal } of SETTINGS) {
    if (isPersonal === true) {
      expect(JSON.stringify(properties), key).not.toContain(`"${key}"`);
      continue;
    }
    const [group, name] = key.split('.') as [string, string | undefined];
    const value = schema.default;
    expect(properties[key], key).toMatchObject({ default: value });
    expect(properties['interviewAnswers']!.properties![key], key).toMatchObject({ default: value });
    const nested = name === undefined ? { [key]: value } : { [group]: { [name]: value } };
    if (name !== undefined) expect(properties[group]!.properties![name], key).toMatchObject({ default: value });
    for (const config of [nested, { [key]: value }, { interviewAnswers: nested }])
      expect(readConfigFile(JSON.stringify(config)).problems, key).toEqual([]);
  }
});

test('the docs list the rules and settings of the registries (else: npm run sync)', () => {
  expect(read('docs/rules/README.md')).toContain(rulesTable());
  expect(read('docs/settings.md')).toContain(settingsTable());
});

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(path.join(ROOT, 'docs/rules')).filter((name) => name !== 'README.md');
  expect(pages.map((name) => `docs/rules/${name}`).sort()).toEqual(RULES.map(({ id }) => docsPath(id)).sort());
  for (const { id, summary } of RULES) {
    const page = read(docsPath(id));
    expect(page).toMatch(new RegExp(`^# \`${id}\`\n`));
    expect(page).toContain(summary);
  }
});

test('a rule file is registered, and named after its rule', () => {
  const support = ['foundByAnswer.ts', 'registry.ts', 'rule.ts', 'tooMany.ts'];
  const files = readdirSync(path.join(ROOT, 'server/src/core/rules')).filter((name) => !support.includes(name));
  expect(files).toHaveLength(RULES.length);
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test('every default is acceptable to its own setting', () => {
  for (const { key, schema, accepts, byEntry } of SETTINGS) {
    if (byEntry === true) expect(schema.default, key).toEqual({});
    else expect(accepts(schema.default), key).toBe(true);
  }
  expect(readSettings({}).settings).toEqual(DEFAULT_SETTINGS);
});

test('every command of the manifest is registered by the client, and none else', () => {
  const registered = readdirSync(path.join(ROOT, 'client/src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...read(path.join('client/src', name)).matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, id]) => id!));
  expect(registered.sort()).toEqual(manifest.contributes.commands.map(({ command }) => command).sort());
  for (const { title, category } of manifest.contributes.commands) {
    expect(category).toBe('Interview Answers');
    expect(title).not.toContain('Interview Answers');
  }
});

test('pages call commands as the editor shows them', () => {
  const titles = new Set(manifest.contributes.commands.map(({ title, category }) => `${category}: ${title}`));
  const called = PAGES.flatMap((page) =>
    [...read(page).matchAll(/\*(Interview Answers: [^*\n]+)\*/g)].map(([, name]) => ({ page, name: name! })),
  );
  expect(called.length).toBeGreaterThan(3);
  expect(called.filter(({ name }) => !titles.has(name))).toEqual([]);
});

test('settings that pages name exist', () => {
  const keys = [...SETTINGS.map(({ key }) => key), 'trace.server', 'rules'];
  const wrong = PAGES.flatMap((page) =>
    [...read(page).matchAll(/`interviewAnswers\.([A-Za-z.]+)`/g)]
      .filter(([, key]) => !keys.includes(key!))
      .map(([whole]) => `${page}: ${whole}`),
  );
  expect(wrong).toEqual([]);
});

test('activates on Markdown, and for panels that were open before a reload', () => {
  expect(manifest.activationEvents.filter((event) => !event.startsWith('onWebviewPanel:'))).toEqual(['onLanguage:markdown']);
});

test('the API that the code is checked against is that of the oldest VS Code allowed', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']!}`);
});

test('the files that the manifest names exist', () => {
  for (const { path: file } of [...manifest.contributes.snippets, ...manifest.contributes.grammars])
    expect(existsSync(path.join(ROOT, file)), file).toBe(true);
});

test('the icon is a PNG of 256 × 256 pixels, with its drawing beside it', () => {
  const png = readFileSync(path.join(ROOT, manifest.icon));
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 256, 256]);
  expect(existsSync(path.join(ROOT, manifest.icon.replace(/png$/, 'svg')))).toBe(true);
});

test('colours of terms are of the type and the modifiers that the server sends', () => {
  const { semanticTokenTypes, semanticTokenModifiers } = manifest.contributes;
  expect(semanticTokenTypes.map(({ id }) => id)).toEqual(SEMANTIC_TOKENS_LEGEND.tokenTypes);
  expect(semanticTokenModifiers.map(({ id }) => id)).toEqual(SEMANTIC_TOKENS_LEGEND.tokenModifiers);
});

test('the changelog knows the version', () => {
  expect(read('CHANGELOG.md')).toContain(`## ${manifest.version}`);
});

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
