/** Writes into a glossary file what a click teaches it, and leaves the rest as the user wrote it. */

import { insertion, type Edit } from '../text/edit.ts';
import { linesOf } from '../transcripts/lines.ts';
import { nameKey, type GlossaryEntry } from './glossary.ts';
import { cellsOf, fieldIn, fieldOf, isTableRow, plain, readGlossary } from './readGlossary.ts';

/**
 * The edit of a glossary's text (empty for a file that is yet to be made) after which a term is also heard as `garble`; undefined when
 * there is nothing to do.
 */
export function addHeardAs(text: string, term: string, garble: string): Edit | undefined {
  const { entries } = readGlossary(text);
  // Commas and semicolons part the mishearings of a field.
  const value = plain(oneLine(garble.replace(/[,;"“”]+/g, ' ')));
  if (value === '' || !isTerm(term)) return undefined;
  const own = entries.filter((entry) => nameKey(entry.term) === nameKey(term));
  const named = own.length > 0 ? own : entries.filter(({ alsoKnownAs }) => alsoKnownAs.some((name) => nameKey(name) === nameKey(term)));
  if (named.some(({ heardAs }) => heardAs.some((known) => known.toLowerCase() === value.toLowerCase()))) return undefined;
  for (const entry of named) {
    const edit = addToEntry(text, entry, entries, value);
    if (edit !== undefined) return edit;
  }
  // A table without a column for it is left as it is; entries of one term go together.
  return append(text, `## ${oneLine(term)}\n\n- heard as: ${value}\n`);
}

/** The edit that adds a term with a meaning, unless the glossary has it; undefined when there is nothing to do. */
export function addTerm(text: string, term: string, meaning: string): Edit | undefined {
  if (!isTerm(term) || readGlossary(text).entries.some((entry) => nameKey(entry.term) === nameKey(term))) return undefined;
  const heading = `## ${oneLine(term)}\n`;
  const line = oneLine(meaning);
  if (line === '') return append(text, heading);
  const entry = `${heading}\n${line}\n`;
  // A meaning can look like a field, or like a comment.
  const isRead = readGlossary(entry).entries[0]?.meaning === plain(line);
  return append(text, isRead ? entry : `${heading}\n- meaning: ${line}\n`);
}

/** The edit of an entry as it is written: to its field, or to its cell of a table, or a new field; undefined for a table without the column. */
function addToEntry(text: string, entry: GlossaryEntry, entries: readonly GlossaryEntry[], value: string): Edit | undefined {
  const lines = linesOf(text);
  const first = lineAt(text, entry.span.start);
  const head = lines[first.number]!;
  if (isTableRow(head)) return addToCell(lines, first, value);
  const next = Math.min(...entries.map(({ span }) => span.start).filter((start) => start > entry.span.start));
  const newline = newlineOf(text);
  const indent = /^(\s*)[-*+]\s/.exec(head)?.[1];
  let firstField: number | undefined;
  let offset = first.offset;
  for (let number = first.number; number < lines.length; number++) {
    const line = lines[number]!;
    if (number > first.number && (offset + line.length >= next || /^#{1,6}\s/.test(line) || isTableRow(line))) break;
    const field = number > first.number ? fieldIn(line) : undefined;
    if (field?.field === 'heardAs') {
      const end = offset + line.trimEnd().length;
      return insertion(end, `${field.value.trim() === '' ? ' ' : ', '}${value}`);
    }
    if (field !== undefined && indent === undefined && /^[-*+]\s/.test(line)) firstField ??= offset;
    offset += line.length + (text.startsWith('\r\n', offset + line.length) ? 2 : 1);
  }
  if (firstField !== undefined) return insertion(firstField, `- heard as: ${value}${newline}`);
  const end = first.offset + head.length;
  if (indent !== undefined) return insertion(end, `${newline}${indent}  - heard as: ${value}`);
  const isFollowed = (lines[first.number + 1] ?? '').trim() !== '';
  return insertion(end, `${newline}${newline}- heard as: ${value}${isFollowed ? newline : ''}`);
}

/** In a table the value goes into the row's cell below "heard as"; a row that is too short gets the cells that it lacks. */
function addToCell(lines: readonly string[], row: { number: number; offset: number }, value: string): Edit | undefined {
  let head = row.number;
  while (head > 0 && isTableRow(lines[head - 1]!)) head--;
  const column = cellsOf(lines[head]!).findIndex(({ written }) => fieldOf(plain(written)) === 'heardAs');
  if (column < 0) return undefined;
  const line = lines[row.number]!;
  const cells = cellsOf(line);
  const cell = cells[column];
  if (cell === undefined) {
    const end = row.offset + line.trimEnd().length;
    return insertion(end, `${' |'.repeat(column - cells.length)} ${value} |`);
  }
  const { length } = cell.written;
  const isEmpty = cell.written.trim() === '';
  const start = row.offset + cell.start + (isEmpty ? Math.min(1, length) : cell.written.trimEnd().length);
  return insertion(start, isEmpty ? `${length === 0 ? ' ' : ''}${value}${length < 2 ? ' ' : ''}` : `, ${value}`);
}

function append(text: string, entry: string): Edit {
  const start = text === '' ? `# Glossary\n\n` : /[\r\n]$/.test(text) ? '\n' : '\n\n';
  return insertion(text.length, `${start}${entry}`.replaceAll('\n', newlineOf(text)));
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function lineAt(text: string, offset: number): { number: number; offset: number } {
  const lines = linesOf(text.slice(0, offset));
  return { number: lines.length - 1, offset: offset - lines.at(-1)!.length };
}

/** Whether there is a word in what is to be a term. */
function isTerm(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function oneLine(text: string): string {
  return text
    .replace(/[\s|]+/g, ' ')
    .replace(/^[#>\s*+-]+/, '')
    .trim();
}
