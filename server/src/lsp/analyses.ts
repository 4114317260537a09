/** The newest analysis of each open document: computed when somebody asks, in slices, and only once for each version. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, AnalysisCache, analyseInSteps, type Analysis, type Paces } from '../core/analysis.ts';
import type { Settings } from '../core/settings.ts';
import { matchesGlobs } from '../core/text/globs.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { decoded } from '../core/text/uri.ts';
import type { Configuration } from './configuration.ts';
import type { Runtime } from './runtime.ts';
import { inSlices } from './slices.ts';
import type { Sources } from './sources.ts';

/** One version of a document with all that is known of it; never changes. */
export interface Snapshot {
  /** Different for every snapshot of the session. */
  readonly serial: number;
  readonly uri: string;
  /** A document that is closed and opened again is another one, although its versions begin anew. */
  readonly document: TextDocument;
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
  readonly settings: Settings;
  readonly sources: Sources | undefined;
  readonly paces: Paces;
  readonly analysis: Analysis;
  /** Analyses another text as if it were this document's; answers that are the same in it cost nothing. */
  readonly analyseAgain: (text: string) => Analysis;
}

/** The documents that the client has open, as they are now. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
}

/** What the speaker's pace is by language, under some settings; the same object as long as nothing changes. */
export type PacesFor = (settings: Settings) => Paces;

export class Analyses {
  readonly #documents: OpenDocuments;
  readonly #configuration: Configuration;
  readonly #pacesFor: PacesFor;
  readonly #runtime: Runtime;
  #serial = 0;
  readonly #files = new Map<string, { readonly cache: AnalysisCache; running?: Promise<Snapshot | undefined>; newest?: Snapshot }>();
  /** What there is beyond the document; the same object as long as nothing changes. */
  sourcesFor: (uri: string) => Sources | undefined = () => undefined;
  /** Called with every new analysis of the current version. */
  onAnalysed: (snapshot: Snapshot) => void = () => undefined;
  /** The folder that the globs of a document's settings are seen from, where it isn't the workspace folder. */
  baseOf: (uri: string) => string | undefined = () => undefined;
  /** URIs of the workspace folders, each with a trailing slash. */
  workspaceFolders: readonly string[] = [];

  constructor(documents: OpenDocuments, configuration: Configuration, pacesFor: PacesFor, runtime: Runtime) {
    this.#documents = documents;
    this.#configuration = configuration;
    this.#pacesFor = pacesFor;
    this.#runtime = runtime;
  }

  /** The analysis of the document as it is now; undefined when it isn't open (any more). */
  get(uri: string): Promise<Snapshot | undefined> {
    // Nothing is remembered of what isn't open.
    if (this.#documents.get(uri) === undefined) return Promise.resolve(undefined);
    let file = this.#files.get(uri);
    if (file === undefined) {
      file = { cache: new AnalysisCache() };
      this.#files.set(uri, file);
    }
    const current = file;
    current.running ??= this.#run(uri, current).finally(() => {
      delete current.running;
    });
    return current.running;
  }

  forget(uri: string): void {
    this.#files.delete(uri);
  }

  async #run(uri: string, file: { readonly cache: AnalysisCache; newest?: Snapshot }): Promise<Snapshot | undefined> {
    for (;;) {
      const settings = await this.#configuration.for(uri);
      const document = this.#documents.get(uri);
      if (document === undefined) this.#configuration.forget(uri);
      if (document === undefined || !isMarkdown(document)) return undefined;
      const { version } = document;
      const sources = this.sourcesFor(uri);
      const paces = this.#pacesFor(settings);
      const { newest } = file;
      const isCurrent = (at: number): boolean => this.#documents.get(uri) === document && document.version === at;
      const isSame = newest?.document === document && newest.version === version && newest.settings === settings;
      if (isSame && newest.sources === sources && newest.paces === paces) return newest;
      const text = document.getText();
      this.#runtime.giveRoom?.(text.length);
      const options = { settings, isListed: this.#isListed(uri, settings), paces, ...sources };
      const analyseAgain = (other: string): Analysis => analyse(other, options, file.cache);
      const steps = analyseInSteps(text, options, file.cache);
      const analysis = await inSlices(this.#runtime, steps, () => !isCurrent(version));
      // Superseded while it ran: what it has learnt is in the cache, and the newer version goes on from there.
      if (analysis === undefined) continue;
      const lines = new LineIndex(text);
      file.newest = { document, serial: ++this.#serial, uri, version, text, lines, settings, sources, paces, analysis, analyseAgain };
      this.onAnalysed(file.newest);
      if ((await this.#configuration.for(uri)) === settings && this.#pacesFor(settings) === paces && isCurrent(version)) return file.newest;
    }
  }

  #isListed(uri: string, settings: Settings): boolean {
    if (settings.files.length === 0) return false;
    const folder = this.baseOf(uri) ?? this.workspaceFolders.find((candidate) => uri.startsWith(candidate));
    const path = folder === undefined ? uri.slice(uri.lastIndexOf('/') + 1) : uri.slice(folder.length);
    return matchesGlobs(decoded(path), settings.files);
  }
}

/** Transcripts are open for other features; they needn't be read as answers. Editors don't agree on what they call Markdown. */
function isMarkdown({ languageId, uri }: TextDocument): boolean {
  return !/^(?:plaintext|text|txt|vtt|webvtt|srt|subrip|subtitles?|json[c5]?)$/i.test(languageId) || /\.(?:md|markdown)$/i.test(uri);
}
