/** Everything that features on terms share: the transcripts, what is known of a term, and the terms of all answers. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { AnswersCache, parseAnswersInSteps, type AnswersFile } from '../core/answers/parseAnswers.ts';
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
  readonly #ofDocuments = new WeakMap<TextDocument, Caches>();
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
      all.push(...(await this.#termsOf(uri, snapshot.text, this.#cachesOf(snapshot), isCancelled)));
    }
    const files = [...this.transcripts.answersFiles()].filter(({ uri }) => !open.has(uri));
    // Files that are gone, or open by now, take theirs along.
    const caches = new Map(files.map(({ uri }) => [uri, this.#ofFiles.get(uri) ?? newCaches()]));
    this.#ofFiles = caches;
    for (const { uri, text } of files) all.push(...(await this.#termsOf(uri, text, caches.get(uri)!, isCancelled)));
    return isCancelled() ? [] : all;
  }

  /** The terms of one open document; empty when it holds no answers. */
  async termsOf(snapshot: Snapshot): Promise<readonly UsedTerm[]> {
    if (!snapshot.analysis.isAnswersFile) return [];
    const [file] = await this.#termsOf(snapshot.uri, snapshot.text, this.#cachesOf(snapshot), () => false);
    return file?.terms ?? [];
  }

  #cachesOf({ document }: Snapshot): Caches {
    const caches = this.#ofDocuments.get(document) ?? newCaches();
    this.#ofDocuments.set(document, caches);
    return caches;
  }

  async #termsOf(uri: string, text: string, cache: Caches, isCancelled: () => boolean): Promise<readonly FileTerms[]> {
    const { tables } = await this.#configuration.for(uri);
    const file = await inSlices(this.#runtime, parseAnswersInSteps(text, { tables }, cache.answers), isCancelled);
    if (file === undefined) return [];
    const terms = await inSlices(this.#runtime, cache.terms.in(file, this.transcripts), isCancelled);
    return terms === undefined ? [] : [{ uri, lines: new LineIndex(text), file, terms }];
  }
}

/** What was learnt of the texts of one file. */
interface Caches {
  readonly answers: AnswersCache;
  readonly terms: TermsCache;
}

function newCaches(): Caches {
  return { answers: new AnswersCache(), terms: new TermsCache() };
}

/** Other names of a term by the definitions in the file itself. */
function definitionsIn(snapshot: Snapshot | undefined, term: string): readonly string[] {
  const key = nameKey(term);
  return (snapshot?.analysis.answers ?? []).flatMap(({ answer, analysis }) => {
    const { text } = answer.content.spoken;
    return analysis.jargon.definitions.flatMap(({ short: { name: short }, expansion }) => {
      const long = text.slice(expansion.start, expansion.end);
      return nameKey(short) === key ? [long] : nameKey(long) === key ? [short] : [];
    });
  });
}
