/** The language status: whether the server runs, with a command to start it again, and what it is busy with. */

import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { t } from '../../server/src/core/locale/locale.ts';
import type { Restarts } from './restarts.ts';

export class LanguageStatus implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #restarts: Restarts;
  readonly #item: vscode.LanguageStatusItem;
  readonly #subscription: vscode.Disposable;
  #work: string | undefined;

  constructor(client: BaseLanguageClient, restarts: Restarts) {
    this.#client = client;
    this.#restarts = restarts;
    this.#item = vscode.languages.createLanguageStatusItem('interviewAnswers.server', { language: 'markdown' });
    this.#item.name = 'Interview Answers';
    this.#subscription = client.onDidChangeState(() => this.#show());
    this.#show();
  }

  /** Says what long work the server is doing, such as "reading transcripts, 3 of 40"; undefined when it is done. */
  set work(work: string | undefined) {
    this.#work = work;
    this.#show();
  }

  /** What is shown, for tests. */
  get text(): string {
    return this.#item.text;
  }

  /** What is shown beside it, for tests. */
  get detail(): string {
    return this.#item.detail ?? '';
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const { state } = this.#client;
    const isRunning = state === State.Running;
    const isStarting = state === State.Starting;
    this.#item.text = isRunning ? (this.#work ?? t('Ready')) : isStarting ? t('Starting') : t('Stopped');
    const what = isRunning || isStarting ? 'Interview Answers' : t('Interview Answers: no times and no findings');
    const { remark } = this.#restarts;
    this.#item.detail = remark === undefined ? what : `${what}. ${remark}`;
    this.#item.busy = isStarting || (isRunning && this.#work !== undefined);
    this.#item.severity = isRunning || isStarting ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Error;
    this.#item.command = isRunning
      ? { command: 'interviewAnswers.showLog', title: t('Show Log') }
      : { command: 'interviewAnswers.restartServer', title: t('Restart') };
  }
}
