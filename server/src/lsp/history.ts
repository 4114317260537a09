/** The history of rehearsals as the client has told it, and what follows from it for every document. */

import type { Paces } from '../core/analysis.ts';
import { LearnedPaces } from '../core/rehearsal/calibration.ts';
import { asOf, NO_HISTORY, parseHistory, type History, type Run } from '../core/rehearsal/history.ts';
import { rehearsablesOf } from '../core/rehearsal/standing.ts';
import type { Script } from '../core/rehearsal/script.ts';
import { keptByAnswer } from '../core/rehearsal/statistics.ts';
import type { Settings } from '../core/settings.ts';
import { decoded } from '../core/text/uri.ts';
import type { Snapshot } from './analyses.ts';
import type { Runtime } from './runtime.ts';

/** An answer that can be rehearsed, with the id that it has in the history or will have. */
export interface Candidate {
  /** Index of the answer in the file. */
  readonly index: number;
  readonly script: Script;
  readonly identity: string;
}

export class RehearsalHistory {
  readonly #runtime: Runtime;
  #text = '';
  #written: History = NO_HISTORY;
  #history: History = NO_HISTORY;
  #kept: ReadonlyMap<string, readonly Run[]> = new Map();
  #paces: LearnedPaces;
  /** Ids for answers that were never rehearsed, by document and by what they are called. */
  readonly #fresh = new Map<string, ReadonlyMap<string, string>>();
  #candidates = new WeakMap<Snapshot, readonly Candidate[]>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
    this.#paces = new LearnedPaces(NO_HISTORY, runtime.date());
  }

  /** Takes the whole text of a history; returns whether it says anything new. */
  change(text: string): boolean {
    if (text === this.#text) return false;
    this.#text = text;
    const now = this.#runtime.date();
    this.#written = parseHistory(text);
    this.#history = asOf(this.#written, now);
    this.#kept = keptByAnswer(this.#history.runs);
    this.#paces = new LearnedPaces(this.#history, now);
    this.#candidates = new WeakMap();
    return true;
  }

  /** With the dates that runs can have. */
  get history(): History {
    return this.#history;
  }

  /** With the dates that were written. */
  get written(): History {
    return this.#written;
  }

  /** The same object as long as the history and the settings are. */
  paces(settings: Settings): Paces {
    return this.#paces.for(settings);
  }

  /** The kept runs of each answer, oldest first, by its id. */
  get kept(): ReadonlyMap<string, readonly Run[]> {
    return this.#kept;
  }

  /** All that can be rehearsed in a document, in its order. `folders` are the URIs of the workspace folders. */
  candidates(snapshot: Snapshot, folders: readonly string[]): readonly Candidate[] {
    let candidates = this.#candidates.get(snapshot);
    if (candidates === undefined) {
      candidates = this.#identify(snapshot, folders);
      this.#candidates.set(snapshot, candidates);
    }
    return candidates;
  }

  forget(uri: string): void {
    this.#fresh.delete(uri);
  }

  #identify(snapshot: Snapshot, folders: readonly string[]): readonly Candidate[] {
    const before = this.#fresh.get(snapshot.uri);
    const fresh = new Map<string, string>();
    const counts = new Map<string, number>();
    const candidates = rehearsablesOf(snapshot.analysis, this.#history.runs, fileNameOf(snapshot, folders)).map((one) => {
      if (one.identity !== undefined) return { ...one, identity: one.identity };
      // Of answers with one title, the first, the second and so on; no title has a line end.
      const { title } = one.script;
      const count = counts.get(title) ?? 0;
      counts.set(title, count + 1);
      const name = `${title}\n${count}`;
      const identity = before?.get(name) ?? this.#runtime.uuid();
      fresh.set(name, identity);
      return { ...one, identity };
    });
    this.#fresh.set(snapshot.uri, fresh);
    return candidates;
  }
}

/**
 * What the history calls a document: in a history of the workspace by its path below the folder, so that it means the
 * same on another machine; else as the command line does, by its path, or by its URI where it has no path.
 */
export function fileNameOf({ uri, settings }: Pick<Snapshot, 'uri' | 'settings'>, folders: readonly string[]): string {
  const folder = folders.find((candidate) => uri.startsWith(candidate));
  if (settings.rehearsal.history === 'workspace' && folder !== undefined) return decoded(uri.slice(folder.length));
  if (!uri.startsWith('file:///')) return uri;
  const path = decoded(uri.slice('file://'.length));
  return /^\/[a-z]:/i.test(path) ? `${path[1]!.toUpperCase()}${path.slice(2).replaceAll('/', '\\')}` : path;
}
