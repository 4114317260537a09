/** Looks at how a text ends, backwards: a regular expression with `$` would try every place before the end. */

/** The longest end of a text that consists of units of one kind; `isTail` matches a single UTF-16 unit. */
export function tailOf(text: string, isTail: RegExp): string {
  return text.slice(tailStart(text, isTail));
}

/** A text without the longest end that consists of units of one kind. */
export function withoutTail(text: string, isTail: RegExp): string {
  return text.slice(0, tailStart(text, isTail));
}

/** The text of a Markdown heading without closing marks: "A ##" is "A", "C#" is itself. */
export function withoutClosingMarks(heading: string): string {
  const text = withoutTail(heading, /\s/);
  const open = withoutTail(text, /#/);
  return open.length < text.length && /\s$/.test(open) ? withoutTail(open, /\s/) : text;
}

function tailStart(text: string, isTail: RegExp): number {
  let at = text.length;
  while (at > 0 && isTail.test(text[at - 1]!)) at--;
  return at;
}
