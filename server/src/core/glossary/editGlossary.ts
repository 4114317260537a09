/** Writes into a glossary file what a click teaches it, and leaves the rest as the user wrote it. */

import { linesOf } from '../transcripts/lines.ts';
import { nameKey } from './glossary.ts';
import { readGlossary } from './readGlossary.ts';

/** Text to put in place of a stretch of a file, by UTF-16 offsets. */
export interface GlossaryEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The edit of a glossary's text (empty for a file that is yet to be made) after which a term is also heard as `garble`. */
export function addHeardAs(text: string, term: string, garble: string): GlossaryEdit | undefined {
  return addToField(text, term, 'heard as', /^\s*(?:[-*+]\s+)?(?:\*\*)?(?:heard as|misheard as|sounds like)(?:\*\*)?\s*:/i, garble);
}

/** The edit that adds a term with a meaning, unless the glossary has it; undefined when there is nothing to do. */
export function addTerm(text: string, term: string, meaning: string): GlossaryEdit | undefined {
  if (readGlossary(text).entries.some((entry) => nameKey(entry.term) === nameKey(term))) return undefined;
  return append(text, `## ${oneLine(term)}\n\n${oneLine(meaning)}\n`);
}

function addToField(text: string, term: string, name: string, pattern: RegExp, value: string): GlossaryEdit | undefined {
  const entry = readGlossary(text).entries.find((one) => nameKey(one.term) === nameKey(term));
  const cleaned = oneLine(value).replaceAll(',', ' ');
  if (entry === undefined) return append(text, `## ${oneLine(term)}\n\n- ${name}: ${cleaned}\n`);
  if (entry.heardAs.some((known) => known.toLowerCase() === cleaned.toLowerCase())) return undefined;
  const lines = linesOf(text);
  const first = lineAt(text, entry.span.start);
  if (lines[first.number]!.trimStart().startsWith('|')) return addToCell(text, first, cleaned);
  let { offset } = first;
  for (let number = first.number; number < lines.length; number++) {
    const line = lines[number]!;
    if (number > first.number && /^#{1,6}\s/.test(line)) break;
    const end = offset + line.length;
    if (pattern.test(line)) return { start: end, end, newText: `${line.trimEnd().endsWith(':') ? ' ' : ', '}${cleaned}` };
    offset = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  const end = first.offset + lines[first.number]!.length;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const isItem = /^\s*[-*+]\s/.test(lines[first.number]!);
  return { start: end, end, newText: isItem ? `${newline}  - ${name}: ${cleaned}` : `${newline}${newline}- ${name}: ${cleaned}` };
}

/** In a table the value goes into the row's cell below "heard as"; a table without such a column gets the entry behind it. */
function addToCell(text: string, row: { number: number; offset: number }, value: string): GlossaryEdit | undefined {
  const lines = linesOf(text);
  let head = row.number;
  while (head > 0 && lines[head - 1]!.trimStart().startsWith('|')) head--;
  const column = lines[head]!.split('|').findIndex((cell) => /^\s*(?:heard as|misheard as|sounds like)\s*$/i.test(cell));
  const line = lines[row.number]!;
  if (column < 0) return undefined;
  const cells = line.split('|');
  const before = cells.slice(0, column + 1).join('|');
  const start = row.offset + before.trimEnd().length;
  const isEmpty = (cells[column] ?? '').trim() === '';
  return { start, end: start, newText: isEmpty ? ` ${value}` : `, ${value}` };
}

function append(text: string, entry: string): GlossaryEdit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' ? `# Glossary\n\n` : text.endsWith('\n') ? '\n' : '\n\n';
  return { start: text.length, end: text.length, newText: `${start}${entry}`.replaceAll('\n', newline) };
}

function lineAt(text: string, offset: number): { number: number; offset: number } {
  const before = text.slice(0, offset);
  const number = linesOf(before).length - 1;
  return { number, offset: before.length - linesOf(before).at(-1)!.length };
}

function oneLine(text: string): string {
  return text
    .replace(/[\r\n|]+/g, ' ')
    .replace(/^[#>\s*+-]+/, '')
    .trim();
}
