/** Reads an answers file: every heading with its target, its place in the outline, and what is said below it. */

import type { Heading, RootContent } from 'mdast';
import { parseAudience, type Audience } from '../jargon/audience.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import { tailOf, withoutClosingMarks, withoutTail } from '../text/tail.ts';
import { finish } from '../text/steps.ts';
import { blocksOf, type Block } from './blocks.ts';
import { ChunkCache, splitIntoChunks, type Chunk, type PlacedChunk } from './chunks.ts';
import { commentsUnderHeading, type Comment } from './comments.ts';
import { readFrontMatter, type FrontMatter } from './frontMatter.ts';
import { inlineText } from './inlineText.ts';
import { referencesOf, type References } from './references.ts';
import { spokenTextInSteps, type SpokenText, type SpokenTextOptions } from './spokenText.ts';
import { findTarget, parseTarget, type ParsedTarget, type Target, type TargetProblem } from './target.ts';

/** What one heading and its body say. Offsets are relative to the heading's chunk, so equal text has equal content. */
export interface AnswerContent {
  /** The heading's text without its target. */
  readonly title: string;
  /** The heading's text with its target, as a page shows it. */
  readonly headingText: string;
  /** 1 to 6. */
  readonly level: number;
  readonly headingSpan: Span;
  /** Where a target can be added: behind the heading's text, before closing marks. */
  readonly headingTextEnd: number;
  /** From the heading to the next heading or the end of the chunk. */
  readonly span: Span;
  /** The target in the heading or in a comment under it. */
  readonly target: Target | undefined;
  readonly malformedTarget: { readonly span: Span; readonly problem: TargetProblem } | undefined;
  /** Who the answer is for, by a comment under the heading: `<!-- audience: recruiter -->`. */
  readonly audience: StatedAudience | undefined;
  readonly spoken: SpokenText;
  /** What the body is written in, said or not. */
  readonly blocks: readonly Block[];
  /** What is referred to without being said; spans are offsets of the content. */
  readonly references: References;
}

/** An audience as it is written; `audience` is undefined where it can't be read. */
export interface StatedAudience {
  readonly audience: Audience | undefined;
  /** The comment with its marks. */
  readonly span: Span;
}

/** One heading of the file. */
export interface Answer {
  readonly content: AnswerContent;
  /** Add to an offset of the content for an offset of the file. */
  readonly base: number;
  /** Indices into the file's answers. */
  readonly parent: number | undefined;
  readonly children: readonly number[];
}

export interface AnswersFile {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly answers: readonly Answer[];
  /** What stands before the first heading and belongs to no answer; offsets of the file. */
  readonly preamble: readonly Block[];
  /** The parts that were read by their lines alone (see `isCostly`), apart from each other. */
  readonly rough: readonly Span[];
  /** Whether the file is so long that nothing of it but the front matter was read. */
  readonly isTooLong: boolean;
  /** UTF-16 offset behind the last answer that was read, where there are more than `MOST_ANSWERS`. */
  readonly unreadFrom: number | undefined;
}

/** UTF-16 units of the longest file that is read: whatever is longer is a book, or a log. */
export const LONGEST_FILE = 4_000_000;

/** Answers of one file that are read: five times what anyone could learn, and more than a list shows. */
export const MOST_ANSWERS = 5_000;

/** Answers read before, by chunk; belongs to one file. */
export class AnswersCache {
  readonly chunks = new ChunkCache();
  readonly #contents = new WeakMap<Chunk, { tables: boolean; contents: readonly AnswerContent[] }>();

  /** Yields where an answer is long. */
  *contents(chunk: Chunk, options: SpokenTextOptions): Generator<void, readonly AnswerContent[]> {
    const known = this.#contents.get(chunk);
    if (known?.tables === options.tables) return known.contents;
    const contents = yield* readChunk(chunk, options);
    this.#contents.set(chunk, { tables: options.tables, contents });
    return contents;
  }
}

