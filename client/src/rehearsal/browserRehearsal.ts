/** Rehearsing in the user's own browser, where the microphone works: opens the page, and brings its run to the panel. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { setFor } from './host.ts';
import type { ClosingReason, PageEvent, RunTimings, Script } from './page/messages.ts';
import { pageScriptOf } from './pageScript.ts';
import type { RehearsalSet, Source } from './view/messages.ts';
import { t } from '../../../server/src/core/locale/locale.ts';

/** Serves the page to one browser, for one run. Absent where nothing can listen: in the web extension host. */
export type ServePage = (options: {
  readonly script: Script;
  readonly onEvent: (event: PageEvent) => void;
  readonly onClose: (reason: ClosingReason) => void;
  readonly asExternal: (url: string) => Promise<string>;
}) => Promise<ServedPage>;

export interface ServedPage {
  /** Its address for the user's browser; it works once. */
  readonly url: string;
  /** The same, as this machine sees it. */
  readonly localUrl: string;
  close(): Promise<void>;
}

/** Where a run of the page goes. */
export interface RunReceiver {
  report(set: RehearsalSet, timings: RunTimings): void;
}

/** Tells menus and buttons whether there can be a page. */
const CAN_OPEN = 'interviewAnswers.canOpenPage';
/** Tells that a page waits to be opened. */
const IS_OPEN = 'interviewAnswers.isPageOpen';

const LEAST_SECONDS = 1;

export class BrowserRehearsal implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #serve: ServePage | undefined;
  readonly #receiver: RunReceiver;
  readonly #status = vscode.window.createStatusBarItem('interviewAnswers.page', vscode.StatusBarAlignment.Left);
  #page: ServedPage | undefined;
  /** Counts the rehearsals, so that what a former one says late is known for it. */
  #count = 0;

  constructor(client: BaseLanguageClient, serve: ServePage | undefined, receiver: RunReceiver) {
    this.#client = client;
    this.#serve = serve;
    this.#receiver = receiver;
    this.#status.name = t('Rehearsal in the browser');
    void vscode.commands.executeCommand('setContext', CAN_OPEN, this.isPossible);
  }

  /** Whether there can be a page. */
  get isPossible(): boolean {
    return this.#serve !== undefined;
  }

  /** Opens the page on an answer; a page that is still open closes. Rejects with a reason for people. */
  async open(source: Source): Promise<void> {
    if (this.#serve === undefined) {
      void vscode.window.showInformationMessage(
        t('VS Code for the web can’t open a rehearsal page. Rehearse in the panel, which listens if your browser lets it.'),
      );
      return;
    }
    const count = ++this.#count;
    await this.#close();
    const set = await setFor(this.#client, source);
    const item = set?.items[set.first];
    if (set === undefined || item === undefined) {
      void vscode.window.showInformationMessage(t('There is nothing to say here yet: write below a heading.'));
      return;
    }
    const page = await this.#serve({
      script: pageScriptOf(item.script, set.options, String(count)),
      asExternal: async (url) => (await vscode.env.asExternalUri(vscode.Uri.parse(url, true))).toString(true),
      onEvent: (event) => {
        if (count === this.#count) this.#hear(event, set);
      },
      onClose: () => {
        if (count === this.#count) this.#forget();
      },
    });
    if (count !== this.#count) {
      // Asked for again in the meantime.
      await page.close();
      return;
    }
    this.#page = page;
    void vscode.commands.executeCommand('setContext', IS_OPEN, true);
    this.#show(`$(link-external) ${t('Opening the rehearsal page')}`, t('Didn’t your browser open it? Click to copy the link.'));
    // Finds the way to the user's machine by itself.
    const isOpened = await vscode.env.openExternal(vscode.Uri.parse(page.localUrl, true));
    if (!isOpened && this.#page === page) await this.#offerLink();
  }

  /** Puts the address of the page that is open into the clipboard. It opens the page once. */
  async copyLink(): Promise<void> {
    if (this.#page === undefined) return;
    await vscode.env.clipboard.writeText(this.#page.url);
    void vscode.window.setStatusBarMessage(t('Link copied. It opens the page once.'), 5000);
  }

  dispose(): void {
    this.#count++;
    void this.#close();
    this.#status.dispose();
  }

  async #offerLink(): Promise<void> {
    const copy = t('Copy Link');
    const chosen = await vscode.window.showWarningMessage(
      t('The rehearsal page was not opened. Its link works in any browser here.'),
      copy,
    );
    if (chosen === copy) await this.copyLink();
  }

  #hear(event: PageEvent, set: RehearsalSet): void {
    if (event.type === 'ready')
      this.#show(`$(mic) ${t('Rehearsing in the browser')}`, t('“{0}” is open in your browser.', set.items[set.first]!.title));
    // Who closes the page at once has not rehearsed.
    if (event.type === 'ended' && (event.reason !== 'left' || event.timings.seconds >= LEAST_SECONDS))
      this.#receiver.report(set, event.timings);
  }

  #show(text: string, tooltip: string): void {
    this.#status.text = text;
    this.#status.tooltip = tooltip;
    this.#status.command = 'interviewAnswers.copyPageLink';
    this.#status.show();
  }

  async #close(): Promise<void> {
    const page = this.#page;
    this.#forget();
    await page?.close();
  }

  #forget(): void {
    this.#page = undefined;
    this.#status.hide();
    void vscode.commands.executeCommand('setContext', IS_OPEN, false);
  }
}
