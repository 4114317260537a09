/** Adds transcripts to the index, from the disk cache where it has them as they are now. */

import type { CancellationToken } from 'vscode-languageserver';
import type { TranscriptIndex } from '../core/links/index.ts';
import type { TranscriptProblem } from '../core/transcripts/transcript.ts';
import type { Runtime } from './runtime.ts';

export class IndexCache {
  readonly #runtime: Runtime;
  folder: string | undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  async load(_index: TranscriptIndex, _folders: readonly string[]): Promise<void> {
    await this.#runtime.yield();
  }

  async save(_index: TranscriptIndex, _folders: readonly string[]): Promise<void> {
    await this.#runtime.yield();
  }

  async add(
    index: TranscriptIndex,
    uri: string,
    text: string,
    runtime: Runtime,
    _token: CancellationToken,
  ): Promise<readonly TranscriptProblem[]> {
    await runtime.yield();
    return index.addText(uri, text);
  }
}
