/** Cuts a Markdown file into pieces that parse alone exactly as they do within the file, so that an edit re-parses one piece. */

import type { Nodes, Root, RootContent } from 'mdast';
import { parseMarkdown } from './markdown.ts';
import { estimateNanoseconds, isCostly, MOST_OF_FILE } from './markdownCost.ts';
import { parseIfPlain, parseRoughly } from './plainMarkdown.ts';

/** A piece of the file with its syntax tree; offsets in the tree are relative to the piece. */
export interface Chunk {
  readonly text: string;
  readonly root: Root;
  /** Identifiers of the link definitions in this piece, as Markdown normalises them. */
  readonly definitions: readonly string[];
  /** Whether the piece is so full of marks that only its lines were read, and no mark within them. */
  readonly isRough: boolean;
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
  /** How many pieces were parsed since the cache was made; tests count with it. */
  parses = 0;

  /** Forgets what neither this round nor the one before it asked for. */
  startRound(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }

  /** `isSpent` says that the pieces before have taken what a file may; see `isCostly`. */
  get(text: string, otherDefinitions: readonly string[], isSpent: boolean): Chunk {
    const mode = `${isSpent ? 'spent' : ''}${otherDefinitions.join('\n')}`;
    const key = mode === '' ? text : `${mode}\u0000${text}`;
    let chunk = this.#current.get(key) ?? this.#previous.get(key);
    if (chunk === undefined) {
      chunk = parseChunk(text, otherDefinitions, isSpent);
      this.parses++;
    }
    this.#current.set(key, chunk);
    return chunk;
  }
}

/**
 * The chunks of `text` from UTF-16 offset `from` on (where the front matter ends).
 *
 * A line that starts with `#` at the margin ends every open Markdown construct except fenced code and HTML that
 * are still open. So each such line is tried as a border, and borders that turn out to lie inside such a
 * construct are taken back. Headings of other shapes need no border: they are found inside their chunk.
 *
 * Yields after each piece that had to be parsed.
 */
export function* splitIntoChunks(text: string, from: number, cache: ChunkCache): Generator<void, readonly PlacedChunk[]> {
  cache.startRound();
  const chunks: PlacedChunk[] = [];
  const borders = findBorders(text, from);
  let { parses: parsed } = cache;
  let cost = 0;
  for (let i = 0; i < borders.length;) {
    const start = borders[i]!;
    let next = i + 1;
    // What stands before a piece decides, and not what was read before: an edited file is read as a new one would be.
    const isSpent = cost > MOST_OF_FILE;
    let chunk = cache.get(text.slice(start, borders[next] ?? text.length), NONE, isSpent);
    for (let open = openConstruct(chunk); open !== undefined && next < borders.length; open = openConstruct(chunk)) {
      const closed = open.closes(text, start + open.searchFrom);
      // Doubling keeps the time for a file that opens one construct after the other in proportion to its length.
      next += Math.max(1, (next - i) >> 1);
      while (next < borders.length && borders[next]! < closed) next++;
      chunk = cache.get(text.slice(start, borders[next] ?? text.length), NONE, isSpent);
    }
    chunks.push({ start, chunk });
    cost += chunk.cost;
    i = next;
    if (cache.parses > parsed) yield;
    parsed = cache.parses;
  }
  return yield* linkDefinitions(chunks, cache);
}

const NONE: readonly string[] = [];

function findBorders(text: string, from: number): readonly number[] {
  const borders = [from];
  const heading = /^#{1,6}(?=[ \t\r\n]|$)/gm;
  heading.lastIndex = from;
  for (let match = heading.exec(text); match !== null; match = heading.exec(text)) {
    // JavaScript's ^ also matches after U+2028 and U+2029, which Markdown doesn't count as line ends.
    const before = text.charCodeAt(match.index - 1);
    if (match.index > from && (before === 10 || before === 13)) borders.push(match.index);
  }
  return borders;
}

function parseChunk(text: string, otherDefinitions: readonly string[], isSpent: boolean): Chunk {
  const plain = parseIfPlain(text);
  if (plain !== undefined) return { text, root: plain, definitions: NONE, isRough: false, cost: 0 };
  const cost = estimateNanoseconds(text);
  if (isCostly(cost, text, isSpent)) return { text, root: parseRoughly(text), definitions: NONE, isRough: true, cost: 0 };
  // Definitions of other chunks go before the text, where nothing that the text leaves open can swallow them.
  const prefix = otherDefinitions.map((identifier) => `[${identifier}]: #\n`).join('');
  const root = parseMarkdown(prefix === '' ? text : `${prefix}\n${text}`);
  if (prefix !== '') {
    root.children = root.children.filter((node) => node.position!.start.offset! > prefix.length);
    moveBack(root, prefix.length + 1);
  }
  const definitions: string[] = [];
  collectDefinitions(root, definitions);
  return { text, root, definitions, isRough: false, cost };
}

