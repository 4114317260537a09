/** Reads headings, paragraphs, fenced code and comments without a Markdown parser: exactly where a text has nothing else, else roughly. */

import { finish } from '../text/steps.ts';
import type { Heading, Paragraph, Root, RootContent, Text } from 'mdast';

/**
 * The tree of a text that is headings and paragraphs without any mark, just as the parser would give it, in a
 * fraction of its time; undefined for every other text.
 */
export function parseIfPlain(text: string): Root | undefined {
  if (MARK.test(text) || LINE_MARK.test(text) || LINE_END_MARK.test(text)) return undefined;
  return finish(new PlainReader(text, true).read());
}

/**
 * The tree of any text by its lines: headings with `#`, fenced code, comments, and all else as paragraphs in which
 * no mark means anything. Takes time in proportion to the text, whatever it holds.
 */
export function parseRoughly(text: string): Root {
  return finish(parseRoughlyInSteps(text));
}

/** The same, some thousand lines at a time, so that the caller can do something else in between. */
export function* parseRoughlyInSteps(text: string): Generator<void, Root> {
  return yield* new PlainReader(text, false).read();
}

const LINES_OF_A_STEP = 2_000;

/** What may be a mark wherever it stands: escapes, code, emphasis, links, HTML, references, tables, addresses. */
const MARK = /[\\`*_[\]<&|@\t\0\ufeff]|~~|:\/\/|www\./i;
/** What may be a mark at the start of a line; a heading of `#` with one space and a text is none. */
const LINE_MARK = /(?:^|[\r\n])(?:[ =+>:~-]|\d{1,9}[.)]|#(?!#{0,5} [^ #\r\n]))/;
/** Spaces at the end of a line may break it, and a heading may be closed there. */
const LINE_END_MARK = /[ #](?:[\r\n]|$)/;

interface Line {
  readonly number: number;
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  /** Behind the line end. */
  readonly next: number;
}

class PlainReader {
  readonly #text: string;
  readonly #isExact: boolean;
  readonly #nodes: RootContent[] = [];
  #paragraph: Line[] = [];
  #line: Line | undefined;

  constructor(text: string, isExact: boolean) {
    this.#text = text;
    this.#isExact = isExact;
  }

  *read(): Generator<void, Root> {
    this.#line = lineAt(this.#text, 0, 1);
    let last: Line | undefined;
    while (this.#line !== undefined) {
      const line = this.#line;
      this.#readLine(line);
      last = line;
      if (line.number % LINES_OF_A_STEP === 0) yield;
      // Reading a line may take further ones.
      if (this.#line === line) this.#line = lineAt(this.#text, line.next, line.number + 1);
    }
    this.#endParagraph();
    const end = last === undefined ? { line: 1, column: 1, offset: 0 } : endOf(this.#text, last);
    return { type: 'root', children: this.#nodes, position: { start: { line: 1, column: 1, offset: 0 }, end } };
  }

  #readLine(line: Line): void {
    const start = skipBlanks(this.#text, line.start, line.end);
    if (start === line.end) {
      this.#endParagraph();
      return;
    }
    // A line end further than this from its line's start is no mark's doing.
    const head = this.#text.slice(start, Math.min(line.end, start + 16));
    const isIndented = start - line.start > 3;
    const heading = isIndented ? null : /^(#{1,6})(?:[ \t]+|$)/.exec(head);
    if (heading !== null) {
      this.#endParagraph();
      this.#nodes.push(this.#heading(line, start, heading[1]!.length));
      return;
    }
    const fence = isIndented || this.#isExact ? undefined : /^(?:`{3,}|~{3,})/.exec(head)?.[0];
    if (fence !== undefined) this.#readUntil(line, start, 'code', (at) => this.#closesFence(at, fence));
    else if (!isIndented && head.startsWith('<!--')) this.#readUntil(line, start, 'html', (at) => this.#endsComment(at, start));
    else this.#paragraph.push(line);
  }

  /** Takes lines up to the one that closes, or all. */
  #readUntil(first: Line, start: number, type: 'code' | 'html', closes: (line: Line) => boolean): void {
    this.#endParagraph();
    let last = first;
    if (type === 'code' || !closes(first)) {
      for (let line = this.#after(last); line !== undefined; line = this.#after(last)) {
        last = line;
        if (closes(line)) break;
      }
    }
    const value = this.#text.slice(start, last.end);
    const position = { start: point(first, start), end: point(last, last.end) };
    this.#nodes.push(type === 'code' ? { type, value, position } : { type, value, position });
    this.#line = this.#after(last);
  }

  #after(line: Line): Line | undefined {
    return lineAt(this.#text, line.next, line.number + 1);
  }

  #closesFence(line: Line, fence: string): boolean {
    let at = skipBlanks(this.#text, line.start, line.end);
    if (at - line.start > 3) return false;
    const start = at;
    while (this.#text[at] === fence[0]) at++;
    return at - start >= fence.length && skipBlanks(this.#text, at, line.end) === line.end;
  }

  #endsComment(line: Line, opening: number): boolean {
    return this.#text.slice(Math.max(line.start, opening + 2), line.end).includes('-->');
  }

  #heading(line: Line, start: number, depth: number): Heading {
    const from = skipBlanks(this.#text, start + depth, line.end);
    let to = trimBlanks(this.#text, from, line.end);
    let closing = to;
    while (closing > from && this.#text[closing - 1] === '#') closing--;
    if (closing === from || isBlank(this.#text, closing - 1)) to = trimBlanks(this.#text, from, closing);
    const end = trimBlanks(this.#text, start, line.end);
    const position = { start: point(line, start), end: point(line, end) };
    return {
      type: 'heading',
      depth: depth as Heading['depth'],
      children: from < to ? [textNode(this.#text, line, from, to)] : [],
      position,
    };
  }

  #endParagraph(): void {
    const [first, last] = [this.#paragraph[0], this.#paragraph.at(-1)];
    if (first === undefined || last === undefined) return;
    const start = skipBlanks(this.#text, first.start, first.end);
    const end = trimBlanks(this.#text, last.start, last.end);
    const position = { start: point(first, start), end: point(last, end) };
    const children: Text[] = [{ type: 'text', value: this.#text.slice(start, end), position }];
    const paragraph: Paragraph = { type: 'paragraph', children, position };
    this.#nodes.push(paragraph);
    this.#paragraph = [];
  }
}

function lineAt(text: string, start: number, number: number): Line | undefined {
  if (start >= text.length) return undefined;
  LINE_END.lastIndex = start;
  const match = LINE_END.exec(text);
  const end = match?.index ?? text.length;
  return { number, start, end, next: end + (match?.[0].length ?? 0) };
}

const LINE_END = /\r\n|\r|\n/g;

/** Where the document ends, as the parser counts lines: behind a last line end a further line begins. */
function endOf(text: string, last: Line): { line: number; column: number; offset: number } {
  if (last.next > last.end) return { line: last.number + 1, column: 1, offset: text.length };
  return point(last, text.length);
}

function point(line: Line, offset: number): { line: number; column: number; offset: number } {
  return { line: line.number, column: offset - line.start + 1, offset };
}

function textNode(text: string, line: Line, from: number, to: number): Text {
  return { type: 'text', value: text.slice(from, to), position: { start: point(line, from), end: point(line, to) } };
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}

function skipBlanks(text: string, from: number, to: number): number {
  while (from < to && isBlank(text, from)) from++;
  return from;
}

function trimBlanks(text: string, from: number, to: number): number {
  while (to > from && isBlank(text, to - 1)) to--;
  return to;
}
