/** Checks single files, each with the settings that hold where it lies. */

import { AnalysisCache, analyse, type AnalysisOptions } from '../core/analysis.ts';
import type { LearnedPaces } from '../core/rehearsal/calibration.ts';
import { fixAll } from '../core/suppressions/fixAll.ts';
import { matchesGlobs } from '../core/text/globs.ts';
import { fingerprintOf } from './baseline.ts';
import { reportOf, type CheckedFile, type Details } from './checkedFile.ts';
import { Configs, UnusableConfig } from './config.ts';
import { formatDiff } from './fix.ts';
import { readInput, relative, STANDARD_INPUT, type Unreadable } from './inputs.ts';
import type { Sources } from './sources.ts';

/** What is wanted of each file: plain data, for other threads. */
export interface Wanted {
  /** The file of `--config`. */
  readonly config: string | undefined;
  /** The language to say findings in; undefined for the terminal's. */
  readonly locale: string | undefined;
  /** What to call standard input. */
  readonly standardInputName: string;
  /** The answers with their times, beside the findings. */
  readonly answers: boolean;
  /** Fingerprints of the findings. */
  readonly fingerprints: boolean;
  /** What the safe fixes make of the file, or what they would change. */
  readonly fixes: 'write' | 'dry-run' | undefined;
}

/** What a file has come to: plain data. */
export interface Outcome {
  readonly path: string;
  readonly result:
    | { readonly kind: 'checked'; readonly file: CheckedFile; readonly fix?: FixedFile; readonly diff?: Diff }
    | { readonly kind: 'unreadable'; readonly reason: string }
    /** Something in the product went wrong; the other files are none the worse for it. */
    | { readonly kind: 'failed'; readonly error: string }
    /** The settings that would hold can't be had. */
    | { readonly kind: 'unconfigured'; readonly message: string };
  /** Values of config files that can't be used, as far as this file was the first to see them. */
  readonly problems: readonly string[];
}

/** A file before and after its safe fixes. */
export interface FixedFile {
  readonly before: string;
  readonly after: string;
  readonly fixes: number;
  readonly file: CheckedFile;
}

export interface Diff {
  readonly text: string;
  readonly fixes: number;
}

export class Checker {
  readonly #wanted: Wanted;
  readonly #details: Details;
  readonly #configs: Configs;
  readonly #caches: Map<string, AnalysisCache> | undefined;
  #problems: string[] = [];
  /** Paces learned from rehearsals, for every file that is checked from now on. */
  learned: LearnedPaces | undefined;
  /** What transcripts, glossary and evidence say. */
  sources: Sources | undefined;

  /** One that `remembers` keeps what it has learnt of each file, so that checking it again costs what has changed. */
  constructor(wanted: Wanted, remembers: 'remembers' | 'forgets') {
    this.#wanted = wanted;
    this.#details = { answers: wanted.answers, ...(wanted.fingerprints && { fingerprint: fingerprintOf }) };
    this.#configs = new Configs(wanted.config, (problem) => this.#problems.push(problem));
    if (remembers === 'remembers') this.#caches = new Map();
  }

  /** Never rejects. One call at a time. */
  async check(name: string): Promise<Outcome> {
    const { path, ...result } = await this.#check(name).catch((error: unknown) => ({ path: name, ...failure(error) }));
    const problems = this.#problems;
    this.#problems = [];
    return { path, result, problems };
  }

  /** The config files that were found so far. */
  get configFiles(): readonly string[] {
    return this.#configs.found;
  }

  /** The config files may have changed. */
  forgetConfigs(): void {
    this.#configs.forget();
  }

  async #check(name: string): Promise<Outcome['result'] & { readonly path: string }> {
    const input = await readInput(name, this.#wanted.standardInputName);
    if (!('text' in input)) return { kind: 'unreadable', ...input } satisfies Unreadable & { kind: 'unreadable' };
    const { path, text } = input;
    const options = await this.#optionsFor(path);
    const cache = this.#cache(name);
    const analysis = analyse(text, options, cache);
    const file = reportOf(path, analysis, this.#details);
    const { fixes } = this.#wanted;
    if (fixes === undefined) return { kind: 'checked', path, file };
    const fixed = fixAll(analysis, (again) => analyse(again, options, cache));
    if (fixed === undefined) return { kind: 'checked', path, file };
    if (fixes === 'dry-run') return { kind: 'checked', path, file, diff: { text: formatDiff(path, text, fixed.text), fixes: fixed.fixes } };
    const after = reportOf(path, analyse(fixed.text, options, cache), this.#details);
    return { kind: 'checked', path, file, fix: { before: text, after: fixed.text, fixes: fixed.fixes, file: after } };
  }

  async #optionsFor(path: string): Promise<AnalysisOptions> {
    const { settings, folder } = await this.#configs.for(path);
    const isListed = matchesGlobs(folder === undefined ? path : relative(folder, path), settings.files);
    return { settings, isListed, ...(this.learned && { paces: this.learned.for(settings) }), ...this.sources?.for(path) };
  }

  #cache(name: string): AnalysisCache {
    // Standard input is read once.
    if (this.#caches === undefined || name === STANDARD_INPUT) return new AnalysisCache();
    let cache = this.#caches.get(name);
    if (cache === undefined) this.#caches.set(name, (cache = new AnalysisCache()));
    return cache;
  }
}

function failure(error: unknown): Outcome['result'] {
  if (error instanceof UnusableConfig) return { kind: 'unconfigured', message: error.message };
  return { kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
