/** What client and server say to each other about all answers of a file at once: views, reordering, exports, new files. */

import type { OfDocument } from './index.ts';

/** Asks for the outline of a document with all its times. Answers `AnswersResult`, or null for a document that is not open. */
export const ANSWERS_METHOD = 'interviewAnswers/answers';

export type AnswersParams = OfDocument;

export interface AnswersResult {
  /** Of the document that the lines belong to. */
  readonly version: number;
  /** False for other Markdown: it has headings and no times. */
  readonly isAnswersFile: boolean;
  /** Every heading, in the order of the file. */
  readonly answers: readonly AnswerRow[];
  readonly total: Totals;
  /** A scale in seconds that holds every interval and target, with marks at round numbers. */
  readonly axis: { readonly max: number; readonly ticks: readonly number[] };
}

/** One heading. */
export interface AnswerRow {
  readonly title: string;
  /** Zero-based line of the heading. */
  readonly line: number;
  /** Zero-based line behind the heading and all that is below it. */
  readonly endLine: number;
  /** 1 to 6. */
  readonly level: number;
  /** Index into the rows. */
  readonly parent?: number;
  /** A section only holds other headings; a part is covered by the target of a heading above it. */
  readonly kind: 'section' | 'answer' | 'part';
  /** What is said under the heading itself; with a target that covers headings below, with those. In seconds. */
  readonly seconds: number;
  /** The interval that holds the real time four times out of five. */
  readonly low: number;
  readonly high: number;
  /** What is said under the heading itself; these add up to the total. */
  readonly ownSeconds: number;
  readonly words: number;
  readonly target?: TargetBounds;
  /** Against the target, by the tolerance of the settings; absent without a target, or while nothing is said. */
  readonly verdict?: Verdict;
  readonly findings: FindingCounts;
  /** A few words for each thing to say; absent where nothing is. */
  readonly keyPoints?: readonly string[];
  /** Of the heading and all headings below it; only where there are some. */
  readonly total?: Totals;
  /** The rehearsals of this answer, where the client knows of any. The server leaves it out. */
  readonly rehearsed?: Rehearsed;
}

export type Verdict = 'under' | 'met' | 'over';

/** Seconds. */
export interface TargetBounds {
  /** 0 where there is no lower end. */
  readonly min: number;
  /** Null where there is no upper end. */
  readonly max: number | null;
}

export type FindingCounts = Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;

/** What several answers take together. Seconds. */
export interface Totals {
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
  readonly words: number;
  /** Sections and parts don't count. */
  readonly answers: number;
  /** How many of the answers say nothing yet. */
  readonly unwritten: number;
  readonly over: number;
  readonly under: number;
  /** The sum of the targets; absent where something is said that no target covers. */
  readonly target?: TargetBounds;
  readonly findings: FindingCounts;
}

/** What is known of an answer's rehearsals. */
export interface Rehearsed {
  /** Seconds of the latest kept run. */
  readonly last?: number;
  /** When that was, ISO 8601. */
  readonly at?: string;
  /** Seconds of the run nearest to the target. */
  readonly best?: number;
  /** When to rehearse it again, ISO 8601. */
  readonly due?: string;
  readonly isDue?: boolean;
}

/** Asks how a section is moved to where another is. Answers `MoveSectionResult`, or null for a document that is not open. */
export const MOVE_SECTION_METHOD = 'interviewAnswers/moveSection';

export interface MoveSectionParams extends OfDocument {
  /** Of the document that the lines belong to: another version is refused. */
  readonly version: number;
  /** Line of the heading that moves, with all that is below it. */
  readonly line: number;
  /** Line of the heading that it is dropped on; null for the end of the file. */
  readonly onto: number | null;
}

export type MoveSectionResult = { readonly edits: readonly ProtocolEdit[] } | { readonly refused: string };

export interface ProtocolEdit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

/** Asks for an answer as it is said, without any Markdown. Answers `PlainTextResult`, or null. */
export const PLAIN_TEXT_METHOD = 'interviewAnswers/plainText';

export interface PlainTextParams extends OfDocument {
  /** Line of the heading; what is below it belongs to it. */
  readonly line: number;
}

export interface PlainTextResult {
  readonly text: string;
}

/** Asks for a file made of all answers. Answers `ExportResult`, or null for a document that is not open. */
export const EXPORT_ANSWERS_METHOD = 'interviewAnswers/export';

/** A picture of the times; cards to print and cut; all answers on one page with their sources. */
export type ExportKind = 'timeline' | 'cueCards' | 'handout';

export interface ExportParams extends OfDocument {
  readonly kind: ExportKind;
  /** What stands on top: usually the name of the file. */
  readonly title: string;
  /** Rehearsals to show, by the line of the heading. */
  readonly rehearsed?: readonly (Rehearsed & { readonly line: number })[];
}

export interface ExportResult {
  readonly text: string;
  /** Without a dot. */
  readonly extension: 'svg' | 'html';
}

/** Asks for a list of questions as headings with targets. Answers `ImportQuestionsResult`. */
export const IMPORT_QUESTIONS_METHOD = 'interviewAnswers/importQuestions';

export interface ImportQuestionsParams {
  readonly text: string;
  /** The target of questions that bring none; null for no target. */
  readonly targetSeconds: number | null;
}

export interface ImportQuestionsResult {
  /** Empty where the text holds no question. */
  readonly markdown: string;
  readonly questions: number;
}
