/** Turns UTF-16 offsets into zero-based lines and characters, with the line ends that LSP knows (\n, \r\n, \r). */

export interface Position {
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 units. */
  readonly character: number;
}

export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    // A search goes through a long line much faster than a look at each unit.
    let feed = text.indexOf('\n');
    let carriage = text.indexOf('\r');
    while (feed >= 0 || carriage >= 0) {
      if (carriage >= 0 && (feed < 0 || carriage < feed)) {
        if (carriage + 1 !== feed) starts.push(carriage + 1);
        carriage = text.indexOf('\r', carriage + 1);
      } else {
        starts.push(feed + 1);
        feed = text.indexOf('\n', feed + 1);
      }
    }
    this.#starts = starts;
  }

  /** The position of a UTF-16 offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= inside) low = middle;
      else high = middle;
    }
    return { line: low, character: inside - this.#starts[low]! };
  }

  /** The UTF-16 offset of a position; one behind the end of its line or of the text is moved there. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.#text.length;
    let end = this.#starts[line + 1] ?? this.#text.length;
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return Math.min(start + Math.max(0, character), end);
  }
}

function isLineEnd(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
