/** Cuts a Markdown file into pieces that parse alone exactly as they do within the file, so that an edit re-parses one piece. */

import type { Nodes, Root, RootContent } from 'mdast';
import { ownString } from '../text/ownString.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import { sum } from '../text/sum.ts';
import { parseMarkdown } from './markdown.ts';
import { estimateNanoseconds, isCostly, stricter, thriftAfter, type Thrift } from './markdownCost.ts';
import { openConstruct } from './openConstruct.ts';
import { parseIfPlain, parseRoughlyInSteps } from './plainMarkdown.ts';
import { unchangedPieces } from './unchangedPieces.ts';

/** A piece of the file with its syntax tree; offsets in the tree are relative to the piece. */
export interface Chunk {
  readonly text: string;
  readonly root: Root;
  /** Identifiers of the link definitions in this piece, as Markdown normalises them; those of footnotes with `^`. */
  readonly definitions: readonly string[];
  /** The parts that are so full of marks that only their lines were read, and no mark within them; offsets in the piece. */
  readonly rough: readonly Span[];
  /** What the parser has taken for it, in nanoseconds, as estimated beforehand; nothing without the parser. */
  readonly cost: number;
}

export interface PlacedChunk {
  /** UTF-16 offset of the chunk in the file. */
  readonly start: number;
  readonly chunk: Chunk;
}

/**
 * Chunks that were parsed before, by content. Holds what the last two rounds used, so memory follows the
 * file and not its history.
 */
export class ChunkCache {
  #current = new Map<string, Chunk>();
  #previous = new Map<string, Chunk>();
  /** The last round's pieces as they stood in the file, where none was read the thriftier for those before it. */
  pieces: readonly PlacedChunk[] = NONE;
  /** How many pieces were parsed since the cache was made; tests count with it. */
  parses = 0;

  /** Forgets what neither this round nor the one before it asked for. */
  startRound(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }

  /** Yields where a piece takes long; `thrift` says what the pieces before have left for it. */
  *get(text: string, otherDefinitions: readonly string[], thrift: Thrift): Generator<void, Chunk> {
    const mode = `${thrift === 'none' ? '' : thrift}${otherDefinitions.join('\n')}`;
    const key = mode === '' ? text : `${mode}\u0000${text}`;
    const known = this.#current.get(key) ?? this.#previous.get(key);
    if (known !== undefined) {
      this.#current.set(key, known);
      return known;
    }
    // A part of a text keeps the whole text: a version of the file for each answer that is ever edited.
    const own = ownString(text);
    const chunk = yield* parseChunk(own, otherDefinitions, thrift);
    this.parses++;
    this.#current.set(mode === '' ? own : key, chunk);
    return chunk;
  }

  /** A chunk that `get` would return, without a look at its text. */
  keep(chunk: Chunk): void {
    this.#current.set(chunk.text, chunk);
  }
}

/** What stands before the first heading, and five thousand headings: no answers file has as many. */
const MOST_PIECES = 5_001;

/**
 * The chunks of `text` from UTF-16 offset `from` on (where the front matter ends).
 *
 * A line that starts with `#` at the margin ends every open Markdown construct except fenced code and HTML that
 * are still open. So each such line is tried as a border, and borders that turn out to lie inside such a
 * construct are taken back. Headings of other shapes need no border: they are found inside their chunk.
 *
 * Yields after each piece that had to be read. What is behind `MOST_PIECES` pieces is left out.
 */
export function* splitIntoChunks(text: string, from: number, cache: ChunkCache): Generator<void, readonly PlacedChunk[]> {
  cache.startRound();
  const chunks = (yield* readEdited(text, from, cache)) ?? (yield* readBetween(text, findBorders(text, HEADING, from), readBy(cache)));
  cache.pieces = chunks.length < MOST_PIECES && thriftAfter(costOf(chunks)) === 'none' ? chunks : NONE;
  return yield* linkDefinitions(chunks, cache);
}

/**
 * Reads what an edit has changed, between the pieces before and behind it that are as they were: a piece is the same wherever
 * it stands. Undefined where the edit may have changed those too: it opens what only they can close, or has made the file so
 * costly, or so full of headings, that not all of it is read.
 */
