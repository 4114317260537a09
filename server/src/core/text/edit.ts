/** Changes of a text, as data. */

import type { Span } from './span.ts';

/** What stands at a span becomes something else. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Puts text in at an offset. */
export function insertion(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

/** The text after all edits, which mean the text before them and don't overlap; what is put in comes before what is replaced there. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, newText } of sorted) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
