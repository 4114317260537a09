/** Finds and reads the settings of each file: from the file that `--config` names, else from the nearest `.interview-answers.json`. */

import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { CONFIG_NAME, LARGEST_CONFIG, readConfigFile, TOO_LARGE } from '../core/config/configFile.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../core/settings.ts';
import { UsageError } from './failures.ts';
import { decodeLeniently } from '../files/decode.ts';
import { explainFileError, regularFile } from '../files/node.ts';
import { readAtMost } from '../files/readAtMost.ts';

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
  readonly #found = new Set<string>();

  /** `named` is the file of `--config`; `report` gets one sentence for each value that can't be used. */
  constructor(named: string | undefined, report: (problem: string) => void) {
    this.#named = named;
    this.#report = report;
  }

  /** The settings for a file. Throws UnusableConfig when its config file can't be read or is not JSON. */
  for(file: string): Promise<Config> {
    return this.#in(this.#named === undefined ? path.dirname(path.resolve(file)) : '');
  }

  /** The files that were found so far, and not named. */
  get found(): readonly string[] {
    return [...this.#found];
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
    if (text !== undefined) {
      this.#found.add(file);
      return { settings: this.#settings(file, text), folder };
    }
    const parent = path.dirname(folder);
    return parent === folder ? { settings: DEFAULT_SETTINGS, folder: undefined } : this.#in(parent);
  }

  #settings(file: string, text: string): Settings {
    const key = `${file}\n${text}`;
    const known = this.#byText.get(key);
    if (known !== undefined) return known;
    const { layer, problems } = readConfigFile(text);
    const said = problems.map(({ line, character, message }) => `${file}:${line + 1}:${character + 1}: ${message}`);
    if (layer === undefined) throw new UnusableConfig(said.join());
    said.forEach(this.#report);
    const { settings } = readSettings(layer);
    this.#byText.set(key, settings);
    return settings;
  }
}

/** A config file that can't be read or is not JSON; its message names it, and the place in it. */
export class UnusableConfig extends UsageError {}

/** The text of a config file that was named, which may be a pipe. */
async function readNamed(file: string): Promise<string> {
  try {
    return await readText(file);
  } catch (error) {
    throw unreadable(file, explainFileError(error));
  }
}

/** The text of a config file that was found on the way up, and not named: whoever put it there may have put anything there. */
async function readFound(file: string): Promise<string | undefined> {
  try {
    await regularFile(file);
    return await readText(file);
  } catch (error) {
    // Most folders have none; a folder that can't be looked into is somebody else's. A link that is there may lead nowhere.
    const isThere = await lstat(file).then(
      () => true,
      () => false,
    );
    if (isThere) throw unreadable(file, explainFileError(error));
    return undefined;
  }
}

async function readText(file: string): Promise<string> {
  return decodeLeniently(await readAtMost(file, LARGEST_CONFIG, TOO_LARGE));
}

function unreadable(file: string, reason: string): UnusableConfig {
  return new UnusableConfig(`${file}: this config file can't be read: ${reason}`);
}
