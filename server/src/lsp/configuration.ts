/** The settings of each document, from the editor and from the nearest config file, in one shape. What is nearer to the text wins. */

import type { Connection, FileEvent } from 'vscode-languageserver';
import { readSettings, SETTINGS, SETTINGS_SECTION, type Settings } from '../core/settings.ts';
import type { Files } from '../files/files.ts';
import { OF_WORKSPACE_KEY, UNTRUSTED_KEY } from '../protocol/index.ts';
import type { ConfigFiles } from './configFiles.ts';

export class Configuration {
  readonly #connection: Connection;
  readonly #files: ConfigFiles;
  #canAsk = false;
  #initial: unknown;
  #pushed: unknown;
  /** By document; the same object as long as nothing changes, because analyses are cached by it. */
  readonly #byUri = new Map<string, Promise<Settings>>();
  readonly #byContent = new Map<string, Settings>();
  readonly #reported = new Set<string>();

  constructor(connection: Connection, files: ConfigFiles) {
    this.#connection = connection;
    this.#files = files;
  }

  /** To be called once, with what the client said at initialization. */
  initialize(initializationOptions: unknown, canAsk: boolean): void {
    this.#initial = initializationOptions;
    this.#canAsk = canAsk;
  }

  /** The settings have changed; `pushed` is what a client that can't be asked sends along. */
  change(pushed: unknown): void {
    this.#pushed = pushed;
    this.#byUri.clear();
  }

  /** Where config files are looked for. */
  setUp(folders: readonly string[], clientFiles: Files | undefined): void {
    this.#files.setUp(folders, clientFiles);
    this.#byUri.clear();
  }

  /** Files were made, changed or deleted. Whether settings may be others because of that. */
  filesChanged(events: readonly FileEvent[]): boolean {
    if (!this.#files.concern(events)) return false;
    this.readAgain();
    return true;
  }

  /** Config files may have changed without a word. */
  readAgain(): void {
    this.#files.forget();
    this.#byUri.clear();
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  /** Those of a document; of none, with an empty URI. Never rejects: without an answer from the editor the rest holds. */
  for(uri: string): Promise<Settings> {
    let settings = this.#byUri.get(uri);
    if (settings === undefined) {
      settings = this.#read(uri);
      this.#byUri.set(uri, settings);
    }
    return settings;
  }

  async #read(uri: string): Promise<Settings> {
    const [asked, file] = await Promise.all([this.#canAsk ? this.#ask(uri) : this.#pushed, this.#files.for(uri)]);
    const nearer = ofWorkspace(asked);
    // What is wrong with the file is said on the file.
    const { problems } = readSettings(this.#initial, asked, ...nearer);
    const { settings } = readSettings(this.#initial, asked, isUntrusted(asked) ? harmless(file?.layer) : file?.layer, ...nearer);
    for (const problem of problems) {
      if (!this.#reported.has(problem)) this.#connection.console.warn(problem);
      this.#reported.add(problem);
    }
    const content = JSON.stringify(settings);
    const known = this.#byContent.get(content);
    if (known !== undefined) return known;
    this.#byContent.set(content, settings);
    return settings;
  }

  async #ask(uri: string): Promise<unknown> {
    try {
      return await this.#connection.workspace.getConfiguration({ ...(uri !== '' && { scopeUri: uri }), section: SETTINGS_SECTION });
    } catch (error) {
      this.#connection.console.error(`The editor gave no settings: ${String(error)}`);
      return undefined;
    }
  }
}

/** The layers that the editor says are set for this workspace in particular. */
function ofWorkspace(asked: unknown): readonly unknown[] {
  const layers = (asked as Readonly<Record<string, unknown>> | null | undefined)?.[OF_WORKSPACE_KEY];
  return Array.isArray(layers) ? layers : [];
}

function isUntrusted(asked: unknown): boolean {
  return (asked as Readonly<Record<string, unknown>> | null | undefined)?.[UNTRUSTED_KEY] === true;
}

/** Without what decides which files are read or written. */
function harmless(layer: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, unknown>> {
  const restricted = new Set(SETTINGS.filter(({ isRestricted }) => isRestricted === true).map(({ key }) => key));
  return Object.fromEntries(Object.entries(layer ?? {}).filter(([key]) => !restricted.has(key)));
}
