/** Collects what is said of a paragraph's or heading's inline Markdown, with the source of every character. */

import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Span } from '../text/span.ts';
import { SpokenBuilder } from './sourceMap.ts';

/** A paragraph's spoken text before stage directions and labels are taken out. */
export interface InlineText {
  readonly builder: SpokenBuilder;
  /** Spoken spans that were written as code, where brackets are not stage directions. */
  readonly code: readonly Span[];
}

/**
 * The text of inline nodes: emphasis, links and inline code are said; images, HTML, footnote markers and struck-out
 * text are not. White space is folded to single spaces. `source` is what the nodes' offsets refer to.
 */
export function inlineText(nodes: readonly PhrasingContent[], source: string): InlineText {
  const builder = new SpokenBuilder();
  const code: Span[] = [];
  const first = nodes.find(({ position }) => position !== undefined);
  const start = first === undefined ? 0 : spanOf(first).start;
  collect(nodes, { start, end: source.length }, source, builder, code);
  return { builder, code };
}

/** Adds what is said of sibling nodes, which stand within `place` of the source. */
function collect(nodes: readonly PhrasingContent[], place: Span, source: string, builder: SpokenBuilder, code: Span[]): void {
  let after = place.start;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.position === undefined) {
      // Where remark-gfm splits a text around a literal link, the pieces have no position: together they are the text.
      let next = i;
      while (next < nodes.length && nodes[next]!.position === undefined) next++;
      const value = toString({ type: 'paragraph', children: nodes.slice(i, next) });
      const end = next < nodes.length ? spanOf(nodes[next]!).start : place.end;
      const found = source.indexOf(value.slice(0, 1), after);
      addText(value, { start: found >= 0 && found < end ? found : after, end }, source, builder);
      i = next - 1;
      continue;
    }
    after = spanOf(node).end;
    if (node.type === 'text') {
      addText(node.value, spanOf(node), source, builder);
    } else if (node.type === 'inlineCode') {
      const start = builder.length;
      addCode(node.value, spanOf(node), source, builder);
      code.push({ start, end: builder.length });
    } else if (node.type === 'break') {
      addSpace(spanOf(node), builder);
    } else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'link' || node.type === 'linkReference') {
      collect(node.children, spanOf(node), source, builder, code);
    }
  }
}

/** A text node's value beside its source: escapes, character references and line prefixes make them differ. */
function addText(value: string, { start, end }: Span, source: string, builder: SpokenBuilder): void {
  const folded = /[\t\r\n]| {2}/.test(value) || (value.startsWith(' ') && (builder.length === 0 || builder.endsWith(' ')));
  if (!folded && end - start === value.length && source.startsWith(value, start)) {
    builder.add(value, { start, end });
    return;
  }
  if (value === source.slice(start, end)) {
    addLiteral(value, start, builder);
    return;
  }
  let at = start;
  for (let i = 0; i < value.length;) {
    const same = sameLength(value, i, source, at, end);
    if (same > 0) {
      builder.add(value.slice(i, i + same), { start: at, end: at + same });
      i += same;
      at += same;
      continue;
    }
    let white = i;
    while (white < value.length && isFoldable(value[white]!)) white++;
    if (white > i) {
      at = addWhite(value.slice(i, white), { start: at, end }, source, value[white], builder);
      i = white;
      continue;
    }
    const length = unitLength(value, i, source, at, end);
    builder.add(value.slice(i, i + length.spoken), { start: Math.min(at, end), end: Math.min(at + length.source, end) });
    i += length.spoken;
    at = Math.min(at + length.source, end);
  }
}

/** Text that is its source to the letter, so that nothing in it is an escape or a reference: only white space is folded. */
function addLiteral(value: string, start: number, builder: SpokenBuilder): void {
  let at = 0;
  for (const { index, 0: white } of value.matchAll(/[ \t\r\n]+/g)) {
    if (white === ' ' && index > at) continue;
    if (index > at) builder.add(value.slice(at, index), { start: start + at, end: start + index });
    at = index + white.length;
    addSpace({ start: start + index, end: start + at }, builder);
  }
  if (at < value.length) builder.add(value.slice(at), { start: start + at, end: start + value.length });
}

