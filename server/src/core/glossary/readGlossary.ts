/** Reads a glossary file as people write it: a heading for each term, or a list, or a table. */

import { linesOf } from '../transcripts/lines.ts';
import type { GlossaryEntry } from './glossary.ts';

export interface GlossaryFile {
  readonly entries: readonly GlossaryEntry[];
  readonly problems: readonly { readonly message: string; readonly line: number }[];
}

/**
 * Reads a glossary. A term is a heading of level 2 or deeper with fields (`- heard as: …`) and a meaning below it, a list item
 * `- **Term**: meaning`, or the first cell of a table whose head names the columns. Never throws; what is no term is left alone.
 */
export function readGlossary(text: string): GlossaryFile {
  const entries: Draft[] = [];
  const problems: { message: string; line: number }[] = [];
  let offset = 0;
  let open: Draft | undefined;
  let columns: readonly (Field | undefined)[] | undefined;
  const seen = new Map<string, number>();
  for (const [number, line] of linesOf(text).entries()) {
    const at = offset;
    offset += line.length + (text.startsWith('\r\n', offset + line.length) ? 2 : 1);
    const add = (term: string): Draft => {
      const start = at + Math.max(0, line.indexOf(term));
      const draft: Draft = { term, alsoKnownAs: [], heardAs: [], sayAs: undefined, meaning: [], span: { start, end: start + term.length } };
      const before = seen.get(term.toLowerCase());
      if (before !== undefined) problems.push({ line: number, message: `“${term}” is already explained in line ${before + 1}.` });
      else seen.set(term.toLowerCase(), number);
      entries.push(draft);
      return draft;
    };
    if (/^\s*\|.*\|\s*$/.test(line)) {
      const cells = line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => plain(cell));
      if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
      if (columns === undefined) {
        columns = cells.map(fieldOf);
        continue;
      }
      const term = cells[Math.max(0, columns.indexOf('term'))] ?? '';
      if (term === '') continue;
      const draft = add(term);
      for (const [i, cell] of cells.entries()) setField(draft, columns[i], cell);
      open = undefined;
      continue;
    }
    columns = undefined;
    const heading = /^#{1,6}\s+(.+?)\s*#*\s*$/.exec(line);
    if (heading !== null) {
      open = line.startsWith('# ') ? undefined : add(plain(heading[1]!));
      continue;
    }
    const item = /^\s*[-*+]\s+(.*)$/.exec(line);
    const field = /^\s*(?:[-*+]\s+)?(?:\*\*|_)?([\p{L} ]{3,20}?)(?:\*\*|_)?\s*:(?:\*\*)?\s*(.*)$/u.exec(line);
    const kind = field === null ? undefined : fieldOf(field[1]!);
    if (open !== undefined && kind !== undefined && kind !== 'term') {
      setField(open, kind, field![2]!);
      continue;
    }
    const term = item === null ? null : /^(?:\*\*|__|`)(.+?)(?:\*\*|__|`)\s*(?:[:–—-]\s*|$)(.*)$/.exec(item[1]!);
    if (term !== null && (open === undefined || open.fromList === true)) {
      open = add(plain(term[1]!.replace(/:$/, '')));
      open.fromList = true;
      if (term[2]!.trim() !== '') open.meaning.push(plain(term[2]!));
      continue;
    }
    if (open !== undefined && line.trim() !== '' && !line.trim().startsWith('<!--'))
      open.meaning.push(plain(line.replace(/^\s*[-*+]\s+/, '')));
  }
  return {
    entries: entries.map(({ meaning, fromList: _, ...entry }) => ({ ...entry, meaning: meaning.join(' ').trim() || undefined })),
    problems,
  };
}

interface Draft {
  readonly term: string;
  alsoKnownAs: string[];
  heardAs: string[];
  sayAs: string | undefined;
  readonly meaning: string[];
  readonly span: { readonly start: number; readonly end: number };
  fromList?: boolean;
}

type Field = 'term' | 'alsoKnownAs' | 'heardAs' | 'sayAs' | 'meaning';

/** What people call the fields. */
const FIELDS: readonly (readonly [RegExp, Field])[] = [
  [/^(?:term|word|name)s?$/i, 'term'],
  [/^(?:also(?: known as| called)?|aka|aliases|alias|synonyms?|same as|expansion|stands for)$/i, 'alsoKnownAs'],
  [/^(?:heard as|misheard as|captions?|sounds like|heard)$/i, 'heardAs'],
  [/^(?:say as|said as|say|pronounced|pronunciation)$/i, 'sayAs'],
  [/^(?:meaning|definition|means|explanation|what it is)$/i, 'meaning'],
];

function fieldOf(name: string): Field | undefined {
  return FIELDS.find(([pattern]) => pattern.test(name.trim()))?.[1];
}

function setField(draft: Draft, field: Field | undefined, value: string): void {
  const text = plain(value);
  if (text === '' || field === undefined || field === 'term') return;
  if (field === 'meaning') draft.meaning.push(text);
  else if (field === 'sayAs') draft.sayAs = text;
  else
    draft[field].push(
      ...text
        .split(/\s*[,;]\s*/)
        .map((one) => one.replace(/^["“]|["”]$/g, ''))
        .filter(Boolean),
    );
}

function plain(text: string): string {
  return text
    .replace(/\*\*|__|`/g, '')
    .replaceAll('\\|', '|')
    .trim();
}
