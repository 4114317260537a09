/** Takes what the files have come to, in order: writes fixes, leaves out what is known, and writes the report. */

import { realpath } from 'node:fs/promises';
import { count } from '../core/text/format.ts';
import { Comparison, NewBaseline, readBaseline, staleRemark } from './baseline.ts';
import type { CheckedFile } from './checkedFile.ts';
import type { FixedFile, Outcome } from './checker.ts';
import { FORMATS, type CheckOptions } from './checkOptions.ts';
import { UsageError } from './failures.ts';
import { replaceFile } from './fix.ts';
import { Pieces } from './formats/format.ts';
import { fileOutput, standardOutput, type Output } from './output.ts';
import { NOTHING_YET, withFile, type Totals } from './totals.ts';
import { explainFileError } from '../files/node.ts';
import { plainText, printable } from './terminal.ts';

export type ReportOptions = Pick<CheckOptions, 'format' | 'config' | 'output' | 'baseline' | 'writeBaseline' | 'hints' | 'fix' | 'quiet'>;

/** What a report needs of the command around it. */
export interface Around {
  /** Checks a file that this run has changed under another name. */
  readonly checkAgain: (name: string) => Promise<Outcome>;
  readonly complain: (problem: string) => void;
  readonly beforePrinting: () => void;
}

export interface Ended {
  /** How many files could not be read, checked or written. */
  readonly unusable: number;
  readonly totals: Totals;
}

export class Report {
  readonly #options: ReportOptions;
  readonly #around: Around;
  readonly #output: Output;
  readonly #pieces: Pieces;
  readonly #comparison: Comparison | undefined;
  readonly #newBaseline: NewBaseline | undefined;
  readonly #told = new Set<string>();
  /** Where the files lie that this run has written. */
  readonly #written = new Set<string>();
  #unusable = 0;
  #totals = NOTHING_YET;
  /** What a dry run would have done. */
  #fixes = 0;
  #files = 0;

  private constructor(options: ReportOptions, around: Around, output: Output, comparison: Comparison | undefined) {
    this.#options = options;
    this.#around = around;
    this.#output = output;
    this.#pieces = new Pieces(FORMATS[options.format]);
    this.#comparison = comparison;
    this.#newBaseline = options.writeBaseline === undefined ? undefined : new NewBaseline(options.writeBaseline);
  }

  /** Throws UsageError when the baseline can't be read, or the output not be written. */
  static async begin(options: ReportOptions, around: Around): Promise<Report> {
    const { baseline, output, format } = options;
    const comparison = baseline === undefined ? undefined : new Comparison(await readBaseline(baseline), baseline);
    const to = output === undefined ? standardOutput(FORMATS[format].isByLine) : await outputTo(output);
    return new Report(options, around, to, comparison);
  }

