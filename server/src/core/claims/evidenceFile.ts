/** Reads the candidate's own facts from `evidence.md`: list items or tables with the fact, its figure, and where it can be checked. */

import type { ListItem, Nodes, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseWholeFile } from '../answers/markdown.ts';
import { t } from '../locale/locale.ts';
import type { Span } from '../text/span.ts';
import type { ClaimContext, Passage } from './evidence.ts';
import { stemsOf } from './evidence.ts';

/** One fact of the file. */
export interface EvidenceLine {
  readonly fact: string;
  /** As written; empty when the fact says it itself. */
  readonly figure: string;
  /** Where it can be checked, as written; empty when the line doesn't say. */
  readonly checkedAt: string;
  /** The target of the first link in the line. */
  readonly link: string | undefined;
  /** UTF-16 offsets in the file. */
  readonly span: Span;
  /** 0-based. */
  readonly line: number;
}

/**
 * Reads an evidence file. A list item says `fact: figure (where)`, or its parts with dashes, semicolons or bars between
 * them. A table has columns for fact, figure and where, found by their headings or else taken in this order. Everything
 * else in the file is for the reader. Never throws.
 */
export function readEvidence(text: string): readonly EvidenceLine[] {
  const lines: EvidenceLine[] = [];
  visit(parseWholeFile(text));
  return lines;

  function visit(node: Nodes): void {
    if (node.type === 'table') lines.push(...tableLines(node));
    else if (node.type === 'listItem') {
      const line = itemLine(node);
      if (line !== undefined) lines.push(line);
      for (const child of node.children) if (child.type === 'list') visit(child);
    } else if ('children' in node) for (const child of node.children) visit(child);
  }
}

/** The lines as passages that claims can be held against. `where` names the file. */
export function evidencePassages(lines: readonly EvidenceLine[], where: string): readonly Passage[] {
  return lines.map(({ fact, figure, checkedAt, span, line }) => ({
    text: [fact, figure].filter((part) => part !== '').join(': '),
    where: checkedAt === '' ? t('{0}, line {1}', where, line + 1) : t('{0}, line {1}: {2}', where, line + 1, checkedAt),
    target: `${encodeURI(where)}#L${line + 1}`,
    span,
    kind: 'evidence',
  }));
}

/** A context of passages that are few enough to be looked at one by one, by the stems they share with a sentence. */
export function contextOf(passages: readonly Passage[]): ClaimContext {
  const index = new Map<string, Set<Passage>>();
  for (const passage of passages) {
    for (const stem of stemsOf(passage.text)) {
      const same = index.get(stem);
      if (same === undefined) index.set(stem, new Set([passage]));
      else same.add(passage);
    }
  }
  return {
    passagesFor(sentence) {
      const shared = new Map<Passage, number>();
      for (const stem of stemsOf(sentence)) {
        for (const passage of index.get(stem) ?? []) shared.set(passage, (shared.get(passage) ?? 0) + 1);
      }
      return [...shared]
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST_CANDIDATES)
        .map(([passage]) => passage);
    },
  };
}

const MOST_CANDIDATES = 5;

function itemLine(item: ListItem): EvidenceLine | undefined {
  const own = item.children.filter((child) => child.type !== 'list');
  const text = own
    .map((child) => toString(child))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || item.position === undefined || own.length === 0) return undefined;
  const span = { start: item.position.start.offset!, end: own.at(-1)!.position?.end.offset ?? item.position.end.offset! };
  return { ...parts(text), link: firstLink({ type: 'listItem', children: own }), span, line: item.position.start.line - 1 };
}

/** "Checkout latency: 120 ms (dashboard)", "Checkout latency — 120 ms — dashboard". */
function parts(text: string): Pick<EvidenceLine, 'fact' | 'figure' | 'checkedAt'> {
  const cut = text.split(/ [—–|-] |; /).map((part) => part.trim());
  if (cut.length >= 3) return { fact: cut[0]!, figure: cut[1]!, checkedAt: bare(cut.slice(2).join(', ')) };
  const where = / ?\(([^()]*)\)[. ]{0,3}$/.exec(text);
  const rest = where === null ? text : text.slice(0, where.index);
  const checkedAt = where === null ? '' : bare(where[1]!);
  if (cut.length === 2) {
    // Two parts are a fact with its figure, or a whole fact with its source.
    if (where !== null) return { fact: cut[0]!, figure: cut[1]!.replace(/ ?\([^()]*\)[. ]{0,3}$/, ''), checkedAt };
    return /\d/.test(cut[1]!) ? { fact: cut[0]!, figure: cut[1]!, checkedAt } : { fact: cut[0]!, figure: '', checkedAt: bare(cut[1]!) };
  }
  const colon = /:\s+/.exec(rest);
  if (colon === null) return { fact: rest.trim(), figure: '', checkedAt };
  return { fact: rest.slice(0, colon.index).trim(), figure: rest.slice(colon.index + colon[0].length).trim(), checkedAt };
}

function bare(where: string): string {
  return where.replace(/^(?:source|where|see|check(?:ed)?(?: at| in)?)\s*:?\s+/i, '').trim();
}

function tableLines(table: Table): readonly EvidenceLine[] {
  const [head, ...rows] = table.children;
  const titles = (head?.children ?? []).map((cell) => toString(cell).toLowerCase());
  const column = (pattern: RegExp, otherwise: number): number => {
    const found = titles.findIndex((title) => pattern.test(title));
    return found >= 0 ? found : otherwise;
  };
  const [fact, figure, checkedAt] = [
    column(/fact|claim|what|result/, 0),
    column(/figure|number|value|how (?:much|many)/, 1),
    column(/where|source|check|link|proof/, 2),
  ];
  const lines: EvidenceLine[] = [];
  for (const row of rows) {
    const cells = row.children.map((cell) => toString(cell).trim());
    if ((cells[fact] ?? '') === '' || row.position === undefined) continue;
    lines.push({
      fact: cells[fact]!,
      figure: cells[figure] ?? '',
      checkedAt: cells[checkedAt] ?? '',
      link: firstLink(row),
      span: { start: row.position.start.offset!, end: row.position.end.offset! },
      line: row.position.start.line - 1,
    });
  }
  return lines;
}

function firstLink(node: Nodes): string | undefined {
  if (node.type === 'link') return node.url;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = firstLink(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
