/** Reads the transcripts, the glossary and the evidence that a command line names. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AnalysisOptions } from '../core/analysis.ts';
import { Glossary } from '../core/glossary/glossary.ts';
import { readGlossary } from '../core/glossary/readGlossary.ts';
import { TranscriptIndex } from '../core/links/index.ts';
import { claimContextFrom, vocabularyFrom } from '../core/links/sources.ts';
import { decodeText } from '../files/decode.ts';
import { explainFileError } from '../files/node.ts';
import { UsageError } from './failures.ts';
import { findTranscripts, readInput } from './inputs.ts';
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

/** Makes the options of the analysis of each file; undefined when the command line names no sources. */
export async function readSources(
  files: SourceFiles,
): Promise<((file: string) => Pick<AnalysisOptions, 'vocabulary' | 'claimContext'>) | undefined> {
  if (files.transcripts.length === 0 && files.glossary === undefined && files.evidence === undefined) return undefined;
  const { index } = await readTranscripts(files.transcripts, (name) => slashes(path.resolve(name)));
  const vocabulary = vocabularyFrom(index, await readGlossaryFile(files.glossary));
  const evidence =
    files.evidence === undefined ? [] : [{ uri: slashes(path.resolve(files.evidence)), text: await read('evidence', files.evidence) }];
  const contexts = new Map<string, ReturnType<typeof claimContextFrom>>();
  return (file) => {
    let claimContext = contexts.get(file);
    if (claimContext === undefined) contexts.set(file, (claimContext = claimContextFrom(index, evidence, slashes(path.resolve(file)))));
    return { vocabulary, claimContext };
  };
}

async function read(what: string, file: string): Promise<string> {
  try {
    return decodeText(await readFile(file));
  } catch (error) {
    throw new UsageError(`can't read the ${what} ${JSON.stringify(file)}: ${explainFileError(error)}`);
  }
}

function slashes(file: string): string {
  return file.split(path.sep).join('/');
}
