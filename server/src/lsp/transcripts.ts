/** The transcripts, glossaries and answers files of the workspace: found, read in the background, and kept up to date. */

import { FileChangeType, type CancellationToken, type Connection, type FileEvent } from 'vscode-languageserver';
import { Glossary, type GlossaryEntry } from '../core/glossary/glossary.ts';
import { readGlossary } from '../core/glossary/readGlossary.ts';
import { TranscriptIndex } from '../core/links/index.ts';
import { globsOfInterest, kindByName, kindOf } from '../core/links/workspaceFile.ts';
import type { Settings } from '../core/settings.ts';
import type { TranscriptProblem } from '../core/transcripts/transcript.ts';
import { decodeLeniently, notText } from '../files/decode.ts';
import { MissingFile, type Files, type FoundFile } from '../files/files.ts';
import type { Configuration } from './configuration.ts';
import { NO_FILES } from './clientFiles.ts';
import type { IndexCache } from './indexCache.ts';
import { IndexingProgress } from './indexingProgress.ts';
import { pathIn } from './roots.ts';
import { folderOf, Places } from './places.ts';
import type { Runtime } from './runtime.ts';
import { t } from '../core/locale/locale.ts';

/** A file to be read. */
interface FileToRead {
  readonly file: FoundFile;
  /** URI of the folder that it was found in; it is not followed out of it. */
  readonly folder: string;
  /** From that folder on, readable. */
  readonly path: string;
  readonly settings: Settings;
}

/** A file that was read, and what it turned out to be. */
interface KnownFile {
  readonly kind: ReturnType<typeof kindOf>;
  /** Size and time of change, as far as known: the same again needs no reading. */
  readonly stamp: string | undefined;
  readonly text?: string;
  readonly entries?: readonly GlossaryEntry[];
  readonly problems: readonly TranscriptProblem[];
}

export type IndexState = 'idle' | 'indexing' | 'cancelled';

export class Transcripts {
  /** All transcripts; read it, don't change it, and don't keep it: a cached one takes its place. */
  index = new TranscriptIndex();
  readonly #connection: Connection;
  readonly #configuration: Configuration;
  readonly #runtime: Runtime;
  readonly #known = new Map<string, KnownFile>();
  readonly #places = new Places();
  readonly #cache: IndexCache;
  /** Where a new glossary would be, and something else is: a link could have an editor write anywhere. */
  #taken: ReadonlySet<string> = new Set();
  #glossary = new Glossary([]);
  #revision = 0;
  #clientFiles: Files | undefined;
  #state: IndexState = 'idle';
  #isStarted = false;
  #isLoaded = false;
  #isOver = false;
  /** How often an event has named something that can't be read. */
  #unlisted = 0;
  #running: Promise<void> = Promise.resolve();
  #again: (() => void) | undefined;
  reportsProgress = false;

  constructor(connection: Connection, configuration: Configuration, runtime: Runtime, cache: IndexCache) {
    this.#connection = connection;
    this.#configuration = configuration;
    this.#runtime = runtime;
    this.#cache = cache;
  }

  /** Called when links may have changed, and when the state has. */
  onChange: (state: IndexState) => void = () => undefined;

  get glossary(): Glossary {
    return this.#glossary;
  }

  /** Whether somebody has asked for transcripts yet. */
  get isStarted(): boolean {
    return this.#isStarted;
  }

  get state(): IndexState {
    return this.#state;
  }

