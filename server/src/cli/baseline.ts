/** Baselines: findings that are known and not reported again, recognised by their rule and sentence wherever these move. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '../core/analysis.ts';
import { sentenceOf } from '../core/editing/sentenceOf.ts';
import type { CheckedFile } from './checkedFile.ts';
import { relative } from './checker.ts';
import { UsageError } from './failures.ts';

/** One known finding, or several that are alike. */
export interface KnownFinding {
  readonly rule: string;
  /** Of the sentence; the sentence itself is left out, since answers may be private. */
  readonly hash: string;
  readonly count: number;
}

export interface Baseline {
  readonly version: 1;
  /** By path from the baseline's folder, with `/`. */
  readonly files: Readonly<Record<string, readonly KnownFinding[]>>;
}

export interface Compared {
  /** The files with what is not known, and how many findings each has besides. */
  readonly files: readonly CheckedFile[];
  /** Known findings that are no longer there, of the files that were checked and of those that are gone. */
  readonly stale: readonly { readonly path: string; readonly rule: string; readonly count: number }[];
}

/** What a finding is recognised by: its rule and its sentence, not its place. */
export function fingerprint({ analysis }: CheckedFile, { rule, span }: Finding): string {
  const hash = createHash('sha256').update(sentenceOf(analysis, span)).digest('hex').slice(0, HASH_LENGTH);
  return `${rule} ${hash}`;
}

/** 64 bits: two sentences of one file don't meet in them by chance. */
const HASH_LENGTH = 16;

/** Throws UsageError when the file can't be read or is no baseline. */
export async function readBaseline(file: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`can't read the baseline ${JSON.stringify(file)}: ${(error as Error).message}`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isBaseline(value)) return value;
  } catch {
    // Told below.
  }
  throw new UsageError(`${JSON.stringify(file)} is no baseline of version 1; write a new one with --write-baseline`);
}

/** Writes all findings of the files as known. */
export async function writeBaseline(file: string, files: readonly CheckedFile[]): Promise<void> {
  const entries = files
    .filter(({ analysis }) => analysis.findings.length > 0)
    .map((checked) => [pathFrom(file, checked), knownFindings(checked)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const baseline: Baseline = { version: 1, files: Object.fromEntries(entries) };
  try {
    await writeFile(file, `${JSON.stringify(baseline, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(`can't write the baseline ${JSON.stringify(file)}: ${(error as Error).message}`);
  }
}

/** Takes out the findings that a baseline knows; `file` is where the baseline lies. */
export function compare(files: readonly CheckedFile[], baseline: Baseline, file: string): Compared {
  const stale: { path: string; rule: string; count: number }[] = [];
  const checked = new Set<string>();
  const compared = files.map((one) => {
    const name = pathFrom(file, one);
    checked.add(name);
    const left = new Map<string, number>();
    const known = Object.hasOwn(baseline.files, name) ? baseline.files[name]! : [];
    for (const { rule, hash, count } of known) left.set(`${rule} ${hash}`, (left.get(`${rule} ${hash}`) ?? 0) + count);
    const findings = one.analysis.findings.filter((finding) => {
      const key = fingerprint(one, finding);
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      return count <= 0;
    });
    for (const [key, count] of left) if (count > 0) stale.push({ path: name, rule: key.split(' ')[0]!, count });
    return { ...one, known: one.analysis.findings.length - findings.length, analysis: { ...one.analysis, findings } };
  });
  for (const [name, known] of Object.entries(baseline.files)) {
    if (checked.has(name) || existsSync(path.join(path.dirname(path.resolve(file)), name))) continue;
    for (const { rule, count } of known) stale.push({ path: name, rule, count });
  }
  return { files: compared, stale };
}

function knownFindings(file: CheckedFile): readonly KnownFinding[] {
  const counts = new Map<string, number>();
  for (const finding of file.analysis.findings) {
    const key = fingerprint(file, finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      const [rule, hash] = key.split(' ') as [string, string];
      return { rule, hash, count };
    });
}

function pathFrom(baseline: string, { path: name }: CheckedFile): string {
  return relative(path.dirname(path.resolve(baseline)), name);
}

function isBaseline(value: unknown): value is Baseline {
  const { version, files } = (value ?? {}) as Partial<Record<keyof Baseline, unknown>>;
  if (version !== 1 || typeof files !== 'object' || files === null) return false;
  return Object.values(files).every((known) => Array.isArray(known) && known.every(isKnownFinding));
}

function isKnownFinding(value: unknown): value is KnownFinding {
  const { rule, hash, count } = (value ?? {}) as Partial<Record<keyof KnownFinding, unknown>>;
  return typeof rule === 'string' && typeof hash === 'string' && Number.isInteger(count);
}
