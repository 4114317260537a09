/** The history in one file of the extension's own folder, told to the server whenever it changes. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { HISTORY_NOTIFICATION, type HistoryParams } from '../../../server/src/protocol/rehearsal.ts';
import type { HistoryStore } from './host.ts';

export class InterimHistory implements HistoryStore {
  readonly #client: BaseLanguageClient;
  readonly #file: vscode.Uri;
  #last: Promise<void> = Promise.resolve();

  constructor(client: BaseLanguageClient, folder: vscode.Uri) {
    this.#client = client;
    this.#file = vscode.Uri.joinPath(folder, 'history.jsonl');
  }

  /** Tells the server what there is; after each start of it. */
  async tell(): Promise<void> {
    await this.#notify(await this.#read());
  }

  append(record: string): Promise<void> {
    return this.rewrite((text) => Promise.resolve(`${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${record}\n`));
  }

  rewrite(change: (text: string) => Promise<string>): Promise<void> {
    const done = this.#last.then(async () => {
      const text = await change(await this.#read());
      await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(text));
      await this.#notify(text);
    });
    // One change after the other, whatever became of the one before.
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #read(): Promise<string> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file));
    } catch {
      return '';
    }
  }

  #notify(text: string): Promise<void> {
    const params: HistoryParams = { text };
    return this.#client.sendNotification(HISTORY_NOTIFICATION, params);
  }
}
