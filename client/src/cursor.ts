/** Tells the server where the cursor is, so that the sentence being typed is left alone until the cursor leaves it. */

import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { CURSOR_METHOD, type CursorParams } from '../../server/src/protocol/index.ts';

export class Cursor implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #subscriptions: readonly vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The document whose cursor the server knows. */
  #told: string | undefined;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#subscriptions = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#soon();
      }),
      // A change that is made elsewhere than at the cursor moves no cursor, and the server takes it for typing.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#soon();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#soon()),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** At most once in a while, and always after the last move. */
  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, THROTTLE_MILLISECONDS);
  }

  #tell(): void {
    if (this.#client.state !== State.Running) return;
    const editor = vscode.window.activeTextEditor;
    // A panel or the debug console has the focus: the cursor stays where it is.
    if (editor === undefined) return;
    const uri = this.#client.code2ProtocolConverter.asUri(editor.document.uri);
    if (this.#told !== undefined && this.#told !== uri) this.#send({ textDocument: { uri: this.#told } });
    this.#told = undefined;
    if (editor.document.languageId !== 'markdown') return;
    this.#told = uri;
    const { line, character } = editor.selection.active;
    this.#send({ textDocument: { uri, version: editor.document.version }, position: { line, character } });
  }

  #send(params: CursorParams): void {
    // The server is just being restarted: it will hear of the next move.
    this.#client.sendNotification(CURSOR_METHOD, params).catch(() => undefined);
  }
}

/** Short enough that findings show when one looks up, long enough for a held arrow key. */
const THROTTLE_MILLISECONDS = 100;