/** Reads a file. Never throws: every text has a (perhaps empty) list of answers. */
export function parseAnswers(text: string, options: SpokenTextOptions, cache = new AnswersCache()): AnswersFile {
  return finish(parseAnswersInSteps(text, options, cache));
}

/** Reads a file one piece at a time, so that the caller can do something else in between. */
export function* parseAnswersInSteps(text: string, options: SpokenTextOptions, cache: AnswersCache): Generator<void, AnswersFile> {
  const frontMatter = readFrontMatter(text);
  if (text.length > LONGEST_FILE)
    return { text, frontMatter, answers: [], preamble: [], rough: [], isTooLong: true, unreadFrom: undefined };
  const flat: { content: AnswerContent; base: number }[] = [];
  const chunks = yield* splitIntoChunks(text, frontMatter.end, cache.chunks);
  let unreadFrom = endOf(chunks, text);
  for (const [i, { start, chunk }] of chunks.entries()) {
    const contents = yield* cache.contents(chunk, options);
    const left = MOST_ANSWERS - flat.length;
    for (const content of contents.slice(0, left)) flat.push({ content, base: start });
    const further = contents[left];
    if (further !== undefined) {
      unreadFrom = start + further.span.start;
      break;
    }
    if (chunk.text.length > LONG || i % CHUNKS_OF_A_STEP === CHUNKS_OF_A_STEP - 1) yield;
  }
  const rough = roughParts(chunks);
  return { text, frontMatter, answers: outline(flat), preamble: readPreamble(chunks[0]), rough, isTooLong: false, unreadFrom };
}

/** Where the last piece ends, if the text goes on. */
function endOf(chunks: readonly PlacedChunk[], text: string): number | undefined {
  const last = chunks.at(-1);
  const end = last === undefined ? text.length : last.start + last.chunk.text.length;
  return end < text.length ? end : undefined;
}

/** A few milliseconds of work. */
const CHUNKS_OF_A_STEP = 50;
/** Answers of one chunk, likewise. */
const ANSWERS_OF_A_STEP = 50;
/** UTF-16 units of a chunk that is a step of work by itself. */
const LONG = 4_000;

/** Rough pieces that follow each other are one part: thousands of them are one thing to say. */
function roughParts(chunks: readonly PlacedChunk[]): readonly Span[] {
  const parts: { start: number; end: number }[] = [];
  for (const { start: base, chunk } of chunks) {
    for (const span of chunk.rough) {
      const { start, end } = shiftSpan(span, base);
      const last = parts.at(-1);
      if (last?.end === start) last.end = end;
      else parts.push({ start, end });
    }
  }
  return parts;
}

/** The span of a part of an answer's content, in the file. */
export function inFile(answer: Answer, span: Span): Span {
  return shiftSpan(span, answer.base);
}

/** A heading that only holds other headings is a section; every other heading is an answer, if yet unwritten. */
export function isSection(answer: Answer): boolean {
  return answer.children.length > 0 && answer.content.spoken.text === '';
}

function* readChunk(chunk: Chunk, options: SpokenTextOptions): Generator<void, readonly AnswerContent[]> {
  const contents: AnswerContent[] = [];
  const nodes = chunk.root.children;
  let i = nodes.findIndex(isHeading);
  // One more than is read of the whole file, so that it shows where that ends.
  while (i >= 0 && i < nodes.length && contents.length <= MOST_ANSWERS) {
    const heading = nodes[i] as Heading;
    let next = i + 1;
    while (next < nodes.length && !isHeading(nodes[next]!)) next++;
    const end = next < nodes.length ? offsets(nodes[next]!).start : chunk.text.length;
    contents.push(yield* readAnswer(heading, nodes.slice(i + 1, next), end, chunk.text, options));
    i = next;
    if (contents.length % ANSWERS_OF_A_STEP === 0) yield;
  }
  return contents;
}

/** Only the first chunk can begin with anything but a heading. */
function readPreamble(first: PlacedChunk | undefined): readonly Block[] {
  if (first === undefined) return [];
  const nodes = first.chunk.root.children;
  const heading = nodes.findIndex(isHeading);
  const blocks = blocksOf(heading < 0 ? nodes : nodes.slice(0, heading));
  return blocks.map(({ kind, span }) => ({ kind, span: shiftSpan(span, first.start) }));
}

