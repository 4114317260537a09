/** Checkers whose time for a first check of a text, and for another one after an edit, is measured beside this one. */

import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analyse, AnalysisCache } from '../../server/src/core/analysis.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { load, startHarper } from './peers.ts';

/** Checks a text; called again with an edited one, it may use what it has learnt. Returns how much it has found. */
export type Check = (text: string) => Promise<number>;

/** Does natural-language work; Markdown's links alone are another kind of job. */
export const PEERS: Readonly<Record<string, (folder: string) => Promise<Check>>> = {
  'interview-answers': ours,
  'harper.js': harper,
  'textlint + write-good': (folder) => textlint(folder, 'textlint-rule-write-good', 'write-good'),
  'textlint + unexpanded-acronym': (folder) => textlint(folder, 'textlint-rule-unexpanded-acronym', 'unexpanded-acronym'),
  'cspell-lib': cspell,
  'vscode-markdown-languageservice': markdownService,
};

/** Beside this repository's development dependencies. The last one of cspell-lib for Node 20. */
const ON_DEMAND = {
  'cspell-lib': '9.8.0',
  'markdown-it': '14.1.0',
  'textlint-rule-write-good': '2.0.0',
  'vscode-languageserver-textdocument': '1.0.12',
  'vscode-markdown-languageservice': '0.5.0',
  'vscode-uri': '3.1.0',
};

/** The folder whose node_modules has the peers that are installed for this benchmark only; what can't be installed is missing in it. */
export function peersFolder(root: string): string {
  const folder = path.join(root, '.e2e/peers');
  const manifest = `${JSON.stringify({ name: 'peers', private: true, dependencies: ON_DEMAND }, null, 2)}\n`;
  const file = path.join(folder, 'package.json');
  const isThere = existsSync(file) && readFileSync(file, 'utf8') === manifest && existsSync(path.join(folder, 'node_modules'));
  if (isThere) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, manifest);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const uri = path.join(folder, 'node_modules/vscode-uri/lib/esm/index.mjs');
  // vscode-markdown-languageservice asks for a default export, and cspell-lib for named ones.
  if (existsSync(uri)) appendFileSync(uri, "\nimport * as all from './index.mjs';\nexport default all;\n");
  if (status !== 0) console.log('Peers could not be installed: what follows is without those that are missing.');
  return folder;
}

function ours(): Promise<Check> {
  const { settings } = readSettings({});
  const cache = new AnalysisCache();
  return Promise.resolve((text) => Promise.resolve(analyse(text, { settings, isListed: true }, cache).findings.length));
}

async function harper(): Promise<Check> {
  const linter = await startHarper('.');
  return async (text) => Object.values(await linter.organizedLints(text)).reduce((sum, lints) => sum + lints.length, 0);
}

async function textlint(folder: string, name: string, ruleId: string): Promise<Check> {
  const { TextlintKernel } = await load<{ TextlintKernel: new () => Kernel }>('.', '@textlint/kernel');
  const { default: plugin } = await load<{ default: { default?: unknown } }>('.', '@textlint/textlint-plugin-text');
  const home = existsSync(path.join('node_modules', name)) ? '.' : folder;
  const { default: rule } = await load<{ default: { default?: unknown } }>(home, name);
  const kernel = new TextlintKernel();
  const options = {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: plugin.default ?? plugin }],
    rules: [{ ruleId, rule: rule.default ?? rule }],
  };
  return async (text) => (await kernel.lintText(text, options)).messages.length;
}

interface Kernel {
  lintText: (text: string, options: object) => Promise<{ readonly messages: readonly unknown[] }>;
}

