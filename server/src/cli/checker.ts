/** Checks single files, each with the settings that hold where it lies. */

import path from 'node:path';
import { AnalysisCache, analyse, type AnalysisOptions } from '../core/analysis.ts';
import type { LearnedPaces } from '../core/rehearsal/calibration.ts';
import { fixAll, type FixedAll } from '../core/suppressions/fixAll.ts';
import { matchesGlobs } from '../core/text/globs.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import type { CheckedFile } from './checkedFile.ts';
import type { Configs } from './config.ts';
import { readInput, STANDARD_INPUT, type Unreadable } from './inputs.ts';

/** Keeps what it has learnt of each file, so that checking it again costs what has changed. */
export class Checker {
  readonly #configs: Configs;
  readonly #standardInputName: string;
  readonly #caches = new Map<string, AnalysisCache>();
  readonly #options = new Map<string, AnalysisOptions>();
  /** Paces learned from rehearsals, for every file that is checked from now on. */
  learned: LearnedPaces | undefined;
  /** What transcripts, glossary and evidence say, for each file. */
  sourcesOf: ((file: string) => Pick<AnalysisOptions, 'vocabulary' | 'claimContext'>) | undefined;

  constructor(configs: Configs, standardInputName: string) {
    this.#configs = configs;
    this.#standardInputName = standardInputName;
  }

  /** Throws UsageError when a config file can't be used. */
  async check(name: string): Promise<CheckedFile | Unreadable> {
    const input = await readInput(name, this.#standardInputName);
    if (!('text' in input)) return input;
    const { settings, folder } = await this.#configs.for(input.path);
    const isListed = matchesGlobs(folder === undefined ? input.path : relative(folder, input.path), settings.files);
    const options = { settings, isListed, ...(this.learned && { paces: this.learned.for(settings) }), ...this.sourcesOf?.(input.path) };
    this.#options.set(input.path, options);
    const analysis = analyse(input.text, options, this.#cache(name));
    return { path: input.path, lines: new LineIndex(input.text), analysis };
  }

  /** The text of a file that was checked, with all safe fixes; undefined when there are none. */
  fix({ path: name, analysis }: CheckedFile): FixedAll | undefined {
    const options = this.#options.get(name)!;
    const cache = new AnalysisCache();
    return fixAll(analysis, (text) => analyse(text, options, cache));
  }

  #cache(name: string): AnalysisCache {
    let cache = this.#caches.get(name);
    // Standard input is read once.
    if (cache === undefined || name === STANDARD_INPUT) {
      cache = new AnalysisCache();
      this.#caches.set(name, cache);
    }
    return cache;
  }
}

/** The path below a folder, with `/`. */
export function relative(folder: string, file: string): string {
  return path.relative(folder, path.resolve(file)).split(path.sep).join('/');
}
