/** The view of transcripts: each file with the topics it has in common with the answers, and their passages. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  INDEX_METHOD,
  TOPICS_METHOD,
  TRANSCRIPTS_CHANGED_METHOD,
  TRANSCRIPTS_METHOD,
  type Topic,
  type TopicPassage,
  type TranscriptEntry,
  type TranscriptsChangedParams,
} from '../../server/src/protocol/transcripts.ts';
import type { LanguageStatus } from './languageStatus.ts';
import { t } from '../../server/src/core/locale/locale.ts';

const VIEW = 'interviewAnswers.transcripts';

/** Registers the view and its commands. */
export function showTranscripts(client: BaseLanguageClient, status: LanguageStatus): readonly vscode.Disposable[] {
  const tree = new TranscriptsTree(client);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  return [
    tree,
    view,
    client.onNotification(TRANSCRIPTS_CHANGED_METHOD, ({ state }: TranscriptsChangedParams) => {
      view.message = state === 'indexing' ? t('Reading transcripts…') : state === 'cancelled' ? t('Reading was cancelled.') : '';
      status.work = state === 'indexing' ? t('Reading transcripts') : undefined;
      tree.refresh();
    }),
    vscode.commands.registerCommand('interviewAnswers.indexTranscripts', () => client.sendRequest(INDEX_METHOD)),
  ];
}

type Node =
  | { readonly kind: 'file'; readonly file: TranscriptEntry }
  | { readonly kind: 'topic'; readonly file: TranscriptEntry; readonly topic: Topic }
  | { readonly kind: 'passage'; readonly file: TranscriptEntry; readonly passage: TopicPassage };

class TranscriptsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) {
      if (!this.#client.isRunning()) return [];
      const files = await this.#client.sendRequest<TranscriptEntry[]>(TRANSCRIPTS_METHOD, {});
      return files.map((file) => ({ kind: 'file', file }));
    }
    if (node.kind === 'file') {
      const topics = await this.#client.sendRequest<Topic[]>(TOPICS_METHOD, { uri: node.file.uri });
      return topics.map((topic) => ({ kind: 'topic', file: node.file, topic }));
    }
    return node.kind === 'topic' ? node.topic.passages.map((passage) => ({ kind: 'passage', file: node.file, passage })) : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'file') return fileItem(node.file);
    if (node.kind === 'topic') {
      const item = new vscode.TreeItem(node.topic.term, vscode.TreeItemCollapsibleState.Collapsed);
      item.id = `${node.file.uri}\n${node.topic.term}`;
      item.description = String(node.topic.passages.length);
      item.iconPath = new vscode.ThemeIcon('symbol-key');
      return item;
    }
    return passageItem(node.file, node.passage);
  }
}

function fileItem({ uri, title, speakers, seconds, problem }: TranscriptEntry): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = uri;
  item.resourceUri = vscode.Uri.parse(uri);
  item.description = [seconds === undefined ? '' : t('{0} min', Math.max(1, Math.round(seconds / 60))), speakers.slice(0, 3).join(', ')]
    .filter(Boolean)
    .join(' · ');
  item.iconPath =
    problem === undefined
      ? new vscode.ThemeIcon('comment-discussion')
      : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = problem ?? title;
  item.contextValue = 'transcript';
  return item;
}

function passageItem(file: TranscriptEntry, { range, text, seconds, heardAs }: TopicPassage): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  item.description = [seconds === undefined ? '' : formatTime(seconds), heardAs === undefined ? '' : t('heard as “{0}”', heardAs)]
    .filter(Boolean)
    .join(' · ');
  item.tooltip = text;
  const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  item.command = { command: 'vscode.open', title: t('Open'), arguments: [vscode.Uri.parse(file.uri), { selection }] };
  return item;
}

function formatTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return whole >= 3600
    ? `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
    : `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}
