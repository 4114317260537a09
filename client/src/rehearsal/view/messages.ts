/** What the rehearsal panel and the extension say to each other: plain data, as `postMessage` takes it. */

import type { Run } from '../../../../server/src/core/rehearsal/history.ts';
import type { Outcome, Thresholds } from '../../../../server/src/core/rehearsal/progress.ts';
import type { MeasuredRun } from '../../../../server/src/core/rehearsal/measured.ts';
import type { RecallForm } from '../../../../server/src/core/rehearsal/recall.ts';
import type { Script } from '../../../../server/src/core/rehearsal/script.ts';
import type { Mode } from '../../../../server/src/core/rehearsal/sessionState.ts';

/** Where a rehearsal comes from; enough to make it anew after a reload. */
export interface Source {
  readonly uri: string;
  readonly kind: 'answer' | 'section' | 'file' | 'interview';
  /** Zero-based line of the heading, for an answer and a section. */
  readonly line: number;
}

export interface Item {
  readonly title: string;
  /** Zero-based line of the heading. */
  readonly line: number;
  /** The id of the answer in the history. */
  readonly identity: string;
  readonly script: Script;
}

/** What there is to rehearse. */
export interface RehearsalSet {
  readonly source: Source;
  /** The file's name, for people. */
  readonly file: string;
  readonly items: readonly Item[];
  /** Index of the item to begin with. */
  readonly first: number;
  /** Indices into the items, in the order in which a mock interview asks for what is due. */
  readonly dueOrder: readonly number[];
  /** How many of the items are due by now, and how many were never rehearsed. */
  readonly due: number;
  readonly unrehearsed: number;
  readonly options: Options;
}

/** The settings of the document. */
export interface Options {
  readonly thresholds: Thresholds;
  readonly preRollSeconds: number;
  /** CSS pixels. */
  readonly fontSize: number;
  readonly mode: Mode;
  /** Seconds of silence that end a run which the microphone listens to. */
  readonly silenceSeconds: number;
}

/** How the user has set the prompter; kept between rehearsals. */
export interface Preferences {
  /** CSS pixels; null for that of the settings. */
  readonly fontSize: number | null;
  readonly mode: Mode | null;
  readonly speed: number;
  readonly isMirrored: boolean;
}

/** The history, as the view shows it. */
export interface HistoryData {
  readonly runs: readonly Run[];
  /** Days in a row with a rehearsal. */
  readonly streak: number;
  /** Lines of the history that could not be understood, or were written by a newer version. */
  readonly unread: number;
  /** "en: from 7 rehearsals, latest today". */
  readonly paces: readonly string[];
}

/** What is deleted from the history. */
export type Deletion =
  { readonly kind: 'run'; readonly id: string } | { readonly kind: 'answer'; readonly identity: string } | { readonly kind: 'all' };

export type ToView =
  /** A rehearsal that the user has just asked for, or (not fresh) the one that was here before a reload. */
  | {
      readonly type: 'rehearse';
      readonly set: RehearsalSet;
      readonly preferences: Preferences | null;
      readonly isFresh: boolean;
      /** When the panel was hidden, if it was, in milliseconds since 1970. */
      readonly hiddenSince: number | null;
      /** A run that has ended elsewhere, on the item to begin with; null for one that is still to come. */
      readonly run: MeasuredRun | null;
      /** Whether the extension can open a page in the user's browser. */
      readonly hasPage: boolean;
    }
  /** The file was edited. */
  | { readonly type: 'changed'; readonly set: RehearsalSet }
  /** What became of a run that was to be recorded. */
  | { readonly type: 'recorded'; readonly isKept: boolean; readonly problem: string | null }
  | { readonly type: 'history'; readonly data: HistoryData; readonly isAskedFor: boolean }
  /** Something the user asked for has been done, or has failed: a sentence. */
  | { readonly type: 'notice'; readonly text: string };

export type ToExtension =
  | { readonly type: 'ready' }
  | {
      readonly type: 'record';
      readonly identity: string;
      readonly line: number;
      readonly outcome: Outcome;
      readonly form: RecallForm;
      readonly kept: boolean;
    }
  | { readonly type: 'setTarget'; readonly line: number; readonly seconds: number }
  /** Goes to sentences in the editor; the texts find them again where the file has changed. */
  | { readonly type: 'reveal'; readonly sentences: readonly { readonly text: string; readonly start: number; readonly end: number }[] }
  /** Opens the answer at a line in the user's browser. */
  | { readonly type: 'page'; readonly line: number }
  | { readonly type: 'history' }
  | { readonly type: 'delete'; readonly what: Deletion }
  | { readonly type: 'export'; readonly format: 'csv' | 'json' }
  | { readonly type: 'preferences'; readonly preferences: Preferences };
