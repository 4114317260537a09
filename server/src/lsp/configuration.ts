/** The settings of each document, from the editor and from the nearest config file, in one shape. What is nearer to the text wins. */

import type { Connection, FileEvent } from 'vscode-languageserver';
import { readSettings, SETTINGS, SETTINGS_SECTION, type Settings } from '../core/settings.ts';
import { isRecord } from '../core/text/record.ts';
import type { Files } from '../files/files.ts';
import { OF_WORKSPACE_KEY, UNTRUSTED_KEY } from '../protocol/index.ts';
import type { ConfigFiles } from './configFiles.ts';
import type { Runtime } from './runtime.ts';

export class Configuration {
  readonly #connection: Connection;
  readonly #files: ConfigFiles;
  readonly #runtime: Runtime;
  /** The editor has answered after it was given up: settings may be others than those that were used. */
  onLateAnswer: () => void = () => undefined;
  #canAsk = false;
  #initial: unknown;
  #pushed: unknown;
  /** By document; the same object as long as nothing changes, because analyses are cached by it. */
  readonly #byUri = new Map<string, Promise<Settings>>();
  readonly #byContent = new Map<string, Settings>();
  readonly #reported = new Set<string>();

  constructor(connection: Connection, files: ConfigFiles, runtime: Runtime) {
    this.#connection = connection;
    this.#files = files;
    this.#runtime = runtime;
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
      settings = this.#canAsk ? this.#readAsked(uri) : this.#read(uri, this.#pushed);
      this.#byUri.set(uri, settings);
    }
    return settings;
  }

  /** With what the editor answers, or without if that takes too long; what it answers later holds from then on. */
  #readAsked(uri: string): Promise<Settings> {
    const answer = this.#ask(uri);
    let isLate = false;
    const inTime = new Promise<unknown>((resolve) => {
      const stopWaiting = this.#runtime.after(PATIENCE_MILLISECONDS, () => {
        isLate = true;
        this.#warnOnce('The editor has not answered what its settings are. Until it does, the config file and the defaults hold.');
        resolve(undefined);
      });
      void answer.then((asked) => {
        stopWaiting();
        resolve(asked);
      });
    });
    const settings = this.#read(uri, inTime);
    void answer.then((asked) => {
      // Asked again meanwhile, or of no interest any more.
      if (!isLate || this.#byUri.get(uri) !== settings) return;
      this.#byUri.set(uri, this.#read(uri, asked));
      this.onLateAnswer();
    });
    return settings;
  }

  async #read(uri: string, fromEditor: unknown): Promise<Settings> {
    const [asked, file] = await Promise.all([fromEditor, this.#files.for(uri)]);
    const nearer = ofWorkspace(asked);
    // What is wrong with the file is said on the file.
    const { problems } = readSettings(this.#initial, asked, ...nearer);
    const layer = this.#mayTrust(asked) ? file?.layer : harmless(file?.layer);
    const { settings } = readSettings(this.#initial, asked, layer, ...nearer);
    for (const problem of problems) this.#warnOnce(problem);
    const content = JSON.stringify(settings);
    const known = this.#byContent.get(content);
    if (known !== undefined) return known;
    this.#byContent.set(content, settings);
    return settings;
  }

  /** Undefined without an answer. Never rejects, but may never resolve: some clients say that they can be asked and do not answer. */
  async #ask(uri: string): Promise<unknown> {
    try {
      const item = { ...(uri !== '' && { scopeUri: uri }), section: SETTINGS_SECTION };
      return ((await this.#connection.workspace.getConfiguration(item)) as unknown) ?? null;
    } catch (error) {
      this.#connection.console.error(`The editor gave no settings: ${String(error)}`);
      return undefined;
    }
  }

  /** An editor that was asked and has not answered may be one in which the user does not trust the folder. */
  #mayTrust(asked: unknown): boolean {
    if (this.#canAsk && asked === undefined) return false;
    return !isRecord(asked) || asked[UNTRUSTED_KEY] !== true;
  }

  #warnOnce(problem: string): void {
    if (!this.#reported.has(problem)) this.#connection.console.warn(problem);
    this.#reported.add(problem);
  }
}

/** VS Code answers within milliseconds, and within a second or two while it starts on a slow machine. */
const PATIENCE_MILLISECONDS = 5000;

/** The layers that the editor says are set for this workspace in particular. */
function ofWorkspace(asked: unknown): readonly unknown[] {
  const layers = isRecord(asked) ? asked[OF_WORKSPACE_KEY] : undefined;
  return Array.isArray(layers) ? layers : [];
}

/** Without what decides which files are read or written. */
function harmless(layer: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, unknown>> {
  const restricted = new Set(SETTINGS.filter(({ isRestricted }) => isRestricted === true).map(({ key }) => key));
  return Object.fromEntries(Object.entries(layer ?? {}).filter(([key]) => !restricted.has(key)));
}