/** Its incremental way: one validator, whose text is updated. Without suggestions, which it makes when asked. */
async function cspell(folder: string): Promise<Check> {
  const library = await load<{
    createTextDocument: (options: object) => unknown;
    getDefaultSettings: () => Promise<unknown>;
    DocumentValidator: new (document: unknown, options: object, settings: unknown) => Validator;
  }>(folder, 'cspell-lib');
  const settings = await library.getDefaultSettings();
  const make = async (content: string): Promise<Validator> => {
    const document = library.createTextDocument({ uri: 'file:///answers/answers.md', content, languageId: 'markdown', locale: 'en' });
    const made = new library.DocumentValidator(document, { generateSuggestions: false, noConfigSearch: true }, settings);
    await made.prepare();
    return made;
  };
  // Its dictionaries are loaded before the clock starts, as everybody's are.
  (await make('Hello.')).checkDocument();
  let validator: Validator | undefined;
  return async (text) => {
    if (validator === undefined) validator = await make(text);
    else await validator.updateDocumentText(text);
    return validator.checkDocument().length;
  };
}

interface Validator {
  prepare: () => Promise<void>;
  checkDocument: () => readonly unknown[];
  updateDocumentText: (text: string) => Promise<void>;
}

/** Its incremental way: a manager of pulled diagnostics, which is told of the change. */
async function markdownService(folder: string): Promise<Check> {
  const service = await load<{ createLanguageService: (init: object) => Service; githubSlugifier: unknown }>(
    folder,
    'vscode-markdown-languageservice',
  );
  const { TextDocument } = await load<{ TextDocument: { create: (...args: unknown[]) => { uri: string } } }>(
    folder,
    'vscode-languageserver-textdocument',
  );
  const { URI } = (await load<{ default: { URI: { parse: (text: string) => { toString: () => string } } } }>(folder, 'vscode-uri')).default;
  const { default: MarkdownIt } = await load<{ default: new (options: object) => { parse: (text: string, env: object) => unknown } }>(
    folder,
    'markdown-it',
  );
  const parser = new MarkdownIt({ html: true });
  const uri = URI.parse('file:///answers/answers.md');
  let document: { uri: string } | undefined;
  const changed: ((document: unknown) => void)[] = [];
  const nothing = (): object => ({ dispose: () => undefined });
  const workspace = {
    workspaceFolders: [URI.parse('file:///answers')],
    onDidChangeMarkdownDocument: (listener: (document: unknown) => void, self: unknown) => {
      changed.push((one) => listener.call(self, one));
      return nothing();
    },
    onDidCreateMarkdownDocument: nothing,
    onDidDeleteMarkdownDocument: nothing,
    getAllMarkdownDocuments: () => Promise.resolve([document]),
    hasMarkdownDocument: () => true,
    openMarkdownDocument: () => Promise.resolve(document),
    stat: () => Promise.resolve(undefined),
    readDirectory: () => Promise.resolve([]),
    watchFile: () => ({ onDidChange: nothing, onDidCreate: nothing, onDidDelete: nothing, dispose: () => undefined }),
  };
  const markdown = service.createLanguageService({
    workspace,
    parser: {
      slugifier: service.githubSlugifier,
      tokenize: (one: { getText: () => string }) => Promise.resolve(parser.parse(one.getText(), {})),
    },
    logger: { level: 0, log: () => undefined },
  });
  const manager = markdown.createPullDiagnosticsManager();
  const options = {
    validateReferences: 'warning',
    validateFragmentLinks: 'warning',
    validateFileLinks: 'warning',
    validateMarkdownFileLinkFragments: 'warning',
    validateUnusedLinkDefinitions: 'hint',
    validateDuplicateLinkDefinitions: 'warning',
    ignoreLinks: [],
  };
  const token = { isCancellationRequested: false, onCancellationRequested: nothing };
  let version = 0;
  return async (text) => {
    document = TextDocument.create(uri.toString(), 'markdown', ++version, text);
    if (version > 1) for (const listener of changed) listener(document);
    return (await manager.computeDiagnostics(document, options, token)).length;
  };
}

interface Service {
  createPullDiagnosticsManager: () => {
    computeDiagnostics: (document: unknown, options: object, token: object) => Promise<readonly unknown[]>;
  };
}
