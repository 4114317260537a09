/** Measures the acronym detector on sentences with labelled short and long forms: exact spans, by kind and as their mean. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findAcronyms } from '../../server/src/core/jargon/acronyms.ts';

export const DEFAULT_FILE = '../shared/acronyms/acronyms-dev.jsonl';

interface Row {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly label: readonly string[];
}

interface Counts {
  right: number;
  found: number;
  labelled: number;
}

/**
 * Prints precision, recall and F1; the exit code is 0 even without data, which not everybody has. Options: `--half=0`
 * or `--half=1` takes every other sentence, `--errors` prints what is missed (-) and what is too much (+).
 */
export function run(args: readonly string[], root: string): number {
  const name = args.find((arg) => !arg.startsWith('--')) ?? DEFAULT_FILE;
  const file = path.resolve(root, name);
  if (!existsSync(file)) {
    console.log(`Nothing to measure: ${name} is not here. Lines of {"tokens","label"} with BIO tags can be given by path.`);
    return 0;
  }
  const half = args.find((arg) => arg.startsWith('--half='))?.slice('--half='.length);
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
    .filter((_, i) => half === undefined || i % 2 === Number(half));
  const counts: Record<'short' | 'long', Counts> = { short: zero(), long: zero() };
  for (const row of rows) {
    const text = row.tokens.join(' ');
    const { shortForms, definitions } = findAcronyms(text);
    const found = {
      short: shortForms.map(({ span }) => `${span.start}-${span.end}`),
      long: definitions.map(({ expansion }) => `${expansion.start}-${expansion.end}`),
    };
    const labelled = labelledSpans(row);
    for (const kind of ['short', 'long'] as const) {
      const [ours, theirs] = [new Set(found[kind]), new Set(labelled[kind])];
      counts[kind].right += [...ours].filter((span) => theirs.has(span)).length;
      counts[kind].found += ours.size;
      counts[kind].labelled += theirs.size;
      if (!args.includes('--errors')) continue;
      for (const span of theirs) if (!ours.has(span)) console.log(`- ${kind} ${show(text, span)}`);
      for (const span of ours) if (!theirs.has(span)) console.log(`+ ${kind} ${show(text, span)}`);
    }
  }
  console.log(`${rows.length} sentences\n\n${'forms'.padEnd(8)} ${['P', 'R', 'F1'].map((head) => head.padStart(6)).join(' ')}`);
  const scores = { short: score(counts.short), long: score(counts.long) };
  const macro = { precision: (scores.short.precision + scores.long.precision) / 2, recall: (scores.short.recall + scores.long.recall) / 2 };
  for (const [kind, { precision, recall }] of Object.entries({ ...scores, macro })) {
    const cells = [precision, recall, f1(precision, recall)].map((value) => (100 * value).toFixed(1).padStart(6));
    console.log(`${kind.padEnd(8)} ${cells.join(' ')}`);
  }
  return 0;
}

/** The spans of the tags, as `start-end` in the tokens joined by blanks. */
function labelledSpans({ tokens, label }: Row): Record<'short' | 'long', readonly string[]> {
  const spans: Record<'short' | 'long', string[]> = { short: [], long: [] };
  let at = 0;
  let open: { kind: 'short' | 'long'; start: number; end: number } | undefined;
  const close = (): void => {
    if (open !== undefined) spans[open.kind].push(`${open.start}-${open.end}`);
    open = undefined;
  };
  tokens.forEach((token, i) => {
    const tag = label[i]!;
    if (!tag.startsWith('I-')) close();
    if (tag.startsWith('B-')) open = { kind: tag.slice(2) as 'short' | 'long', start: at, end: at + token.length };
    else if (open !== undefined) open.end = at + token.length;
    at += token.length + 1;
  });
  close();
  return spans;
}

function zero(): Counts {
  return { right: 0, found: 0, labelled: 0 };
}

function score({ right, found, labelled }: Counts): { precision: number; recall: number } {
  return { precision: right / Math.max(1, found), recall: right / Math.max(1, labelled) };
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function show(text: string, span: string): string {
  const [start = 0, end = 0] = span.split('-').map(Number);
  return `${text.slice(Math.max(0, start - 70), start)}«${text.slice(start, end)}»${text.slice(end, end + 40)}`;
}
