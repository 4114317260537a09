/** What client and server say to each other about rehearsals. Scripts, outcomes and runs are the core's plain data. */

import type { OfDocument, ProtocolRange } from './index.ts';

/**
 * The command of the `Rehearse` lens, with the arguments `[uri, line, kind]`: a string, the heading's zero-based line, and
 * `answer` or `section` as in `RehearsalScope`.
 * The server offers it only to a client that lists it in `initializationOptions.commands`.
 */
export const REHEARSE_COMMAND = 'interviewAnswers.rehearse';

/** What a client may say at initialization besides settings. */
export interface ClientOffer {
  /** The commands that the client carries out when a code lens asks for them. */
  readonly commands?: readonly string[];
}

/** JSON of a type of the core, which both ends name: `Script`, `Outcome`, `Run`, `AnswerStatistics`. */
export type Opaque = unknown;

/** Asks for what there is to rehearse, one item for each answer. Answers `ScriptResult`, or null for a document that is not open. */
export const SCRIPT_METHOD = 'interviewAnswers/rehearsal/script';

export interface ScriptParams extends OfDocument {
  readonly what: RehearsalScope;
}

/** An answer or a section by any of its lines, zero-based; or everything. */
export type RehearsalScope = { readonly kind: 'answer' | 'section'; readonly line: number } | { readonly kind: 'file' };

export interface ScriptResult {
  /** Of the document; the spans in the scripts are UTF-16 offsets in this version. */
  readonly version: number;
  /** In the order of the document; empty where nothing is said. */
  readonly items: readonly RehearsalItem[];
  readonly options: RehearsalOptions;
}

export interface RehearsalItem {
  readonly title: string;
  /** Zero-based line of the heading. */
  readonly line: number;
  /** The id of the answer in the history. Of an answer that was never rehearsed, the id that it will have. */
  readonly identity: string;
  /** Primary language subtag, such as `en`. */
  readonly language: string;
  /** A `Script` of core/rehearsal/script.ts. */
  readonly script: Opaque;
}

/** The settings `interviewAnswers.rehearsal.…` that hold for the document. */
export interface RehearsalOptions {
  /** Shares of the target, as `Thresholds` of core/rehearsal/progress.ts. */
  readonly thresholds: { readonly warning: number; readonly over: number };
  readonly preRollSeconds: number;
  /** Of the prompter's text, in CSS pixels. */
  readonly fontSize: number;
  readonly mode: 'flow' | 'sentence' | 'clock';
  /** Seconds of silence that end a run which a microphone listens to. */
  readonly silenceSeconds: number;
}

/** Asks for all answers of a document with their history, for the mock interview, the tree and the overview. Answers `QuestionsResult` or null. */
export const QUESTIONS_METHOD = 'interviewAnswers/rehearsal/questions';

export type QuestionsParams = OfDocument;

export interface QuestionsResult {
  readonly version: number;
  /** In the order of the document. */
  readonly questions: readonly Question[];
  /** Indices into `questions`: due ones first, then those never rehearsed, then the rest by their day. */
  readonly dueOrder: readonly number[];
}

export interface Question {
  readonly title: string;
  readonly line: number;
  readonly identity: string;
  /** When it should be rehearsed again, ISO 8601; null for one that was never rehearsed. */
  readonly due: string | null;
  readonly state: 'new' | 'due' | 'later';
  /** The latest run that was kept. `at` is ISO 8601. */
  readonly lastRun: { readonly at: string; readonly seconds: number } | null;
  /** How many runs were kept. */
  readonly runs: number;
  /** Of the kept run from start to end that is nearest to the target; without a target the shortest. */
  readonly bestSeconds: number | null;
  /** Seconds; `maxSeconds` is null for a target without an upper end. */
  readonly target: { readonly minSeconds: number; readonly maxSeconds: number | null } | null;
  readonly estimate: { readonly seconds: number; readonly low: number; readonly high: number };
}

/**
 * Asks for the line that remembers a run. The client appends it to the history and sends the history then. Answers
 * `RecordResult`, or null where the answer is no more.
 */
export const RECORD_METHOD = 'interviewAnswers/rehearsal/record';