function* readEdited(text: string, from: number, cache: ChunkCache): Generator<void, readonly PlacedChunk[] | undefined> {
  const { head, tail } = unchangedPieces(cache.pieces, text, from, isBorder);
  if (head.length === 0 && tail.length === 0) return undefined;
  const last = head.at(-1);
  const start = last === undefined ? from : last.start + last.chunk.text.length;
  const end = tail[0]?.start ?? text.length;
  const spent = costOf(head);
  let middle: readonly PlacedChunk[] = NONE;
  if (start < end) {
    const borders = findBorders(text, HEADING, start, end);
    middle = yield* readBetween(text, borders, readBy(cache), spent, end);
    const { chunk, start: lastStart } = middle.at(-1)!;
    // Read with all that follows, a piece of several borders might have become a longer one.
    if (tail.length > 0 && (lastStart !== borders.at(-1) || openConstruct(chunk) !== undefined)) return undefined;
  }
  if (head.length + middle.length + tail.length >= MOST_PIECES) return undefined;
  if (thriftAfter(spent + costOf(middle) + costOf(tail)) !== 'none') return undefined;
  for (const { chunk } of head) cache.keep(chunk);
  for (const { chunk } of tail) cache.keep(chunk);
  return [...head, ...middle, ...tail];
}

function readBy(cache: ChunkCache): (part: string, spent: number) => Generator<void, Chunk> {
  return (part, spent) => cache.get(part, NONE, thriftAfter(spent));
}

function costOf(pieces: readonly PlacedChunk[]): number {
  return sum(pieces, ({ chunk }) => chunk.cost);
}

/**
 * Reads what lies between borders and an end, piece by piece up to `MOST_PIECES`; a border within something that is still open
 * there is passed over. `spent` is what the pieces before have cost: what stands before a piece decides, and not what was read
 * before, so that an edited file is read as a new one would be.
 */
function* readBetween(
  text: string,
  borders: readonly number[],
  read: (part: string, spent: number) => Generator<void, Chunk>,
  spentBefore = 0,
  end = text.length,
): Generator<void, readonly PlacedChunk[]> {
  const pieces: PlacedChunk[] = [];
  let spent = spentBefore;
  for (let i = 0; i < borders.length && pieces.length < MOST_PIECES;) {
    const start = borders[i]!;
    let next = i + 1;
    let chunk = yield* read(text.slice(start, borders[next] ?? end), spent);
    for (let open = openConstruct(chunk); open !== undefined && next < borders.length; open = openConstruct(chunk)) {
      const closed = open.closes(text, start + open.searchFrom);
      // Doubling keeps the time for a file that opens one construct after the other in proportion to its length.
      next += Math.max(1, (next - i) >> 1);
      while (next < borders.length && borders[next]! < closed) next++;
      chunk = yield* read(text.slice(start, borders[next] ?? end), spent);
    }
    pieces.push({ start, chunk });
    spent += chunk.cost;
    i = next;
    yield;
  }
  return pieces;
}

const NONE: readonly never[] = [];

/** Before a line that begins with a heading's marks. */
const HEADING = /^(?=#{1,6}(?:[ \t\r\n]|$))/gm;
/** Before a line that begins with a letter, behind a blank line. */
const PARAGRAPH = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))(?=\p{L})/gu;

/** `from`, and every border behind it and before `to`. */
function findBorders(text: string, border: RegExp, from: number, to = text.length): readonly number[] {
  const borders = [from];
  border.lastIndex = from;
  for (const { index, 0: gap } of text.matchAll(border)) {
    const at = index + gap.length;
    if (at >= to && to < text.length) break;
    if (at > from && isBehindLineEnd(text, at)) borders.push(at);
  }
  return borders;
}

/** JavaScript's ^ also matches after U+2028 and U+2029, which Markdown doesn't count as line ends. */
function isBehindLineEnd(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === 10 || before === 13;
}

/** Whether a piece that begins at an offset is none of the one before it, if that leaves nothing open. */
function isBorder(text: string, at: number): boolean {
  HEADING_HERE.lastIndex = at;
  return isBehindLineEnd(text, at) && HEADING_HERE.test(text);
}

const HEADING_HERE = new RegExp(HEADING.source, 'my');

function* parseChunk(text: string, otherDefinitions: readonly string[], thrift: Thrift): Generator<void, Chunk> {
  const plain = parseIfPlain(text);
  if (plain !== undefined) return { text, root: plain, definitions: NONE, rough: [], cost: 0 };
  if (text.length <= LONG) return yield* section(text, otherDefinitions, thrift);
  // A paragraph behind a blank line ends whatever a heading ends, so that a long piece is read in sections.
  const borders = findBorders(text, PARAGRAPH, 0).filter(farFromLast());
  const read = function* (part: string, spent: number): Generator<void, Chunk> {
    yield;
    return yield* section(part, otherDefinitions, stricter(thrift, thriftAfter(spent)));
  };
  const sections = yield* readBetween(text, borders, read);
  if (sections.length === 1) return sections[0]!.chunk;
  const defined = new Set(sections.flatMap(({ chunk }) => chunk.definitions));
  const known = new Set(otherDefinitions);
  let line = 0;
  let cost = 0;
  const children: RootContent[] = [];
  const rough: Span[] = [];
  for (const { start, chunk } of sections) {
    cost += chunk.cost;
    let own = chunk;
    const used = usedFrom(defined, chunk);
    if (used.length > 0) {
      yield;
      own = yield* section(chunk.text, [...new Set([...otherDefinitions, ...used])], stricter(thrift, thriftAfter(cost)));
      cost += own.cost;
    }
    move(own.root, start, line);
    // There may be a million of them, more than a call takes.
    for (const child of own.root.children) children.push(child);
    for (const span of own.rough) rough.push(shiftSpan(span, start));
    line += lineEndsIn(chunk.text);
  }
  return { text, root: { type: 'root', children }, definitions: [...defined].filter((one) => !known.has(one)), rough, cost };
}

