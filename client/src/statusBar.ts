/** The status bar item: how long the answer at the cursor, or the selection, takes to say. */

import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { clock } from './clock.ts';
import { ESTIMATE_METHOD, type EstimateParams, type EstimateResult } from '../../server/src/protocol/index.ts';

export class StatusBar implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: vscode.CancellationTokenSource | undefined;

  /** `paceChanged` fires when the same text takes another time. */
  constructor(client: BaseLanguageClient, paceChanged: vscode.Event<void>) {
    this.#client = client;
    this.#item = vscode.window.createStatusBarItem('interviewAnswers.time', vscode.StatusBarAlignment.Right, 100);
    this.#item.name = 'Time of the Answer';
    const soon = (): void => this.#update();
    this.#subscriptions = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(soon),
      vscode.window.onDidChangeTextEditorSelection(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) soon();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('interviewAnswers')) soon();
      }),
      client.onDidChangeState(soon),
      paceChanged(soon),
    ];
    soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Asks once the cursor has come to rest, and drops the answer to an older question. */
  #update(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    this.#timer = setTimeout(() => void this.#ask(), REST_MILLISECONDS);
  }

  async #ask(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'markdown' || this.#client.state !== State.Running) {
      this.#item.hide();
      return;
    }
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    const params: EstimateParams = {
      textDocument: { uri: this.#client.code2ProtocolConverter.asUri(editor.document.uri) },
      range: { start: plain(editor.selection.start), end: plain(editor.selection.end) },
    };
    try {
      const result = await this.#client.sendRequest<EstimateResult | null>(ESTIMATE_METHOD, params, asking.token);
      if (!asking.token.isCancellationRequested) this.#show(result);
    } catch {
      // Cancelled, or the server is just restarting: the next change asks again.
      if (!asking.token.isCancellationRequested) this.#item.hide();
    }
  }

  #show(result: EstimateResult | null): void {
    if (result === null) {
      this.#item.hide();
      return;
    }
    const { words, seconds, low, high, target, title } = result;
    const what = title === undefined ? 'selection: ' : '';
    this.#item.text = `$(mic) ${what}${clock(seconds)}${target === undefined ? '' : ` of ${target.text}`}`;
    this.#item.tooltip = `${title ?? 'Selection'}: about ${clock(seconds)} to say, likely ${clock(low)} to ${clock(high)}; ${words} words${
      target === undefined ? '' : `; ${VERDICTS[target.verdict]} the target of ${target.text}`
    }`;
    this.#item.accessibilityInformation = { label: this.#item.tooltip };
    this.#item.show();
  }
}

/** Long enough to skip the positions that a held arrow key passes through. */
const REST_MILLISECONDS = 60;

const VERDICTS = { under: 'under', met: 'on', over: 'over' } as const;

function plain({ line, character }: vscode.Position): { line: number; character: number } {
  return { line, character };
}
