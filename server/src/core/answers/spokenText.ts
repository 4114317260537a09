/** Turns the Markdown of an answer into what the candidate says, with an exact map back to the file. */

import type { BlockContent, Blockquote, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { StagePause } from '../speech/speech.ts';
import type { Span } from '../text/span.ts';
import { inlineText, type InlineText } from './inlineText.ts';
import { answerLabelLength, hasOuterQuotes, isQuestionLabelled } from './labels.ts';
import { SpokenBuilder, type SourceMap } from './sourceMap.ts';
import { findBracketed, pauseSeconds, type StageDirection } from './stageDirections.ts';
import { tailOf } from '../text/tail.ts';

/** The rules are in docs/spoken-text.md. */
export interface SpokenText {
  /** Paragraphs are separated by a blank line, items of a list by one line feed. */
  readonly text: string;
  readonly map: SourceMap;
  /** Notes to self; spans are source offsets. */
  readonly directions: readonly StageDirection[];
  /** Pauses with a length, by offset in `text`. */
  readonly stagePauses: readonly StagePause[];
}

export interface SpokenTextOptions {
  /** Whether the cells of tables are said. */
  readonly tables: boolean;
}

/** What is said of the body nodes of one answer, some hundred blocks at a time. Offsets in the result refer to `source`, as those of the nodes do. */
export function* spokenTextInSteps(nodes: readonly RootContent[], source: string, options: SpokenTextOptions): Generator<void, SpokenText> {
  const blocks: Block[] = [];
  for (const [i, node] of nodes.entries()) {
    addBlocks(node, source, options, PARAGRAPH, blocks);
    if (i % BLOCKS_OF_A_STEP === BLOCKS_OF_A_STEP - 1) yield;
  }
  const cut: CutBlock[] = [];
  for (const [i, block] of blocks.entries()) {
    cut.push(cutDirections(block));
    if (i % BLOCKS_OF_A_STEP === BLOCKS_OF_A_STEP - 1) yield;
  }
  return assemble(trimQuotes(trimLabels(cut)));
}

/** A few milliseconds of work. */
const BLOCKS_OF_A_STEP = 500;

const PARAGRAPH = '\n\n';
const ITEM = '\n';

/** One paragraph, or one line of a list, with what separates it from the block before. */
interface Block {
  readonly inline: InlineText;
  readonly separator: string;
  /** A note to self as a whole (`> [!note]`): no word of it is said. */
  readonly isNote?: Span;
}

/** A block with its notes to self cut out: the parts that are said. */
interface CutBlock {
  readonly builder: SpokenBuilder;
  readonly separator: string;
  readonly parts: readonly Span[];
  readonly directions: readonly (StageDirection & { readonly at: number })[];
}

function addBlocks(node: RootContent | BlockContent, source: string, options: SpokenTextOptions, separator: string, blocks: Block[]): void {
  if (node.type === 'paragraph') {
    blocks.push({ inline: inlineText(node.children, source), separator });
  } else if (node.type === 'list') {
    node.children.forEach((item, i) => {
      item.children.forEach((child, j) => {
        addBlocks(child, source, options, i === 0 && j === 0 ? separator : ITEM, blocks);
      });
    });
  } else if (node.type === 'blockquote') {
    if (isCallout(node)) addNote(node, source, separator, blocks);
    else for (const child of node.children) addBlocks(child, source, options, separator, blocks);
  } else if (node.type === 'table' && options.tables) {
    for (const cells of rows(node)) blocks.push({ inline: inlineText(cells, source), separator: ITEM });
  }
}

/** `> [!note] …`, as GitHub and Obsidian write it. */
function isCallout(quote: Blockquote): boolean {
  const first = quote.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && /^\[![\p{L}\p{N}_-]+\]/u.test(text.value);
}

function addNote(quote: Blockquote, source: string, separator: string, blocks: Block[]): void {
  const paragraphs = quote.children.filter((child): child is Paragraph => child.type === 'paragraph');
  for (const paragraph of paragraphs) {
    const span = { start: paragraph.position!.start.offset!, end: paragraph.position!.end.offset! };
    blocks.push({ inline: inlineText(paragraph.children, source), separator, isNote: span });
  }
}

function* rows(table: Table): Iterable<readonly PhrasingContent[]> {
  for (const row of table.children) for (const cell of row.children) yield cell.children;
}

function cutDirections({ inline, separator, isNote }: Block): CutBlock {
  const { builder, code } = inline;
  const { text } = builder;
  const spans = findBracketed(text).filter(
    ({ start, end }) =>
      builder.isLiteral(start) && builder.isLiteral(end - 1) && !code.some((span) => span.start < end && start < span.end),
  );
  const parts: Span[] = [];
  const directions: (StageDirection & { at: number })[] = [];
  let from = 0;
  for (const span of spans) {
    const note = text.slice(span.start + 1, span.end - 1).trim();
    // `[^1]` without a definition is still a footnote marker, and `[!note]` the head of a callout.
    if (!/^[\^!]/.test(note) && note !== '') {
      directions.push({ span: builder.source(span), text: note, pauseSeconds: pauseSeconds(note), at: span.start });
    }
    parts.push({ start: from, end: span.start });
    from = span.end;
  }
  parts.push({ start: from, end: text.length });
  if (isNote !== undefined) {
    const whole = { span: isNote, text: text.replace(/^\[![^\]]*\]\s*/, ''), pauseSeconds: 0, at: 0 };
    const pauses = directions.filter((direction) => direction.pauseSeconds > 0).map((direction) => ({ ...direction, at: 0 }));
    return { builder, separator, parts: [], directions: [whole, ...pauses] };
  }
  return { builder, separator, parts: tidy(text, parts), directions };
}