function moveBack(node: Nodes, by: number): void {
  if (node.position !== undefined) {
    node.position.start.offset! -= by;
    node.position.end.offset! -= by;
  }
  if ('children' in node) for (const child of node.children) moveBack(child, by);
}

function collectDefinitions(node: Nodes, found: string[]): void {
  if (node.type === 'definition') found.push(node.identifier);
  // Definitions stand in flow content only; a paragraph can't hold one.
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') {
    for (const child of node.children) collectDefinitions(child, found);
  }
}

interface OpenConstruct {
  /** Offset in the chunk from which the end is looked for. */
  readonly searchFrom: number;
  /** Offset in the file after which the construct has ended; the file's length when it never does. */
  closes(text: string, from: number): number;
}

/** What is still open at the end of a chunk that another chunk follows, if anything. */
function openConstruct(chunk: Chunk): OpenConstruct | undefined {
  const last: RootContent | undefined = chunk.root.children.at(-1);
  if (last?.type === 'code') return openFence(chunk, last);
  if (last?.type === 'html') return openHtml(chunk, last);
  return undefined;
}

function openFence(chunk: Chunk, node: RootContent): OpenConstruct | undefined {
  const { start, end } = offsets(node);
  const source = chunk.text.slice(start, end);
  const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
  if (fence === undefined) return undefined;
  const lines = source.split(/\r\n|[\n\r]/);
  const lastLine = lines.length > 1 ? lines.at(-1)! : '';
  if (isClosingFence(lastLine, fence)) return undefined;
  return {
    searchFrom: start + fence.length,
    closes(text, from) {
      const line = new RegExp(`^ {0,3}${fence[0]!}{${fence.length},}[ \\t]*$`, 'gm');
      line.lastIndex = from;
      return line.exec(text)?.index ?? text.length;
    },
  };
}

function isClosingFence(line: string, fence: string): boolean {
  const body = line.trim();
  return body.length >= fence.length && body === fence[0]!.repeat(body.length) && /^ {0,3}\S/.test(line);
}

/** CommonMark's kinds of HTML block, by what opens them and what ends them (section 4.6, conditions 1 to 5). */
const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<![A-Za-z]/, />/g],
  [/^<!\[CDATA\[/, /\]\]>/g],
];

function openHtml(chunk: Chunk, node: RootContent): OpenConstruct | undefined {
  const { start, end } = offsets(node);
  const source = chunk.text.slice(start, end);
  for (const [opens, closes] of HTML_ENDS) {
    const opening = opens.exec(source);
    if (opening === null) continue;
    const search = new RegExp(closes.source, closes.flags);
    // `<!-->` is a whole comment, so the search starts inside the opening.
    search.lastIndex = Math.max(0, opening[0].length - 2);
    if (search.test(source)) return undefined;
    return {
      searchFrom: start + opening[0].length,
      closes(text, from) {
        const rest = new RegExp(closes.source, closes.flags);
        rest.lastIndex = from;
        return rest.exec(text)?.index ?? text.length;
      },
    };
  }
  // Conditions 6 and 7: the block ends at a blank line, so it is open when the next chunk follows at once.
  if (/^(?:\r\n|\n|\r)?$/.test(chunk.text.slice(end))) {
    return {
      searchFrom: end,
      closes(text, from) {
        const blank = /(?:\r\n|\n|\r)[ \t]*(?=\r|\n|$)/g;
        blank.lastIndex = from;
        return blank.exec(text)?.index ?? text.length;
      },
    };
  }
  return undefined;
}

/** Parses again the chunks that refer to a link defined in another chunk. */
function* linkDefinitions(chunks: readonly PlacedChunk[], cache: ChunkCache): Generator<void, readonly PlacedChunk[]> {
  const defined = new Set<string>();
  for (const { chunk } of chunks) for (const identifier of chunk.definitions) defined.add(identifier);
  if (defined.size === 0) return chunks;
  const linked: PlacedChunk[] = [];
  let cost = 0;
  for (const { start, chunk } of chunks) {
    // In a piece that is read by its lines, nothing refers to anything.
    const used = chunk.isRough ? NONE : usedFrom(defined, chunk);
    const { parses } = cache;
    const isSpent = cost > MOST_OF_FILE;
    cost += chunk.cost;
    linked.push(used.length === 0 ? { start, chunk } : { start, chunk: cache.get(chunk.text, used, isSpent) });
    if (cache.parses > parses) yield;
  }
  return linked;
}

/** Identifiers defined elsewhere that the chunk may refer to. */
function usedFrom(defined: ReadonlySet<string>, chunk: Chunk): readonly string[] {
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

function offsets(node: RootContent): { start: number; end: number } {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