/** How many units from these offsets on are the same in value and source, and can't be an escape, a reference or white space. */
function sameLength(value: string, from: number, source: string, at: number, end: number): number {
  let length = 0;
  while (from + length < value.length && at + length < end) {
    const unit = value[from + length]!;
    if (unit !== source[at + length] || unit === '\\' || unit === '&' || /\s/.test(unit)) break;
    length++;
  }
  return length;
}

function isFoldable(unit: string): boolean {
  return unit === ' ' || unit === '\t' || unit === '\r' || unit === '\n';
}

/** How much of value and source the unit at these offsets takes: an escape, a character reference, or one unit. */
function unitLength(value: string, i: number, source: string, at: number, end: number): { spoken: number; source: number } {
  if (source[at] === '\\' && source[at + 1] === value[i] && ASCII_PUNCTUATION.test(value[i]!)) return { spoken: 1, source: 2 };
  const reference = source[at] === '&' ? characterReference(source, at, end) : undefined;
  if (reference !== undefined && value.startsWith(reference.value, i))
    return { spoken: reference.value.length, source: reference.end - at };
  // What can't be aligned (Markdown puts U+FFFD for NUL) is mapped unit by unit as far as the node goes.
  return { spoken: 1, source: 1 };
}

/** Adds folded white space and returns the source offset of what follows it. */
function addWhite(white: string, rest: Span, source: string, next: string | undefined, builder: SpokenBuilder): number {
  const reference = white.length === 1 ? characterReference(source, rest.start, rest.end) : undefined;
  const after = reference?.value === white ? reference.end : skipWhite(source, rest.start, rest.end, next);
  addSpace({ start: rest.start, end: Math.max(rest.start, after) }, builder);
  return after;
}

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;

function characterReference(source: string, at: number, end: number): { value: string; end: number } | undefined {
  const match = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,30}));/.exec(source.slice(at, Math.min(end, at + 40)));
  if (match === null) return undefined;
  const [all, decimal, hexadecimal, name] = match;
  const value =
    name === undefined
      ? codePoint(decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number.parseInt(decimal, 10))
      : decodeNamedCharacterReference(name);
  return value === false ? undefined : { value, end: at + all.length };
}

function codePoint(code: number): string {
  const invalid = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return invalid ? '\ufffd' : String.fromCodePoint(code);
}

/** Past white space and, behind a line end, the markers of quotes around the text, up to the next said unit. */
function skipWhite(source: string, at: number, end: number, next: string | undefined): number {
  let newLine = false;
  while (at < end) {
    const unit = source[at]!;
    if (unit === '\n' || unit === '\r') newLine = true;
    else if (unit !== ' ' && unit !== '\t' && !(newLine && unit === '>' && next !== '>')) break;
    at++;
  }
  return at;
}

function addSpace(source: Span, builder: SpokenBuilder): void {
  if (builder.length > 0 && !builder.endsWith(' ')) builder.add(' ', source);
}

function addCode(value: string, node: Span, source: string, builder: SpokenBuilder): void {
  const written = source.slice(node.start, node.end);
  const ticks = /^`+/.exec(written)?.[0].length ?? 0;
  const inner = written.slice(ticks, written.length - ticks);
  const offset = inner.indexOf(value);
  // Code over several lines of a quote has prefixes inside; then it maps as a whole.
  if (offset < 0) builder.add(value.replace(/\s/g, ' '), { start: node.start, end: node.end });
  else builder.add(value.replace(/\s/g, ' '), { start: node.start + ticks + offset, end: node.start + ticks + offset + value.length });
}

function spanOf(node: PhrasingContent): Span {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
