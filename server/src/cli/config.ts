/** Finds and reads the settings of each file: from the file that `--config` names, else from the nearest `.interview-answers.json`. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONFIG_NAME, readConfigFile, type ConfigProblem } from '../core/config/configFile.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../core/settings.ts';
import { UsageError } from './failures.ts';

export interface Config {
  readonly settings: Settings;
  /** Where the config file lies that was found; its globs are seen from there. */
  readonly folder: string | undefined;
}

export class Configs {
  readonly #named: string | undefined;
  readonly #report: (problem: string) => void;
  readonly #byFolder = new Map<string, Promise<Config>>();
  /** The same text gives the same settings, because analyses are cached by them, and is complained about once. */
  readonly #byText = new Map<string, Settings>();

  /** `named` is the file of `--config`; `report` gets one sentence for each value that can't be used. */
  constructor(named: string | undefined, report: (problem: string) => void) {
    this.#named = named;
    this.#report = report;
  }

  /** The settings for a file. Throws UsageError when its config file can't be read or is not JSON. */
  for(file: string): Promise<Config> {
    return this.#in(this.#named === undefined ? path.dirname(path.resolve(file)) : '');
  }

  /** The config files may have changed. */
  forget(): void {
    this.#byFolder.clear();
  }

  #in(folder: string): Promise<Config> {
    let config = this.#byFolder.get(folder);
    if (config === undefined) {
      config = this.#read(folder);
      this.#byFolder.set(folder, config);
    }
    return config;
  }

  async #read(folder: string): Promise<Config> {
    if (this.#named !== undefined) return { settings: this.#settings(this.#named, await readNamed(this.#named)), folder: undefined };
    const file = path.join(folder, CONFIG_NAME);
    const text = await readFound(file);
    if (text !== undefined) return { settings: this.#settings(file, text), folder };
    const parent = path.dirname(folder);
    return parent === folder ? { settings: DEFAULT_SETTINGS, folder: undefined } : this.#in(parent);
  }

  #settings(file: string, text: string): Settings {
    const key = `${file}\n${text}`;
    const known = this.#byText.get(key);
    if (known !== undefined) return known;
    const { layer, problems } = readConfigFile(text);
    if (layer === undefined) {
      const [{ line, message }] = problems as [ConfigProblem];
      throw new UsageError(
        `the config file ${JSON.stringify(file)} is not JSON: line ${line + 1}: ${message.replace('This is not JSON: ', '')}`,
      );
    }
    for (const { line, message } of problems) this.#report(`${file}:${line + 1}: ${message}`);
    const { settings } = readSettings(layer);
    this.#byText.set(key, settings);
    return settings;
  }
}

async function readNamed(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function readFound(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    // Most folders have none; a folder that can't be looked into is somebody else's.
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): UsageError {
  return new UsageError(`can't read the config file ${JSON.stringify(file)}: ${(error as Error).message}`);
}
