/** Lines around comments: which one a comment speaks of, and how a comment is taken out without a trace. */

import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { tailOf } from '../text/tail.ts';

/** The line in which an offset lies, without its end. */
export function lineOf(text: string, offset: number): Span {
  let start = offset;
  // Unit by unit: a search for the one kind of line end that a file doesn't have would go to its beginning.
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return { start, end: lineEnd(text, offset) };
}

/** The next line that is neither blank nor another comment of this kind. At the end of the text the empty line there. */
export function lineAfter(text: string, offset: number): Span {
  let line = { start: 0, end: lineEnd(text, offset) };
  do {
    const start = line.end + lineBreak(text, line.end);
    line = { start, end: lineEnd(text, start) };
  } while (line.end < text.length && isSilent(text.slice(line.start, line.end)));
  return line;
}

/** Takes a comment out: with its line when it stands alone there; undefined where that would change what is said. */
export function commentRemoval(text: string, { start, end }: Span): Edit | undefined {
  const line = { start: lineOf(text, start).start, end: lineEnd(text, end) };
  const before = text.slice(line.start, start);
  const after = text.slice(end, line.end);
  if (before.trim() === '' && after.trim() === '') {
    const next = line.end + lineBreak(text, line.end);
    const isFirst = line.start === 0;
    const isAfterBlank = !isFirst && isBlank(text, lineBefore(text, line.start));
    if (next >= text.length) {
      return { span: { start: isAfterBlank ? lineBefore(text, line.start).start : line.start, end: next }, newText: '' };
    }
    const isBeforeBlank = isBlank(text, lineOf(text, next));
    // Of two blank lines one goes along; between two paragraphs that were two by the comment alone, one stays.
    if (isAfterBlank && isBeforeBlank) {
      const blankEnd = lineEnd(text, next);
      return { span: { start: line.start, end: blankEnd + lineBreak(text, blankEnd) }, newText: '' };
    }
    return { span: isFirst || isAfterBlank || isBeforeBlank ? { start: line.start, end: next } : line, newText: '' };
  }
  // A line that begins with a comment is not said as a whole.
  if (before.trim() === '') return undefined;
  const blank = /[ \t]$/.test(before) && (after === '' || /^[ \t]/.test(after)) ? tailOf(before, /[ \t]/).length : 0;
  return { span: { start: start - blank, end }, newText: '' };
}

/** Takes one of several names out of a comment, with what separates it from the next one, or else from the one before. */
export function nameRemoval(text: string, { start, end }: Span): Edit {
  const behind = /^(?:\s*,\s*|\s+)(?=[a-z*])/i.exec(text.slice(end, end + 20));
  if (behind !== null) return { span: { start, end: end + behind[0].length }, newText: '' };
  const separator = tailOf(text.slice(Math.max(0, start - 20), start), /[\s,]/).length;
  return { span: { start: start - separator, end }, newText: '' };
}

function lineEnd(text: string, offset: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = offset;
  return found.exec(text)?.index ?? text.length;
}

function lineBreak(text: string, offset: number): number {
  return text.startsWith('\r\n', offset) ? 2 : offset < text.length ? 1 : 0;
}

function isSilent(line: string): boolean {
  const trimmed = line.trim();
  return trimmed === '' || (/^<!--\s*interview-answers-/i.test(trimmed) && trimmed.endsWith('-->'));
}

/** The line that ends right before an offset at which another one begins. */
function lineBefore(text: string, start: number): Span {
  return lineOf(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
}

function isBlank(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === '';
}