/** Drops the space that a cut leaves doubled or dangling. */
function tidy(text: string, parts: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const part of parts) {
    let { start } = part;
    const { end } = part;
    const before = kept.at(-1);
    const afterSpace = before === undefined || text[before.end - 1] === ' ';
    while (start < end && text[start] === ' ' && afterSpace) start++;
    if (before !== undefined && afterSpace && /[.,;:!?…]/.test(text[start] ?? '')) {
      kept[kept.length - 1] = { start: before.start, end: before.end - 1 };
    }
    if (start < end) kept.push({ start, end });
  }
  const last = kept.at(-1);
  if (last !== undefined && text[last.end - 1] === ' ') {
    kept.pop();
    if (last.end - 1 > last.start) kept.push({ start: last.start, end: last.end - 1 });
  }
  return kept;
}

/** Takes the answer's label off its first spoken block, and the interviewer's question when both are labelled. */
function trimLabels(blocks: readonly CutBlock[]): readonly CutBlock[] {
  const spoken = blocks.filter(({ parts }) => parts.length > 0);
  const [first, second] = spoken;
  if (first === undefined) return blocks;
  if (second !== undefined && isQuestionLabelled(saidText(first)) && answerLabelLength(saidText(second)) > 0) {
    return trimLabels(blocks.map((block) => (block === first ? { ...block, parts: [] } : block)));
  }
  const length = answerLabelLength(saidText(first));
  if (length === 0) return blocks;
  return blocks.map((block) => (block === first ? { ...block, parts: dropFirst(block.parts, length) } : block));
}

function trimQuotes(blocks: readonly CutBlock[]): readonly CutBlock[] {
  const spoken = blocks.filter(({ parts }) => parts.length > 0);
  if (!hasOuterQuotes(spoken.map(saidText).join(' '))) return blocks;
  const [first, last] = [spoken[0]!, spoken.at(-1)!];
  return blocks.map((block) => {
    let { parts } = block;
    if (block === first) parts = dropFirst(parts, 1);
    if (block === last) parts = dropClosingQuote(block, parts);
    return parts === block.parts ? block : { ...block, parts };
  });
}

/** Takes out the closing mark only: a full stop after it still ends the sentence. */
function dropClosingQuote(block: CutBlock, parts: readonly Span[]): readonly Span[] {
  const { text } = block.builder;
  const last = parts.at(-1);
  if (last === undefined) return parts;
  const tail = tailOf(text.slice(Math.max(last.start, last.end - 3), last.end), /[\s.。!?！？]/).length;
  const mark = last.end - tail - 1;
  const halves = [
    { start: last.start, end: mark },
    { start: mark + 1, end: last.end },
  ];
  return [...parts.slice(0, -1), ...halves.filter(({ start, end }) => start < end)];
}

function saidText(block: CutBlock): string {
  return block.parts.map(({ start, end }) => block.builder.text.slice(start, end)).join('');
}

function dropFirst(parts: readonly Span[], count: number): readonly Span[] {
  const kept: Span[] = [];
  let left = count;
  for (const { start, end } of parts) {
    const dropped = Math.min(left, end - start);
    left -= dropped;
    if (start + dropped < end) kept.push({ start: start + dropped, end });
  }
  return kept;
}

function assemble(blocks: readonly CutBlock[]): SpokenText {
  const result = new SpokenBuilder();
  const directions: StageDirection[] = [];
  const stagePauses: StagePause[] = [];
  for (const block of blocks) {
    let isFirst = true;
    let flushed = 0;
    const flush = (before: number): void => {
      for (; flushed < block.directions.length && block.directions[flushed]!.at <= before; flushed++) {
        const { at: _, ...direction } = block.directions[flushed]!;
        directions.push(direction);
        if (direction.pauseSeconds > 0) stagePauses.push({ at: result.length, seconds: direction.pauseSeconds });
      }
    };
    for (const part of block.parts) {
      if (isFirst && result.length > 0) result.addSeparator(block.separator);
      isFirst = false;
      flush(part.start);
      result.append(block.builder, part);
    }
    flush(Infinity);
  }
  return { text: result.text, map: result.map(), directions, stagePauses };
}
