/** textDocument/prepareRename and rename: a term through answers and glossaries, or a heading with the links to it. */

import {
  LSPErrorCodes,
  ResponseError,
  type PrepareRenameParams,
  type RenameParams,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { headingAt, headingLinkAt, renameHeading, titleSpan } from '../../core/answers/headingLinks.ts';
import type { AnswersFile } from '../../core/answers/parseAnswers.ts';
import { glossaryTermAt, nameProblem, renameInAnswers, renameInGlossary, termPlaces, type TermPlace } from '../../core/links/renameTerm.ts';
import type { Edit } from '../../core/text/edit.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { touches, type Span } from '../../core/text/span.ts';
import type { Analyses } from '../analyses.ts';
import { toOffset, toRange, toTextEdit } from '../convert.ts';
import { t } from '../../core/locale/locale.ts';
import type { Links } from '../links.ts';

/** What the rename features need of the server. */
export interface Renaming {
  readonly links: Links;
  readonly analyses: Analyses;
  readonly documents: { get(uri: string): TextDocument | undefined };
  /** Whether the client applies edits of versions of documents. */
  readonly hasVersions: () => boolean;
}

/** What would be renamed at the cursor, and what it is called now; an error with a reason where nothing can be. */
export function prepareRename(renaming: Renaming) {
  return async function prepareRename(params: PrepareRenameParams): Promise<{ range: TextEdit['range']; placeholder: string } | null> {
    const subject = await subjectAt(renaming, params);
    return subject === undefined ? null : { range: toRange(subject.lines, subject.span), placeholder: subject.name };
  };
}

export function rename(renaming: Renaming) {
  return async function rename(params: RenameParams, isCancelled: () => boolean): Promise<WorkspaceEdit | null> {
    const subject = await subjectAt(renaming, params);
    const newName = params.newName.trim();
    if (subject === undefined) return null;
    if (subject.kind === 'term') return renameTerm(renaming, subject.term, newName, isCancelled);
    if (newName === '' || /[\r\n]/.test(newName)) throw refusal(t('A heading is a single line, and can’t be empty.'));
    const edits = renameHeading(subject.file, subject.index, newName);
    const { uri } = params.textDocument;
    return workspaceEdit(renaming, new Map([[uri, edits.map((edit) => toTextEdit(subject.lines, edit))]]));
  };
}

type Subject = { readonly lines: LineIndex; readonly span: Span; readonly name: string } & (
  { readonly kind: 'term'; readonly term: TermPlace } | { readonly kind: 'heading'; readonly file: AnswersFile; readonly index: number }
);

/** The term or heading at a position; undefined in files that are none of ours, so that others may answer. */
async function subjectAt(
  { links, analyses, documents }: Renaming,
  { textDocument: { uri }, position }: PrepareRenameParams,
): Promise<Subject | undefined> {
  const text = documents.get(uri)?.getText();
  if (text === undefined) return undefined;
  if (links.transcripts.index.get(uri) !== undefined)
    throw refusal(t('A transcript records what was said, so it is not changed. Rename the term in an answer or in the glossary.'));
  if ([...links.transcripts.glossaryFiles()].some((glossary) => glossary.uri === uri)) {
    const lines = new LineIndex(text);
    const term = glossaryTermAt(text, toOffset(lines, position));
    if (term === undefined) throw refusal(t('Only the name of an entry can be renamed here.'));
    return { kind: 'term', lines, span: term.span, name: term.written, term };
  }
  const snapshot = await analyses.get(uri);
  if (snapshot?.analysis.isAnswersFile !== true) return undefined;
  const { lines, analysis } = snapshot;
  const offset = toOffset(lines, position);
  const link = headingLinkAt(analysis.file, offset);
  if (link !== undefined && touches(link.span, offset)) return heading(link.heading.index, link.span);
  const places = termPlaces(analysis.file, await links.termsOf(snapshot), links.transcripts);
  const term = places.find(({ span }) => touches(span, offset));
  if (term !== undefined) return { kind: 'term', lines, span: term.span, name: term.written, term };
  const index = headingAt(analysis.file, offset);
  if (index >= 0) return heading(index, titleSpan(analysis.file, index));
  throw refusal(t('This is not a term. What can be renamed are names, acronyms, words from a glossary or the transcripts, and headings.'));

  function heading(of: number, span: Span): Subject {
    return { kind: 'heading', lines, span, name: analysis.file.answers[of]!.content.title, file: analysis.file, index: of };
  }
}

async function renameTerm(renaming: Renaming, from: TermPlace, to: string, isCancelled: () => boolean): Promise<WorkspaceEdit> {
  const { links, documents } = renaming;
  const problem = nameProblem(to);
  if (problem !== undefined) throw refusal(problem);
  const changes = new Map<string, TextEdit[]>();
  const add = (uri: string, lines: LineIndex, edits: readonly Edit[]): void => {
    if (edits.length > 0) changes.set(uri, [...(changes.get(uri) ?? []), ...edits.map((edit) => toTextEdit(lines, edit))]);
  };
  for (const { uri, lines, file, terms } of await links.allTerms(isCancelled)) {
    add(uri, lines, renameInAnswers(file, termPlaces(file, terms, links.transcripts), links.transcripts, from, to));
  }
  for (const { uri, text: saved } of links.transcripts.glossaryFiles()) {
    const text = documents.get(uri)?.getText() ?? saved;
    add(uri, new LineIndex(text), renameInGlossary(text, from, to));
  }
  return workspaceEdit(renaming, changes);
}

/** Edits by file; of the versions that are open, where the client can refuse those that are outdated. */
function workspaceEdit({ documents, hasVersions }: Renaming, changes: ReadonlyMap<string, TextEdit[]>): WorkspaceEdit {
  if (!hasVersions()) return { changes: Object.fromEntries(changes) };
  const documentChanges = [...changes].map(([uri, edits]): TextDocumentEdit => ({
    textDocument: { uri, version: documents.get(uri)?.version ?? null },
    edits,
  }));
  return { documentChanges };
}

function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
