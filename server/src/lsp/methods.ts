/** What the server answers: every request of the protocol and of our own, and the feature behind it, in one table. */

import { ESTIMATE_METHOD, READING_METHOD } from '../protocol/index.ts';
import {
  ANSWERS_METHOD,
  EXPORT_ANSWERS_METHOD,
  IMPORT_QUESTIONS_METHOD,
  MOVE_SECTION_METHOD,
  PLAIN_TEXT_METHOD,
} from '../protocol/overview.ts';
import {
  DELETE_METHOD,
  EXPORT_METHOD,
  HISTORY_METHOD,
  QUESTIONS_METHOD,
  RECORD_METHOD,
  RESET_PACE_METHOD,
  SCRIPT_METHOD,
  SET_TARGET_METHOD,
  type DeleteParams,
  type ExportParams,
  type HistoryRequestParams,
} from '../protocol/rehearsal.ts';
import { INDEX_METHOD, TOPICS_METHOD, TRANSCRIPTS_METHOD } from '../protocol/transcripts.ts';
import { answers, plainText } from './features/answers.ts';
import { allCodeActions } from './features/codeActions.ts';
import { codeLenses } from './features/codeLenses.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnosticsBeside } from './features/diagnostics.ts';
import { documentHighlights } from './features/documentHighlights.ts';
import { documentLinks } from './features/documentLinks.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { estimate } from './features/estimate.ts';
import { exportAnswers, importList } from './features/exports.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { moveHeading } from './features/moveHeading.ts';
import { reading } from './features/reading.ts';
import { references } from './features/references.ts';
import { deleteFromHistory, exportHistory, history, questions, record, resetPace, script, setTarget } from './features/rehearsal.ts';
import { prepareRename, rename } from './features/rename.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import { topics, transcriptsView } from './features/transcriptsView.ts';
import type { WordKeeping } from './features/wordActions.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
import type { Parts } from './parts.ts';
import { onDocument, onWorkspace } from './request.ts';

/** Registers them all. */
export function answerRequests({ server, client, configuration, documents, links, transcripts, typing }: Parts): void {
  const { connection, analyses, runtime } = server;
  const renaming = { links, analyses, documents, hasVersions: () => client.traits.hasVersionedEdits };
  const tokens = semanticTokens(links, runtime);
  const wordKeeping = (): WordKeeping => ({
    keepsWords: client.traits.keepsWords,
    createsFiles: client.traits.createsFiles,
    glossaryFile: (uri) => transcripts.glossaryFile(uri),
  });

  connection.onHover(onDocument(server, 'textDocument/hover', hover(links), null));
  connection.onDocumentSymbol(onDocument(server, 'textDocument/documentSymbol', documentSymbols, []));
  connection.onDefinition(
    onDocument(
      server,
      'textDocument/definition',
      definition(links, () => client.traits.hasLocationLinks),
      null,
    ),
  );
  connection.onReferences(onWorkspace(server, 'textDocument/references', references(links, analyses, documents), []));
  connection.onDocumentHighlight(onDocument(server, 'textDocument/documentHighlight', documentHighlights(links), null));
  connection.onDocumentLinks(onWorkspace(server, 'textDocument/documentLink', documentLinks(links, documents), []));
  connection.onWorkspaceSymbol(onWorkspace(server, 'workspace/symbol', workspaceSymbols(links), []));
  connection.onCodeAction(onWorkspace(server, 'textDocument/codeAction', allCodeActions(links, analyses, documents, wordKeeping), []));
  connection.onCodeLens(onDocument(server, 'textDocument/codeLens', codeLenses, []));
  connection.onCompletion(
    onDocument(
      server,
      'textDocument/completion',
      completion(links, () => client.completesHeadings),
      [],
    ),
  );
  connection.onPrepareRename(onWorkspace(server, 'textDocument/prepareRename', prepareRename(renaming), null));
  connection.onRenameRequest(onWorkspace(server, 'textDocument/rename', rename(renaming), null));
  connection.languages.semanticTokens.on(onDocument(server, 'textDocument/semanticTokens/full', tokens.full, { resultId: '', data: [] }));
  connection.languages.semanticTokens.onDelta(onDocument(server, 'textDocument/semanticTokens/full/delta', tokens.delta, { data: [] }));
  connection.languages.semanticTokens.onRange(onDocument(server, 'textDocument/semanticTokens/range', tokens.range, { data: [] }));
  connection.onFoldingRanges(onDocument(server, 'textDocument/foldingRange', foldingRanges, []));
  connection.onSelectionRanges(onDocument(server, 'textDocument/selectionRange', selectionRanges, null));
  connection.languages.inlayHint.on(onDocument(server, 'textDocument/inlayHint', inlayHints, []));
  connection.languages.diagnostics.on(
    onDocument(server, 'textDocument/diagnostic', diagnosticsBeside(typing), { kind: 'full', items: [] }),
  );
  connection.onRequest(ESTIMATE_METHOD, onDocument(server, ESTIMATE_METHOD, estimate, null));
  connection.onRequest(READING_METHOD, onDocument(server, READING_METHOD, reading, null));
  connection.onRequest(TRANSCRIPTS_METHOD, onWorkspace(server, TRANSCRIPTS_METHOD, transcriptsView(links), []));
  connection.onRequest(TOPICS_METHOD, onWorkspace(server, TOPICS_METHOD, topics(links), []));
  connection.onRequest(INDEX_METHOD, () => transcripts.rescan().then(() => transcripts.index.size));
  connection.onRequest(SCRIPT_METHOD, onDocument(server, SCRIPT_METHOD, script, null));
  connection.onRequest(QUESTIONS_METHOD, onDocument(server, QUESTIONS_METHOD, questions, null));
  connection.onRequest(RECORD_METHOD, onDocument(server, RECORD_METHOD, record, null));
  connection.onRequest(SET_TARGET_METHOD, onDocument(server, SET_TARGET_METHOD, setTarget, null));
  connection.onRequest(HISTORY_METHOD, async (params: HistoryRequestParams) => history(server, await configuration.for(''), params));
  connection.onRequest(EXPORT_METHOD, (params: ExportParams) => exportHistory(server, params));
  connection.onRequest(DELETE_METHOD, (params: DeleteParams) => deleteFromHistory(params));
  connection.onRequest(RESET_PACE_METHOD, () => resetPace(server));
  connection.onRequest(ANSWERS_METHOD, onDocument(server, ANSWERS_METHOD, answers, null));
  connection.onRequest(MOVE_SECTION_METHOD, onDocument(server, MOVE_SECTION_METHOD, moveHeading, null));
  connection.onRequest(PLAIN_TEXT_METHOD, onDocument(server, PLAIN_TEXT_METHOD, plainText, null));
  connection.onRequest(EXPORT_ANSWERS_METHOD, onDocument(server, EXPORT_ANSWERS_METHOD, exportAnswers, null));
  connection.onRequest(IMPORT_QUESTIONS_METHOD, importList);
}