export interface RecordParams extends OfDocument {
  /** Of the item that was rehearsed. */
  readonly identity: string;
  /** Where its heading is now. */
  readonly line: number;
  /** An `Outcome` of core/rehearsal/progress.ts. */
  readonly outcome: Opaque;
  /** How the text was shown; the whole text if absent. */
  readonly form?: 'full' | 'firstLetters' | 'keyPoints' | 'hidden';
  /** False for a discarded run: it is remembered as such, and never calibrates. */
  readonly kept: boolean;
}

export interface RecordResult {
  /** One line of JSON without a line feed. */
  readonly record: string;
  readonly id: string;
  readonly identity: string;
}

/** Asks for the edits that make seconds the target of the answer at a line. Answers `SetTargetResult`, or null without an answer there. */
export const SET_TARGET_METHOD = 'interviewAnswers/rehearsal/setTarget';

export interface SetTargetParams extends OfDocument {
  readonly line: number;
  readonly seconds: number;
}

export interface SetTargetResult {
  /** Of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
}

/** Tells the server the whole history, whenever it has changed; without it there is none, and the pace is the setting's. */
export const HISTORY_NOTIFICATION = 'interviewAnswers/history';

export interface HistoryParams {
  /** Of the whole file; empty for none. */
  readonly text: string;
}

/** Tells the client that everything which depends on the history has been brought up to date: ask again. */
export const HISTORY_READ_NOTIFICATION = 'interviewAnswers/rehearsal/historyRead';

export interface HistoryReadParams {
  /** How many lines could not be understood, and the first of them, counted from 1; null without any. */
  readonly skipped: number;
  readonly firstSkipped: number | null;
}

/** Asks for the history as the server has read it. Answers `HistoryResult`. */
export const HISTORY_METHOD = 'interviewAnswers/rehearsal/history';

export interface HistoryRequestParams {
  /** The user's time zone by its IANA name, for the streak: a day ends at the user's midnight, in summer and in winter. */
  readonly timeZone?: string;
  /** Its offset from UTC in minutes, where the name is absent or unknown. 0 if absent. */
  readonly minutesEast?: number;
}

export interface HistoryResult {
  /** Kept and discarded, in the order of the file: `Run` of core/rehearsal/history.ts. */
  readonly runs: readonly Opaque[];
  /** Of each answer with kept runs, the latest rehearsed first. */
  readonly answers: readonly AnswerHistory[];
  /** Days in a row with a rehearsal. */
  readonly streak: number;
  /** Lines that could not be understood. */
  readonly skipped: number;
  /** Lines of a newer version of the product. */
  readonly newer: number;
  readonly paces: readonly LearnedPace[];
}

export interface AnswerHistory {
  readonly identity: string;
  /** As it was called in its latest run. */
  readonly title: string;
  readonly file: string;
  /** `AnswerStatistics` of core/rehearsal/statistics.ts. */
  readonly statistics: Opaque;
}

/** The pace that kept runs have taught in a language. */
export interface LearnedPace {
  readonly language: string;
  /** 1 is the model's normal pace; 1.2 takes a fifth longer. */
  readonly factor: number;
  /** How many runs it comes from. */
  readonly count: number;
  /** "from 7 rehearsals, latest today". */
  readonly description: string;
}

/** Asks for the history in another format. Answers `ExportResult`. */
export const EXPORT_METHOD = 'interviewAnswers/rehearsal/export';

export interface ExportParams {
  readonly format: 'csv' | 'json';
}

export interface ExportResult {
  readonly text: string;
  /** How many runs. */
  readonly runs: number;
}

/** Asks what remains of a history without some runs. Answers `DeleteResult`; what is stored is the client's to change. */
export const DELETE_METHOD = 'interviewAnswers/rehearsal/delete';

export interface DeleteParams {
  /** The whole file as it is now. */
  readonly text: string;
  readonly what:
    { readonly kind: 'run'; readonly id: string } | { readonly kind: 'answer'; readonly identity: string } | { readonly kind: 'all' };
}

export interface DeleteResult {
  /** The whole file without them; all other lines stay as they are. */
  readonly text: string;
}

/** Asks for the line that makes the pace begin anew: runs before it are shown, but don't calibrate. Answers `ResetPaceResult`. */
export const RESET_PACE_METHOD = 'interviewAnswers/rehearsal/resetPace';

export interface ResetPaceResult {
  /** One line of JSON without a line feed, to be appended to the history. */
  readonly record: string;
}