function isHeading(node: RootContent): boolean {
  return node.type === 'heading';
}

function* readAnswer(
  heading: Heading,
  body: readonly RootContent[],
  end: number,
  source: string,
  options: SpokenTextOptions,
): Generator<void, AnswerContent> {
  const headingSpan = offsets(heading);
  const { builder } = inlineText(heading.children, source);
  const plain = builder.text;
  const inHeading = findTarget(plain);
  const comments = commentsUnderHeading(body);
  const found = inHeading === undefined ? commentTarget(comments) : { span: builder.source(inHeading.span), parsed: inHeading.parsed };
  const title = inHeading === undefined ? plain : `${plain.slice(0, inHeading.span.start)}${plain.slice(inHeading.span.end)}`;
  return {
    title: title
      .replace(/\s+/g, ' ')
      .replace(/ ([?!.,:;])/g, '$1')
      .trim(),
    headingText: plain.trim(),
    level: heading.depth,
    headingSpan,
    headingTextEnd: headingTextEnd(heading, source),
    span: { start: headingSpan.start, end },
    target: found?.parsed.problem === undefined && found !== undefined ? toTarget(found.parsed, found.span) : undefined,
    malformedTarget: found?.parsed.problem === undefined ? undefined : { span: found.span, problem: found.parsed.problem },
    audience: commentAudience(comments),
    spoken: yield* spokenTextInSteps(body, source, options),
    blocks: blocksOf(body),
    references: referencesOf(body),
  };
}

function headingTextEnd(heading: Heading, source: string): number {
  const last = heading.children.at(-1);
  const { start, end } = offsets(heading);
  if (last === undefined) return end;
  if (last.position !== undefined) return last.position.end.offset!;
  // Behind an address without marks, remark-gfm leaves text without a position.
  const written = source.slice(start, end);
  if (written.startsWith('#')) return start + withoutClosingMarks(written).length;
  const underline = tailOf(written, /[^\r\n]/);
  return start + withoutTail(written.slice(0, written.length - underline.length), /\s/).length;
}

function toTarget(parsed: { minSeconds: number; maxSeconds: number }, span: Span): Target {
  return { minSeconds: parsed.minSeconds, maxSeconds: parsed.maxSeconds, span };
}

/** `<!-- target: 30 s -->` or `<!-- ≈ 30 s -->`. */
function commentTarget(comments: readonly Comment[]): { span: Span; parsed: ParsedTarget } | undefined {
  for (const { span, text } of comments) {
    // What silences rules may have numbers in it, too.
    if (/^interview-answers-/i.test(text)) continue;
    const label = /^target\b\s*[:=]?/i.exec(text)?.[0] ?? '';
    const parsed = parseTarget(text.slice(label.length).trimStart());
    if (parsed !== undefined) return { span, parsed };
    if (label !== '') return { span, parsed: { problem: 'unreadable' } };
  }
  return undefined;
}

/** `<!-- audience: recruiter -->`. */
function commentAudience(comments: readonly Comment[]): StatedAudience | undefined {
  for (const { span, text } of comments) {
    const written = /^audience\s*[:=]([\s\S]*)$/i.exec(text)?.[1];
    if (written !== undefined) return { audience: parseAudience(written), span };
  }
  return undefined;
}

function outline(flat: readonly { content: AnswerContent; base: number }[]): readonly Answer[] {
  const children: number[][] = flat.map(() => []);
  const open: number[] = [];
  const parents = flat.map(({ content }, i) => {
    while (open.length > 0 && flat[open.at(-1)!]!.content.level >= content.level) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) children[parent]!.push(i);
    open.push(i);
    return parent;
  });
  return flat.map(({ content, base }, i) => ({ content, base, parent: parents[i], children: children[i]! }));
}

function offsets(node: RootContent): Span {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
