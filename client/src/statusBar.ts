/** The status bar item: how long the answer at the cursor, or the selection, takes to say. */

import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { formatSeconds } from '../../server/src/core/text/format.ts';
import { ESTIMATE_METHOD, type EstimateParams, type EstimateResult } from '../../server/src/protocol/index.ts';
import { phrase, t } from '../../server/src/core/locale/locale.ts';

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
    this.#item.name = t('Time of the Answer');
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
    const time = target === undefined ? formatSeconds(seconds) : t('{0} of {1}', formatSeconds(seconds), target.text);
    this.#item.text = `$(mic) ${title === undefined ? t('selection: {0}', time) : time}`;
    const about = t(
      '{0}: about {1} to say, likely {2} to {3}; {4} words',
      title ?? t('Selection'),
      formatSeconds(seconds),
      formatSeconds(low),
      formatSeconds(high),
      words,
    );
    this.#item.tooltip = target === undefined ? about : `${about}; ${t(VERDICTS[target.verdict], target.text)}`;
    this.#item.accessibilityInformation = { label: this.#item.tooltip };
    this.#item.show();
  }
}

/** Long enough to skip the positions that a held arrow key passes through. */
const REST_MILLISECONDS = 60;

const VERDICTS = {
  under: phrase('under the target of {0}'),
  met: phrase('on the target of {0}'),
  over: phrase('over the target of {0}'),
} as const;

function plain({ line, character }: vscode.Position): { line: number; character: number } {
  return { line, character };
}
