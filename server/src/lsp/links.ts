/** Everything that features on terms share: the transcripts, what is known of a term, and the terms of all answers. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { AnswersCache, parseAnswersInSteps, type AnswersFile } from '../core/answers/parseAnswers.ts';
import type { AnalysedAnswer } from '../core/analysis.ts';
import { knowledgeOf, type TermEntry } from '../core/glossary/knowledge.ts';
import { nameKey } from '../core/glossary/glossary.ts';
import { definedNames } from '../core/links/defined.ts';
import { passagesOf } from '../core/links/links.ts';
import type { Passage } from '../core/links/passages.ts';
import { termAt } from '../core/links/terms.ts';
import { TermsCache, type UsedTerm } from '../core/links/workspaceTerms.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';
import type { Analyses, Snapshot } from './analyses.ts';
import type { Configuration } from './configuration.ts';
import type { Runtime } from './runtime.ts';
import { inSlices } from './slices.ts';
import type { Transcripts } from './transcripts.ts';

/** A term under the cursor. */
export interface TermAtCursor {
  readonly term: string;
  readonly span: Span;
}

/** Where the answers of one file use terms. */
export interface FileTerms {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly file: AnswersFile;
  readonly terms: readonly UsedTerm[];
}

export class Links {
  readonly transcripts: Transcripts;
  readonly #analyses: Analyses;
  readonly #configuration: Configuration;
  readonly #runtime: Runtime;
  readonly #openUris: () => Iterable<string>;
  /** As long as a document is open. */
  readonly #ofDocuments = new WeakMap<TextDocument, TermsCache>();
  /** Of files that aren't, by their URI. */
  #ofFiles = new Map<string, Caches>();

  constructor(
    transcripts: Transcripts,
    analyses: Analyses,
    configuration: Configuration,
    runtime: Runtime,
    openUris: () => Iterable<string>,
  ) {
    this.transcripts = transcripts;
    this.#analyses = analyses;
    this.#configuration = configuration;
    this.#runtime = runtime;
    this.#openUris = openUris;
  }

  termAt(text: string, offset: number): TermAtCursor | undefined {
    const span = termAt(text, offset, this.transcripts);
    return span === undefined ? undefined : { term: text.slice(span.start, span.end), span };
  }

  /** What glossaries, the answer's own file and the transcripts say of a term. */
  knowledgeOf(term: string, snapshot?: Snapshot): TermEntry {
    const defined = [...definitionsIn(snapshot, term), ...definedNames(term, this.transcripts.index)];
    return knowledgeOf(term, this.transcripts.glossary, new Map([[nameKey(term), defined]]));
  }

  passagesOf(term: string, snapshot?: Snapshot): readonly Passage[] {
    return passagesOf(term, this.transcripts.index, this.knowledgeOf(term, snapshot));
  }

  /** The terms of every answers file, the open ones as they are in the editor. Works in slices. */
  async allTerms(isCancelled: () => boolean): Promise<readonly FileTerms[]> {
    const all: FileTerms[] = [];
    const open = new Set(this.#openUris());
    for (const uri of open) {
      const snapshot = await this.#analyses.get(uri);
      if (snapshot?.analysis.isAnswersFile !== true) continue;
      all.push(...(await this.#termsIn(snapshot.analysis.file, uri, snapshot.lines, this.#termsCacheOf(snapshot), isCancelled)));
    }
    const files = [...this.transcripts.answersFiles()].filter(({ uri }) => !open.has(uri));
    // Files that are gone, or open by now, take theirs along.
    const caches = new Map(
      files.map(({ uri }) => [uri, this.#ofFiles.get(uri) ?? { answers: new AnswersCache(), terms: new TermsCache() }]),
    );
    this.#ofFiles = caches;
    for (const { uri, text } of files) {
      const { tables } = await this.#configuration.for(uri);
      const { answers, terms } = caches.get(uri)!;
      const file = await inSlices(this.#runtime, parseAnswersInSteps(text, { tables }, answers), isCancelled);
      if (file !== undefined) all.push(...(await this.#termsIn(file, uri, new LineIndex(text), terms, isCancelled)));
    }
    return isCancelled() ? [] : all;
  }

  /** The terms of one open document; empty when it holds no answers. */
  async termsOf(snapshot: Snapshot): Promise<readonly UsedTerm[]> {
    if (!snapshot.analysis.isAnswersFile) return [];
    const { analysis, uri, lines } = snapshot;
    const [file] = await this.#termsIn(analysis.file, uri, lines, this.#termsCacheOf(snapshot), () => false);
    return file?.terms ?? [];
  }

  #termsCacheOf({ document }: Snapshot): TermsCache {
    const cache = this.#ofDocuments.get(document) ?? new TermsCache();
    this.#ofDocuments.set(document, cache);
    return cache;
  }

  async #termsIn(
    file: AnswersFile,
    uri: string,
    lines: LineIndex,
    cache: TermsCache,
    isCancelled: () => boolean,
  ): Promise<readonly FileTerms[]> {
    const terms = await inSlices(this.#runtime, cache.in(file, this.transcripts), isCancelled);
    return terms === undefined ? [] : [{ uri, lines, file, terms }];
  }
}

/** What was learnt of the texts of one file that isn't open. */
interface Caches {
  readonly answers: AnswersCache;
  readonly terms: TermsCache;
}

/** Other names of a term by the definitions in the file itself. */
function definitionsIn(snapshot: Snapshot | undefined, term: string): readonly string[] {
  if (snapshot === undefined) return [];
  const { answers } = snapshot.analysis;
  let names = NAMES.get(answers);
  if (names === undefined) NAMES.set(answers, (names = namesIn(answers)));
  return names.get(nameKey(term)) ?? [];
}

/** The other names of what answers define, by name: made once for an analysis, since a file may have thousands of terms. */
function namesIn(answers: readonly AnalysedAnswer[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { answer, analysis } of answers) {
    const { text } = answer.content.spoken;
    for (const { short, expansion } of analysis.jargon.definitions) {
      const long = text.slice(expansion.start, expansion.end);
      const [shortKey, longKey] = [nameKey(short.name), nameKey(long)];
      add(shortKey, long);
      if (longKey !== shortKey) add(longKey, short.name);
    }
  }
  return names;

  function add(key: string, name: string): void {
    const known = names.get(key);
    if (known === undefined) names.set(key, [name]);
    else known.push(name);
  }
}

const NAMES = new WeakMap<readonly AnalysedAnswer[], ReadonlyMap<string, readonly string[]>>();
