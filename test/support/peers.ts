/** Other checkers of prose, to be measured beside this one: each is used where it is installed, and left out where it isn't. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Span } from '../../server/src/core/text/span.ts';

/** The spans of a text that a checker reports as claims, weasel words and hedges, or as acronyms. UTF-16 offsets. */
export interface Peer {
  readonly name: string;
  readonly kind: 'claims' | 'acronyms';
  readonly find: (text: string) => Promise<readonly Span[]>;
}

/** What is asked for with `--peers=FOLDER`: the folder in whose node_modules the peers are; else the repository's own. */
export async function peersOf(kind: Peer['kind'], args: readonly string[], root: string): Promise<readonly Peer[]> {
  const folder = path.resolve(root, args.find((arg) => arg.startsWith('--peers='))?.slice('--peers='.length) ?? '.');
  const peers: Peer[] = [];
  for (const [name, make] of Object.entries(MAKERS[kind])) {
    try {
      peers.push({ name, kind, find: await make(folder) });
    } catch (error) {
      if (!(error instanceof NotInstalled)) throw error;
      console.log(`${name} is left out: ${error.message}. Packages can be put elsewhere and named with --peers=FOLDER.`);
    }
  }
  return peers;
}

type Make = (folder: string) => Promise<Peer['find']>;

const MAKERS: Readonly<Record<Peer['kind'], Readonly<Record<string, Make>>>> = {
  claims: { 'write-good': writeGood, 'retext-intensify': retextIntensify, 'harper.js': (folder) => harper(folder, isHedge) },
  acronyms: { 'textlint-rule-unexpanded-acronym': textlintAcronyms, 'harper.js': (folder) => harper(folder, isAcronym) },
};

export class NotInstalled extends Error {}

/** The checks of weasel words and of adverbs that weaken; the others are about style. */
async function writeGood(folder: string): Promise<Peer['find']> {
  const { default: check } = await load<{ default: (text: string, checks: object) => readonly { index: number; offset: number }[] }>(
    folder,
    'write-good',
  );
  const checks = { passive: false, illusion: false, so: false, thereIs: false, tooWordy: false, cliches: false };
  return (text) => Promise.resolve(check(text, checks).map(({ index, offset }) => ({ start: index, end: index + offset })));
}

async function retextIntensify(folder: string): Promise<Peer['find']> {
  const { default: intensify } = await load(folder, 'retext-intensify');
  const { default: english } = await load(folder, 'retext-english');
  const { unified } = await load<{ unified: () => Unified }>(folder, 'unified');
  // The text itself is not wanted back.
  const processor = unified()
    .use(english)
    .use(intensify)
    .use(function silent(this: { compiler: unknown }) {
      this.compiler = () => '';
    });
  return async (text) =>
    (await processor.process(text)).messages.map(({ place }) => ({ start: place.start.offset, end: place.end.offset }));
}

interface Unified {
  use: (plugin: unknown) => Unified;
  process: (text: string) => Promise<{
    readonly messages: readonly { readonly place: { readonly start: { offset: number }; readonly end: { offset: number } } }[];
  }>;
}

/** It reports the acronym without a place, so every use of it counts; which of them is the first is for the caller to see. */
async function textlintAcronyms(folder: string): Promise<Peer['find']> {
  const { TextlintKernel } = await load<{ TextlintKernel: new () => Kernel }>(folder, '@textlint/kernel');
  const { default: rule } = await load(folder, 'textlint-rule-unexpanded-acronym');
  const { default: plugin } = await load<{ default: { default?: unknown } }>(folder, '@textlint/textlint-plugin-text');
  const kernel = new TextlintKernel();
  return async (text) => {
    const { messages } = await kernel.lintText(text, {
      ext: '.txt',
      plugins: [{ pluginId: 'text', plugin: plugin.default ?? plugin }],
      rules: [{ ruleId: 'unexpanded-acronym', rule }],
    });
    return messages.flatMap(({ message }) => {
      const name = /"([^"]+)"/.exec(message)?.[1];
      const start = name === undefined ? -1 : text.search(new RegExp(String.raw`\b${name}\b`));
      return start < 0 ? [] : [{ start, end: start + name!.length }];
    });
  };
}

interface Kernel {
  lintText: (text: string, options: object) => Promise<{ messages: readonly { message: string }[] }>;
}

/** One linter for both kinds: its program is large. */
let linter: Promise<Harper> | undefined;

async function harper(folder: string, isMeant: (rule: string, lint: HarperLint) => boolean): Promise<Peer['find']> {
  linter ??= startHarper(folder);
  const started = await linter;
  return async (text) => {
    const found = await started.organizedLints(text);
    return Object.entries(found).flatMap(([rule, lints]) =>
      lints.filter((lint) => isMeant(rule, lint)).map((lint) => ({ start: lint.span().start, end: lint.span().end })),
    );
  };
}

export async function startHarper(folder: string): Promise<Harper> {
  const { LocalLinter } = await load<{ LocalLinter: new (options: object) => Harper }>(folder, 'harper.js');
  const { binary } = await load<{ binary: unknown }>(folder, 'harper.js', './binary');
  const started = new LocalLinter({ binary });
  await started.setup();
  return started;
}

export interface Harper {
  setup: () => Promise<void>;
  organizedLints: (text: string) => Promise<Readonly<Record<string, readonly HarperLint[]>>>;
}

interface HarperLint {
  span: () => Span;
  message: () => string;
  get_problem_text: () => string;
}

/** Its nearest relatives of a claim check: hedges, fillers, blanket statements and weak intensifiers. */
function isHedge(rule: string, lint: HarperLint): boolean {
  return (
    /^(?:Hedging|FillerWords|BlanketStatement|WidelyAccepted|MultipleFrequencyAdverbs)$/.test(rule) ||
    /^very /i.test(lint.get_problem_text())
  );
}

/** An acronym that it asks to expand, or that its dictionary doesn't have. */
function isAcronym(rule: string, lint: HarperLint): boolean {
  return (
    (rule === 'SpellCheck' || lint.message().includes('initialism')) &&
    /^[\p{L}\d]*\p{Lu}[\p{L}\d]*[\p{Lu}\d][\p{L}\d]*$/u.test(lint.get_problem_text())
  );
}

/** Loads a package from a folder's node_modules by its own entry point: bundled code can't ask for what may not be there. */
export async function load<T = { default: unknown }>(folder: string, name: string, entry = '.'): Promise<T> {
  const home = path.join(folder, 'node_modules', name);
  const manifest = path.join(home, 'package.json');
  if (!existsSync(manifest)) throw new NotInstalled(`${name} is not installed`);
  const { exports, main } = JSON.parse(readFileSync(manifest, 'utf8')) as { exports?: Exports; main?: string };
  const file = entryIn(exports, entry) ?? main ?? 'index.js';
  const module = (await import(pathToFileURL(path.join(home, /\.[cm]?js$/.test(file) ? file : `${file}.js`)).href)) as T;
  return module;
}

type Exports = string | { readonly [key: string]: Exports };

function entryIn(exports: Exports | undefined, entry: string): string | undefined {
  if (exports === undefined || typeof exports === 'string') return exports;
  const own = exports[entry] ?? (entry === '.' && !Object.keys(exports).some((key) => key.startsWith('.')) ? exports : undefined);
  const chosen = own === undefined || typeof own === 'string' ? own : (own['node'] ?? own['import'] ?? own['default']);
  return typeof chosen === 'object' ? entryIn(chosen, '.') : chosen;
}
