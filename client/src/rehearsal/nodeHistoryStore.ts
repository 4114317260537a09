/** The history of rehearsals in a file of this machine: locked against other processes, and on the disk before it counts. */

import { appendToHistory, readHistoryFile, rewriteHistory } from '../../../server/src/files/historyFile.ts';
import type { HistoryStore } from './historyStore.ts';

export class NodeHistoryStore implements HistoryStore {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  read(): Promise<string> {
    return readHistoryFile(this.#path);
  }

  append(record: string): Promise<void> {
    return appendToHistory(this.#path, record);
  }

  rewrite(change: (text: string) => Promise<string>): Promise<void> {
    return rewriteHistory(this.#path, change);
  }
}
