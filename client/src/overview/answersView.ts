/** The tree of answers beside the editor: times against targets, findings, totals; dragging moves sections in the file. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnswerRow, Verdict } from '../../../server/src/protocol/overview.ts';
import { formatSeconds, formatShortfalls } from '../../../server/src/core/text/format.ts';
import { withoutLinks } from '../shownText.ts';
import { findingsOf, shortTimeOf, timeOf, timeOfAll, VERDICT_WORDS } from './describeRow.ts';
import { moveSection } from './moveSection.ts';
import { rowAtLine, type Outline, type OutlineSource } from './outlineSource.ts';
import { plural, t } from '../../../server/src/core/locale/locale.ts';

const ANSWERS_VIEW = 'interviewAnswers.answers';

/** One heading in the tree. */
export interface AnswerNode {
  readonly outline: Outline;
  /** Index into the outline's rows. */
  readonly index: number;
}

export class AnswersView implements vscode.TreeDataProvider<AnswerNode>, vscode.TreeDragAndDropController<AnswerNode>, vscode.Disposable {
  readonly dragMimeTypes = [MIME];
  readonly dropMimeTypes = [MIME];
  readonly #client: BaseLanguageClient;
  readonly #source: OutlineSource;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<AnswerNode>;
  readonly #subscriptions: vscode.Disposable[];
  #ids: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, source: OutlineSource) {
    this.#client = client;
    this.#source = source;
    this.#view = vscode.window.createTreeView(ANSWERS_VIEW, { treeDataProvider: this, dragAndDropController: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      source.onDidChange(() => this.#update()),
      this.#view.onDidChangeVisibility(() => this.#revealSoon()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === source.current?.document) this.#revealSoon();
      }),
    ];
    this.#update();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  getChildren(parent?: AnswerNode): AnswerNode[] {
    const outline = this.#source.current;
    if (outline?.result.isAnswersFile !== true) return [];
    return outline.result.answers.flatMap((row, index) => (row.parent === parent?.index ? [{ outline, index }] : []));
  }

  getParent({ outline, index }: AnswerNode): AnswerNode | undefined {
    const parent = rowOf({ outline, index }).parent;
    return parent === undefined ? undefined : { outline, index: parent };
  }

  getTreeItem(node: AnswerNode): vscode.TreeItem {
    const row = rowOf(node);
    const hasChildren = node.outline.result.answers.some(({ parent }) => parent === node.index);
    const item = new vscode.TreeItem(
      row.title === '' ? t('(no heading)') : row.title,
      hasChildren ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
    );
    const id = this.#ids[node.index];
    if (id !== undefined) item.id = id;
    item.iconPath = iconOf(row);
    item.description = description(row);
    item.tooltip = tooltip(row);
    item.accessibilityInformation = { label: [row.title, item.description.replaceAll(' · ', ', ')].filter(Boolean).join(', ') };
    item.contextValue = row.words > 0 || (row.total?.words ?? 0) > 0 ? 'answer.spoken' : 'answer';
    item.command = { command: 'interviewAnswers.goToAnswer', title: t('Go to Answer'), arguments: [node] };
    return item;
  }

  handleDrag([node]: readonly AnswerNode[], data: vscode.DataTransfer): void {
    if (node !== undefined) data.set(MIME, new vscode.DataTransferItem(node));
  }

  async handleDrop(onto: AnswerNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const node = data.get(MIME)?.value as AnswerNode | undefined;
    if (node !== undefined) await this.#move(node, onto);
  }

  /** Moves an answer, with all below it, past its sibling above (-1) or below (1): what dragging does, by keyboard. */
  async moveBeside(node: AnswerNode | undefined, by: -1 | 1): Promise<void> {
    const moved = node ?? this.#view.selection[0];
    if (moved === undefined) return;
    const siblings = this.getChildren(this.getParent(moved));
    const sibling = siblings[siblings.findIndex(({ index }) => index === moved.index) + by];
    if (sibling !== undefined) await this.#move(moved, sibling);
  }

  async #move(node: AnswerNode, onto: AnswerNode | undefined): Promise<void> {
    const refused = await moveSection(this.#client, node.outline, rowOf(node).line, onto === undefined ? null : rowOf(onto).line);
    if (refused !== undefined) void vscode.window.showInformationMessage(withoutLinks(refused));
  }

  #update(): void {
    const outline = this.#source.current;
    const shown = outline?.result.isAnswersFile === true ? outline.result : undefined;
    this.#ids = idsOf(outline);
    if (shown === undefined) {
      this.#view.description = '';
      this.#view.badge = undefined;
    } else {
      const { total } = shown;
      this.#view.description = total.words === 0 ? '' : timeOfAll(total);
      const pressing = total.findings.error + total.findings.warning;
      this.#view.badge =
        pressing === 0
          ? undefined
          : { value: pressing, tooltip: plural(pressing, '{0} finding in the answers', '{0} findings in the answers') };
    }
    this.#changed.fire(undefined);
    this.#revealSoon();
  }

  #revealSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#reveal(), REST_MILLISECONDS);
  }

  /** Marks the answer at the cursor, without taking the focus; a hidden view stays hidden. */
  async #reveal(): Promise<void> {
    const outline = this.#source.current;
    const editor = vscode.window.activeTextEditor;
    if (outline?.result.isAnswersFile !== true || editor?.document !== outline.document || !this.#view.visible) return;
    const index = rowAtLine(outline.result.answers, editor.selection.active.line);
    if (index < 0 || this.#view.selection[0]?.index === index) return;
    try {
      await this.#view.reveal({ outline, index }, { select: true, focus: false });
    } catch {
      // The tree was replaced meanwhile: the next outline reveals again.
    }
  }
}

