/** The one place where the core's offsets and findings become LSP's positions, ranges and diagnostics. */

import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { PRODUCT_NAME } from '../protocol/index.ts';
import type { Finding } from '../core/findings.ts';
import type { BeyondTarget } from '../core/editing/beyondTarget.ts';
import type { Severity } from '../core/rules/rule.ts';
import type { Edit } from '../core/text/edit.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';
import type { Snapshot } from './analyses.ts';

/** What a diagnostic carries for its quick fixes, so that the server need not remember what it reported. */
export interface DiagnosticData {
  readonly version: number;
  readonly fixes: readonly { readonly title: string; readonly isPreferred: boolean; readonly edits: readonly TextEdit[] }[];
}

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

export function toTextEdit(lines: LineIndex, { span, newText }: Edit): TextEdit {
  return { range: toRange(lines, span), newText };
}

/** An edit of a file that need not be open, nor be there: then it is made. */
export function toFileEdit({ uri, text, exists }: EditedFile, edit: Edit): WorkspaceEdit {
  const edits = [toTextEdit(new LineIndex(text), edit)];
  if (exists) return { changes: { [uri]: edits } };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits },
    ],
  };
}

/** A file as it is now; an empty text where it is yet to be made. */
export interface EditedFile {
  readonly uri: string;
  readonly text: string;
  readonly exists: boolean;
}

/** The zero-based line of an offset. */
export function toLine(lines: LineIndex, offset: number): number {
  return lines.positionAt(offset).line;
}

export function toPosition(lines: LineIndex, offset: number): Position {
  return lines.positionAt(offset);
}

export function toDiagnostic(snapshot: Snapshot, finding: Finding): Diagnostic {
  const { version, lines } = snapshot;
  const data: DiagnosticData = {
    version,
    fixes: finding.fixes.map(({ title, isPreferred = false, edits }) => ({
      title,
      isPreferred,
      edits: edits.map((edit) => toTextEdit(lines, edit)),
    })),
  };
  return { ...toBareDiagnostic(snapshot, finding), data };
}

/** Without what a quick fix needs. */
export function toBareDiagnostic({ uri, lines }: Snapshot, finding: Finding): Diagnostic {
  const range = toRange(lines, finding.span);
  const diagnostic: Diagnostic = {
    range,
    severity: SEVERITIES[finding.severity],
    source: PRODUCT_NAME,
    code: finding.rule,
    codeDescription: { href: `${DOCS_ROOT}${finding.docs}` },
    message: finding.message,
  };
  if (finding.related.length > 0)
    diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri, range: toRange(lines, span) },
      message,
    }));
  return diagnostic;
}

/** Text shown as not needed. A hint: it is no finding, and the list of problems leaves it out. */
export function toFaded({ lines }: Snapshot, { span, message }: BeyondTarget): Diagnostic {
  return {
    range: toRange(lines, span),
    severity: DiagnosticSeverity.Hint,
    source: PRODUCT_NAME,
    message,
    tags: [DiagnosticTag.Unnecessary],
  };
}

/** The UTF-16 offset of a position; positions behind a line's or the text's end are moved there. */
export function toOffset(lines: LineIndex, position: Position): number {
  return lines.offsetAt(position);
}

const DOCS_ROOT = 'https://github.com/interview-answers/interview-answers/blob/main/';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
