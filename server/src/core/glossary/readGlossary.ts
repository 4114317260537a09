/** Reads a glossary file as people write it: a heading for each term, or a list, or a table. */

import { t } from '../locale/locale.ts';
import { BYTE_ORDER_MARK, linesOf } from '../transcripts/lines.ts';
import type { GlossaryEntry } from './glossary.ts';
import { withoutClosingMarks } from '../text/tail.ts';

export interface GlossaryFile {
  readonly entries: readonly GlossaryEntry[];
  readonly problems: readonly { readonly message: string; readonly line: number }[];
}

/**
 * Reads a glossary. A term is a heading of level 2 or deeper with fields (`- heard as: …`) and a meaning below it, a list item
 * `- **Term**: meaning`, or the first cell of a table whose head names the columns. A heading with nothing but such terms below it
 * groups them. Never throws; what is no term is left alone.
 */
export function readGlossary(text: string): GlossaryFile {
  const entries: Draft[] = [];
  let offset = 0;
  let open: Draft | undefined;
  let columns: readonly (Field | undefined)[] | undefined;
  for (const [number, whole] of linesOf(text).entries()) {
    const mark = number === 0 && whole.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    const line = whole.slice(mark);
    const at = offset + mark;
    offset += whole.length + (text.startsWith('\r\n', offset + whole.length) ? 2 : 1);
    /** Begins an entry whose term is written from a character of the line on; 0 is the level of what is no heading. */
    const add = (written: string, from: number, level: number): Draft => {
      if (open !== undefined && isBare(open) && (level === 0 || level > open.level)) entries.splice(entries.indexOf(open), 1);
      const term = plain(written);
      const found = line.indexOf(term, from);
      const start = at + (found < 0 ? from : found);
      const end = start + (found < 0 ? written.length : term.length);
      const draft: Draft = {
        term,
        alsoKnownAs: [],
        heardAs: [],
        sayAs: undefined,
        meaning: [],
        span: { start, end },
        line: number,
        level,
        isOverfull: false,
      };
      entries.push(draft);
      return draft;
    };
    if (isTableRow(line)) {
      const cells = cellsOf(line);
      const values = cells.map(({ written }) => plain(written));
      if (values.every((value) => /^:?-+:?$/.test(value))) continue;
      if (columns === undefined) {
        columns = values.map(fieldOf);
        continue;
      }
      const cell = cells[Math.max(0, columns.indexOf('term'))];
      if (cell === undefined || plain(cell.written) === '') continue;
      const draft = add(cell.written, cell.start, 0);
      for (const [i, value] of values.entries()) setField(draft, columns[i], value);
      open = undefined;
      continue;
    }
    columns = undefined;
    const heading = /^#{1,6}\s+(?=\S)/.exec(line)?.[0];
    if (heading !== undefined) {
      const level = heading.trimEnd().length;
      const term = withoutClosingMarks(line.slice(heading.length));
      open = level === 1 || plain(term) === '' ? undefined : add(term, heading.length, level);
      continue;
    }
    const field = fieldIn(line);
    if (open !== undefined && field !== undefined) {
      setField(open, field.field, field.value);
      continue;
    }
    const item = /^(\s*[-*+]\s+(?:\*\*|__|`))(.+?)(?:\*\*|__|`)\s*(?:[:–—-]\s*|$)(.*)/s.exec(line);
    if (item !== null && (open === undefined || open.level === 0 || isBare(open)) && plain(item[2]!) !== '') {
      open = add(item[2]!.replace(/:$/, ''), item[1]!.length, 0);
      if (item[3]!.trim() !== '') open.meaning.push(plain(item[3]!));
      continue;
    }
    if (open !== undefined && line.trim() !== '' && !line.trim().startsWith('<!--'))
      open.meaning.push(plain(line.replace(/^\s*[-*+]\s+/, '')));
  }
  return {
    entries: entries.map(({ meaning, line: _, level: __, isOverfull: ___, ...entry }) => ({
      ...entry,
      meaning: meaning.join(' ').trim() || undefined,
    })),
    problems: [...duplicatesIn(entries), ...overfull(entries)].sort((a, b) => a.line - b.line),
  };
}

/** Other names of one term that are used, and as many of what captions hear: each is looked for in all transcripts. */
export const MOST_NAMES = 100;

/** Whether a line is a row of a table. */
export function isTableRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

/** The cells of a row, with the character at which each begins; pipes behind a backslash are text. */
export function cellsOf(row: string): readonly { readonly written: string; readonly start: number }[] {
  let start = row.indexOf('|') + 1;
  return row
    .slice(start, row.lastIndexOf('|'))
    .split(/(?<!\\)\|/)
    .map((written) => {
      const cell = { written, start };
      start += written.length + 1;
      return cell;
    });
}

/** The field that a line gives a value to, such as `- heard as: …`. */
export function fieldIn(line: string): { readonly field: Exclude<Field, 'term'>; readonly value: string } | undefined {
  const match = /^\s*(?:[-*+]\s+)?(?:\*\*|_)?(\p{L}[\p{L} ]{1,18}\p{L})(?:\*\*|_)?\s{0,9}:(?:\*\*)?\s*(.*)/su.exec(line);
  const field = match === null ? undefined : fieldOf(match[1]!);
  return field === undefined || field === 'term' ? undefined : { field, value: match![2]! };
}

interface Draft {
  readonly term: string;
  alsoKnownAs: string[];
  heardAs: string[];
  sayAs: string | undefined;
  readonly meaning: string[];
  readonly span: { readonly start: number; readonly end: number };
  /** Zero-based. */
  readonly line: number;
  /** Of its heading; 0 in a list or a table. */
  readonly level: number;
  /** Whether it has more names than are used. */
  isOverfull: boolean;
}

/** A heading without anything below it. */
function isBare({ level, meaning, alsoKnownAs, heardAs, sayAs }: Draft): boolean {
  return level > 0 && meaning.length + alsoKnownAs.length + heardAs.length === 0 && sayAs === undefined;
}

/** Terms with a second meaning; entries that only add other names or mishearings go together. */
function duplicatesIn(entries: readonly Draft[]): GlossaryFile['problems'] {
  const seen = new Map<string, number>();
  return entries
    .filter(({ meaning }) => meaning.length > 0)
    .flatMap(({ term, line }) => {
      const before = seen.get(term.toLowerCase());
      if (before === undefined) seen.set(term.toLowerCase(), line);
      return before === undefined ? [] : [{ line, message: t('“{0}” is already explained in line {1}.', term, before + 1) }];
    });
}

function overfull(entries: readonly Draft[]): GlossaryFile['problems'] {
  return entries
    .filter(({ isOverfull }) => isOverfull)
    .map(({ term, line }) => ({ line, message: t('Only the first {0} names of “{1}” are used.', MOST_NAMES, term) }));
}

export type Field = 'term' | 'alsoKnownAs' | 'heardAs' | 'sayAs' | 'meaning';

/** What people call the fields. */
const FIELDS: readonly (readonly [RegExp, Field])[] = [
  [/^(?:term|word|name)s?$/i, 'term'],
  [/^(?:also(?: known as| called)?|aka|aliases|alias|synonyms?|same as|expansion|stands for)$/i, 'alsoKnownAs'],
  [/^(?:heard as|misheard as|captions?|sounds like|heard)$/i, 'heardAs'],
  [/^(?:say as|said as|say|pronounced|pronunciation)$/i, 'sayAs'],
  [/^(?:meaning|definition|means|explanation|what it is)$/i, 'meaning'],
];

/** The field of a name that people give it. */
export function fieldOf(name: string): Field | undefined {
  return FIELDS.find(([pattern]) => pattern.test(name.trim()))?.[1];
}

function setField(draft: Draft, field: Field | undefined, value: string): void {
  const text = plain(value);
  if (text === '' || field === undefined || field === 'term') return;
  if (field === 'meaning') draft.meaning.push(text);
  else if (field === 'sayAs') draft.sayAs = text;
  else {
    const names = text
      .split(/[,;]/)
      .map((one) => one.trim().replace(/^["“]|["”]$/g, ''))
      .filter(Boolean);
    const free = MOST_NAMES - draft[field].length;
    if (names.length > free) draft.isOverfull = true;
    draft[field].push(...names.slice(0, free));
  }
}

/** A value without bold and code marks. */
export function plain(text: string): string {
  return text
    .replace(/\*\*|__|`/g, '')
    .replaceAll('\\|', '|')
    .trim();
}
