/** The history of rehearsals in this window: finds where it is kept, watches it, and tells the server what it says. */

import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  HISTORY_NOTIFICATION,
  HISTORY_READ_NOTIFICATION,
  type HistoryParams,
  type HistoryReadParams,
} from '../../../server/src/protocol/rehearsal.ts';
import { withoutLinks } from '../shownText.ts';
import { messageOf, type HistoryStore } from './historyStore.ts';
import { t } from '../../../server/src/core/locale/locale.ts';

/** Opens the store of a file; `folder` is the one that it lies in, and `isShared` tells that it is a workspace's. */
export type OpenStore = (folder: vscode.Uri, file: vscode.Uri, isShared: boolean) => HistoryStore;

/** What the commands and views of rehearsals need of the history. */
export class RehearsalHistory implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #machineFolder: vscode.Uri;
  readonly #openStore: OpenStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #place: Place | undefined;
  /** What the server was told last; undefined when it knows nothing. */
  #told: string | undefined;
  #isReading = false;
  #readsAgain = false;
  #lastProblem = '';
  #lastUnread = '';

  constructor(client: BaseLanguageClient, machineFolder: vscode.Uri, openStore: OpenStore) {
    this.#client = client;
    this.#machineFolder = machineFolder;
    this.#openStore = openStore;
    this.#subscriptions = [
      this.#changed,
      client.onNotification(HISTORY_READ_NOTIFICATION, (params: HistoryReadParams) => {
        this.#changed.fire();
        void this.#sayWhatIsUnread(params);
      }),
      client.onDidChangeState(({ newState }) => {
        // A server that was started anew knows nothing.
        this.#told = undefined;
        if (newState === State.Running) void this.#tell();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(LOCATION)) this.#settle();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#settle()),
      // File systems on the network don't tell of every change.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.#tell();
      }),
    ];
    this.#settle();
  }

  /** Fires when the server has read the history and all that depends on it may be asked for again. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** Where the history is kept. */
  get file(): vscode.Uri {
    return this.#settled.file;
  }

  /** Stores a record (JSON without a line feed) and tells the server. Rejects with a message for the user. */
  async append(record: string): Promise<void> {
    await this.#settled.store.append(record);
    await this.#tell();
  }

  /** Changes the whole text and tells the server. Rejects with a message for the user. */
  async rewrite(change: (text: string) => Promise<string>): Promise<void> {
    await this.#settled.store.rewrite(change);
    await this.#tell();
  }

  dispose(): void {
    this.#place?.watcher.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  get #settled(): Place {
    return (this.#place ??= this.#open());
  }

  #settle(): void {
    const before = this.#place;
    if (before?.file.toString() === this.#locate().file.toString()) return;
    before?.watcher.dispose();
    this.#place = this.#open();
  }

  #open(): Place {
    const { base, path, folder, file } = this.#locate();
    // What isn't there can't be watched; a workspace is.
    const isThere = base === this.#machineFolder ? vscode.workspace.fs.createDirectory(base) : Promise.resolve();
    const watcher = watch(isThere, new vscode.RelativePattern(base, path), () => void this.#tell());
    return { file, watcher, store: this.#openStore(folder, file, base !== this.#machineFolder) };
  }

  #locate(): Location {
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
    const isShared = vscode.workspace.getConfiguration().get<string>(LOCATION) === 'workspace';
    if (!isShared || workspace === undefined) {
      const base = this.#machineFolder;
      return { base, path: FILE, folder: base, file: vscode.Uri.joinPath(base, FILE) };
    }
    // Watched from the folder that exists.
    const folder = vscode.Uri.joinPath(workspace, FOLDER);
    return { base: workspace, path: `${FOLDER}/${FILE}`, folder, file: vscode.Uri.joinPath(folder, FILE) };
  }

  /** Reads the history and tells the server what is new. One reading at a time; the last one sees the last change. */
  async #tell(): Promise<void> {
    this.#readsAgain = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#readsAgain) {
        this.#readsAgain = false;
        await this.#readAndTell();
      }
    } finally {
      this.#isReading = false;
    }
  }

  async #readAndTell(): Promise<void> {
    const place = this.#settled;
    const text = await this.#read(place.store);
    if (place !== this.#place || this.#client.state !== State.Running || text === this.#told) return;
    this.#told = text;
    const params: HistoryParams = { text };
    try {
      await this.#client.sendNotification(HISTORY_NOTIFICATION, params);
    } catch {
      // The server has just ended. What is stored is stored; the next server is told all of it.
      this.#told = undefined;
      return;
    }
    await vscode.commands.executeCommand('setContext', 'interviewAnswers.hasHistory', text.trim() !== '');
  }

  /** Lines that are no rehearsals are said once, and where they are. Nobody touches them. */
  async #sayWhatIsUnread({ skipped, firstSkipped }: HistoryReadParams): Promise<void> {
    const { file } = this;
    const unread = firstSkipped === null ? '' : `${file.toString()} ${skipped} ${firstSkipped}`;
    if (unread === this.#lastUnread) return;
    this.#lastUnread = unread;
    if (firstSkipped === null) return;
    const where = file.scheme === 'file' ? file.fsPath : file.toString();
    const chosen = await vscode.window.showWarningMessage(
      withoutLinks(
        skipped === 1
          ? t('Line {0} of your history of rehearsals is damaged: {1}. Everything else counts.', firstSkipped, where)
          : t(
              '{0} lines of your history of rehearsals are damaged, line {1} first: {2}. Everything else counts.',
              skipped,
              firstSkipped,
              where,
            ),
      ),
      t('Show the Line'),
    );
    if (chosen === undefined) return;
    const at = new vscode.Position(firstSkipped - 1, 0);
    await vscode.window.showTextDocument(file, { selection: new vscode.Range(at, at) });
  }

  /** A history that can't be read teaches nothing; each problem is said once. */
  async #read(store: HistoryStore): Promise<string> {
    try {
      const text = await store.read();
      this.#lastProblem = '';
      return text;
    } catch (error) {
      const problem = messageOf(error);
      if (problem !== this.#lastProblem)
        void vscode.window.showWarningMessage(withoutLinks(t('Your rehearsals can’t be read here: {0}', problem)));
      this.#lastProblem = problem;
      return '';
    }
  }
}

interface Place {
  readonly file: vscode.Uri;
  readonly store: HistoryStore;
  readonly watcher: vscode.Disposable;
}

interface Location {
  /** What is watched, and the path of the file below it. */
  readonly base: vscode.Uri;
  readonly path: string;
  readonly folder: vscode.Uri;
  readonly file: vscode.Uri;
}

/** Calls back once the folder is there, and whenever a file in it changes. */
function watch(isThere: Thenable<void>, pattern: vscode.RelativePattern, changed: () => void): vscode.Disposable {
  let watcher: vscode.FileSystemWatcher | undefined;
  let isDisposed = false;
  const begin = (): void => {
    if (isDisposed) return;
    watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidCreate(changed);
    watcher.onDidChange(changed);
    watcher.onDidDelete(changed);
    changed();
  };
  // Where it can't be made, reading and writing will say so.
  void isThere.then(begin, begin);
  return {
    dispose: () => {
      isDisposed = true;
      watcher?.dispose();
    },
  };
}

const LOCATION = 'interviewAnswers.rehearsal.history';
const FOLDER = '.interview-answers';
const FILE = 'history.jsonl';
