/** Marks in test texts: `‸` is the cursor, `«…»` a range; they are taken out and their offsets kept. */

export interface Marked {
  readonly text: string;
  /** UTF-16 offset of `‸`; -1 without one. */
  readonly cursor: number;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the marks out of a text. Throws when a range is not closed: the test is wrong then. */
export function unmark(marked: string): Marked {
  let text = '';
  let cursor = -1;
  const open: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (const unit of marked) {
    if (unit === '‸') cursor = text.length;
    else if (unit === '«') open.push(text.length);
    else if (unit === '»') ranges.push({ start: open.pop()!, end: text.length });
    else text += unit;
  }
  if (open.length > 0) throw new Error('A «range is not closed.');
  return { text, cursor, ranges: ranges.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** Puts range marks into a text, for comparing what was found with what was marked. */
export function mark(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  const marks = ranges.flatMap(({ start, end }) => [
    { at: start, order: 1, mark: '«' },
    { at: end, order: 0, mark: '»' },
  ]);
  marks.sort((a, b) => b.at - a.at || b.order - a.order);
  return marks.reduce((result, { at, mark: sign }) => `${result.slice(0, at)}${sign}${result.slice(at)}`, text);
}
