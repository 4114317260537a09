/** Reads the transcripts, the glossary and the evidence that a command line names. */

import path from 'node:path';
import type { AnalysisOptions } from '../core/analysis.ts';
import type { ClaimContext } from '../core/claims/evidence.ts';
import { Glossary } from '../core/glossary/glossary.ts';
import { readGlossary } from '../core/glossary/readGlossary.ts';
import type { VocabularySources } from '../core/jargon/vocabulary.ts';
import { decodeIndex, encodeIndex } from '../core/links/cacheFormat.ts';
import { TranscriptIndex } from '../core/links/index.ts';
import { claimContextFrom, vocabularyFrom } from '../core/links/sources.ts';
import { decodeText } from '../files/decode.ts';
import { findTranscripts, readInput, readNamed } from './inputs.ts';
import { complain, plainText } from './terminal.ts';

/** Indexes the transcripts under their paths, or what is made of them; what can't be read is named on standard error and counted. */
export async function readTranscripts(
  globs: readonly string[],
  uriOf: (path: string) => string = (name) => name,
): Promise<{ readonly index: TranscriptIndex; readonly failures: number }> {
  const index = new TranscriptIndex();
  let failures = 0;
  for (const name of await findTranscripts(globs)) {
    const input = await readInput(name, name);
    const problems = 'reason' in input ? [{ message: input.reason, line: 0 }] : index.addText(uriOf(input.path), input.text);
    for (const { message, line } of problems) complain(`${plainText(name)}:${line + 1}: ${plainText(message)}`);
    if (problems.length > 0) failures++;
  }
  return { index, failures };
}

/** An empty glossary without a file. Throws UsageError when the file can't be read. */
export async function readGlossaryFile(file: string | undefined): Promise<Glossary> {
  if (file === undefined) return new Glossary([]);
  const { entries, problems } = readGlossary(await read('glossary', file));
  for (const { message, line } of problems) complain(`${plainText(file)}:${line + 1}: ${plainText(message)}`);
  return new Glossary(entries);
}

/** What beyond the answers themselves findings depend on. */
export interface SourceFiles {
  readonly transcripts: readonly string[];
  readonly glossary: string | undefined;
  readonly evidence: string | undefined;
}

/** Sources as plain data, of which the large part is shared among threads and not copied. */
export interface SharedSources {
  readonly index: SharedArrayBuffer;
  readonly vocabulary: VocabularySources;
  readonly evidence: readonly Evidence[];
}

/** A candidate's own facts, under a path that begins at the root. */
export interface Evidence {
  readonly uri: string;
  readonly text: string;
}

/** What transcripts, glossary and evidence say, for the analysis of each file. */
export class Sources {
  readonly #index: TranscriptIndex;
  readonly #vocabulary: VocabularySources;
  readonly #evidence: readonly Evidence[];
  /** By folder: citations are written from there, and the same object means the same contents. */
  readonly #contexts = new Map<string, ClaimContext>();

  constructor(index: TranscriptIndex, vocabulary: VocabularySources, evidence: readonly Evidence[]) {
    this.#index = index;
    this.#vocabulary = vocabulary;
    this.#evidence = evidence;
  }

  for(file: string): Pick<AnalysisOptions, 'vocabulary' | 'claimContext'> {
    const uri = slashes(path.resolve(file));
    const folder = path.posix.dirname(uri);
    let claimContext = this.#contexts.get(folder);
    if (claimContext === undefined) this.#contexts.set(folder, (claimContext = claimContextFrom(this.#index, this.#evidence, uri)));
    return { vocabulary: this.#vocabulary, claimContext };
  }

  share(): SharedSources {
    const bytes = encodeIndex(this.#index, new Map());
    const index = new SharedArrayBuffer(bytes.length);
    new Uint8Array(index).set(bytes);
    return { index, vocabulary: this.#vocabulary, evidence: this.#evidence };
  }

  /** Sources that look into shared memory. */
  static over({ index, vocabulary, evidence }: SharedSources): Sources {
    const decoded = decodeIndex(new Uint8Array(index));
    if (decoded === undefined) throw new Error('the shared index of the transcripts can’t be read');
    return new Sources(decoded.index, vocabulary, evidence);
  }
}

/** Reads what the command line names, undefined when it names nothing; and how many transcripts could not be read. */
export async function readSources(files: SourceFiles): Promise<{ readonly sources: Sources | undefined; readonly failures: number }> {
  if (files.transcripts.length === 0 && files.glossary === undefined && files.evidence === undefined)
    return { sources: undefined, failures: 0 };
  const { index, failures } = await readTranscripts(files.transcripts, (name) => slashes(path.resolve(name)));
  const vocabulary = vocabularyFrom(index, await readGlossaryFile(files.glossary));
  const evidence =
    files.evidence === undefined ? [] : [{ uri: slashes(path.resolve(files.evidence)), text: await read('evidence', files.evidence) }];
  return { sources: new Sources(index, vocabulary, evidence), failures };
}

function read(what: string, file: string): Promise<string> {
  return readNamed(file, `the ${what} ${JSON.stringify(file)}`, decodeText);
}

function slashes(file: string): string {
  return file.split(path.sep).join('/');
}
