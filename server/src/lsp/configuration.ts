/** The settings of each document, from initialization options and from the editor's configuration, in one shape. */

import type { Connection } from 'vscode-languageserver';
import { readSettings, SETTINGS_SECTION, type Settings } from '../core/settings.ts';

export class Configuration {
  readonly #connection: Connection;
  #canAsk = false;
  #initial: unknown;
  #pushed: unknown;
  /** By document; the same object as long as nothing changes, because analyses are cached by it. */
  readonly #byUri = new Map<string, Promise<Settings>>();
  readonly #byContent = new Map<string, Settings>();
  readonly #reported = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
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
    const asked = this.#canAsk ? await this.#ask(uri) : this.#pushed;
    const { settings, problems } = readSettings(this.#initial, asked);
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
