/** What a form of the report is: a frame, and one piece for each file, so that a report is written while it is made. */

import type { CheckedFile } from '../checkedFile.ts';
import { totalsOf, type Totals } from '../totals.ts';

export interface Format {
  /** What stands before the files. */
  readonly head: string;
  /** What a file adds; '' for nothing. */
  readonly file: (file: CheckedFile) => string;
  /** What stands between the pieces of two files. */
  readonly separator: string;
  /** What stands behind the files; `isEmpty` when none has added anything. */
  readonly tail: (totals: Totals, isEmpty: boolean) => string;
  /** Whether a part of the report is of use without the rest. */
  readonly isByLine: boolean;
}

/** The pieces of a report, as they come. */
export class Pieces {
  readonly #format: Format;
  #isEmpty = true;

  constructor(format: Format) {
    this.#format = format;
  }

  /** The next file's, with what stands before it. */
  add(file: CheckedFile): string {
    const piece = this.#format.file(file);
    if (piece === '') return '';
    const before = this.#isEmpty ? this.#format.head : this.#format.separator;
    this.#isEmpty = false;
    return before + piece;
  }

  end(totals: Totals): string {
    return (this.#isEmpty ? this.#format.head : '') + this.#format.tail(totals, this.#isEmpty);
  }
}

/** A whole report at once. */
export function format(files: readonly CheckedFile[], form: Format): string {
  const pieces = new Pieces(form);
  return files.map((file) => pieces.add(file)).join('') + pieces.end(totalsOf(files));
}

/** Lines of JSON, set in by so many spaces. */
export function setIn(json: string, spaces: number): string {
  const before = ' '.repeat(spaces);
  return before + json.replaceAll('\n', `\n${before}`);
}
