/** The outline of the document that the user works on, kept up to date for the tree and the overview. */

import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { ANSWERS_METHOD, type AnswerRow, type AnswersResult } from '../../../server/src/protocol/overview.ts';
import { QUESTIONS_METHOD, type QuestionsResult } from '../../../server/src/protocol/rehearsal.ts';

export interface Outline {
  readonly document: vscode.TextDocument;
  readonly result: AnswersResult;
}

export class OutlineSource implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<Outline | undefined>();
  readonly #subscriptions: vscode.Disposable[];
  #document: vscode.TextDocument | undefined;
  #outline: Outline | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: vscode.CancellationTokenSource | undefined;

  /** Fires with every new outline, and with undefined when there is none any more. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#subscriptions = [
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.#document && contentChanges.length > 0) this.#soon();
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        // A document that gets another language is closed and opened again.
        if (document === vscode.window.activeTextEditor?.document) this.#follow(vscode.window.activeTextEditor);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.show(undefined);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('interviewAnswers')) this.#soon();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#soon();
      }),
    ];
    this.#follow(vscode.window.activeTextEditor);
  }

  /** The newest outline that there is. It may be a moment older than the text. */
  get current(): Outline | undefined {
    return this.#outline;
  }

  /** Turns to another document, or to none. */
  show(document: vscode.TextDocument | undefined): void {
    if (document === this.#document) return;
    this.#document = document;
    if (document === undefined) this.#set(undefined);
    else this.#soon(0);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Stays with the last document while the user is in a panel, a terminal or a file of another kind. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor?.document.languageId === 'markdown') this.show(editor.document);
  }

  #soon(milliseconds = REST_MILLISECONDS): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    this.#timer = setTimeout(() => void this.#ask(), milliseconds);
  }

  async #ask(): Promise<void> {
    const document = this.#document;
    if (document === undefined || this.#client.state !== State.Running) return;
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    try {
      const params = { textDocument: { uri: this.#client.code2ProtocolConverter.asUri(document.uri) } };
      const [answers, rehearsals] = await Promise.all([
        this.#client.sendRequest<AnswersResult | null>(ANSWERS_METHOD, params, asking.token),
        this.#client.sendRequest<QuestionsResult | null>(QUESTIONS_METHOD, params, asking.token),
      ]);
      const result = answers === null ? null : withRehearsals(answers, rehearsals);
      if (asking.token.isCancellationRequested || document !== this.#document) return;
      this.#set(result === null ? undefined : { document, result });
    } catch {
      // Cancelled, or the server is just restarting: the next change or its start asks again.
    }
  }

  #set(outline: Outline | undefined): void {
    clearTimeout(this.#timer);
    this.#outline = outline;
    void vscode.commands.executeCommand('setContext', 'interviewAnswers.hasAnswers', outline?.result.isAnswersFile === true);
    this.#changed.fire(outline);
  }
}

/** The index of the heading that a zero-based line belongs to, or -1 before the first. */
export function rowAtLine(rows: readonly AnswerRow[], line: number): number {
  return rows.findLastIndex((row) => row.line <= line);
}

/** Long enough to skip the states between two keys of a fast typist. */
const REST_MILLISECONDS = 150;

/** The answers with what is known of their rehearsals; both come by line, of one version of the document or of the next. */
function withRehearsals(answers: AnswersResult, rehearsals: QuestionsResult | null): AnswersResult {
  const byLine = new Map(rehearsals?.questions.map((question) => [question.line, question]));
  return {
    ...answers,
    answers: answers.answers.map((row) => {
      const question = byLine.get(row.line);
      if (question === undefined || question.lastRun === null) return row;
      const { lastRun, bestSeconds, due, state } = question;
      const rehearsed = {
        last: lastRun.seconds,
        at: lastRun.at,
        isDue: state === 'due',
        ...(bestSeconds !== null && { best: bestSeconds }),
        ...(due !== null && { due }),
      };
      return { ...row, rehearsed };
    }),
  };
}
