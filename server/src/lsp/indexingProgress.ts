/** The progress bar of indexing: shown when it takes long, with a way to cancel. */

import { CancellationToken, type Connection, type WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Runtime } from './runtime.ts';
import { t } from '../core/locale/locale.ts';

export class IndexingProgress {
  readonly #total: number;
  readonly #stop: () => void;
  #reporter: WorkDoneProgressServerReporter | undefined;
  #isDone = false;

  constructor(connection: Connection, runtime: Runtime, isShown: boolean, total: number) {
    this.#total = total;
    this.#stop = isShown ? runtime.after(PATIENCE_MILLISECONDS, () => void this.#show(connection).catch(() => undefined)) : () => undefined;
  }

  get token(): CancellationToken {
    return this.#reporter?.token ?? CancellationToken.None;
  }

  get isCancelled(): boolean {
    return this.token.isCancellationRequested;
  }

  report(read: number): void {
    this.#reporter?.report(Math.floor((100 * read) / this.#total), t('{0} of {1} files', read, this.#total));
  }

  done(): void {
    this.#isDone = true;
    this.#stop();
    this.#reporter?.done();
  }

  async #show(connection: Connection): Promise<void> {
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin(t('Reading transcripts'), 0, undefined, true);
    if (this.#isDone) reporter.done();
    else this.#reporter = reporter;
  }
}

/** What is over sooner needs no bar. */
const PATIENCE_MILLISECONDS = 400;
