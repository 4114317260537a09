/** Lists and maps in front matter: their entries with spans, and the edits that add one or take one out. */

import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { tailOf } from '../text/tail.ts';

/** One entry of a list, or the value that stands in the list's place; spans are UTF-16 offsets of the file. */
export interface ListEntry {
  readonly text: string;
  readonly span: Span;
  /** What goes with it when it is taken out: its line or its comma, and the key when nothing else is left. */
  readonly removal: Span;
}

/** One entry of a map of plain values. */
export interface MapEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
  readonly removal: Span;
}

/** The words of a list, or the one word that stands in its place. */
export function readWords(value: ParsedNode): readonly string[] {
  return wordNodes(value).map((item) => item.value as string);
}

/** The same with their places; `keyStart` is the offset of the key in the source, `base` that of the source in the file. */
export function readEntries(source: string, base: number, keyStart: number, value: ParsedNode): readonly ListEntry[] {
  const nodes = wordNodes(value);
  const items = isSeq(value) ? value.items : [value];
  const whole = wholeLines(source, { start: keyStart, end: value.range[1] });
  return nodes.map((node) => {
    const span = { start: node.range[0], end: node.range[1] };
    const removal = items.length <= 1 ? whole : removalOf(source, source[value.range[0]] === '[', items, node);
    return { text: (node.value as string).trim(), span: moved(span, base), removal: moved(removal, base) };
  });
}

/** The plain entries of a map; others are left out. */
export function readMapEntries(source: string, base: number, keyStart: number, map: YAMLMap): readonly MapEntry[] {
  const entries: MapEntry[] = [];
  const pairs = map.items.map(({ key, value }) => ({ key: key as ParsedNode, value: value as ParsedNode | null }));
  const isFlow = source[map.range![0]] === '{';
  const wholes = pairs.map(({ key, value }) => ({ range: [key.range[0], (value ?? key).range[1], 0] as const }));
  const whole = wholeLines(source, { start: keyStart, end: map.range![1] });
  pairs.forEach(({ key, value }, i) => {
    if (!isScalar(key) || !isScalar(value)) return;
    const removal = pairs.length <= 1 ? whole : removalOf(source, isFlow, wholes, wholes[i]!);
    entries.push({
      key: String(key.value),
      keySpan: moved({ start: key.range[0], end: key.range[1] }, base),
      value: String(value.value),
      valueSpan: moved({ start: value.range[0], end: value.range[1] }, base),
      removal: moved(removal, base),
    });
  });
  return entries;
}

/** A list gets one more word before the first, in the style it is written in. */
export function newWord(source: string, base: number, value: ParsedNode): (word: string) => Edit {
  const [start, end] = value.range;
  if (!isSeq(value)) {
    const words = readWords(value).map((word) => JSON.stringify(word));
    const gap = isEmpty(value) ? ' ' : '';
    return (word) => ({
      span: { start: base + start, end: base + end },
      newText: `${gap}[${[JSON.stringify(word), ...words].join(', ')}]`,
    });
  }
  if (source[start] === '[') {
    const at = { start: base + start + 1, end: base + start + 1 };
    return (word) => ({ span: at, newText: `${JSON.stringify(word)}${value.items.length > 0 ? ', ' : ''}` });
  }
  const at = { start: base + start, end: base + start };
  const indent = tailOf(source.slice(0, start), /[ \t]/);
  return (word) => ({ span: at, newText: `- ${JSON.stringify(word)}\n${indent}` });
}

/** A map gets an entry set: the value replaced where the key is there, else one more entry before the first. */
export function setEntry(source: string, base: number, value: ParsedNode): (key: string, word: string) => Edit {
  const [start, end] = value.range;
  if (!isMap(value)) {
    const gap = isEmpty(value) ? ' ' : '';
    return (key, word) => ({ span: { start: base + start, end: base + end }, newText: `${gap}{ ${key}: ${word} }` });
  }
  return (key, word) => {
    const known = value.items.find((item) => isScalar(item.key) && String(item.key.value) === key)?.value;
    if (known !== undefined && known !== null && !isEmpty(known))
      return { span: { start: base + known.range[0], end: base + known.range[1] }, newText: word };
    if (source[start] === '{') {
      const at = { start: base + start + 1, end: base + start + 1 };
      return { span: at, newText: ` ${key}: ${word}${value.items.length > 0 ? ',' : ' '}` };
    }
    const indent = tailOf(source.slice(0, start), /[ \t]/);
    return { span: { start: base + start, end: base + start }, newText: `${key}: ${word}\n${indent}` };
  };
}

/** Whether nothing is written, so that the value stands right behind the colon. */
export function isEmpty({ range: [start, end] }: Pick<ParsedNode, 'range'>): boolean {
  return start === end;
}

function wordNodes(value: ParsedNode) {
  const items = isSeq(value) ? value.items : [value];
  return items.flatMap((item) => (isScalar(item) && (typeof item.value === 'string' || typeof item.value === 'number') ? [item] : []));
}

type Ranged = Pick<ParsedNode, 'range'> | { readonly range: readonly [number, number, number] };

/** In brackets: the entry with its comma; else its lines. */
function removalOf(source: string, isFlow: boolean, items: readonly Ranged[], item: Ranged): Span {
  const at = items.indexOf(item);
  if (!isFlow) return wholeLines(source, { start: item.range[0], end: item.range[1] });
  const next = items[at + 1];
  if (next !== undefined) return { start: item.range[0], end: next.range[0] };
  return { start: items[at - 1]!.range[1], end: item.range[1] };
}

/** The lines that a stretch touches, with their ends. */
function wholeLines(source: string, { start, end }: Span): Span {
  const first = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  // The range of a list may reach to the next key.
  const last = Math.max(start, source.slice(0, end).trimEnd().length);
  const rest = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(source.slice(last))![0];
  return { start: start === 0 ? 0 : first, end: last + rest.length };
}

function moved({ start, end }: Span, base: number): Span {
  return { start: base + start, end: base + end };
}
