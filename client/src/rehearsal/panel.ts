/** The rehearsal panel beside the editor: makes it, feeds it, and does what it asks for. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { deleteRuns, exportHistory, historyFor, record, setFor, setTarget } from './host.ts';
import type { RehearsalHistory } from './history.ts';
import { panelHtml, resourceRoot } from './html.ts';
import type { RunTimings } from './page/messages.ts';
import { movedLine } from './place.ts';
import { PreferencesStore } from './preferencesStore.ts';
import type { RehearsalSet, Source, ToExtension, ToView } from './view/messages.ts';
import { t } from '../../../server/src/core/locale/locale.ts';

const PANEL_TYPE = 'interviewAnswers.rehearsal';
/** Long enough to let a word be typed. */
const REST_MILLISECONDS = 200;

/** The one panel there is; made when it is first needed, and again by VS Code after a reload of the window. */
export class RehearsalPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #context: vscode.ExtensionContext;
  readonly #client: BaseLanguageClient;
  readonly #history: RehearsalHistory;
  readonly #preferences: PreferencesStore;
  readonly #subscriptions: readonly vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #set: RehearsalSet | undefined;
  #source: Source | undefined;
  /** Whether the view is to begin anew, and with what. */
  #wanted: 'rehearsal' | 'history' | undefined;
  /** What has ended elsewhere, to be shown with the rehearsal that is wanted. */
  #run: RunTimings | undefined;
  readonly #hasPage: boolean;
  #isReady = false;
  /** Whether the history has changed since the view was told. */
  #isHistoryNew = false;
  #hiddenSince: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `hasPage` says whether rehearsals can go to the user's browser. */
  constructor(context: vscode.ExtensionContext, client: BaseLanguageClient, history: RehearsalHistory, hasPage: boolean) {
    this.#context = context;
    this.#client = client;
    this.#history = history;
    this.#preferences = new PreferencesStore(context.globalState);
    this.#hasPage = hasPage;
    this.#subscriptions = [
      vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('interviewAnswers')) this.#refreshSoon();
      }),
      history.onDidChange(() => {
        // Ids, due dates and estimates may be others now, too.
        this.#isHistoryNew = true;
        this.#refreshSoon();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel?.dispose();
  }

  /** Begins a rehearsal in the panel. Resolves to false where nothing is said. */
  async rehearse(source: Source): Promise<boolean> {
    const set = await setFor(this.#client, source);
    if (set === undefined) return false;
    this.#begin(set, undefined);
    return true;
  }

  /** Shows what has come of a run elsewhere, on the set's first item, to be kept or discarded. */
  report(set: RehearsalSet, run: RunTimings): void {
    this.#begin(set, run);
    // The file may have changed since the run began.
    this.#refreshSoon();
  }

  showHistory(): void {
    this.#show('history', t('Rehearsals'));
  }

  /** Takes a panel that VS Code has kept over a reload of the window; `state` is what the view has saved. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.#panel?.dispose();
    this.#source = sourceOf(state);
    this.#wanted = this.#source === undefined ? 'history' : undefined;
    this.#adopt(panel);
    return Promise.resolve();
  }

  #begin(set: RehearsalSet, run: RunTimings | undefined): void {
    this.#set = set;
    this.#source = set.source;
    this.#run = run;
    this.#show('rehearsal', t('Rehearse: {0}', set.file));
  }

  #show(wanted: 'rehearsal' | 'history', title: string): void {
    this.#wanted = wanted;
    if (this.#panel === undefined) {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
      this.#adopt(vscode.window.createWebviewPanel(PANEL_TYPE, title, column, { retainContextWhenHidden: false }));
    } else {
      this.#panel.reveal(undefined, false);
      if (this.#isReady) void this.#answerReady();
    }
    this.#panel!.title = title;
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#isReady = false;
    this.#hiddenSince = null;
    panel.webview.options = { enableScripts: true, localResourceRoots: [resourceRoot(this.#context.extensionUri)] };
    panel.webview.onDidReceiveMessage((message: ToExtension) => void this.#receive(message));
    panel.onDidChangeViewState(() => {
      if (panel.visible) return;
      // The page is gone with the view; what it has saved comes back with it.
      this.#isReady = false;
      this.#hiddenSince = Date.now();
    });
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#isReady = false;
    });
    panel.webview.html = panelHtml(panel.webview, this.#context.extensionUri);
  }

  #post(message: ToView): void {
    if (this.#isReady) void this.#panel?.webview.postMessage(message);
  }

  async #receive(message: ToExtension): Promise<void> {
    try {
      await this.#do(message);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (message.type === 'record') this.#post({ type: 'recorded', isKept: message.kept, problem });
      else this.#post({ type: 'notice', text: t('That did not work: {0}', problem) });
    }
  }

  async #do(message: ToExtension): Promise<void> {
    const uri = this.#source?.uri;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return this.#answerReady();
      case 'record':
        if (uri === undefined) return;
        await record(this.#client, this.#history, uri, message);
        this.#post({ type: 'recorded', isKept: message.kept, problem: null });
        return;
      case 'setTarget': {
        if (uri === undefined) return;
        const isSet = await setTarget(this.#client, uri, message.line, message.seconds);
        this.#post({ type: 'notice', text: isSet ? t('The target is {0} s now.', message.seconds) : t('The heading is no longer there.') });
        return;
      }
      case 'reveal':
        return this.#reveal(message.sentences);
      case 'page':
        return void vscode.commands.executeCommand('interviewAnswers.rehearseInBrowser', uri, message.line);
      case 'history':
        return this.#sendHistory(false);
      case 'delete':
        await deleteRuns(this.#client, this.#history, message.what);
        return this.#sendHistory(false);
      case 'export':
        return exportHistory(this.#client, message.format);
      case 'preferences':
        await this.#preferences.set(message.preferences);
    }
  }

  /** Gives a page that has just been loaded, or that is to show something else, what it needs. */
  async #answerReady(): Promise<void> {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted === 'history') return this.#sendHistory(true);
    if (this.#source === undefined) return;
    this.#set = (wanted === 'rehearsal' ? this.#set : undefined) ?? (await setFor(this.#client, this.#source));
    if (this.#set === undefined) return;
    const { hiddenSince } = this.#takeHidden();
    const preferences = this.#preferences.get();
    const run = wanted === 'rehearsal' ? (this.#run ?? null) : null;
    this.#run = undefined;
    const isFresh = wanted === 'rehearsal';
    this.#post({ type: 'rehearse', set: this.#set, preferences, isFresh, hiddenSince, run, hasPage: this.#hasPage });
  }

  #takeHidden(): { readonly hiddenSince: number | null } {
    const hiddenSince = this.#hiddenSince;
    this.#hiddenSince = null;
    return { hiddenSince };
  }

  async #sendHistory(isAskedFor: boolean): Promise<void> {
    this.#isHistoryNew = false;
    this.#post({ type: 'history', data: await historyFor(this.#client), isAskedFor });
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const source = this.#source;
    if (source === undefined || document.uri.toString() !== vscode.Uri.parse(source.uri).toString() || contentChanges.length === 0) return;
    const changes = contentChanges.map(({ range, text }) => ({
      startLine: range.start.line,
      endLine: range.end.line,
      addedLines: text.split('\n').length - 1,
    }));
    this.#source = { ...source, line: movedLine(source.line, changes) };
    this.#refreshSoon();
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), REST_MILLISECONDS);
  }

  async #refresh(): Promise<void> {
    if (!this.#isReady) return;
    try {
      if (this.#isHistoryNew) await this.#sendHistory(false);
      if (this.#source === undefined) return;
      const set = await setFor(this.#client, this.#source);
      if (set === undefined) return;
      this.#set = set;
      this.#post({ type: 'changed', set });
    } catch {
      // The server is just restarting, or the file is gone: the next change asks again.
    }
  }

  /** Selects sentences in the editor, where they are now. */
  async #reveal(sentences: Extract<ToExtension, { type: 'reveal' }>['sentences']): Promise<void> {
    if (this.#source === undefined) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(this.#source.uri));
    const now = new Map(this.#set?.items.flatMap(({ script }) => script.sentences.map(({ text, span }) => [text, span] as const)));
    const shown = vscode.window.visibleTextEditors.find((one) => one.document === document);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One });
    editor.selections = sentences.map(({ text, start, end }) => {
      const span = now.get(text) ?? { start, end };
      return new vscode.Selection(document.positionAt(span.start), document.positionAt(span.end));
    });
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  }
}

/** The view's state comes from VS Code's storage: another version may have written it. */
function sourceOf(state: unknown): Source | undefined {
  const source = (state as { readonly source?: Partial<Source> | null } | null | undefined)?.source;
  if (typeof source?.uri !== 'string' || typeof source.line !== 'number' || source.kind === undefined) return undefined;
  return ['answer', 'section', 'file', 'interview'].includes(source.kind) ? (source as Source) : undefined;
}