  /** The glossary that is written to: the first there is, else a new one in the folder of a file; none where that one can't be read, or where something else is in its place. */
  glossaryFile(uri: string): { readonly uri: string; readonly text: string; readonly exists: boolean } | undefined {
    const found = [...this.#known].find(([, { kind }]) => kind === 'glossary');
    if (found !== undefined) return found[1].text === undefined ? undefined : { uri: found[0], text: found[1].text, exists: true };
    const folder = this.#places.folders.find((candidate) => uri.startsWith(candidate)) ?? folderOf(uri);
    const own = newGlossaryIn(folder);
    return this.#taken.has(own) ? undefined : { uri: own, text: '', exists: false };
  }

  /** The answers files of the workspace that aren't open, with their texts. */
  *answersFiles(): Generator<{ readonly uri: string; readonly text: string }> {
    for (const [uri, { kind, text }] of this.#known) if (kind === 'answers' && text !== undefined) yield { uri, text };
  }

  /** The glossaries, with their texts as they were saved. */
  *glossaryFiles(): Generator<{ readonly uri: string; readonly text: string }> {
    for (const [uri, { kind, text }] of this.#known) if (kind === 'glossary' && text !== undefined) yield { uri, text };
  }

  /** Files of the candidate's own facts, with their texts. */
  *evidenceFiles(): Generator<{ readonly uri: string; readonly text: string }> {
    for (const [uri, { kind, text }] of this.#known) if (kind === 'evidence' && text !== undefined) yield { uri, text };
  }

  /** Grows whenever a transcript, a glossary or evidence has changed. */
  get revision(): number {
    return this.index.generation + this.#revision;
  }

  problemsOf(uri: string): readonly TranscriptProblem[] {
    return this.#known.get(uri)?.problems ?? [];
  }

  /** All files that are transcripts, also those that can't be read. */
  *files(): Generator<string> {
    for (const [uri, { kind }] of this.#known) if (kind === 'transcript') yield uri;
  }

  /** To be called before anything else: where to look, and through whom. */
  setUp(folders: readonly string[], clientOffers: Files | undefined): void {
    this.#places.folders = folders;
    this.#clientFiles = clientOffers ?? this.#clientFiles;
    if (this.#isStarted) void this.rescan();
  }

  /** Which folders have a config file that says which files are which. */
  setNested(folders: readonly string[]): void {
    if (this.#places.setNested(folders) && this.#isStarted) void this.rescan();
  }

  /** The first answers file is open: from now on there is something to link. Later calls do nothing. */
  start(): void {
    if (this.#isStarted) return;
    void this.rescan();
  }

  /** What the front matter of an open answers file names; undefined when it was closed. */
  setNamed(uri: string, globs: readonly string[] | undefined): void {
    if (this.#places.setNamed(uri, globs) && this.#isStarted) void this.rescan();
  }

  /** The server is about to end: nothing more is read, and nobody is told. */
  stop(): void {
    this.#isOver = true;
    this.#again?.();
    this.#cache.stop();
    this.onChange = () => undefined;
    this.onProblems = () => undefined;
  }

  /** Looks for files anew; only what has changed is read. Resolves when all is read, or it was cancelled. */
  rescan(): Promise<void> {
    this.#isStarted = true;
    return this.#enqueue(() => this.#scan());
  }

  /** Resolves when nothing is left to read. */
  async settled(): Promise<void> {
    for (let before; before !== this.#running;) {
      before = this.#running;
      await before;
    }
  }

  /** Files were made, changed or deleted. */
  filesChanged(events: readonly FileEvent[]): void {
    if (!this.#isStarted) return;
    void this.#enqueue(() => this.#update(events));
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#running = this.#running.then(work).catch((error: unknown) => {
      this.#connection.console.error(
        `Reading the transcripts failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    });
    return this.#running;
  }

  async #scan(): Promise<void> {
    const found = new Map<string, FileToRead>();
    for (const folder of this.#places.all) {
      const settings = await this.#configuration.for(folder.uri);
      const globs = folder.named ?? globsOfInterest(settings);
      try {
        for (const file of await this.#files(folder.uri).find(folder.uri, globs, MOST_FILES)) {
          // What lies below a config file is its business.
          const isOwn = folder.named !== undefined || this.#places.innermost(file.uri) === folder.uri;
          if (isOwn && !found.has(file.uri))
            found.set(file.uri, { file, folder: folder.uri, path: pathIn(folder.uri, file.uri), settings });
        }
      } catch (error) {
        this.#connection.console.warn(`The files below ${folder.uri} can't be listed: ${(error as Error).message}`);
      }
    }
    await this.#loadCache();
    for (const uri of [...this.#known.keys(), ...[...this.index.shards].map((shard) => shard.uri)]) if (!found.has(uri)) this.#forget(uri);
    const todo = [...found.values()].filter(({ file }) => {
      const stamp = stampOf(file);
      if (this.#cache.has(this.index, file.uri, stamp)) this.#known.set(file.uri, { kind: 'transcript', stamp, problems: [] });
      return stamp === undefined || this.#known.get(file.uri)?.stamp !== stamp;
    });
    await this.#readAll(todo);
    await this.#lookForTaken();
  }

  /** Once, before anything is read. */
  async #loadCache(): Promise<void> {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    const cached = await this.#cache.load(this.#places.folders);
    if (cached === undefined) return;
    this.#revision += this.index.generation + 1;
    this.index = cached;
  }

  async #update(events: readonly FileEvent[]): Promise<void> {
    const todo: FileToRead[] = [];
    for (const { uri, type } of events) {
      const folder = this.#places.ofChanged(uri);
      if (type === FileChangeType.Deleted) this.#forgetBelow(uri);
      else if (folder !== undefined)
        todo.push({ file: { uri }, folder, path: pathIn(folder, uri), settings: await this.#configuration.for(folder) });
    }
    const before = this.#unlisted;
    await this.#readAll(todo);
    if (this.#unlisted > before) await this.#scan();
    else if (events.some(({ uri }) => uri === newGlossaryIn(folderOf(uri)))) await this.#lookForTaken();
    this.#changed();
  }

  async #lookForTaken(): Promise<void> {
    const taken = new Set<string>();
    for (const folder of this.#places.folders) {
      const uri = newGlossaryIn(folder);
      if (this.#known.get(uri)?.kind === 'glossary') continue;
      const isFree = await this.#files(uri)
        .read(uri, folder)
        .then(
          () => false,
          (error: unknown) => error instanceof MissingFile,
        );
      if (!isFree) taken.add(uri);
    }
    this.#taken = taken;
  }

  /** A file is gone, or a folder with all that is in it. */
  #forgetBelow(uri: string): void {
    const below = `${uri}/`;
    for (const known of this.#known.keys()) if (known === uri || known.startsWith(below)) this.#forget(known);
  }

  /** Reads files one after the other, with a progress bar when it takes long, until cancelled. */
  async #readAll(todo: readonly FileToRead[]): Promise<void> {
    const relevant = todo.filter(
      ({ file, path, settings }) =>
        (file.size ?? 0) <= MOST_BYTES && kindByName(path, settings, this.#places.namedGlobs(file.uri)) !== 'other',
    );
    if (relevant.length === 0) {
      this.#changed();
      await this.#cache.settle(this.index);
      return;
    }
    this.#state = 'indexing';
    this.onChange(this.#state);
    const progress = new IndexingProgress(this.#connection, this.#runtime, this.reportsProgress, relevant.length);
    let read = 0;
    for (const one of relevant) {
      if (progress.isCancelled || this.#isOver) break;
      await this.#read(one, progress.token);
      progress.report(++read);
      await this.#runtime.yield();
    }
    await this.#cache.settle(this.index);
    progress.done();
    this.#state = progress.isCancelled ? 'cancelled' : 'idle';
    this.#changed();
    if (!progress.isCancelled && !this.#isOver) this.#cache.save(this.index, this.#places.folders);
  }

  async #read({ file, folder, path, settings }: FileToRead, token: CancellationToken): Promise<void> {
    const { uri } = file;
    const byName = kindByName(path, settings, this.#places.namedGlobs(uri));
    let text: string;
    try {
      text = decodeLeniently(await this.#files(uri).read(uri, folder));
    } catch (error) {
      this.#forget(uri);
      // What an event names may be a folder, or gone again; a listing tells which files are there.
      if (file.size === undefined) this.#unlisted++;
      // Deleted since it was listed: there is nothing to complain about.
      else if (byName !== 'other' && byName !== 'candidate' && !(error instanceof MissingFile))
        this.#remember(uri, {
          kind: byName,
          stamp: undefined,
          problems: [{ message: unreadable(error as Error), line: 0 }],
        });
      return;
    }
    const kind = kindOf(path, text, byName, settings);
    const stamp = stampOf(file);
    if (kind === 'transcript') {
      const problems = await this.#cache.add(this.index, uri, text, stamp, () => token.isCancellationRequested || this.#isOver);
      this.#remember(uri, { kind, stamp, problems });
      return;
    }
    this.index.remove(uri);
    if (kind === 'glossary') {
      const { entries, problems } = readGlossary(text);
      this.#remember(uri, { kind, stamp, text, entries, problems: [...notText(text), ...problems] });
    } else if (kind === 'evidence') this.#remember(uri, { kind, stamp, text, problems: notText(text) });
    else this.#remember(uri, { kind, stamp, problems: [], ...(kind === 'answers' && { text }) });
  }

  #remember(uri: string, file: KnownFile): void {
    const before = this.#known.get(uri);
    this.#known.set(uri, file);
    if (file.kind === 'glossary' || before?.kind === 'glossary') this.#collectGlossaries();
    if (file.kind === 'evidence' || before?.kind === 'evidence') this.#revision++;
    if (file.problems.length > 0 || (before?.problems.length ?? 0) > 0) this.#report(uri, file.problems);
  }

  #forget(uri: string): void {
    this.index.remove(uri);
    this.#cache.forget(uri);
    const known = this.#known.get(uri);
    if (known === undefined) return;
    this.#known.delete(uri);
    if (known.kind === 'glossary') this.#collectGlossaries();
    if (known.kind === 'evidence') this.#revision++;
    if (known.problems.length > 0) this.#report(uri, []);
  }

  #collectGlossaries(): void {
    this.#revision++;
    this.#glossary = new Glossary([...this.#known.values()].flatMap(({ entries }) => entries ?? []));
  }

  /** What can't be read is said once, on the file itself, whether it is open or not. */
  #report(uri: string, problems: readonly TranscriptProblem[]): void {
    this.onProblems(uri, problems);
  }

  onProblems: (uri: string, problems: readonly TranscriptProblem[]) => void = () => undefined;

  /** Several changes in a row are one. */
  #changed(): void {
    this.#again?.();
    if (this.#isOver) return;
    this.#again = this.#runtime.after(CHANGE_MILLISECONDS, () => this.onChange(this.#state));
  }

  #files(uri: string): Files {
    if (uri.startsWith('file:') && this.#runtime.files !== undefined) return this.#runtime.files;
    return this.#clientFiles ?? NO_FILES;
  }
}

function unreadable({ message }: Error): string {
  // What a system says is no sentence of ours, and stays as it is.
  return t("This file can't be read: {0}.", t(message));
}

/** Where a glossary is made in a folder (with a trailing slash) that has none. */
function newGlossaryIn(folder: string): string {
  return `${folder}glossary.md`;
}

function stampOf({ size, modified }: FoundFile): string | undefined {
  return size === undefined || modified === undefined ? undefined : `${size}:${modified}`;
}

/** More files than a person has; a workspace with more is something else, such as a home folder. */
const MOST_FILES = 20_000;
/** A transcript of a thousand hours in one file. */
const MOST_BYTES = 256 * 1024 * 1024;
const CHANGE_MILLISECONDS = 50;