  /** The next file. Throws UsageError where no other could be checked, either. */
  async add({ path, result, problems }: Outcome): Promise<void> {
    // Each thread comes upon a config file by itself.
    for (const problem of problems) if (!this.#told.has(problem)) this.#around.complain(problem);
    for (const problem of problems) this.#told.add(problem);
    if (result.kind === 'unconfigured') this.#failForSettings(result.message);
    else if (result.kind === 'unreadable') this.#fail(`can't read ${JSON.stringify(path)}: ${result.reason}`);
    else if (result.kind === 'failed') this.#fail(`can't check ${JSON.stringify(path)}: ${internalError(result.error)}`);
    else if (this.#options.fix === 'dry-run') {
      if (result.diff === undefined) return;
      this.#fixes += result.diff.fixes;
      this.#files++;
      await this.#print(result.diff.text);
    } else await this.#addChecked(await this.#fixed(path, result));
  }

  async end(): Promise<Ended> {
    if (this.#options.fix === 'dry-run')
      await this.#print(`${count(this.#fixes, 'finding')} in ${count(this.#files, 'file')} can be fixed\n`);
    else if (this.#newBaseline !== undefined) {
      await this.#newBaseline.write();
      const { findings, files } = this.#totals;
      await this.#print(`${count(findings, 'finding')} of ${count(files, 'file')} written to ${printable(this.#options.writeBaseline!)}\n`);
    } else {
      for (const stale of this.#comparison?.stale ?? []) this.#remark(staleRemark(stale));
      await this.#print(this.#pieces.end(this.#totals));
    }
    await this.#orUsageError(() => this.#output.end());
    return { unusable: this.#unusable, totals: this.#totals };
  }

  /** There will be no more: what is no use in parts is not written. */
  giveUp(): Promise<void> {
    return this.#output.giveUp();
  }

  async #addChecked(checked: CheckedFile): Promise<void> {
    const file = shown(this.#comparison?.withoutKnown(checked) ?? checked, this.#options.hints || this.#newBaseline !== undefined);
    this.#totals = withFile(this.#totals, file);
    if (this.#newBaseline !== undefined) this.#newBaseline.add(file);
    else await this.#print(this.#pieces.add(file));
  }

  /** What a file is after its fixes were written, or what it is without. */
  async #fixed(path: string, { file, fix }: Outcome['result'] & { kind: 'checked' }): Promise<CheckedFile> {
    if (this.#options.fix !== 'write') return file;
    const place = await realpath(path).catch(() => path);
    if (this.#written.has(place)) {
      // It was read under this name before it was written under the other, or after: that depends on the threads.
      const { result } = await this.#around.checkAgain(path);
      if (result.kind !== 'checked') return file;
      return result.fix === undefined ? result.file : this.#write(path, place, result.file, result.fix);
    }
    return fix === undefined ? file : this.#write(path, place, file, fix);
  }

  async #write(path: string, place: string, file: CheckedFile, fix: FixedFile): Promise<CheckedFile> {
    const problem = await replaceFile(path, fix.before, fix.after);
    if (problem !== undefined) {
      this.#fail(`can't fix ${JSON.stringify(path)}: ${problem}`);
      return file;
    }
    this.#written.add(place);
    this.#remark(`${path}: ${count(fix.fixes, 'finding')} fixed`);
    return fix.file;
  }

  async #print(text: string): Promise<void> {
    if (text === '') return;
    if (this.#options.output === undefined) this.#around.beforePrinting();
    await this.#orUsageError(() => this.#output.write(text));
  }

  async #orUsageError(work: () => Promise<void>): Promise<void> {
    const { output } = this.#options;
    try {
      await work();
    } catch (error) {
      throw output === undefined ? error : unwritable(output, error);
    }
  }

  #fail(problem: string): void {
    this.#unusable++;
    this.#around.complain(problem);
  }

  /** Said once, however many files it is for. */
  #failForSettings(problem: string): void {
    if (this.#options.config !== undefined) throw new UsageError(problem);
    if (this.#told.has(problem)) this.#unusable++;
    else this.#fail(`${problem} (the files that it is for are not checked)`);
    this.#told.add(problem);
  }

  #remark(remark: string): void {
    if (!this.#options.quiet) this.#around.complain(remark);
  }
}

/** Hints are for the editor, where they stay out of the list of problems; here they are reported when asked for. */
export function shown(file: CheckedFile, hints: boolean): CheckedFile {
  if (hints) return file;
  const findings = file.findings.filter(({ severity }) => severity !== 'hint');
  return { ...file, hints: file.findings.length - findings.length, findings };
}

/** What to say of an error that is the product's and not the user's. */
export function internalError(error: string): string {
  return `an error in interview-answers itself, which is worth a report: ${plainText(error)}`;
}

async function outputTo(file: string): Promise<Output> {
  try {
    return await fileOutput(file);
  } catch (error) {
    throw unwritable(file, error);
  }
}

function unwritable(file: string, error: unknown): UsageError {
  return new UsageError(`can't write the report ${JSON.stringify(file)}: ${explainFileError(error)}`);
}
