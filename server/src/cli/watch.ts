/** `check --watch`: checks again whenever a file changes, and prints what has changed by that, or all. */

import { watch as watchFolder, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import type { CheckedFile, ReportedFinding } from './checkedFile.ts';
import { UsageError } from './failures.ts';
import { findingLine, formatText, summary } from './formats/text.ts';
import { printableLines } from './terminal.ts';
import { totalsOf } from './totals.ts';

export interface Watched {
  /** The arguments of the command line that name files, and the other files that the report depends on. */
  readonly inputs: readonly string[];
  readonly others: readonly string[];
  /** Checks everything anew. May throw UsageError while a file is being written. */
  readonly check: () => Promise<readonly CheckedFile[]>;
  /** Whether each report that differs from the one before is printed whole, between a line that begins it and the one that counts. */
  readonly full: boolean;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Resolves when somebody wants to stop. */
  readonly stopped: Promise<void>;
}

/** Runs until it is stopped. The first report is the caller's; `before` is what was in it. */
export async function watch(
  { inputs, others, check, full, print, printError, stopped }: Watched,
  before: readonly CheckedFile[],
): Promise<void> {
  let last = before;
  const rounds = new Rounds(async () => {
    try {
      const next = await check();
      const report = full ? again(last, next) : changesReport(last, next);
      last = next;
      if (report !== '') print(report);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      printError(`interview-answers: ${printableLines(error.message)}\n`);
    }
  });
  const watchers = await watchFolders([...inputs, ...others], () => rounds.ask());
  printError('interview-answers: watching; Ctrl+C ends it\n');
  // What was written between the first report and now is not missed.
  rounds.ask();
  await stopped;
  for (const watcher of watchers) watcher.close();
  await rounds.end();
}

/** What an editor that reads the reports knows the next one by. */
export const REPORT_BEGINS = 'interview-answers: checked again';

function again(before: readonly CheckedFile[], after: readonly CheckedFile[]): string {
  const report = formatText(after);
  return report === formatText(before) ? '' : `${REPORT_BEGINS}\n${report}`;
}

function changesReport(before: readonly CheckedFile[], after: readonly CheckedFile[]): string {
  const lines = changes(before, after);
  return lines.length > 0 ? `${[...lines, summary(totalsOf(after))].join('\n')}\n` : '';
}

/** What came and what went: a finding is the same as long as its rule, sentence and message are. */
function changes(before: readonly CheckedFile[], after: readonly CheckedFile[]): readonly string[] {
  const lines: string[] = [];
  const old = new Map(before.map((file) => [file.path, file]));
  const seen = new Set<string>();
  for (const file of after) {
    seen.add(file.path);
    const was = old.get(file.path);
    const [gone, come] = difference(was, file);
    lines.push(...gone.map((finding) => findingLine(was!, finding, 'mended')), ...come.map((finding) => findingLine(file, finding)));
  }
  for (const file of before) {
    if (!seen.has(file.path)) lines.push(...file.findings.map((finding) => findingLine(file, finding, 'gone with its file')));
  }
  return lines;
}

/** Findings that went, and findings that came or say something else now. */
function difference(
  before: CheckedFile | undefined,
  after: CheckedFile,
): readonly [readonly ReportedFinding[], readonly ReportedFinding[]] {
  const old = byFingerprint(before);
  const now = byFingerprint(after);
  const gone = [...old].flatMap(([key, findings]) => findings.slice(now.get(key)?.length ?? 0));
  const come = [...now].flatMap(([key, findings]) => {
    const known = (old.get(key) ?? []).map(({ message }) => message);
    return findings.filter(({ message }) => {
      const at = known.indexOf(message);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
  });
  return [gone, come];
}

function byFingerprint(file: CheckedFile | undefined): ReadonlyMap<string, readonly ReportedFinding[]> {
  const found = new Map<string, ReportedFinding[]>();
  for (const finding of file?.findings ?? []) {
    const key = finding.fingerprint!;
    found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return found;
}

/** One round after the last event of a burst, and never two at once. */
class Rounds {
  readonly #run: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isAsked = false;

  constructor(run: () => Promise<void>) {
    this.#run = run;
  }

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), SETTLED_MILLISECONDS);
  }

  /** Resolves when nothing runs any more and nothing will. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isAsked = false;
    await this.#running;
  }

  #start(): void {
    if (this.#running !== undefined) {
      this.#isAsked = true;
      return;
    }
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#isAsked) this.ask();
      this.#isAsked = false;
    });
  }
}

/** Editors write a file in several steps; this is after the last of them and still feels immediate. */
const SETTLED_MILLISECONDS = 100;

async function watchFolders(names: readonly string[], onChange: () => void): Promise<readonly FSWatcher[]> {
  const folders = new Map<string, boolean>();
  for (const name of names) {
    const { folder, isDeep } = await placeOf(name);
    folders.set(folder, isDeep || folders.get(folder) === true);
  }
  return [...folders].map(([folder, recursive]) => {
    try {
      const watcher = watchFolder(folder, { recursive }, (_, changed) => {
        if (changed === null || !IGNORED.test(changed)) onChange();
      });
      // A folder that goes away takes its watcher along; the others stay.
      watcher.on('error', onChange);
      return watcher;
    } catch (error) {
      throw new UsageError(`can't watch ${JSON.stringify(folder)}: ${(error as Error).message}`);
    }
  });
}

/** The same folders that no glob looks into. */
const IGNORED = /(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)/;

/** A file is watched through its folder, because editors may put a new file in its place. */
async function placeOf(name: string): Promise<{ folder: string; isDeep: boolean }> {
  const kind = await stat(name).catch(() => undefined);
  if (kind?.isDirectory()) return { folder: path.resolve(name), isDeep: true };
  if (kind !== undefined || !isDynamicPattern(name)) return { folder: path.dirname(path.resolve(name)), isDeep: false };
  const parts = name.split(/[\\/]/);
  const fixed = parts.slice(
    0,
    Math.min(
      parts.length - 1,
      parts.findIndex((part) => isDynamicPattern(part)),
    ),
  );
  return { folder: path.resolve(fixed.join('/') || (name.startsWith('/') ? '/' : '.')), isDeep: true };
}
