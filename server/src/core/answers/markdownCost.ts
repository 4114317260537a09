/** Tells beforehand which Markdown would keep the parser busy for seconds: its time grows with the square of some marks. */

/**
 * What the pieces of a file before one have left for it: anything, what costs no more than ordinary Markdown, or nothing, so
 * that it is read by its lines unless it has no marks.
 */
export type Thrift = 'none' | 'ordinary' | 'plain';

/** What is left after so many nanoseconds. */
export function thriftAfter(nanoseconds: number): Thrift {
  return nanoseconds > MOST_OF_FILE ? 'plain' : nanoseconds > FREE_OF_FILE ? 'ordinary' : 'none';
}

/** The stricter of two. */
export function stricter(a: Thrift, b: Thrift): Thrift {
  return a === 'plain' || b === 'plain' ? 'plain' : a === 'ordinary' ? a : b;
}

/**
 * Whether a piece of a file is so full of marks that reading it would take far longer than its length warrants, or than the
 * pieces before have left. `nanoseconds` is its estimate.
 */
export function isCostly(nanoseconds: number, { length }: string, thrift: Thrift): boolean {
  if (thrift === 'plain') return true;
  return nanoseconds > Math.min(MOST, thrift === 'ordinary' ? FREE_WHEN_SPENT + PER_UNIT_WHEN_SPENT * length : FREE + PER_UNIT * length);
}

/** Whether reading a file at once would hold up everything else. */
export function isTooCostly(text: string): boolean {
  return estimateNanoseconds(text) > MOST_AT_ONCE;
}

/** Nanoseconds that the pieces of a file may take together, before those that are full of marks are read by their lines alone. */
const FREE_OF_FILE = 0.5e9;
/** Nanoseconds that the pieces of a file may take together at all: those of a file of 100,000 words with a mark in each line. */
const MOST_OF_FILE = 2.5e9;
/** Nanoseconds of a whole file that is read at once: a step of work must not hold up the server for longer. */
const MOST_AT_ONCE = 1.2e9;
/** Nanoseconds that any piece may take, however short. */
const FREE = 40e6;
/** Nanoseconds a UTF-16 unit that a longer piece may take: three times what ordinary Markdown takes. */
const PER_UNIT = 6_000;
/** Nanoseconds a piece, and a UTF-16 unit of it, once much has been spent: only what is more than ordinary Markdown is held back. */
const FREE_WHEN_SPENT = 250_000;
const PER_UNIT_WHEN_SPENT = 4_000;
/** Nanoseconds that no piece may exceed, however long: a step of work must not hold up the server. */
const MOST = 0.3e9;

/** Nanoseconds for setting the parser up, however little there is to read. */
const ONCE = 150_000;

/** Deeper lists and quotes nobody writes, and each level makes every line slower. */
const DEEPEST = 40;
/** Columns before a list mark that only such depths have. */
const WIDEST_INDENT = 4 * DEEPEST;

/**
 * What the parser (micromark 4) takes for the marks of a text, in nanoseconds of a machine of 2024. Measured with
 * `npm run bench -- parserCost`, which holds every estimate against what is taken: blocks are spliced into the list of all
 * blocks, closing brackets and emphasis look back through their paragraph, and what is never closed is sought up to the
 * paragraph's end. Takes time in proportion to the text.
 */
export function estimateNanoseconds(text: string): number {
  let total = ONCE + 2_000 * text.length;
  if (total > MOST_AT_ONCE) return Infinity;
  let lines = 0;
  let containers = 0;
  let changes = 0;
  let items = 0;
  let before = '';
  const paragraph = new ParagraphCost();
  const line = /[^\r\n]*(?:\r\n|[\r\n]|$)/y;
  while (line.lastIndex < text.length) {
    const start = line.lastIndex;
    const end = start + line.exec(text)![0].length;
    lines++;
    const marks = readMarks(text, start, end);
    if (marks.depth > DEEPEST) return Infinity;
    containers += marks.depth;
    // What follows another kind of block, or a quote a blank line, is a block of its own.
    const kind = marks.isBlank && marks.depth === 0 ? 'blank' : marks.mark;
    if (UNDERLINE.has(text[marks.end] ?? '') || (marks.depth > 0 && kind !== before && (before !== 'blank' || kind === '>'))) changes++;
    before = kind;
    if (marks.isItem) items++;
    if (marks.isBlank || marks.isItem) total += paragraph.end();
    paragraph.add(text, marks.end, end);
    // Beyond what anything may cost, it doesn't matter by how much; and what is so long is looked at no longer than need be.
    if (paragraph.cost + total + ofBlocks() > MOST_AT_ONCE) return Infinity;
  }
  return total + paragraph.end() + ofBlocks();

  function ofBlocks(): number {
    return 30_000 * lines + 180_000 * items + 500 * changes ** 2 + 25 * containers ** 2 + 100 * paragraph.notesOfAll ** 2;
  }
}

