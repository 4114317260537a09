/** What the panel asks for: the language server's answers, and the history where it is kept. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DELETE_METHOD,
  EXPORT_METHOD,
  HISTORY_METHOD,
  QUESTIONS_METHOD,
  RECORD_METHOD,
  SCRIPT_METHOD,
  SET_TARGET_METHOD,
  type DeleteParams,
  type DeleteResult,
  type ExportParams,
  type ExportResult,
  type HistoryRequestParams,
  type HistoryResult,
  type QuestionsParams,
  type QuestionsResult,
  type RecordParams,
  type RecordResult,
  type RehearsalScope,
  type ScriptParams,
  type ScriptResult,
  type SetTargetParams,
  type SetTargetResult,
} from '../../../server/src/protocol/rehearsal.ts';
import type { RehearsalHistory } from './history.ts';
import type { Deletion, HistoryData, Item, RehearsalSet, Source, ToExtension } from './view/messages.ts';
import { currentLocale, t } from '../../../server/src/core/locale/locale.ts';

/** What there is to rehearse at a source; undefined where nothing is said, or where there is no such document. */
export async function setFor(client: BaseLanguageClient, source: Source): Promise<RehearsalSet | undefined> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(source.uri));
  const textDocument = idOf(client, document.uri);
  const ask = (what: RehearsalScope): Promise<ScriptResult | null> => {
    const params: ScriptParams = { textDocument, what };
    return client.sendRequest<ScriptResult | null>(SCRIPT_METHOD, params);
  };
  const questionsParams: QuestionsParams = { textDocument };
  const isInterview = source.kind === 'interview';
  const [found, file, asked] = await Promise.all([
    ask(source.kind === 'answer' || source.kind === 'section' ? { kind: source.kind, line: source.line } : { kind: 'file' }),
    source.kind === 'answer' ? ask({ kind: 'file' }) : null,
    isInterview ? client.sendRequest<QuestionsResult | null>(QUESTIONS_METHOD, questionsParams) : null,
  ]);
  if (found === null || found.items.length === 0) return undefined;
  // One answer is rehearsed among the others of its file, so that there is a next one.
  const first = found.items.length === 1 ? (file?.items ?? []).findIndex(({ identity }) => identity === found.items[0]!.identity) : -1;
  const items = first >= 0 ? file!.items : found.items;
  const states = asked?.questions.map(({ state }) => state) ?? [];
  return {
    source,
    file: nameOf(document.uri),
    items: items as readonly Item[],
    first: Math.max(0, first),
    dueOrder: asked?.dueOrder ?? [],
    due: states.filter((state) => state === 'due').length,
    unrehearsed: states.filter((state) => state === 'new').length,
    options: found.options,
  };
}

/** Remembers a run; rejects with a reason for people. */
export async function record(
  client: BaseLanguageClient,
  history: RehearsalHistory,
  uri: string,
  { identity, line, outcome, form, kept }: Extract<ToExtension, { type: 'record' }>,
): Promise<void> {
  const params: RecordParams = { textDocument: idOf(client, vscode.Uri.parse(uri)), identity, line, outcome, form, kept };
  const ask = (): Promise<RecordResult | null> => client.sendRequest<RecordResult | null>(RECORD_METHOD, params);
  // A server that ends meanwhile is started again; the run must not be lost with it.
  const result = await ask().catch(ask);
  if (result === null) throw new Error(t('the answer is no longer in the file'));
  await history.append(result.record);
}

/** The history as the server has read it. */
export async function historyFor(client: BaseLanguageClient): Promise<HistoryData> {
  const params: HistoryRequestParams = {
    minutesEast: -new Date().getTimezoneOffset(),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const { runs, streak, skipped, newer, paces } = await client.sendRequest<HistoryResult>(HISTORY_METHOD, params);
  return {
    runs: runs as HistoryData['runs'],
    streak,
    unread: skipped + newer,
    paces: paces.map(({ language, description }) => t('pace in {0} {1}', languageName(language), description)),
  };
}

export async function deleteRuns(client: BaseLanguageClient, history: RehearsalHistory, what: Deletion): Promise<void> {
  await history.rewrite(async (text) => {
    const params: DeleteParams = { text, what };
    return (await client.sendRequest<DeleteResult>(DELETE_METHOD, params)).text;
  });
}

/** Opens the history in another format as a new file, to be saved wherever the user likes. */
export async function exportHistory(client: BaseLanguageClient, format: 'csv' | 'json'): Promise<void> {
  const params: ExportParams = { format };
  const { text } = await client.sendRequest<ExportResult>(EXPORT_METHOD, params);
  const document = await vscode.workspace.openTextDocument({ content: text, language: format === 'json' ? 'json' : 'plaintext' });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
}

/** Writes the target into the heading; false when the heading has gone. */
export async function setTarget(client: BaseLanguageClient, uri: string, line: number, seconds: number): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const params: SetTargetParams = { textDocument: idOf(client, document.uri), line, seconds };
  const result = await client.sendRequest<SetTargetResult | null>(SET_TARGET_METHOD, params);
  if (result?.version !== document.version) return false;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of result.edits) {
    const { start, end } = range;
    edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  return vscode.workspace.applyEdit(edit);
}

function idOf(client: BaseLanguageClient, uri: vscode.Uri): { readonly uri: string } {
  return { uri: client.code2ProtocolConverter.asUri(uri) };
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([currentLocale().tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
