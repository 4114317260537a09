/** The config files of the workspace: the nearest one to each document, read when it is asked for, and read again when it has changed. */

import { folderOf } from './places.ts';
import { t } from '../core/locale/locale.ts';
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { CONFIG_NAME, LARGEST_CONFIG, readConfigFile, TOO_LARGE, type ConfigFile, type ConfigProblem } from '../core/config/configFile.ts';
import { decodeLeniently } from '../files/decode.ts';
import { MissingFile, type Files } from '../files/files.ts';
import { NO_FILES } from './clientFiles.ts';
import type { Runtime } from './runtime.ts';

/** A config file that can be used. */
export interface FoundConfig {
  /** The URI of the folder that it lies in, with a trailing slash. */
  readonly folder: string;
  /** For `readSettings`. */
  readonly layer: Readonly<Record<string, unknown>>;
}

/** A config file with its text, for the places of what is wrong with it. */
interface ReadConfig extends ConfigFile {
  readonly text: string;
}

export class ConfigFiles {
  readonly #runtime: Runtime;
  #folders: readonly string[] = [];
  #clientFiles: Files | undefined;
  /** By the URI of a folder: the file in it; undefined where there is none. */
  readonly #read = new Map<string, Promise<ReadConfig | undefined>>();
  /** By the URI of a folder: the nearest file that could be used when it was asked for last. */
  readonly #nearest = new Map<string, FoundConfig>();
  /** Folders with problems that somebody was told of. */
  readonly #told = new Set<string>();
  /** Called with everything that is wrong with a file, and with nothing when it is mended or gone. */
  onProblems: (uri: string, text: string, problems: readonly ConfigProblem[]) => void = () => undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Where the workspace is, and through whom its files are read. */
  setUp(folders: readonly string[], clientFiles: Files | undefined): void {
    this.#folders = folders;
    this.#clientFiles = clientFiles ?? this.#clientFiles;
    this.forget();
  }

  /**
   * The nearest config file of a document or of a folder (with a trailing slash), up to its workspace folder; without a URI,
   * that of the first workspace folder. Outside of the workspace only a file beside the document counts.
   */
  async for(uri: string): Promise<FoundConfig | undefined> {
    const own = uri === '' ? this.#folders[0] : folderOf(uri);
    if (own?.includes('/') !== true) return undefined;
    const chain = this.#upFrom(own);
    const files = await Promise.all(chain.map((folder) => this.#in(folder)));
    const at = files.findIndex((file) => file !== undefined);
    const layer = files[at]?.layer;
    const found = layer === undefined ? undefined : { folder: chain[at]!, layer };
    if (found === undefined) this.#nearest.delete(own);
    else this.#nearest.set(own, found);
    return found;
  }

  /** What globs of a document's settings are seen from, where a config file says which files are which; once it was asked for. */
  baseOf(uri: string): string | undefined {
    const found = this.#nearest.get(folderOf(uri));
    return found !== undefined && hasGlobs(found) ? found.folder : undefined;
  }

  /** The folders of the files that say which files are which, as far as they were asked for. */
  get bases(): readonly string[] {
    return [...new Set([...this.#nearest.values()].filter(hasGlobs).map(({ folder }) => folder))].sort();
  }

  /** Whether any of the files that were made, changed or deleted may have been a config file. */
  concern(events: readonly FileEvent[]): boolean {
    return events.some((event) => this.#concerns(event));
  }

  /** What was read may be out of date. */
  forget(): void {
    this.#read.clear();
    this.#nearest.clear();
    // Nobody else may ask for these again.
    for (const folder of this.#told) void this.#in(folder);
  }

  #concerns({ uri, type }: FileEvent): boolean {
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    if (name === CONFIG_NAME) return true;
    // A folder that comes or goes takes what is in it along, and nobody tells of that.
    if (type === FileChangeType.Deleted) return [...this.#nearest.values()].some(({ folder }) => folder.startsWith(`${uri}/`));
    return type === FileChangeType.Created && !name.includes('.');
  }

  /** A folder and those above it in its workspace folder, the nearest first. */
  #upFrom(folder: string): readonly string[] {
    const root = this.#folders.find((candidate) => folder.startsWith(candidate)) ?? folder;
    const chain = [folder];
    for (let at = folder; at.length > root.length;) chain.push((at = at.slice(0, at.lastIndexOf('/', at.length - 2) + 1)));
    return chain;
  }

  #in(folder: string): Promise<ReadConfig | undefined> {
    const known = this.#read.get(folder);
    if (known !== undefined) return known;
    const reading = this.#readIn(folder);
    this.#read.set(folder, reading);
    void reading.then((file) => {
      // A newer reading has its own say.
      if (this.#read.get(folder) === reading) this.#tell(folder, file);
    });
    return reading;
  }

  async #readIn(folder: string): Promise<ReadConfig | undefined> {
    try {
      const bytes = await this.#filesFor(folder).read(folder + CONFIG_NAME, folder);
      if (bytes.length > LARGEST_CONFIG) throw new Error(TOO_LARGE);
      const text = decodeLeniently(bytes);
      return { ...readConfigFile(text), text };
    } catch (error) {
      // Most folders have none.
      if (error instanceof MissingFile) return undefined;
      const message = t("This file can't be read: {0}.", t((error as Error).message));
      return { layer: undefined, problems: [{ message, start: 0, end: 0, line: 0, character: 0 }], text: '' };
    }
  }

  #tell(folder: string, file: ReadConfig | undefined): void {
    const problems = file?.problems ?? [];
    if (problems.length === 0 && !this.#told.has(folder)) return;
    if (problems.length > 0) this.#told.add(folder);
    else this.#told.delete(folder);
    this.onProblems(folder + CONFIG_NAME, file?.text ?? '', problems);
  }

  #filesFor(uri: string): Files {
    if (uri.startsWith('file:') && this.#runtime.files !== undefined) return this.#runtime.files;
    return this.#clientFiles ?? NO_FILES;
  }
}

function hasGlobs({ layer }: FoundConfig): boolean {
  return Object.keys(layer).some((key) => key === 'files' || key.endsWith('.files'));
}