export function rowOf({ outline, index }: AnswerNode): AnswerRow {
  return outline.result.answers[index]!;
}

/** VS Code wants the view's id in lower case. */
const MIME = `application/vnd.code.tree.${ANSWERS_VIEW.toLowerCase()}`;

const REST_MILLISECONDS = 60;

/** Paths of titles, so that what is folded stays so while text and order change; equal titles are numbered. */
function idsOf(outline: Outline | undefined): readonly string[] {
  const seen = new Map<string, number>();
  const ids: string[] = [];
  for (const { title, parent } of outline?.result.answers ?? []) {
    const path = `${parent === undefined ? outline!.document.uri.toString() : ids[parent]!}/${JSON.stringify(title)}`;
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    ids.push(count === 1 ? path : `${path}#${count}`);
  }
  return ids;
}

/** Shape and colour say the same as the words beside them. */
function iconOf({ kind, words, verdict }: AnswerRow): vscode.ThemeIcon {
  const [name, color] =
    verdict !== undefined
      ? VERDICT_ICONS[verdict]
      : kind === 'section'
        ? ['list-unordered', undefined]
        : [words === 0 ? 'edit' : 'circle-outline', 'descriptionForeground'];
  return new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
}

const VERDICT_ICONS: Readonly<Record<Verdict, readonly [string, string]>> = {
  over: ['arrow-circle-up', 'problemsWarningIcon.foreground'],
  under: ['arrow-circle-down', 'problemsInfoIcon.foreground'],
  met: ['pass', 'testing.iconPassed'],
};

/** "41 of 30 s · over · 2 warnings · due": what matters most comes first, because a narrow view cuts the end. */
function description(row: AnswerRow): string {
  const { verdict, findings, rehearsed, total, kind } = row;
  return [
    shortTimeOf(row),
    ...(verdict === undefined ? [] : [t(VERDICT_WORDS[verdict])]),
    ...(kind === 'section' && total !== undefined ? [formatShortfalls(total)] : []),
    findingsOf(findings),
    ...(rehearsed?.last === undefined ? [] : [t('said in {0}', formatSeconds(rehearsed.last))]),
    ...(rehearsed?.isDue === true ? [t('due')] : []),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function tooltip(row: AnswerRow): string {
  const { title, words, low, high, seconds, keyPoints = [] } = row;
  if (words === 0) return [title, timeOf(row)].filter(Boolean).join('\n');
  return [
    title,
    plural(
      words,
      'About {1} to say, likely {2} to {3}; {0} word',
      'About {1} to say, likely {2} to {3}; {0} words',
      formatSeconds(seconds),
      formatSeconds(low),
      formatSeconds(high),
    ),
    ...keyPoints.map((point) => `• ${point}`),
  ].join('\n');
}
