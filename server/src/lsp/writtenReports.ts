/** Writes long lists of findings as JSON without making an object of each: most say word by word what they said at the last keystroke. */

import {
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../core/findings.ts';
import type { Related } from '../core/rules/rule.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';
import type { Snapshot } from './analyses.ts';
import { toBareDiagnostic, toRange } from './convert.ts';

/**
 * The full report of findings without their fixes, and of what is faded. Its diagnostics are made when somebody looks at
 * them; a connection that writes JSON asks `writtenReport` instead.
 */
export function longReport(
  snapshot: Snapshot,
  findings: readonly Finding[],
  faded: readonly Diagnostic[],
  resultId: string,
): DocumentDiagnosticReport {
  let items: Diagnostic[] | undefined;
  const report: FullDocumentDiagnosticReport = {
    kind: DocumentDiagnosticReportKind.Full,
    resultId,
    get items() {
      return (items ??= [...findings.map((finding) => toBareDiagnostic(snapshot, finding)), ...faded]);
    },
  };
  writers.set(report, () => write(snapshot, findings, faded, resultId));
  return report;
}

/** A report of `longReport` as JSON, in ASCII alone; undefined for anything else. */
export function writtenReport(report: unknown): string | undefined {
  return typeof report === 'object' && report !== null ? writers.get(report)?.() : undefined;
}

const writers = new WeakMap<object, () => string>();

function write(snapshot: Snapshot, findings: readonly Finding[], faded: readonly Diagnostic[], resultId: string): string {
  const { document, lines } = snapshot;
  let rests = restsOf.get(document);
  if (rests === undefined) {
    rests = new Rests();
    restsOf.set(document, rests);
  }
  rests.startRound();
  let text = `{"kind":"full","resultId":${inAscii(resultId)},"items":[`;
  let comma = '';
  for (const finding of findings) {
    text += `${comma}{"range":${rangeOf(lines, finding.span)},${rests.of(snapshot, finding)}`;
    comma = ',';
    if (finding.related.length > 0) text += relatedOf(snapshot, finding.related);
    text += '}';
  }
  for (const one of faded) {
    text += comma + inAscii(one);
    comma = ',';
  }
  return `${text}]}`;
}

/** By document: its next version says nearly the same. */
const restsOf = new WeakMap<object, Rests>();

/** What diagnostics are behind their ranges, by rule, severity and message; holds what the last two reports had. */
class Rests {
  #current = new Map<string, Map<string, string>>();
  #previous = new Map<string, Map<string, string>>();

  startRound(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }

  of(snapshot: Snapshot, finding: Finding): string {
    const { rule, severity, message } = finding;
    const kind = `${severity} ${rule}`;
    let known = this.#current.get(kind);
    if (known === undefined) {
      known = new Map();
      this.#current.set(kind, known);
    }
    let rest = known.get(message);
    if (rest === undefined) {
      rest = this.#previous.get(kind)?.get(message) ?? restOf(snapshot, finding);
      known.set(message, rest);
    }
    return rest;
  }
}

/** What a diagnostic is behind its range, up to what moves with other answers, and without the closing brace. */
function restOf(snapshot: Snapshot, finding: Finding): string {
  const { range: _, ...rest } = toBareDiagnostic(snapshot, { ...finding, related: [] });
  return inAscii(rest).slice('{'.length, -'}'.length);
}

function relatedOf({ uri, lines }: Snapshot, related: readonly Related[]): string {
  const all = related.map(
    ({ span, message }) => `{"location":{"uri":${inAscii(uri)},"range":${rangeOf(lines, span)}},"message":${inAscii(message)}}`,
  );
  return `,"relatedInformation":[${all.join(',')}]`;
}

function rangeOf(lines: LineIndex, span: Span): string {
  const { start, end } = toRange(lines, span);
  return `{"start":{"line":${start.line},"character":${start.character}},"end":{"line":${end.line},"character":${end.character}}}`;
}

/** A string of ASCII alone takes half the memory, and is bytes already. */
function inAscii(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
