/** Reads the gold set of interview answers: the texts, and what a careful reader says of each sentence. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Audience } from '../../server/src/core/jargon/audience.ts';
import type { Span } from '../../server/src/core/text/span.ts';

const GOLD_FOLDER = 'test/gold/interview/answers';
export const GOLD_AUDIENCES: readonly Audience[] = ['recruiter', 'hiringManager', 'engineer', 'researcher'];

export type GoldSeverity = 'warning' | 'information' | 'hint';

export interface GoldSentence {
  readonly text: string;
  /** UTF-16 offsets in the file. */
  readonly span: Span;
  /** The type of what it claims; undefined when it claims nothing. */
  readonly claim: string | undefined;
  /** Undefined without a claim, and for a claim that is supported. */
  readonly severity: GoldSeverity | undefined;
  /** The terms that each audience needs explained here, as they are written. */
  readonly terms: Readonly<Record<Audience, readonly string[]>>;
}

export interface GoldAnswer {
  readonly name: string;
  readonly text: string;
  readonly half: 'dev' | 'held';
  readonly sentences: readonly GoldSentence[];
  readonly words: number;
}

/** The answers of one half, in order; none where the set is not there. */
function readGold(root: string, half: GoldAnswer['half']): readonly GoldAnswer[] {
  const folder = path.join(root, GOLD_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readAnswer(path.join(folder, file)))
    .filter((answer) => answer.half === half);
}

/** The whole of what the arguments ask for: the half to develop on, or with `--held` the one that is kept out of it. */
export function goldOf(args: readonly string[], root: string): readonly GoldAnswer[] {
  return readGold(root, args.includes('--held') ? 'held' : 'dev');
}

function readAnswer(file: string): GoldAnswer {
  const text = readFileSync(file, 'utf8');
  const name = path.basename(file, '.md');
  const rows = readFileSync(file.replace(/\.md$/, '.labels.tsv'), 'utf8').trim().split('\n').slice(1);
  const spans = sentenceSpans(text);
  if (rows.length !== spans.length) throw new Error(`${name} has ${spans.length} sentences and ${rows.length} labels`);
  const sentences = spans.map((span, i) => readSentence(name, text.slice(span.start, span.end), span, rows[i]!.split('\t')));
  const half = /^half: held$/m.test(text) ? 'held' : 'dev';
  return { name, text, half, sentences, words: sentences.reduce((sum, one) => sum + one.text.split(/\s+/).length, 0) };
}

function readSentence(name: string, text: string, span: Span, cells: readonly string[]): GoldSentence {
  const [number, start = '', claim = '-', severity = '-', , ...terms] = cells;
  // Some labels leave out the signs of bold text, links and lists.
  const bare = (marked: string): string => marked.replace(/^[-*] |[*_[\]]/g, '');
  if (!bare(text).startsWith(bare(start))) throw new Error(`${name}: sentence ${number} does not start with "${start}"`);
  const listed = (cell = '-'): readonly string[] => (cell === '-' ? [] : cell.split(',').map((term) => term.trim()));
  return {
    text,
    span,
    claim: claim === '-' ? undefined : claim,
    severity: severity === '-' ? undefined : (severity as GoldSeverity),
    terms: Object.fromEntries(GOLD_AUDIENCES.map((audience, i) => [audience, listed(terms[i])])) as unknown as GoldSentence['terms'],
  };
}

/** The lines below the heading: each is a sentence, but those that are footnotes. */
function sentenceSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let at = text.indexOf('\n## ') + 1;
  at = text.indexOf('\n', at) + 1;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (end > at && !text.startsWith('[^', at)) spans.push({ start: at, end });
    at = end + 1;
  }
  return spans;
}
