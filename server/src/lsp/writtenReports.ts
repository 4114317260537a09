/** Writes long lists of findings as JSON without making an object of each: most say word by word what they said at the last keystroke. */

import {
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { AnalysedAnswer, AnswerAnalysis } from '../core/analysis.ts';
import { inFile } from '../core/answers/parseAnswers.ts';
import { ByAnswer } from '../core/byAnswer.ts';
import type { Finding } from '../core/findings.ts';
import type { Related } from '../core/rules/rule.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { Memo } from '../core/text/memo.ts';
import type { Span } from '../core/text/span.ts';
import type { Snapshot } from './analyses.ts';
import { toBareDiagnostic, toLine, toRange } from './convert.ts';

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

/** A report of `longReport` as the bytes of its JSON, piece by piece; undefined for anything else. */
export function writtenReport(report: unknown): readonly Uint8Array[] | undefined {
  return typeof report === 'object' && report !== null ? writers.get(report)?.() : undefined;
}

const writers = new WeakMap<object, () => readonly Uint8Array[]>();

function write(snapshot: Snapshot, findings: readonly Finding[], faded: readonly Diagnostic[], resultId: string): readonly Uint8Array[] {
  const { document, analysis } = snapshot;
  let writer = writersOf.get(document);
  if (writer === undefined) {
    writer = new ReportWriter();
    writersOf.set(document, writer);
  }
  const items = writer.write(snapshot, analysis.answers, findings);
  if (faded.length > 0) items.push(bytesOf(`,${faded.map(inAscii).join(',')}`));
  // Each begins with a comma, so that those of before needn't be written again.
  if (items[0] !== undefined) items[0] = items[0].subarray(','.length);
  return [bytesOf(`{"kind":"full","resultId":${inAscii(resultId)},"items":[`), ...items, bytesOf(']}')];
}

/** By document: its next version says nearly the same. */
const writersOf = new WeakMap<object, ReportWriter>();

/** The diagnostics of one answer as they were written, and what they were written from. */
interface WrittenAnswer {
  readonly analysis: AnswerAnalysis;
  /** The answer's span in the file, in UTF-16 offsets, and its zero-based line. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly findings: readonly Finding[];
  readonly bytes: Uint8Array;
}

/** Writes the reports of one document. An answer that says the same on the same line is not written again. */
class ReportWriter {
  readonly #answers = new ByAnswer<WrittenAnswer>();
  /** What diagnostics are behind their ranges: a new line moves all below it, and many say the same. */
  readonly #rests = new Memo<string>(RESTS_KNOWN);

  /** The diagnostics as JSON, a piece for each answer that has any, with a comma before each. `findings` are in the order of the file. */
  write(snapshot: Snapshot, answers: readonly AnalysedAnswer[], findings: readonly Finding[]): Uint8Array[] {
    let from = 0;
    const takeUntil = (end: number): readonly Finding[] => {
      const start = from;
      while (from < findings.length && findings[from]!.span.start < end) from++;
      return findings.slice(start, from);
    };
    const startsAt = (index: number): number => (index < answers.length ? startOf(answers[index]!) : Infinity);
    const beforeAnswers = this.#bytes(snapshot, takeUntil(startsAt(0)));
    const written = answers.map((answer, i) => this.#answer(snapshot, answer, i, answers.length, takeUntil(startsAt(i + 1))));
    this.#answers.keep(written);
    return [beforeAnswers, ...written.map(({ bytes }) => bytes)].filter(({ length }) => length > 0);
  }

  #answer(
    snapshot: Snapshot,
    { answer, analysis }: AnalysedAnswer,
    index: number,
    count: number,
    findings: readonly Finding[],
  ): WrittenAnswer {
    const { start, end } = inFile(answer, answer.content.span);
    const line = toLine(snapshot.lines, start);
    const known = this.#answers.get(analysis, index, count);
    const isSame = known?.line === line && areSame(known, findings, start);
    return { analysis, start, end, line, findings, bytes: isSame ? known.bytes : this.#bytes(snapshot, findings) };
  }

  #bytes(snapshot: Snapshot, findings: readonly Finding[]): Uint8Array {
    const { lines } = snapshot;
    const texts = findings.map((finding) => {
      const { rule, severity, message, related } = finding;
      const rest = this.#rests.of(`${severity} ${rule} ${message}`, () => restOf(snapshot, finding));
      const text = `,{"range":${rangeOf(lines, finding.span)},${rest}`;
      return related.length > 0 ? `${text}${relatedOf(snapshot, related)}}` : `${text}}`;
    });
    return bytesOf(texts.join(''));
  }
}

/** UTF-16 units of severities, rules and messages: those of a thousand findings. */
const RESTS_KNOWN = 200_000;

function startOf({ answer }: AnalysedAnswer): number {
  return inFile(answer, answer.content.span).start;
}

/** Whether findings are written as they were, the answer having moved within its lines or not at all. */
function areSame(known: WrittenAnswer, findings: readonly Finding[], start: number): boolean {
  const by = start - known.start;
  return known.findings.length === findings.length && known.findings.every((one, i) => isSame(one, findings[i]!, by, known));
}

function isSame(one: Finding, other: Finding, by: number, { start, end }: Span): boolean {
  if (one === other) return true;
  if (one.rule !== other.rule || one.severity !== other.severity || one.message !== other.message) return false;
  if (!isShifted(one.span, other.span, by)) return false;
  const [related, otherRelated] = [one.related, other.related];
  // What is related may stand in another answer, which has moved by more or less.
  const isOwn = ({ span }: Related): boolean => span.start >= start && span.end <= end;
  return (
    related.length === otherRelated.length &&
    related.every((place, i) => {
      const { span, message } = otherRelated[i]!;
      return place.message === message && isShifted(place.span, span, by) && isOwn(place);
    })
  );
}

function isShifted(one: Span, other: Span, by: number): boolean {
  return one.start + by === other.start && one.end + by === other.end;
}

/** What a diagnostic is behind its range, up to what moves with other answers, and without the closing brace. */
function restOf(snapshot: Snapshot, finding: Finding): string {
  const { range: _, relatedInformation: __, ...rest } = toBareDiagnostic(snapshot, finding);
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

function bytesOf(text: string): Uint8Array {
  return ENCODER.encode(text);
}

const ENCODER = new TextEncoder();

/** A string of ASCII alone takes half the memory, and each of its units is a byte. */
function inAscii(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