const UNDERLINE: ReadonlySet<string> = new Set(['=', '-']);

interface LineMarks {
  /** Quotes and lists that the line opens or goes on with. */
  readonly depth: number;
  /** Whether the line begins an item, which ends the paragraph before it. */
  readonly isItem: boolean;
  readonly isBlank: boolean;
  /** The first mark, with one for all numbers; empty without any. */
  readonly mark: string;
  /** Behind the marks. */
  readonly end: number;
}

function readMarks(text: string, start: number, end: number): LineMarks {
  let depth = 0;
  let isItem = false;
  let first = '';
  let at = start;
  for (;;) {
    const from = at;
    while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
    const mark = text[at] ?? '';
    let after = at + 1;
    if (mark >= '0' && mark <= '9') {
      while (after < end && after - at < 9 && text[after]! >= '0' && text[after]! <= '9') after++;
      if (text[after] !== '.' && text[after] !== ')') break;
      after++;
    } else if (mark !== '>' && mark !== '-' && mark !== '*' && mark !== '+') {
      break;
    }
    if (mark !== '>') {
      if (after < end && !/[\s]/.test(text[after]!)) break;
      if (at - from > WIDEST_INDENT) depth = Infinity;
      isItem ||= mark < '0' || mark > '9' || text.slice(at, after - 1) === '1';
    }
    if (depth === 0) first = mark >= '0' && mark <= '9' ? '1' : mark;
    depth++;
    at = after;
  }
  return { depth, isItem, isBlank: at >= end || text[at] === '\n' || text[at] === '\r', mark: first, end: at };
}

/** What the inline marks of one paragraph cost. */
class ParagraphCost {
  #length = 0;
  #lines = 0;
  #brackets = 0;
  #closings = 0;
  #emphasis = 0;
  #openings = 0;
  #others = 0;
  #notes = 0;
  /** Markers of footnotes in all paragraphs: each is looked up among all notes. */
  notesOfAll = 0;
  #codes = 0;
  readonly #ticks = new Set<number>();

  add(text: string, from: number, to: number): void {
    this.#length += to - from;
    this.#lines++;
    for (const [mark] of text.slice(from, to).matchAll(INLINE_MARK)) {
      if (mark.startsWith('`')) {
        this.#codes++;
        this.#ticks.add(mark.length);
      } else if (mark === '[^') {
        this.#brackets++;
        this.#notes++;
        this.notesOfAll++;
      } else if (mark === '[' || mark === '![') this.#brackets++;
      else if (mark.startsWith(']')) {
        this.#closings++;
        if (mark.length > 1) this.#openings++;
      } else if (mark.startsWith('<')) this.#openings++;
      else if (/[\\&|@:]|^www/i.test(mark)) this.#others++;
      else this.#emphasis++;
    }
  }

  get cost(): number {
    const marks = this.#brackets + this.#closings + this.#emphasis + this.#openings + this.#ticks.size + this.#lines;
    return (
      20 * this.#closings * marks +
      100 * this.#emphasis ** 2 +
      40 * (this.#openings + this.#ticks.size) * this.#length +
      60 * this.#lines ** 2 +
      10_000 * marks +
      25_000 * this.#codes +
      200_000 * this.#notes +
      60_000 * this.#others
    );
  }

  end(): number {
    const { cost } = this;
    this.#length =
      this.#lines =
      this.#brackets =
      this.#closings =
      this.#emphasis =
      this.#openings =
      this.#others =
      this.#notes =
      this.#codes =
        0;
    this.#ticks.clear();
    return cost;
  }
}

const INLINE_MARK = /`+|\[\^|!?\[|\]\(?|\*+|_+|~+|<[!?a-z/]|[\\&|@]|:\/\/|www\./gi;
