/** The history of rehearsals in a file of this machine: locked against other processes, and on the disk before it counts. */

import { appendToHistory, readHistoryFile, rewriteHistory, type Links } from '../../../server/src/files/historyFile.ts';
import type { HistoryStore } from './historyStore.ts';

export class NodeHistoryStore implements HistoryStore {
  readonly #path: string;
  readonly #links: Links;

  constructor(path: string, links: Links) {
    this.#path = path;
    this.#links = links;
  }

  read(): Promise<string> {
    return readHistoryFile(this.#path, this.#links);
  }

  append(record: string): Promise<void> {
    return appendToHistory(this.#path, record, this.#links);
  }

  rewrite(change: (text: string) => Promise<string>): Promise<void> {
    return rewriteHistory(this.#path, change, this.#links);
  }
}
