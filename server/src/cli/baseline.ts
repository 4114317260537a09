/** Baselines: findings that are known and not reported again, recognised by their rule and sentence wherever these move. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Analysis } from '../core/analysis.ts';
import type { Finding } from '../core/findings.ts';
import { jsonPlaces } from '../core/config/jsonPlaces.ts';
import { sentenceOf } from '../core/editing/sentenceOf.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { isRecord } from '../core/text/record.ts';
import { explainFileError } from '../files/node.ts';
import type { CheckedFile } from './checkedFile.ts';
import { UsageError } from './failures.ts';
import { readNamed, relative } from './inputs.ts';
import { writeWhole } from './wholeFile.ts';

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

/** Known findings that are no longer there. */
export interface Stale {
  readonly path: string;
  readonly rule: string;
  readonly count: number;
}

/** What a finding is recognised by: its rule and its sentence, not its place. */
export function fingerprintOf(analysis: Analysis, { rule, span }: Finding): string {
  const hash = createHash('sha256').update(sentenceOf(analysis, span)).digest('hex').slice(0, HASH_LENGTH);
  return `${rule} ${hash}`;
}

/** 64 bits: two sentences of one file don't meet in them by chance. */
const HASH_LENGTH = 16;

/** Throws UsageError when the file can't be read or is no baseline. */
export async function readBaseline(file: string): Promise<Baseline> {
  const text = await readNamed(file, `the baseline ${JSON.stringify(file)}`);
  // An editor may have left a byte order mark.
  const value = parse(text.replace(/^\ufeff/, ''), file);
  if (isBaseline(value)) return value;
  throw new UsageError(`${JSON.stringify(file)} is no baseline of version 1; write a new one with --write-baseline`);
}

function parse(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    const { offset, message } = jsonPlaces(json).mistake ?? { offset: 0, message: 'it is not JSON' };
    const { line, character } = new LineIndex(json).positionAt(offset);
    throw new UsageError(`${file}:${line + 1}:${character + 1}: this is no baseline: ${message}; write a new one with --write-baseline`);
  }
}

/** Gathers the findings of files, to write them as known. */
export class NewBaseline {
  readonly #file: string;
  readonly #entries: [path: string, known: readonly KnownFinding[]][] = [];

  /** `file` is where it will lie. */
  constructor(file: string) {
    this.#file = file;
  }

  add(checked: CheckedFile): void {
    if (checked.findings.length > 0) this.#entries.push([pathFrom(this.#file, checked), knownFindings(checked)]);
  }

  /** Throws UsageError when the file can't be written; then it is what it was. */
  async write(): Promise<void> {
    const entries = this.#entries.sort(([a], [b]) => (a < b ? -1 : 1));
    const baseline: Baseline = { version: 1, files: Object.fromEntries(entries) };
    try {
      await writeWhole(this.#file, `${JSON.stringify(baseline, null, 2)}\n`);
    } catch (error) {
      throw new UsageError(`can't write the baseline ${JSON.stringify(this.#file)}: ${explainFileError(error)}`);
    }
  }
}

/** Takes the findings that a baseline knows out of one file after the other. */
export class Comparison {
  readonly #baseline: Baseline;
  readonly #file: string;
  readonly #checked = new Set<string>();
  readonly #stale: Stale[] = [];

  /** `file` is where the baseline lies. */
  constructor(baseline: Baseline, file: string) {
    this.#baseline = baseline;
    this.#file = file;
  }

  /** The file with what is not known, and how many findings it has besides. */
  withoutKnown(checked: CheckedFile): CheckedFile {
    const name = pathFrom(this.#file, checked);
    this.#checked.add(name);
    const left = new Map<string, number>();
    const known = Object.hasOwn(this.#baseline.files, name) ? this.#baseline.files[name]! : [];
    for (const { rule, hash, count } of known) left.set(`${rule} ${hash}`, (left.get(`${rule} ${hash}`) ?? 0) + count);
    const findings = checked.findings.filter(({ fingerprint }) => {
      const count = left.get(fingerprint!) ?? 0;
      left.set(fingerprint!, count - 1);
      return count <= 0;
    });
    for (const [key, count] of left) if (count > 0) this.#stale.push({ path: name, rule: key.split(' ')[0]!, count });
    return { ...checked, known: checked.findings.length - findings.length, findings };
  }

  /** What is no longer there, of the files that were checked and of those that are gone. */
  get stale(): readonly Stale[] {
    const stale = [...this.#stale];
    for (const [name, known] of Object.entries(this.#baseline.files)) {
      if (this.#checked.has(name) || existsSync(path.join(path.dirname(path.resolve(this.#file)), name))) continue;
      for (const { rule, count } of known) stale.push({ path: name, rule, count });
    }
    return stale;
  }
}

/** What there is to say of known findings that are gone. */
export function staleRemark({ path: name, rule, count }: Stale): string {
  return `${name}: ${count === 1 ? 'a known finding is' : `${count} known findings are`} no longer there (${rule}); write the baseline anew`;
}

function knownFindings({ findings }: CheckedFile): readonly KnownFinding[] {
  const counts = new Map<string, number>();
  for (const { fingerprint } of findings) counts.set(fingerprint!, (counts.get(fingerprint!) ?? 0) + 1);
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
  if (version !== 1 || !isRecord(files)) return false;
  return Object.values(files).every((known) => Array.isArray(known) && known.every(isKnownFinding));
}

function isKnownFinding(value: unknown): value is KnownFinding {
  const { rule, hash, count } = (value ?? {}) as Partial<Record<keyof KnownFinding, unknown>>;
  return typeof rule === 'string' && typeof hash === 'string' && Number.isInteger(count);
}