/** UTF-16 units of a piece that is read at once, and the least of a section. */
const LONG = 4_000;

/** Lets every border pass that is a section's length behind the last one that passed. */
function farFromLast(): (border: number) => boolean {
  let last = -LONG;
  return (border) => {
    if (border - last < LONG) return false;
    last = border;
    return true;
  };
}

function* section(text: string, otherDefinitions: readonly string[], thrift: Thrift): Generator<void, Chunk> {
  const plain = parseIfPlain(text);
  if (plain !== undefined) return { text, root: plain, definitions: NONE, rough: [], cost: 0 };
  const cost = estimateNanoseconds(text);
  if (isCostly(cost, text, thrift)) {
    return { text, root: yield* parseRoughlyInSteps(text), definitions: NONE, rough: [{ start: 0, end: text.length }], cost: 0 };
  }
  // Definitions of other chunks go before the text, where nothing that the text leaves open can swallow them.
  const prefix = otherDefinitions.map((identifier) => `[${identifier}]: #\n`).join('');
  const root = parseMarkdown(prefix === '' ? text : `${prefix}\n${text}`);
  if (prefix !== '') {
    root.children = root.children.filter((node) => node.position!.start.offset! > prefix.length);
    move(root, -prefix.length - 1, -otherDefinitions.length - 1);
  }
  const definitions: string[] = [];
  collectDefinitions(root, definitions);
  return { text, root, definitions, rough: [], cost };
}

function move(node: Nodes, by: number, lines: number): void {
  if (node.position !== undefined && (by !== 0 || lines !== 0)) {
    const { start, end } = node.position;
    // A parser may give the same place to two nodes.
    node.position = {
      start: { ...start, line: start.line + lines, offset: start.offset! + by },
      end: { ...end, line: end.line + lines, offset: end.offset! + by },
    };
  }
  if ('children' in node) for (const child of node.children) move(child, by, lines);
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function collectDefinitions(node: Nodes, found: string[]): void {
  if (node.type === 'definition') found.push(node.identifier);
  if (node.type === 'footnoteDefinition') found.push(`^${node.identifier}`);
  // Definitions stand in flow content only; a paragraph can't hold one.
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') {
    for (const child of node.children) collectDefinitions(child, found);
  }
}

/** Parses again the chunks that refer to a link defined in another chunk. */
function* linkDefinitions(chunks: readonly PlacedChunk[], cache: ChunkCache): Generator<void, readonly PlacedChunk[]> {
  const defined = new Set<string>();
  for (const { chunk } of chunks) for (const identifier of chunk.definitions) defined.add(identifier);
  if (defined.size === 0) return chunks;
  const linked: PlacedChunk[] = [];
  let spent = costOf(chunks);
  for (const { start, chunk } of chunks) {
    const used = usedFrom(defined, chunk);
    if (used.length === 0) {
      linked.push({ start, chunk });
      continue;
    }
    const again = yield* cache.get(chunk.text, used, thriftAfter(spent));
    spent += again.cost;
    linked.push({ start, chunk: again });
    yield;
  }
  return linked;
}

/** Identifiers defined elsewhere that the chunk may refer to. */
function usedFrom(defined: ReadonlySet<string>, chunk: Chunk): readonly string[] {
  // In a piece that is read by its lines, nothing refers to anything.
  if (chunk.rough.some(({ start, end }) => end - start === chunk.text.length)) return NONE;
  const own = new Set(chunk.definitions);
  const used = new Set<string>();
  for (const match of chunk.text.matchAll(/\[([^[\]]{1,999})\]/g)) {
    const identifier = normalizeIdentifier(match[1]!);
    if (defined.has(identifier) && !own.has(identifier)) used.add(identifier);
  }
  return [...used].sort();
}

/** As micromark does it: white space folded, case folded twice because some letters only meet after both. */
function normalizeIdentifier(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
