/** What is reported of a file: plain data, small beside its analysis, so that ten thousand of them pass through without piling up. */

import type { AnalysedAnswer, Analysis } from '../core/analysis.ts';
import type { Finding } from '../core/findings.ts';
import { isSection } from '../core/answers/parseAnswers.ts';
import type { Target } from '../core/answers/target.ts';
import type { RuleId } from '../core/rules/registry.ts';
import type { Severity } from '../core/rules/rule.ts';
import { LineIndex, type Position } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';

/** Zero-based, characters in UTF-16 units, as in LSP. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface ReportedFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  readonly data?: object;
  /** What it is recognised by, wherever it moves; where somebody asked for it. */
  readonly fingerprint?: string;
}

/** Times in seconds. */
export interface ReportedAnswer {
  readonly heading: string;
  readonly line: number;
  readonly words: number;
  readonly spoken: string;
  readonly target: Pick<Target, 'minSeconds' | 'maxSeconds'> | undefined;
  readonly estimate: { readonly seconds: number; readonly low: number; readonly high: number };
}

export interface CheckedFile {
  readonly path: string;
  /** How many answers it has, sections not among them. */
  readonly answerCount: number;
  readonly findings: readonly ReportedFinding[];
  /** Where somebody asked for them. */
  readonly answers?: readonly ReportedAnswer[];
  /** How many findings a baseline has taken out. */
  readonly known?: number;
  /** How many hints are not reported. */
  readonly hints?: number;
}

/** What of a file is reported beyond its findings. */
export interface Details {
  readonly answers?: boolean;
  /** Tells findings apart by what they are about. */
  readonly fingerprint?: (analysis: Analysis, finding: Finding) => string;
}

export function reportOf(path: string, analysis: Analysis, { answers, fingerprint }: Details = {}): CheckedFile {
  const lines = new LineIndex(analysis.file.text);
  const range = ({ start, end }: Span): Range => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
  const own = analysis.answers.filter(({ answer }) => !isSection(answer));
  return {
    path,
    answerCount: own.length,
    findings: analysis.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      range: range(finding.span),
      related: finding.related.map((one) => ({ message: one.message, range: range(one.span) })),
      ...(finding.data !== undefined && { data: finding.data }),
      ...(fingerprint !== undefined && { fingerprint: fingerprint(analysis, finding) }),
    })),
    ...(answers === true && { answers: own.map((analysed) => answerOf(analysed, analysis, lines)) }),
  };
}

function answerOf(analysed: AnalysedAnswer, { measured }: Analysis, lines: LineIndex): ReportedAnswer {
  const { answer, analysis: own } = analysed;
  const { content, base } = answer;
  const { seconds, low, high } = own.speech.estimate;
  const target = measured.get(analysed)?.target ?? content.target;
  return {
    heading: content.title,
    line: lines.positionAt(base + content.headingSpan.start).line,
    words: own.speech.words.length,
    spoken: content.spoken.text,
    target: target && { minSeconds: target.minSeconds, maxSeconds: target.maxSeconds },
    estimate: { seconds, low, high },
  };
}
