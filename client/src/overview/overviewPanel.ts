/** The overview: a panel with the whole interview as a timeline, which follows the document that is edited. */

import * as vscode from 'vscode';
import type { ExportKind } from '../../../server/src/protocol/overview.ts';
import type { FromPage, PageState, ToPage } from './messages.ts';
import { t } from '../../../server/src/core/locale/locale.ts';
import { overviewHtml } from './overviewHtml.ts';
import type { OutlineSource } from './outlineSource.ts';

const OVERVIEW_PANEL = 'interviewAnswers.overview';

export interface OverviewActions {
  readonly goTo: (document: vscode.TextDocument, line: number) => Promise<void>;
  readonly save: (kind: ExportKind) => Promise<vscode.Uri | undefined>;
}

export class OverviewPanel implements vscode.WebviewPanelSerializer<PageState | undefined>, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #source: OutlineSource;
  readonly #actions: OverviewActions;
  readonly #subscriptions: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;

  constructor(extensionUri: vscode.Uri, source: OutlineSource, actions: OverviewActions) {
    this.#extensionUri = extensionUri;
    this.#source = source;
    this.#actions = actions;
    this.#subscriptions = [source.onDidChange(() => this.#send()), vscode.window.registerWebviewPanelSerializer(OVERVIEW_PANEL, this)];
  }

  /** Opens the panel beside the text, or brings it to the front. */
  show(): void {
    if (this.#panel === undefined) {
      const column = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
      this.#take(vscode.window.createWebviewPanel(OVERVIEW_PANEL, t('Interview Overview'), column));
    } else this.#panel.reveal();
  }

  /** After a reload of the window: shows the same document again, if it can still be opened. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PageState | undefined): Promise<void> {
    this.#take(panel);
    if (this.#source.current !== undefined || state === undefined) return;
    try {
      this.#source.show(await vscode.workspace.openTextDocument(vscode.Uri.parse(state.uri, true)));
    } catch {
      // The document is gone: the page says that there is nothing to show.
    }
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #take(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    const { webview } = panel;
    const resources = vscode.Uri.joinPath(this.#extensionUri, 'dist/overview');
    webview.options = { enableScripts: true, localResourceRoots: [resources] };
    const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(this.#extensionUri, 'media', name);
    panel.iconPath = { dark: icon('interview-answers.svg'), light: icon('interview-answers-light.svg') };
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    webview.onDidReceiveMessage((message: FromPage) => void this.#receive(message));
    webview.html = overviewHtml({
      script: webview.asWebviewUri(vscode.Uri.joinPath(resources, 'page.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(resources, 'page.css')).toString(),
      cspSource: webview.cspSource,
    });
  }

  async #receive(message: FromPage): Promise<void> {
    const document = this.#source.current?.document;
    if (message.type === 'ready') this.#send();
    else if (message.type === 'export') await this.#actions.save(message.kind);
    else if (document !== undefined) await this.#actions.goTo(document, message.line);
  }

  #send(): void {
    const outline = this.#source.current;
    const message: ToPage =
      outline?.result.isAnswersFile === true
        ? { type: 'outline', uri: outline.document.uri.toString(), name: nameOf(outline.document), result: outline.result }
        : { type: 'nothing' };
    void this.#panel?.webview.postMessage(message);
  }
}

/** The file's name without its folders. */
export function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
